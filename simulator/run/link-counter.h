// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LINK_COUNTER_H
#define SIMULATOR_LINK_COUNTER_H

#include "analysis/records.h"

#include <ns3/data-rate.h>
#include <ns3/net-device.h>
#include <ns3/nstime.h>
#include <ns3/packet.h>

#include <cstdint>
#include <string>
#include <vector>

namespace simulator
{

/// Counts what one net device puts on its medium, by kind. Every byte is of one kind: bytes of
/// scores and features are payload, what is before them in their frames is header, frames without
/// any are control. So the kinds sum to the total.
class LinkCounter
{
  public:
    explicit LinkCounter(const ns3::DataRate& rate);
    LinkCounter(const LinkCounter&) = delete;
    LinkCounter& operator=(const LinkCounter&) = delete;

    /// Listens to the devices.
    void Connect(const ns3::Ptr<ns3::NetDevice>& sender, const ns3::Ptr<ns3::NetDevice>& receiver);

    /// Rows of links.csv.
    /// \param duration of the run, for the utilization; a frame that is still being sent then
    /// counts as a whole, and so does its time
    std::vector<analysis::LinkRecord> GetRecords(const std::string& link,
                                                 const std::string& direction,
                                                 ns3::Time duration) const;

  private:
    struct Count
    {
        std::uint64_t bytes = 0;
        std::uint64_t packets = 0;
    };

    void Transmit(ns3::Ptr<const ns3::Packet> frame);
    void Drop(ns3::Ptr<const ns3::Packet> frame);

    Count m_payload;
    Count m_header;
    Count m_control;
    Count m_total;
    std::uint64_t m_dropped = 0;
    ns3::DataRate m_rate;
    ns3::Time m_busy;    //!< sum of transmission times
    ns3::Time m_lastEnd; //!< end of the latest transmission
};

} // namespace simulator

#endif // SIMULATOR_LINK_COUNTER_H
