// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_WIFI_STAR_H
#define TESTS_WIFI_STAR_H

#include "simulator/links/wifi-link.h"
#include "star.h"

#include <string>

/// mcs7, 30 m.
inline simulator::WifiSettings
MakeWifiSettings(const std::string& mode)
{
    simulator::WifiSettings settings;
    settings.mode = mode;
    settings.modulation = "mcs7";
    settings.radio.distance = 30;
    return settings;
}

/// A star whose addresses are known and whose stations are associated after 3 s.
class WifiStar : public Star
{
  public:
    WifiStar(const simulator::WifiSettings& settings, std::uint32_t lowerNodes)
        : Star({"wifi", settings}, lowerNodes)
    {
        for (std::uint32_t i = 0; i < lowerNodes; ++i)
        {
            SendUp(ns3::Seconds(2) + ns3::MilliSeconds(10 * i), i, 12);
        }
        ns3::Simulator::Stop(ns3::Seconds(3));
        ns3::Simulator::Run();
    }

    /// Beacons go on for ever.
    void RunFor(ns3::Time time)
    {
        arrivals.clear();
        ns3::Simulator::Stop(time);
        ns3::Simulator::Run();
    }
};

#endif // TESTS_WIFI_STAR_H
