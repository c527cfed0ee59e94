// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/presence.h"

#include <algorithm>
#include <cstddef>

namespace nn
{

Presence::Presence(int nodes, int samples)
    : m_samples(samples), m_missing(nodes, std::vector<bool>(samples))
{
}

bool
Presence::IsComplete() const
{
    return m_missing.empty();
}

bool
Presence::Has(int node, int sample) const
{
    return IsComplete() || !m_missing[node][sample];
}

int
Presence::Count(int sample) const
{
    return static_cast<int>(
        std::count_if(m_missing.begin(), m_missing.end(), [&](const std::vector<bool>& missing) {
            return !missing[sample];
        }));
}

void
Presence::Remove(int node, int sample)
{
    m_missing[node][sample] = true;
}

Presence
Presence::Select(const std::vector<int>& nodes) const
{
    Presence result;
    result.m_samples = m_samples;
    for (std::size_t i = 0; !IsComplete() && i < nodes.size(); ++i)
    {
        result.m_missing.push_back(m_missing[nodes[i]]);
    }
    return result;
}

Presence
Presence::Join(const std::vector<std::vector<int>>& groups) const
{
    if (IsComplete())
    {
        return {};
    }
    Presence result(static_cast<int>(groups.size()), m_samples);
    for (std::size_t i = 0; i < groups.size(); ++i)
    {
        const Presence group = Select(groups[i]);
        for (int sample = 0; sample < m_samples; ++sample)
        {
            result.m_missing[i][sample] = group.Count(sample) == 0;
        }
    }
    return result;
}

} // namespace nn
