// SPDX-License-Identifier: GPL-2.0-only
// Figure 8: devices added from the worst to the best.
#include "analysis/statistics.h"
#include "simulator/reproduce/experiments.h"
#include "simulator/reproduce/measure.h"
#include "simulator/reproduce/paper-networks.h"

#include <algorithm>
#include <numeric>

namespace simulator
{

namespace
{

/// Of a device trained alone; a blank view is an error.
double
GetIndividualPercent(const TrainingResult& result)
{
    return 100 * result.evaluation.GetDeviceAccuracy(0);
}

std::vector<Variant>
GetIndividuals(const Study& study)
{
    std::vector<Variant> variants;
    variants.reserve(study.GetCameraCount());
    for (int camera = 0; camera < study.GetCameraCount(); ++camera)
    {
        variants.push_back(MakeIndividual(study, camera));
    }
    return variants;
}

/// Cameras from the worst to the best: by individual accuracy, mean over the seeds.
std::vector<int>
RankCameras(const Study& study)
{
    std::vector<double> accuracies;
    for (const Variant& variant : GetIndividuals(study))
    {
        accuracies.push_back(
            analysis::Mean(Measure(study.GetResults(variant), GetIndividualPercent).values));
    }
    std::vector<int> cameras(accuracies.size());
    std::iota(cameras.begin(), cameras.end(), 0);
    std::stable_sort(cameras.begin(), cameras.end(), [&](int left, int right) {
        return accuracies[left] < accuracies[right];
    });
    return cameras;
}

/// The network of the worst `count` cameras, in the order of their numbers.
Variant
MakeWithWorst(const Study& study, const std::vector<int>& ranking, int count)
{
    std::vector<int> cameras(ranking.begin(), ranking.begin() + count);
    std::sort(cameras.begin(), cameras.end());
    return MakeWithCameras(study, std::move(cameras));
}

std::vector<Variant>
GetVariants(const Study& study)
{
    std::vector<Variant> variants = GetIndividuals(study);
    const auto isKnown = [&](const Variant& variant) { return study.Knows(variant); };
    if (std::all_of(variants.begin(), variants.end(), isKnown))
    {
        const std::vector<int> ranking = RankCameras(study);
        for (int count = 1; count <= study.GetCameraCount(); ++count)
        {
            variants.push_back(MakeWithWorst(study, ranking, count));
        }
    }
    return variants;
}

analysis::ComparisonTable
MakeTable(const Study& study, const PaperNumbers& paper)
{
    analysis::ComparisonTable table({{"devices", "n", "", 0},
                                     {"added_device", "added", "", 0},
                                     {"individual_percent", "individual", "%", 1},
                                     {"local_percent", "local", "%", 1},
                                     {"cloud_percent", "cloud", "%", 1},
                                     {"overall_percent", "overall", "%", 1}});
    const std::vector<int> ranking = RankCameras(study);
    for (int count = 1; count <= study.GetCameraCount(); ++count)
    {
        const int added = ranking[count - 1];
        const std::string name = std::to_string(count);
        const auto find = [&](const char* quantity) { return paper.Find("fig8", name, quantity); };
        const auto& alone = study.GetResults(MakeIndividual(study, added));
        const auto& joint = study.GetResults(MakeWithWorst(study, ranking, count));
        table.AddRow({Label(name),
                      Label(std::to_string(added + 1)),
                      Measure(alone, GetIndividualPercent, find("individual")),
                      Measure(joint, GetLocalPercent, find("local")),
                      Measure(joint, GetCloudPercent, find("cloud")),
                      Measure(joint, GetOverallPercent, find("overall"))});
    }
    return table;
}

} // namespace

Experiment
MakeFigure8()
{
    return {"fig8",
            "Figure 8: devices added from the worst to the best (individual: the added one alone)",
            GetVariants,
            MakeTable,
            {"Individual: a ConvP and an FC block trained alone on the views of one camera; a "
             "blank view counts as an error. The order is that of these accuracies, over all "
             "seeds.",
             "With one or two devices the local exit is much better than the paper's: for a blank "
             "view it answers the class that is most likely then, and that is often right.",
             "As in the paper, accuracy rises with the devices (not at each step of each seed); "
             "six together are more than 20 % better than the best alone."}};
}

} // namespace simulator
