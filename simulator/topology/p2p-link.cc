// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/link-type.h"

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
AddLoss(const ns3::Ptr<ns3::NetDevice>& receiver, double loss, std::int64_t stream)
{
    auto model = ns3::CreateObject<ns3::RateErrorModel>();
    model->SetUnit(ns3::RateErrorModel::ERROR_UNIT_PACKET);
    model->SetRate(loss);
    model->AssignStreams(stream);
    ns3::DynamicCast<ns3::PointToPointNetDevice>(receiver)->SetReceiveErrorModel(model);
}

} // namespace

LinkEnds
InstallP2pLink(const LinkSettings& settings, const LinkPlace& place)
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

} // namespace simulator
