// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_RUN_END_H
#define SIMULATOR_RUN_END_H

#include "simulator/topology/deployment.h"

#include <ns3/nstime.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <vector>

namespace simulator
{

/// Ends a run in which events never end by themselves: ns-3 stops when no event is left, and a
/// beacon, or a packet of background traffic, is always left.
///
/// The run is over when all samples are captured and answered and no message has been sent or has
/// arrived for a second: what was under way, releases for instance, is there. Samples that are lost
/// are never answered: then it is over after a minute without a message, the longest retransmission
/// timeout of TCP. Looks every second.
///
/// What is measured of such a run ends when it became quiet: radios that beacon for a minute more
/// would make it seem to need more energy than one without losses.
///
/// Background traffic and heartbeats end a second after the last message in any case, and nothing
/// fails or recovers any more: the rest of the minute is not measured. When all samples are
/// answered, heartbeats end at once: a run does not draw power for longer because of them.
class RunEnd
{
  public:
    /// \param deployment must outlive this
    /// \param samples of all sites
    /// \param quiet called when nothing has been heard for a second, perhaps several times: the
    /// run is over then, unless something is heard again (IsQuiet)
    RunEnd(
        const Deployment& deployment, std::uint64_t samples, std::function<void()> quiet = [] {});
    RunEnd(const RunEnd&) = delete;
    RunEnd& operator=(const RunEnd&) = delete;

    /// Whether nothing has been heard since the last call of `quiet`.
    bool IsQuiet() const;

  private:
    void Connect(const Deployment& deployment);
    void Answer(ns3::ddnn::SampleId id);
    void EndHeartbeats();
    void Hear();
    void Look();

    std::vector<DeployedFlow> m_background;
    std::vector<DeployedHeartbeat> m_heartbeats;
    std::shared_ptr<FailureSchedule> m_failures; //!< null: nothing fails
    std::uint64_t m_samples;
    std::uint64_t m_captured = 0;
    std::set<ns3::ddnn::SampleId> m_answered;
    ns3::Time m_lastMessage;
    std::function<void()> m_quiet;
    bool m_isQuiet = false;
};

} // namespace simulator

#endif // SIMULATOR_RUN_END_H
