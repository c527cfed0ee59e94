// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_SUSPICION_H
#define DDNN_SUSPICION_H

#include <cstdint>
#include <optional>
#include <vector>

namespace ns3::ddnn
{

/// Whom an aggregation point believes dead and no longer waits for.
///
/// A child that missed `suspectAfter` samples in a row is believed dead and no longer waited for,
/// until it reports again. A sample does not count as missed if the child has reported a younger
/// one when the wait for it is over: the child has come back since. How long to wait for the others
/// is the business of WaitingRule.
class Suspicion
{
  public:
    /// \param suspectAfter samples missed in a row; 0: nobody is ever suspected
    Suspicion(std::uint32_t children, std::uint32_t suspectAfter);

    /// A child reported a sample, in time or late: it lives.
    void Reported(std::uint32_t child, std::uint32_t sample);
    /// A sample is closed; the children that have not reported it, or a younger one, missed it.
    /// \return those that are suspected from now on
    std::vector<std::uint32_t> Closed(std::uint32_t sample);
    /// Someone who is believed alive and not in `arrived`, if there is anyone.
    /// \param first where to begin to look, downwards and around. Who passes the last result looks
    /// at every child about once in all.
    std::optional<std::uint32_t> FindAwaited(const std::vector<bool>& arrived,
                                             std::uint32_t first) const;
    /// Whether everyone who is believed alive is in `arrived`.
    bool IsComplete(const std::vector<bool>& arrived) const;
    bool IsSuspected(std::uint32_t child) const;

  private:
    std::uint32_t m_suspectAfter;
    std::vector<std::uint32_t> m_missed; //!< samples missed in a row, by child
    std::vector<std::uint32_t> m_next;   //!< the sample behind the youngest reported, by child
};

} // namespace ns3::ddnn

#endif // DDNN_SUSPICION_H
