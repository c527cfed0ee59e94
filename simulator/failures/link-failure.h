// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LINK_FAILURE_H
#define SIMULATOR_LINK_FAILURE_H

#include "simulator/failures/failure-kind.h"

namespace simulator
{

/// Puts a link into a condition: what failures of links have in common.
class LinkFailure : public Failure
{
  public:
    LinkFailure(const FailingPart& part, const LinkCondition& condition);
    void Begin() override;
    void End() override;

  private:
    std::shared_ptr<LinkConditions> m_link;
    LinkCondition m_condition;
};

/// For kinds whose settings are a LinkCondition.
std::any MakeLinkCondition();
std::unique_ptr<Failure> CreateLinkFailure(const std::any& values, const FailingPart& part);

} // namespace simulator

#endif // SIMULATOR_LINK_FAILURE_H
