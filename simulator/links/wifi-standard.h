// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_WIFI_STANDARD_H
#define SIMULATOR_WIFI_STANDARD_H

#include <ns3/wifi-phy-band.h>
#include <ns3/wifi-standards.h>

#include <cstdint>
#include <string>
#include <vector>

namespace simulator
{

/// A band, and what ns-3 calls its lowest mandatory rate, for acknowledgements and beacons.
struct WifiBand
{
    const char* name;
    ns3::WifiPhyBand id;
    const char* controlMode;
};

/// What one of the standards allows with one antenna.
struct WifiStandard
{
    const char* name;
    ns3::WifiStandard id;
    std::vector<std::string> bands;
    std::vector<std::string> widths;
    const char* modePrefix;    //!< of ns-3's names of modulation and coding schemes: "HtMcs"
    std::uint32_t modulations; //!< mcs0 to one less than this
};

const std::vector<WifiBand>& GetWifiBands();
const std::vector<WifiStandard>& GetWifiStandards();

/// Channel widths of any standard, "20MHz" first.
const std::vector<std::string>& GetWifiWidths();

/// "auto", "mcs0", ... of any standard.
std::vector<std::string> GetWifiModulations();

/// \throw std::out_of_range if there is none of this name: the parser has checked names
const WifiBand& GetWifiBand(const std::string& name);
const WifiStandard& GetWifiStandard(const std::string& name);

/// Megahertz of "20MHz".
std::uint32_t GetMegahertz(const std::string& width);

/// Number of "mcs7". \param modulation not auto
std::uint32_t GetMcs(const std::string& modulation);

} // namespace simulator

#endif // SIMULATOR_WIFI_STANDARD_H
