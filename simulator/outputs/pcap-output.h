// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_PCAP_OUTPUT_H
#define SIMULATOR_PCAP_OUTPUT_H

#include "simulator/outputs/output-type.h"

namespace simulator
{

/// Captures: every frame that a device of a link puts on it, at the time it begins to, whether or
/// not it arrives. One file a link, LINK.pcap, with times in nanoseconds.
extern const OutputType pcapOutput;

} // namespace simulator

#endif // SIMULATOR_PCAP_OUTPUT_H
