// SPDX-License-Identifier: GPL-2.0-only
#include "models/waiting/ddnn-fixed-timer.h"

namespace ns3::ddnn
{

FixedTimer::FixedTimer(const Parameters& parameters) : m_wait(parameters.longest) {}

WaitingRuleType
FixedTimer::GetType()
{
    return {"fixed", "after 'time'", [](const Parameters& parameters) {
                return std::unique_ptr<WaitingRule>(std::make_unique<FixedTimer>(parameters));
            }};
}

Time
FixedTimer::GetWait() const
{
    return m_wait;
}

} // namespace ns3::ddnn
