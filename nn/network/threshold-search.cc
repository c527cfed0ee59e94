// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/threshold-search.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace nn
{

namespace
{

/// 1, 0.99, ..., 0; or nothing to choose from.
std::vector<double>
MakeGrid(bool exit, double other)
{
    std::vector<double> grid;
    for (int hundredth = 100; exit && hundredth >= 0; --hundredth)
    {
        grid.push_back(hundredth / 100.0);
    }
    return exit ? grid : std::vector<double>{other};
}

} // namespace

Thresholds
FindMostAccurateThresholds(const Evaluation& evaluation)
{
    const NetworkDescription& network = evaluation.GetDescription();
    Thresholds best;
    double highest = -1;
    for (const double local : MakeGrid(network.HasLocalExit(), best.local))
    {
        for (const double edge : MakeGrid(network.HasEdges(), best.edge))
        {
            const double accuracy = evaluation.GetResult({local, edge}).accuracy;
            if (accuracy > highest)
            {
                highest = accuracy;
                best = {local, edge};
            }
        }
    }
    return best;
}

double
GetThresholdForShare(const Evaluation& evaluation, double share)
{
    const bool local = evaluation.GetDescription().HasLocalExit();
    std::vector<double> entropies;
    for (const SampleEvaluation& sample : evaluation.GetSamples())
    {
        entropies.push_back((local ? sample.local : sample.edge).entropy);
    }
    std::sort(entropies.begin(), entropies.end());
    const auto count = std::lround(share * static_cast<double>(entropies.size()));
    return count == 0 ? -1 : entropies.at(count - 1);
}

} // namespace nn
