// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_FIXED_TIMER_H
#define DDNN_FIXED_TIMER_H

#include "models/waiting/ddnn-waiting-rule.h"

namespace ns3::ddnn
{

/// Every sample waits equally long for everyone.
class FixedTimer : public WaitingRule
{
  public:
    explicit FixedTimer(const Parameters& parameters);

    static WaitingRuleType GetType();

    Time GetWait() const override;

  private:
    Time m_wait;
};

} // namespace ns3::ddnn

#endif // DDNN_FIXED_TIMER_H
