// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_ANIMATION_OUTPUT_H
#define SIMULATOR_ANIMATION_OUTPUT_H

#include "simulator/outputs/output-type.h"

namespace simulator
{

/// animation.xml for NetAnim (netanim-3.108): the nodes, tier by tier, and every frame that arrives
/// at the node it is for. Leaves out: frames that are lost, acknowledgements of links.
extern const OutputType animationOutput;

} // namespace simulator

#endif // SIMULATOR_ANIMATION_OUTPUT_H
