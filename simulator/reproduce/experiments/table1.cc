// SPDX-License-Identifier: GPL-2.0-only
// Table I: every pair of aggregations, of the scores (local) and of the features (cloud).
#include "simulator/reproduce/experiments.h"
#include "simulator/reproduce/measure.h"
#include "simulator/reproduce/paper-networks.h"

namespace simulator
{

namespace
{

using nn::Aggregation;

struct Scheme
{
    const char* name;
    Aggregation local;
    Aggregation cloud;
};

/// In the order of the paper.
constexpr Scheme schemes[] = {
    {"MP-MP", Aggregation::Max, Aggregation::Max},
    {"MP-CC", Aggregation::Max, Aggregation::Concatenate},
    {"AP-AP", Aggregation::Average, Aggregation::Average},
    {"AP-CC", Aggregation::Average, Aggregation::Concatenate},
    {"CC-CC", Aggregation::Concatenate, Aggregation::Concatenate},
    {"AP-MP", Aggregation::Average, Aggregation::Max},
    {"MP-AP", Aggregation::Max, Aggregation::Average},
    {"CC-MP", Aggregation::Concatenate, Aggregation::Max},
    {"CC-AP", Aggregation::Concatenate, Aggregation::Average},
};

std::vector<Variant>
GetVariants(const Study& study)
{
    std::vector<Variant> variants;
    for (const Scheme& scheme : schemes)
    {
        variants.push_back(MakeWithAggregation(study, scheme.local, scheme.cloud));
    }
    return variants;
}

analysis::ComparisonTable
MakeTable(const Study& study, const PaperNumbers& paper)
{
    analysis::ComparisonTable table({{"scheme", "scheme", "", 0},
                                     {"local_percent", "local", "%", 1},
                                     {"cloud_percent", "cloud", "%", 1},
                                     {"overall_percent", "overall", "%", 1},
                                     {"local_exit_percent", "local exits", "%", 1}});
    for (const Scheme& scheme : schemes)
    {
        const auto& results =
            study.GetResults(MakeWithAggregation(study, scheme.local, scheme.cloud));
        table.AddRow({Label(scheme.name),
                      Measure(results, GetLocalPercent, paper.Find("table1", scheme.name, "local")),
                      Measure(results, GetCloudPercent, paper.Find("table1", scheme.name, "cloud")),
                      Measure(results, GetOverallPercent),
                      Measure(results, GetExitPercent)});
    }
    return table;
}

} // namespace

Experiment
MakeTable1()
{
    return {"table1",
            "Table I: accuracy of the aggregation schemes (local-cloud; overall at T = 0.8)",
            GetVariants,
            MakeTable,
            {"Cloud: CC is the best, as in the paper. MP is far worse than there: the largest of "
             "six values of +-1 is nearly always +1, so that little is left to tell classes by.",
             "Local: MP, AP and CC differ by no more than their uncertainty; the paper's order is "
             "not found. It is of one run each, with about 100 updates of the weights, one an "
             "epoch; here there are 2200.",
             "Averaging costs confidence rather than accuracy: fewer samples exit at T = 0.8."}};
}

} // namespace simulator
