// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/p2p-link.h"

#include "simulator/scenario/key-types.h"

#include <ns3/double.h>
#include <ns3/error-model.h>
#include <ns3/net-device-container.h>
#include <ns3/point-to-point-helper.h>
#include <ns3/point-to-point-net-device.h>
#include <ns3/queue-size.h>

namespace simulator
{

namespace
{

void
AddKeys(KeyTable& table, const std::string& path, LinkSettings& settings)
{
    table.Add(MakeRateKey(JoinPath(path, "rate"),
                          settings.rate,
                          ns3::DataRate(1'000'000'000'000),
                          "Bit rate of the medium, each direction."));
    table.Add(MakeTimeKey(JoinPath(path, "delay"),
                          settings.delay,
                          {ns3::Seconds(0), ns3::Hours(1)},
                          "Propagation delay, one way."));
    table.Add(MakeNumberKey(JoinPath(path, "loss"),
                            settings.loss,
                            {0, 1},
                            "Probability that a frame is lost, each direction."));
    table.Add(
        MakeIntegerKey(JoinPath(path, "queue"),
                       settings.queue,
                       {1, 1'000'000},
                       "Frames that may wait for the medium, each direction; more are dropped."));
}

void
AddLoss(const ns3::Ptr<ns3::NetDevice>& receiver, double loss, std::int64_t stream)
{
    auto model = ns3::CreateObject<ns3::RateErrorModel>();
    model->SetUnit(ns3::RateErrorModel::ERROR_UNIT_PACKET);
    model->SetRate(loss);
    model->AssignStreams(stream);
    ns3::DynamicCast<ns3::PointToPointNetDevice>(receiver)->SetReceiveErrorModel(model);
}

LinkEnds
Install(const LinkSettings& settings, const LinkPlace& place)
{
    ns3::PointToPointHelper helper;
    // With flow control a full queue would lose frames above the device, unseen by its counters.
    helper.DisableFlowControl();
    helper.SetDeviceAttribute("DataRate", ns3::DataRateValue(settings.rate));
    helper.SetChannelAttribute("Delay", ns3::TimeValue(settings.delay));
    helper.SetQueue(
        "ns3::DropTailQueue",
        "MaxSize",
        ns3::QueueSizeValue(ns3::QueueSize(ns3::QueueSizeUnit::PACKETS, settings.queue)));
    const ns3::NetDeviceContainer devices = helper.Install(place.upper, place.lower);
    if (settings.loss > 0)
    {
        AddLoss(devices.Get(0), settings.loss, place.stream);
        AddLoss(devices.Get(1), settings.loss, place.stream + 1);
    }
    return {devices.Get(0), devices.Get(1)};
}

} // namespace

const LinkType p2pLink = {
    "p2p",
    "Full-duplex point-to-point link between two nodes: rate, delay, random loss, drop-tail queue.",
    "assumed: local 10Mbps 2ms, edge 100Mbps 2ms, metro 1Gbps 5ms, backhaul 10Mbps 20ms; queues of "
    "100 frames as ns-3",
    AddKeys,
    Install};

} // namespace simulator
