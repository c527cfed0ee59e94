// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/reproduce/measure.h"

#include "simulator/reproduce/paper-networks.h"

#include <algorithm>

namespace simulator
{

using analysis::ComparisonCell;

ComparisonCell
Label(const std::string& text)
{
    return {text, {}, {}};
}

ComparisonCell
Measure(const std::vector<TrainingResult>& results,
        const std::function<double(const TrainingResult&)>& number,
        std::optional<double> published)
{
    ComparisonCell cell{"", {}, published};
    std::transform(results.begin(), results.end(), std::back_inserter(cell.values), number);
    return cell;
}

double
GetLocalPercent(const TrainingResult& result)
{
    return 100 * result.evaluation.GetLocalAccuracy();
}

double
GetCloudPercent(const TrainingResult& result)
{
    return 100 * result.evaluation.GetCloudAccuracy();
}

double
GetOverallPercent(const TrainingResult& result)
{
    return 100 * result.evaluation.GetResult({paperThreshold, 1}).accuracy;
}

double
GetExitPercent(const TrainingResult& result)
{
    return 100 * result.evaluation.GetResult({paperThreshold, 1}).local;
}

} // namespace simulator
