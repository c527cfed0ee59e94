// SPDX-License-Identifier: GPL-2.0-only
#include "models/waiting/ddnn-waiting-rule.h"

#include "models/waiting/ddnn-adaptive-timer.h"
#include "models/waiting/ddnn-fixed-timer.h"
#include "models/waiting/ddnn-quorum.h"

namespace ns3::ddnn
{

bool
WaitingRule::IsEnough(std::uint32_t /*arrived*/) const
{
    return false;
}

void
WaitingRule::Measured(Time /*spread*/)
{
}

const std::vector<WaitingRuleType>&
GetWaitingRuleTypes()
{
    static const std::vector<WaitingRuleType> types = {
        FixedTimer::GetType(),
        AdaptiveTimer::GetType(),
        Quorum::GetType(),
    };
    return types;
}

} // namespace ns3::ddnn
