// SPDX-License-Identifier: GPL-2.0-only
#include "models/waiting/ddnn-quorum.h"

namespace ns3::ddnn
{

Quorum::Quorum(const Parameters& parameters)
    : FixedTimer(parameters), m_enough(parameters.quorum.value_or(parameters.children / 2 + 1))
{
}

WaitingRuleType
Quorum::GetType()
{
    return {"quorum",
            "as soon as 'quorum' inputs have come, or after 'time'",
            [](const Parameters& parameters) {
                return std::unique_ptr<WaitingRule>(std::make_unique<Quorum>(parameters));
            }};
}

bool
Quorum::IsEnough(std::uint32_t arrived) const
{
    return arrived >= m_enough;
}

} // namespace ns3::ddnn
