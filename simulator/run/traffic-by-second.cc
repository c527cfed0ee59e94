// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/traffic-by-second.h"

namespace simulator
{

void
TrafficBySecond::Begin(ns3::Time firstCapture)
{
    m_begin = firstCapture;
    m_end = firstCapture;
}

void
TrafficBySecond::OpenSecond(ns3::Time now)
{
    constexpr std::int64_t nanosecondsPerSecond = 1'000'000'000;
    const std::int64_t second = (now - m_begin).GetNanoSeconds() / nanosecondsPerSecond;
    m_records.push_back({second});
    m_end = m_begin + ns3::NanoSeconds((second + 1) * nanosecondsPerSecond);
}

const std::vector<analysis::TrafficRecord>&
TrafficBySecond::GetRecords() const
{
    return m_records;
}

} // namespace simulator
