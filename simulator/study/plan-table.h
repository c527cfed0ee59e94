// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_PLAN_TABLE_H
#define SIMULATOR_PLAN_TABLE_H

#include "simulator/study/study-plan.h"

#include <ostream>

namespace simulator
{

/// What a study would simulate, for people: a line for each variant, at most 40, and the number of
/// runs.
void WritePlan(std::ostream& stream, const StudyPlan& plan);

} // namespace simulator

#endif // SIMULATOR_PLAN_TABLE_H
