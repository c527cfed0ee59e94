// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_TRAFFIC_BY_SECOND_H
#define SIMULATOR_TRAFFIC_BY_SECOND_H

#include "analysis/records.h"

#include <ns3/nstime.h>

#include <cstdint>
#include <vector>

namespace simulator
{

/// Sums what all links carry in each second since the first capture. Time does not go back: a byte
/// costs a comparison and an addition, a second without traffic nothing.
class TrafficBySecond
{
  public:
    /// Before the first byte.
    void Begin(ns3::Time firstCapture);

    /// \param now not before the first capture
    void AddWire(ns3::Time now, std::uint64_t bytes)
    {
        if (now >= m_end)
        {
            OpenSecond(now);
        }
        m_records.back().wireBytes += bytes;
    }

    /// Payload of the bytes that were added last.
    void AddPayload(std::uint64_t bytes)
    {
        m_records.back().payloadBytes += bytes;
    }

    /// The seconds with traffic, in order.
    const std::vector<analysis::TrafficRecord>& GetRecords() const;

  private:
    void OpenSecond(ns3::Time now);

    ns3::Time m_begin;
    ns3::Time m_end; //!< of the latest second
    std::vector<analysis::TrafficRecord> m_records;
};

} // namespace simulator

#endif // SIMULATOR_TRAFFIC_BY_SECOND_H
