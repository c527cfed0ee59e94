// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/lr-wpan-link.h"

#include "simulator/links/lr-wpan-medium.h"
#include "simulator/scenario/key-types.h"

namespace simulator
{

namespace
{

/// More devices than these were not tried with ns-3.37.
constexpr std::size_t mostDevices = 100;

std::any
MakeDefaults(const std::string& /*link*/)
{
    return LrWpanSettings{};
}

/// Ranges and defaults: IEEE 802.15.4-2006, table 86.
void
AddAccessKeys(KeyTable& table, const std::string& path, LrWpanSettings& settings)
{
    table.Add(MakeIntegerKey(JoinPath(path, "retries"),
                             settings.retries,
                             {0, 7},
                             "How often a frame is repeated that is not acknowledged "
                             "(macMaxFrameRetries)."));
    table.Add(MakeIntegerKey(JoinPath(path, "backoffs"),
                             settings.backoffs,
                             {0, 5},
                             "How often a node that finds the medium busy waits again before it "
                             "gives the frame up (macMaxCSMABackoffs)."));
    table.Add(MakeIntegerKey(JoinPath(path, "min_backoff_exponent"),
                             settings.minBackoffExponent,
                             {0, 8},
                             "A node first waits for less than 2 to the power of this slots of "
                             "320us (macMinBE)."));
    table.Add(MakeIntegerKey(JoinPath(path, "max_backoff_exponent"),
                             settings.maxBackoffExponent,
                             {3, 8},
                             "The exponent grows by one each time the medium is busy, up to this "
                             "(macMaxBE)."));
}

void
AddKeys(KeyTable& table, const std::string& path, std::any& values)
{
    auto& settings = std::any_cast<LrWpanSettings&>(values);
    AddRadioKeys(table,
                 path,
                 settings.radio,
                 {1000,
                  {-40, 36},
                  "From each lower node to the upper one.",
                  "Transmit power of every node."});
    AddAccessKeys(table, path, settings);
    table.Add(MakeNumberKey(JoinPath(path, "loss"),
                            settings.loss,
                            {0, 1},
                            "Probability that a node loses a frame that it has received well, in "
                            "addition to the losses of the radio."));
    AddBurstKeys(table, path, settings.burst);
    table.Add(MakeIntegerKey(JoinPath(path, "queue"),
                             settings.queue,
                             {1, 1'000'000},
                             "Frames that may wait for the medium, each node; more are dropped."));
}

std::optional<LinkRefusal>
Check(const std::any& values, std::size_t lowerNodes)
{
    if (lowerNodes > mostDevices)
    {
        return LinkRefusal{
            "type",
            std::to_string(lowerNodes) + " devices on one lr-wpan channel, expected at most " +
                std::to_string(mostDevices) + ": use p2p, or a network with several groups"};
    }
    const auto& settings = std::any_cast<const LrWpanSettings&>(values);
    if (settings.minBackoffExponent > settings.maxBackoffExponent)
    {
        return LinkRefusal{"min_backoff_exponent",
                           std::to_string(settings.minBackoffExponent) +
                               " is above max_backoff_exponent, expected at most " +
                               std::to_string(settings.maxBackoffExponent)};
    }
    return std::nullopt;
}

Medium
Install(const std::any& values, const MediumPlace& place)
{
    return MakeLrWpanMedium(std::any_cast<const LrWpanSettings&>(values), place);
}

const char*
GetInterface(const std::string& /*link*/)
{
    return "cc2420";
}

} // namespace

const LinkType lrWpanLink = {
    "lr-wpan",
    "IEEE 802.15.4 at 2.4 GHz, always 250 kbit/s, with 6LoWPAN: a group of devices around their "
    "gateway on one channel; CSMA/CA, acknowledgements and retransmissions, path loss. The whole "
    "deployment then uses IPv6.",
    "IEEE 802.15.4-2006: retries, backoffs and their exponents; assumed: 10 m, 0 dBm, exponent 3, "
    "queues of 100 frames",
    LinkType::Reach::Group,
    MakeDefaults,
    AddKeys,
    Check,
    Install,
    GetInterface,
    LinkCargo::OnlyIpv6,
    LinkFraming::OnePacket,
    LinkFailures::PathLoss};

} // namespace simulator
