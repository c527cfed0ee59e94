// SPDX-License-Identifier: GPL-2.0-only
// Figure 10: each device failed in turn.
#include "nn/input-error.h"
#include "simulator/reproduce/experiments.h"
#include "simulator/reproduce/measure.h"
#include "simulator/reproduce/paper-networks.h"

namespace simulator
{

namespace
{

using analysis::ComparisonCell;

/// The network trained on all cameras but one.
Variant
MakeWithout(const Study& study, int failed)
{
    std::vector<int> cameras;
    for (int camera = 0; camera < study.GetCameraCount(); ++camera)
    {
        if (camera != failed)
        {
            cameras.push_back(camera);
        }
    }
    return MakeWithCameras(study, std::move(cameras));
}

std::vector<Variant>
GetVariants(const Study& study)
{
    if (study.GetCameraCount() < 2)
    {
        throw nn::InputError("fig10: data set '" + study.GetDataSet(1).GetName() +
                             "' has one camera, expected two or more: one of them fails");
    }
    std::vector<Variant> variants = {MakeBaseline(study)};
    for (int failed = 0; failed < study.GetCameraCount(); ++failed)
    {
        variants.push_back(MakeWithout(study, failed));
    }
    return variants;
}

std::vector<ComparisonCell>
MakeIntactRow(const std::vector<TrainingResult>& results)
{
    return {Label("none"),
            Label("-"),
            Measure(results, GetLocalPercent),
            Measure(results, GetCloudPercent),
            Measure(results, GetOverallPercent)};
}

std::vector<ComparisonCell>
MakeInferenceRow(const std::vector<TrainingResult>& results, int failed)
{
    const auto get = [failed](const TrainingResult& r) { return r.withFailed.at(failed); };
    const auto overall = [&](const TrainingResult& r) {
        return 100 * get(r).GetResult({paperThreshold, 1}).accuracy;
    };
    return {Label(std::to_string(failed + 1)),
            Label("at inference"),
            Measure(results, [&](const auto& r) { return 100 * get(r).GetLocalAccuracy(); }),
            Measure(results, [&](const auto& r) { return 100 * get(r).GetCloudAccuracy(); }),
            Measure(results, overall)};
}

std::vector<ComparisonCell>
MakeRetrainedRow(const std::vector<TrainingResult>& results, const PaperNumbers& paper, int failed)
{
    const std::string name = std::to_string(failed + 1);
    const auto find = [&](const char* quantity) { return paper.Find("fig10", name, quantity); };
    return {Label(name),
            Label("retrained"),
            Measure(results, GetLocalPercent, find("local")),
            Measure(results, GetCloudPercent, find("cloud")),
            Measure(results, GetOverallPercent, find("overall"))};
}

analysis::ComparisonTable
MakeTable(const Study& study, const PaperNumbers& paper)
{
    analysis::ComparisonTable table({{"failed_device", "failed", "", 0},
                                     {"how", "how", "", 0},
                                     {"local_percent", "local", "%", 1},
                                     {"cloud_percent", "cloud", "%", 1},
                                     {"overall_percent", "overall", "%", 1}});
    const auto& intact = study.GetResults(MakeBaseline(study));
    table.AddRow(MakeIntactRow(intact));
    for (int failed = 0; failed < study.GetCameraCount(); ++failed)
    {
        table.AddRow(MakeInferenceRow(intact, failed));
        table.AddRow(MakeRetrainedRow(study.GetResults(MakeWithout(study, failed)), paper, failed));
    }
    return table;
}

} // namespace

Experiment
MakeFigure10()
{
    return {"fig10",
            "Figure 10: one device failed, at inference or before training (overall at T = 0.8)",
            GetVariants,
            MakeTable,
            {"The paper's numbers are of networks retrained without the device: compare them with "
             "those rows. A device that fails at inference is a missing view; the network was "
             "never trained for that.",
             "A failure costs a few percent; that of the best device, which sees most, costs the "
             "most. The paper's overall accuracies are higher throughout, from one run each."}};
}

} // namespace simulator
