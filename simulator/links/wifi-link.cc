// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/wifi-link.h"

#include "simulator/links/wifi-medium.h"
#include "simulator/links/wifi-standard.h"
#include "simulator/scenario/get-names.h"
#include "simulator/scenario/key-types.h"
#include "simulator/scenario/text-keys.h"
#include "simulator/scenario/text.h"

#include <algorithm>

namespace simulator
{

namespace
{

/// More stations than these were not tried with ns-3.37.
constexpr std::size_t mostStations = 60;

std::any
MakeDefaults(const std::string& /*link*/)
{
    return WifiSettings{};
}

void
AddChannelKeys(KeyTable& table, const std::string& path, WifiSettings& settings)
{
    table.Add(MakeWordKey(JoinPath(path, "standard"),
                          settings.standard,
                          GetNames(GetWifiStandards()),
                          "Which IEEE 802.11."));
    table.Add(MakeWordKey(JoinPath(path, "mode"),
                          settings.mode,
                          {"infrastructure", "ad-hoc"},
                          "Whether the upper node is the access point, or all nodes are equal."));
    table.Add(MakeWordKey(
        JoinPath(path, "band"), settings.band, GetNames(GetWifiBands()), "Where the channel is."));
    table.Add(MakeWordKey(
        JoinPath(path, "width"), settings.width, GetWifiWidths(), "Width of the channel."));
    table.Add(MakeWordKey(JoinPath(path, "modulation"),
                          settings.modulation,
                          GetWifiModulations(),
                          "Modulation and coding of data frames; auto: the fastest that the signal "
                          "to noise ratio bears (ns-3's Ideal rate manager)."));
}

void
AddPlaceKeys(KeyTable& table, const std::string& path, WifiSettings& settings)
{
    AddRadioKeys(table,
                 path,
                 settings.radio,
                 {1000,
                  {-20, 36},
                  "From each device to the access point.",
                  "Transmit power of every node."});
    table.Add(
        MakePointsKey(JoinPath(path, "positions"),
                      settings.positions,
                      {-1000, 1000},
                      "Where the devices of a group stand, in the order of their numbers: metres "
                      "to the east and north of the access point. Without it, distance decides."));
}

void
AddKeys(KeyTable& table, const std::string& path, std::any& values)
{
    auto& settings = std::any_cast<WifiSettings&>(values);
    AddChannelKeys(table, path, settings);
    AddPlaceKeys(table, path, settings);
    table.Add(MakeNumberKey(
        JoinPath(path, "loss"),
        settings.loss,
        {0, 1},
        "Probability that a node loses a frame with data that it has received well, in "
        "addition to the losses of the radio."));
    AddBurstKeys(table, path, settings.burst);
    table.Add(MakeIntegerKey(
        JoinPath(path, "queue"),
        settings.queue,
        {2, 1'000'000},
        "Frames that may wait for the medium, each node; more are dropped. With one place "
        "an access point could not answer a device that asks for its address."));
}

bool
Contains(const std::vector<std::string>& words, const std::string& word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<LinkRefusal>
CheckModulation(const WifiSettings& settings)
{
    if (settings.modulation == "auto")
    {
        return std::nullopt;
    }
    const WifiStandard& standard = GetWifiStandard(settings.standard);
    const std::uint32_t mcs = GetMcs(settings.modulation);
    if (mcs >= standard.modulations)
    {
        return LinkRefusal{"modulation",
                           settings.standard + " has no " + settings.modulation +
                               ", expected auto or mcs0 to mcs" +
                               std::to_string(standard.modulations - 1)};
    }
    // 802.11ac, 21.5: with one stream, 20 MHz hold no whole number of bits of mcs9.
    if (standard.id == ns3::WIFI_STANDARD_80211ac && mcs == 9 && settings.width == "20MHz")
    {
        return LinkRefusal{"modulation",
                           "802.11ac has no mcs9 at 20MHz, expected auto or mcs0 to mcs8"};
    }
    return std::nullopt;
}

std::optional<LinkRefusal>
CheckPositions(const WifiSettings& settings, std::size_t lowerNodes)
{
    const std::size_t count = settings.positions.size();
    if (count == 0 || count == lowerNodes)
    {
        return std::nullopt;
    }
    return LinkRefusal{
        "positions",
        std::to_string(count) +
            " positions, expected none or one for each device: " + std::to_string(lowerNodes)};
}

std::optional<LinkRefusal>
CheckChannel(const WifiSettings& settings)
{
    const WifiStandard& standard = GetWifiStandard(settings.standard);
    if (!Contains(standard.bands, settings.band))
    {
        return LinkRefusal{"band",
                           settings.standard + " is not made for " + settings.band + ", expected " +
                               JoinAlternatives(standard.bands)};
    }
    std::vector<std::string> widths = standard.widths;
    if (settings.band == "2.4GHz")
    {
        widths = {"20MHz", "40MHz"}; // the band is 83.5 MHz wide
    }
    if (!Contains(widths, settings.width))
    {
        return LinkRefusal{"width",
                           settings.standard + " at " + settings.band + " has no channels of " +
                               settings.width + ", expected " + JoinAlternatives(widths)};
    }
    return CheckModulation(settings);
}

std::optional<LinkRefusal>
Check(const std::any& values, std::size_t lowerNodes)
{
    if (lowerNodes > mostStations)
    {
        return LinkRefusal{
            "type",
            std::to_string(lowerNodes) + " devices at one access point, expected at most " +
                std::to_string(mostStations) + ": use p2p, or a network with several groups"};
    }
    const auto& settings = std::any_cast<const WifiSettings&>(values);
    const auto refusal = CheckChannel(settings);
    return refusal ? refusal : CheckPositions(settings, lowerNodes);
}

Medium
Install(const std::any& values, const MediumPlace& place)
{
    return MakeWifiMedium(std::any_cast<const WifiSettings&>(values), place);
}

const char*
GetInterface(const std::string& /*link*/)
{
    return "wifi-ns3";
}

} // namespace

const LinkType wifiLink = {
    "wifi",
    "IEEE 802.11n, ac or ax with one antenna: a group of devices around their gateway, the access "
    "point, or ad hoc; CSMA/CA, acknowledgements and retransmissions, rate by signal to noise, "
    "path loss.",
    "assumed: 802.11n, 20MHz at 5GHz, 20 m; 16 dBm, exponent 3, queues of 500 frames as ns-3",
    LinkType::Reach::Group,
    MakeDefaults,
    AddKeys,
    Check,
    Install,
    GetInterface,
    LinkCargo::AnyFrame,
    LinkFraming::OnePacket,
    LinkFailures::PathLoss};

} // namespace simulator
