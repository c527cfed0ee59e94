// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_PLAN_TABLE_H
#define SIMULATOR_PLAN_TABLE_H

#include "simulator/study/study-plan.h"

#include <ostream>

namespace simulator
{

/// What a study would simulate, for people: a line for each variant, at most 40, and the number of
/// runs.
/// \param shard only its runs, and the variants that have some
void WritePlan(std::ostream& stream, const StudyPlan& plan, const Shard& shard);

} // namespace simulator

#endif // SIMULATOR_PLAN_TABLE_H
