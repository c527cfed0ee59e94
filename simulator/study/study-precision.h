// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_STUDY_PRECISION_H
#define SIMULATOR_STUDY_PRECISION_H

#include "analysis/run-columns.h"
#include "simulator/study/study-plan.h"
#include "simulator/study/study-store.h"

#include <cstdint>
#include <optional>
#include <string>

namespace simulator
{

/// How well a study has to know a metric.
struct Precision
{
    const analysis::RunColumn* metric = nullptr;
    double halfWidth = 0; //!< of the 95 % confidence interval of its mean, in the column's unit
};

/// "accuracy=0.01". \throw nn::InputError
Precision ParsePrecision(const std::string& text);

/// How many replications every variant should have so that the interval of every variant is narrow
/// enough, as far as can be told from those that are there: the half width shrinks with the root
/// of their number. At least 5, and at most twice as many as there are: the guess is rough at
/// first.
/// \param replications that every variant has
/// \return none: all intervals are narrow enough, or there is nothing to learn from more
std::optional<std::uint32_t> GetReplicationsNeeded(StudyStore& store,
                                                   const Precision& precision,
                                                   std::uint32_t replications);

/// Gives every variant of a plan so many replications, if it has fewer.
void ExtendReplications(StudyPlan& plan, std::uint32_t replications);

} // namespace simulator

#endif // SIMULATOR_STUDY_PRECISION_H
