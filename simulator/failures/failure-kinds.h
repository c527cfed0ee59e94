// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_FAILURE_KINDS_H
#define SIMULATOR_FAILURE_KINDS_H

#include "simulator/failures/failure-kind.h"

namespace simulator
{

// Each in the file of its name.

extern const FailureKind nodeOff;
extern const FailureKind linkDown;
extern const FailureKind linkDegrade;
extern const FailureKind linkLoss;
extern const FailureKind cameraFrozen;
extern const FailureKind cameraBlank;
extern const FailureKind cameraNoisy;
extern const FailureKind cameraCovered;
extern const FailureKind processorSlow;

} // namespace simulator

#endif // SIMULATOR_FAILURE_KINDS_H
