// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-waiting-rule.h"

namespace ns3::ddnn
{

WaitingRule::WaitingRule(std::uint32_t children, std::uint32_t suspectAfter)
    : m_suspectAfter(suspectAfter), m_missed(children, 0)
{
}

void
WaitingRule::Reported(std::uint32_t child)
{
    m_missed.at(child) = 0;
}

void
WaitingRule::Closed(const std::vector<bool>& arrived)
{
    for (std::size_t child = 0; child < m_missed.size(); ++child)
    {
        m_missed[child] = arrived[child] ? 0 : m_missed[child] + 1;
    }
}

bool
WaitingRule::IsComplete(const std::vector<bool>& arrived) const
{
    for (std::uint32_t child = 0; child < m_missed.size(); ++child)
    {
        if (!arrived[child] && !IsSuspected(child))
        {
            return false;
        }
    }
    return true;
}

bool
WaitingRule::IsSuspected(std::uint32_t child) const
{
    return m_suspectAfter > 0 && m_missed.at(child) >= m_suspectAfter;
}

} // namespace ns3::ddnn
