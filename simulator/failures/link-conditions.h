// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LINK_CONDITIONS_H
#define SIMULATOR_LINK_CONDITIONS_H

#include "simulator/links/link-condition.h"

#include <vector>

namespace simulator
{

/// All that one link suffers from at the same time. A frame is lost if any of the conditions loses
/// it: 1 - (1 - a)(1 - b) of two. Path losses add up. Rate and delay are those of the condition
/// that was added last.
class LinkConditions
{
  public:
    explicit LinkConditions(SetLinkCondition set);

    /// \param condition must stay until it is removed
    void Add(const LinkCondition& condition);
    void Remove(const LinkCondition& condition);

  private:
    void Apply() const;

    SetLinkCondition m_set;
    std::vector<const LinkCondition*> m_conditions;
};

} // namespace simulator

#endif // SIMULATOR_LINK_CONDITIONS_H
