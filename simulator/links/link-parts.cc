// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/link-parts.h"

namespace simulator
{

ns3::Ptr<ns3::ErrorModel>
MakeLossModel(double loss, std::int64_t stream)
{
    auto model = ns3::CreateObject<ns3::RateErrorModel>();
    model->SetUnit(ns3::RateErrorModel::ERROR_UNIT_PACKET);
    model->SetRate(loss);
    model->AssignStreams(stream);
    return model;
}

ns3::QueueSizeValue
MakeQueueSize(std::uint32_t frames)
{
    return ns3::QueueSizeValue(ns3::QueueSize(ns3::QueueSizeUnit::PACKETS, frames));
}

FrameCallback
MakeDropCallback(FrameSink& sink)
{
    return FrameCallback([&sink](const ns3::Ptr<const ns3::Packet>&) { sink.Drop(); });
}

void
ReportSent(const ns3::Ptr<ns3::NetDevice>& device, const ns3::DataRate& rate, FrameSink& sink)
{
    // Frames of a link are of few sizes, and the division is slow.
    auto send = [&sink, rate, size = 0U, airTime = ns3::Time()](
                    const ns3::Ptr<const ns3::Packet>& frame) mutable {
        if (frame->GetSize() != size)
        {
            size = frame->GetSize();
            airTime = rate.CalculateBytesTxTime(size);
        }
        sink.Send({frame, airTime});
    };
    device->TraceConnectWithoutContext("PhyTxBegin", FrameCallback(send));
    device->TraceConnectWithoutContext("MacTxDrop", MakeDropCallback(sink));
}

} // namespace simulator
