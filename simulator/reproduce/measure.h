// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_MEASURE_H
#define SIMULATOR_MEASURE_H

#include "analysis/comparison-table.h"
#include "simulator/reproduce/training.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace simulator
{

/// A cell of text.
analysis::ComparisonCell Label(const std::string& text);

/// A cell of one number per result.
analysis::ComparisonCell Measure(const std::vector<TrainingResult>& results,
                                 const std::function<double(const TrainingResult&)>& number,
                                 std::optional<double> published = {});

// Numbers of a network of configuration (c), nothing failed. Accuracies in percent.
double GetLocalPercent(const TrainingResult& result);
double GetCloudPercent(const TrainingResult& result);
double GetOverallPercent(const TrainingResult& result); //!< at the paper's threshold
double GetExitPercent(const TrainingResult& result);    //!< at the paper's threshold

} // namespace simulator

#endif // SIMULATOR_MEASURE_H
