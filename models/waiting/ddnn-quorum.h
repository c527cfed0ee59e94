// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_QUORUM_H
#define DDNN_QUORUM_H

#include "models/waiting/ddnn-fixed-timer.h"

namespace ns3::ddnn
{

/// So many inputs are enough, whoever sent them: k of n. Those that come later are late. A sample
/// that has fewer waits as with FixedTimer. With fewer children than the quorum, all are needed.
class Quorum : public FixedTimer
{
  public:
    explicit Quorum(const Parameters& parameters);

    static WaitingRuleType GetType();

    bool IsEnough(std::uint32_t arrived) const override;

  private:
    std::uint32_t m_enough;
};

} // namespace ns3::ddnn

#endif // DDNN_QUORUM_H
