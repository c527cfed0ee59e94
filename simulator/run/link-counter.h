// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LINK_COUNTER_H
#define SIMULATOR_LINK_COUNTER_H

#include "analysis/records.h"
#include "simulator/links/frame-sink.h"
#include "simulator/run/traffic-by-second.h"

#include <ns3/nstime.h>

#include <cstdint>
#include <string>
#include <vector>

namespace simulator
{

/// Counts what is put on a link in one direction, by kind. Every byte is of one kind: bytes of
/// scores and features are payload, what is around them in their frames is header, frames of
/// background traffic are background, others without payload are control; what the link or TCP
/// sends again is retransmission, what only acknowledges is ack; all frames before the first
/// capture are warmup. So the kinds sum to the total.
class LinkCounter : public FrameSink
{
  public:
    /// \param traffic of all links, in which this one counts, too; must outlive it
    explicit LinkCounter(TrafficBySecond& traffic);

    void Send(const Frame& frame) override;
    void Drop() override;

    /// What is sent before this is `warmup`, whatever it is.
    void SetFirstCapture(ns3::Time time);

    /// Rows of links.csv.
    /// \param end of the run, for the utilization since the first capture; a frame that is still
    /// being sent then counts as a whole, and so does its time
    std::vector<analysis::LinkRecord> GetRecords(const std::string& link,
                                                 const std::string& direction,
                                                 ns3::Time end) const;

  private:
    struct Count
    {
        std::uint64_t bytes = 0;
        std::uint64_t packets = 0;

        void Add(std::uint64_t more)
        {
            bytes += more;
            ++packets;
        }
    };

    void CountOriginal(const ns3::Packet& packet);

    TrafficBySecond& m_traffic;
    ns3::Time m_firstCapture = ns3::Time::Max();
    Count m_warmUp;
    Count m_payload;
    Count m_header;
    Count m_control;
    Count m_background;
    Count m_retransmission;
    Count m_acknowledgement;
    Count m_total;
    std::uint64_t m_dropped = 0;
    ns3::Time m_busy;    //!< sum of air times
    ns3::Time m_lastEnd; //!< end of the latest transmission
};

} // namespace simulator

#endif // SIMULATOR_LINK_COUNTER_H
