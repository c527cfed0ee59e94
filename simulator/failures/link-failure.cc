// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/failures/link-failure.h"

namespace simulator
{

LinkFailure::LinkFailure(const FailingPart& part, const LinkCondition& condition)
    : m_link(part.link), m_condition(condition)
{
}

void
LinkFailure::Begin()
{
    m_link->Add(m_condition);
}

void
LinkFailure::End()
{
    m_link->Remove(m_condition);
}

std::any
MakeLinkCondition()
{
    return LinkCondition{};
}

std::unique_ptr<Failure>
CreateLinkFailure(const std::any& values, const FailingPart& part)
{
    return std::make_unique<LinkFailure>(part, std::any_cast<const LinkCondition&>(values));
}

} // namespace simulator
