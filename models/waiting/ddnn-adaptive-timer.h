// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_ADAPTIVE_TIMER_H
#define DDNN_ADAPTIVE_TIMER_H

#include "models/waiting/ddnn-waiting-rule.h"

namespace ns3::ddnn
{

/// Waits a little longer than inputs are usually apart, as TCP does for acknowledgements (RFC 6298,
/// section 2, with the spread of a sample's inputs in place of the round-trip time). With R a
/// measured spread:
///
///     first R:  srtt = R,                        rttvar = R / 2
///     later:    rttvar = 3/4 rttvar + 1/4 |srtt - R|,  then  srtt = 7/8 srtt + 1/8 R
///     wait:     srtt + max(granularity, 4 rttvar), at most `longest`
///
/// Behind inputs that are always equally far apart rttvar goes to zero; without the granularity the
/// wait would end at the very moment at which the last input comes.
///
/// Until the first measurement it waits `longest`. Inputs that come after their sample was closed
/// are measured, too; so a wait that was too short grows.
///
/// Leaves out: the back-off after a timer that expired (section 5.5). TCP needs it because it
/// cannot tell which of two copies was acknowledged; here every input names its sample.
class AdaptiveTimer : public WaitingRule
{
  public:
    explicit AdaptiveTimer(const Parameters& parameters);

    static WaitingRuleType GetType();

    Time GetWait() const override;
    void Measured(Time spread) override;

  private:
    Time m_longest;
    Time m_granularity;
    bool m_isMeasured = false;
    std::int64_t m_smoothed = 0;  //!< srtt, in ns
    std::int64_t m_variation = 0; //!< rttvar, in ns
};

} // namespace ns3::ddnn

#endif // DDNN_ADAPTIVE_TIMER_H
