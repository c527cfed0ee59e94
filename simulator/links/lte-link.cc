// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/lte-link.h"

#include "simulator/links/lte-cell.h"
#include "simulator/scenario/key-types.h"
#include "simulator/scenario/text-keys.h"

#include <memory>

namespace simulator
{

namespace
{

/// More UEs were not found to work: with 320, ns-3.37's scheduler aborts.
constexpr std::size_t mostUes = 160;

std::any
MakeDefaults(const std::string& /*link*/)
{
    return std::make_any<LteSettings>();
}

void
AddCellKeys(KeyTable& table, const std::string& path, LteSettings& settings)
{
    table.Add(MakeWordKey(JoinPath(path, "bandwidth"),
                          settings.bandwidth,
                          GetLteBandwidths(),
                          "Bandwidth of the channel, each direction."));
    table.Add(MakeWordKey(JoinPath(path, "scheduler"),
                          settings.scheduler,
                          {"pf", "rr"},
                          "How the eNB shares resource blocks out: proportionally fair, or in "
                          "turn."));
    table.Add(MakeIntegerKey(JoinPath(path, "buffer"),
                             settings.buffer,
                             {1500, 100'000'000},
                             "Bytes that may wait for the radio, each UE and direction; packets "
                             "beyond are dropped."));
}

void
AddCoreKeys(KeyTable& table, const std::string& path, LteSettings& settings)
{
    table.Add(MakeRateKey(JoinPath(path, "core_rate"),
                          settings.coreRate,
                          ns3::DataRate(1'000'000'000'000),
                          "Bit rate between the operator's PGW and the upper node, each "
                          "direction."));
    table.Add(MakeTimeKey(JoinPath(path, "core_delay"),
                          settings.coreDelay,
                          {ns3::Seconds(0), ns3::Hours(1)},
                          "Delay of the operator's network, one way."));
    table.Add(MakeNumberKey(JoinPath(path, "loss"),
                            settings.loss,
                            {0, 1},
                            "Probability that the operator's network loses a packet, each "
                            "direction, in addition to the losses of the radio."));
}

void
AddKeys(KeyTable& table, const std::string& path, std::any& values)
{
    auto& settings = std::any_cast<LteSettings&>(values);
    AddCellKeys(table, path, settings);
    AddRadioKeys(table,
                 path,
                 settings.radio,
                 {100'000,
                  {-20, 36},
                  "From each UE to the eNB.",
                  "Highest transmit power of a UE. The eNB has 46dBm."});
    AddCoreKeys(table, path, settings);
}

std::optional<LinkRefusal>
Check(const std::any& /*values*/, std::size_t lowerNodes)
{
    if (lowerNodes <= mostUes)
    {
        return std::nullopt;
    }
    return LinkRefusal{"type",
                       std::to_string(lowerNodes) + " devices at one eNB, expected at most " +
                           std::to_string(mostUes) + ": use p2p, or a network with several groups"};
}

Medium
Install(const std::any& values, const MediumPlace& place)
{
    const auto cell = std::make_shared<LteCell>(std::any_cast<const LteSettings&>(values), place);
    Medium medium;
    medium.upper = cell->GetUpper();
    medium.lower = cell->GetUes();
    medium.listen = [cell = cell.get()](const ns3::Ptr<ns3::NetDevice>& device,
                                        FrameSink& outgoing,
                                        FrameSink& incoming) {
        cell->Listen(device, outgoing, incoming);
    };
    medium.connectPower = [cell = cell.get()](const ns3::Ptr<ns3::NetDevice>& device,
                                              const InterfaceProfile& profile) {
        cell->ConnectPower(device, profile);
    };
    medium.routeDown = [cell = cell.get()](ns3::Ipv4Address network, ns3::Ipv4Mask mask) {
        cell->RouteDown(network, mask);
    };
    medium.prepareFailures = [cell = cell.get()] { return cell->PrepareFailures(); };
    medium.capture.linkType = 147; // LINKTYPE_USER0: PDUs of RLC
    medium.needsWarmUp = true;     // attachment
    medium.isEndless = true;       // subframes
    medium.helpers = cell;
    return medium;
}

const char*
GetInterface(const std::string& /*link*/)
{
    return "lte-2012";
}

} // namespace

const LinkType lteLink = {
    "lte",
    "LTE: a group of devices are UEs of one eNB, with their gateway behind the PGW of its EPC; "
    "shared resource blocks, HARQ, power control, rate by signal to noise, path loss.",
    "tx_power as 3GPP TS 36.101 (power class 3), the eNB's 46 dBm as 3GPP TR 36.814; assumed: "
    "10MHz, 200 m, exponent 3, core 1Gbps 15ms (with the radio about the 30ms one way of "
    "PureEdgeSim), "
    "buffers of 150000 bytes",
    LinkType::Reach::Group,
    MakeDefaults,
    AddKeys,
    Check,
    Install,
    GetInterface,
    LinkCargo::OnlyIpv4,
    LinkFraming::SeveralPackets,
    LinkFailures::All};

} // namespace simulator
