// SPDX-License-Identifier: GPL-2.0-only
#include "models/waiting/ddnn-suspicion.h"

#include <algorithm>

namespace ns3::ddnn
{

Suspicion::Suspicion(std::uint32_t children, std::uint32_t suspectAfter)
    : m_suspectAfter(suspectAfter), m_missed(children, 0), m_next(children, 0)
{
}

void
Suspicion::Reported(std::uint32_t child, std::uint32_t sample)
{
    m_missed.at(child) = 0;
    m_next[child] = std::max(m_next[child], sample + 1);
}

std::vector<std::uint32_t>
Suspicion::Closed(std::uint32_t sample)
{
    std::vector<std::uint32_t> suspected;
    for (std::uint32_t child = 0; child < m_missed.size(); ++child)
    {
        if (m_next[child] > sample)
        {
            continue;
        }
        ++m_missed[child];
        if (m_suspectAfter > 0 && m_missed[child] == m_suspectAfter)
        {
            suspected.push_back(child);
        }
    }
    return suspected;
}

std::optional<std::uint32_t>
Suspicion::FindAwaited(const std::vector<bool>& arrived, std::uint32_t first) const
{
    const auto count = static_cast<std::uint32_t>(m_missed.size());
    std::uint32_t child = first;
    for (std::uint32_t looked = 0; looked < count; ++looked)
    {
        if (!arrived[child] && !IsSuspected(child))
        {
            return child;
        }
        child = child > 0 ? child - 1 : count - 1;
    }
    return std::nullopt;
}

bool
Suspicion::IsComplete(const std::vector<bool>& arrived) const
{
    return !FindAwaited(arrived, 0);
}

bool
Suspicion::IsSuspected(std::uint32_t child) const
{
    return m_suspectAfter > 0 && m_missed.at(child) >= m_suspectAfter;
}

} // namespace ns3::ddnn
