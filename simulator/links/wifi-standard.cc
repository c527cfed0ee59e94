// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/wifi-standard.h"

#include <stdexcept>

namespace simulator
{

namespace
{

template <typename T>
const T&
FindByName(const std::vector<T>& all, const std::string& name)
{
    for (const T& one : all)
    {
        if (name == one.name)
        {
            return one;
        }
    }
    throw std::out_of_range("no wifi " + name);
}

} // namespace

const std::vector<WifiBand>&
GetWifiBands()
{
    static const std::vector<WifiBand> bands = {
        {"2.4GHz", ns3::WIFI_PHY_BAND_2_4GHZ, "ErpOfdmRate6Mbps"},
        {"5GHz", ns3::WIFI_PHY_BAND_5GHZ, "OfdmRate6Mbps"},
        {"6GHz", ns3::WIFI_PHY_BAND_6GHZ, "OfdmRate6Mbps"},
    };
    return bands;
}

const std::vector<WifiStandard>&
GetWifiStandards()
{
    static const std::vector<WifiStandard> standards = {
        {"802.11n", ns3::WIFI_STANDARD_80211n, {"2.4GHz", "5GHz"}, {"20MHz", "40MHz"}, "HtMcs", 8},
        {"802.11ac", ns3::WIFI_STANDARD_80211ac, {"5GHz"}, GetWifiWidths(), "VhtMcs", 10},
        {"802.11ax",
         ns3::WIFI_STANDARD_80211ax,
         {"2.4GHz", "5GHz", "6GHz"},
         GetWifiWidths(),
         "HeMcs",
         12},
    };
    return standards;
}

const std::vector<std::string>&
GetWifiWidths()
{
    static const std::vector<std::string> widths = {"20MHz", "40MHz", "80MHz", "160MHz"};
    return widths;
}

std::vector<std::string>
GetWifiModulations()
{
    std::vector<std::string> names = {"auto"};
    for (std::uint32_t mcs = 0; mcs < GetWifiStandards().back().modulations; ++mcs)
    {
        names.push_back("mcs" + std::to_string(mcs));
    }
    return names;
}

const WifiBand&
GetWifiBand(const std::string& name)
{
    return FindByName(GetWifiBands(), name);
}

const WifiStandard&
GetWifiStandard(const std::string& name)
{
    return FindByName(GetWifiStandards(), name);
}

std::uint32_t
GetMegahertz(const std::string& width)
{
    return static_cast<std::uint32_t>(std::stoul(width));
}

std::uint32_t
GetMcs(const std::string& modulation)
{
    return static_cast<std::uint32_t>(std::stoul(modulation.substr(3)));
}

} // namespace simulator
