// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/study-plan.h"

namespace simulator
{

std::vector<VariantRuns>
FindVariants(const std::vector<PlannedRun>& runs)
{
    std::vector<VariantRuns> variants;
    for (std::size_t i = 0; i < runs.size(); ++i)
    {
        if (i == 0 || runs[i].scenario != runs[i - 1].scenario)
        {
            variants.push_back({i, 0});
        }
        ++variants.back().count;
    }
    return variants;
}

} // namespace simulator
