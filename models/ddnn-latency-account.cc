// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-latency-account.h"

namespace ns3::ddnn
{

Time
LatencyAccount::GetTotal() const
{
    return compute + queue + network + wait;
}

} // namespace ns3::ddnn
