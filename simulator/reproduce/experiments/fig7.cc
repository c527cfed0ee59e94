// SPDX-License-Identifier: GPL-2.0-only
// Figure 7: overall accuracy against the threshold of the local exit.
#include "analysis/number-format.h"
#include "simulator/reproduce/experiments.h"
#include "simulator/reproduce/measure.h"
#include "simulator/reproduce/paper-networks.h"

namespace simulator
{

namespace
{

constexpr int steps = 20; //!< thresholds 0, 0.05, ... 1

std::vector<Variant>
GetVariants(const Study& study)
{
    return {MakeBaseline(study)};
}

analysis::ComparisonTable
MakeTable(const Study& study, const PaperNumbers& paper)
{
    analysis::ComparisonTable table({{"threshold", "T", "", 2},
                                     {"accuracy_percent", "accuracy", "%", 1},
                                     {"local_exit_percent", "local exits", "%", 1}});
    const auto& results = study.GetResults(MakeBaseline(study));
    for (int step = 0; step <= steps; ++step)
    {
        const double threshold = static_cast<double>(step) / steps;
        const auto get = [threshold](const TrainingResult& result) {
            return result.evaluation.GetResult({threshold, 1});
        };
        const std::string name = analysis::FormatNumber(threshold);
        table.AddRow({Label(name),
                      Measure(
                          results,
                          [&](const auto& r) { return 100 * get(r).accuracy; },
                          paper.Find("fig7", name, "accuracy")),
                      Measure(results, [&](const auto& r) { return 100 * get(r).local; })});
    }
    return table;
}

} // namespace

Experiment
MakeFigure7()
{
    return {"fig7",
            "Figure 7: overall accuracy against the threshold T of the local exit",
            GetVariants,
            MakeTable,
            {"Flat up to T = 0.8, then falling towards the local exit's accuracy, as in the paper; "
             "the fall is smaller, as the local exit is better here."}};
}

} // namespace simulator
