// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_RUN_WORK_H
#define SIMULATOR_RUN_WORK_H

#include "simulator/study/study-plan.h"
#include "simulator/study/workers.h"

namespace simulator
{

/// What workers do for a study: piece number i is run i of the plan, its result an encoded
/// RunOutput. The plan must outlive it.
Workers::Work MakeRunWork(const StudyPlan& plan);

} // namespace simulator

#endif // SIMULATOR_RUN_WORK_H
