// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_FLOW_MONITOR_OUTPUT_H
#define SIMULATOR_FLOW_MONITOR_OUTPUT_H

#include "simulator/outputs/output-type.h"

namespace simulator
{

/// flow-monitor.xml of ns-3's FlowMonitor: delays, jitter, losses of every flow of IPv4 packets.
/// What has not arrived at the end of the run is lost.
extern const OutputType flowMonitorOutput;

} // namespace simulator

#endif // SIMULATOR_FLOW_MONITOR_OUTPUT_H
