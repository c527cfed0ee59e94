// SPDX-License-Identifier: GPL-2.0-only
#include "models/waiting/ddnn-adaptive-timer.h"

#include <algorithm>
#include <cstdlib>

namespace ns3::ddnn
{

AdaptiveTimer::AdaptiveTimer(const Parameters& parameters)
    : m_longest(parameters.longest), m_granularity(parameters.granularity)
{
}

WaitingRuleType
AdaptiveTimer::GetType()
{
    return {"adaptive",
            "after the time by which inputs are usually apart, at most 'time'",
            [](const Parameters& parameters) {
                return std::unique_ptr<WaitingRule>(std::make_unique<AdaptiveTimer>(parameters));
            }};
}

Time
AdaptiveTimer::GetWait() const
{
    if (!m_isMeasured)
    {
        return m_longest;
    }
    const Time margin = std::max(m_granularity, NanoSeconds(4 * m_variation));
    return std::min(NanoSeconds(m_smoothed) + margin, m_longest);
}

void
AdaptiveTimer::Measured(Time spread)
{
    const std::int64_t measured = spread.GetNanoSeconds();
    if (!m_isMeasured)
    {
        m_smoothed = measured;
        m_variation = measured / 2;
        m_isMeasured = true;
        return;
    }
    m_variation = (3 * m_variation + std::abs(m_smoothed - measured)) / 4;
    m_smoothed = (7 * m_smoothed + measured) / 8;
}

} // namespace ns3::ddnn
