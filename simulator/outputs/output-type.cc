// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/outputs/output-type.h"

#include "simulator/outputs/animation-output.h"
#include "simulator/outputs/flow-monitor-output.h"
#include "simulator/outputs/pcap-output.h"

namespace simulator
{

const std::vector<OutputType>&
GetOutputTypes()
{
    static const std::vector<OutputType> types = {
        pcapOutput,
        animationOutput,
        flowMonitorOutput,
    };
    return types;
}

} // namespace simulator
