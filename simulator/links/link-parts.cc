// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/link-parts.h"

#include "models/links/ddnn-gilbert-elliott-error-model.h"
#include "simulator/scenario/key-types.h"

#include <ns3/double.h>

namespace simulator
{

void
AddBurstKeys(KeyTable& table, const std::string& path, BurstSettings& burst)
{
    const std::string group = JoinPath(path, "burst");
    table.Add(MakeNumberKey(JoinPath(group, "start"),
                            burst.start,
                            {0, 1},
                            "Probability, for each frame outside of a burst of losses, that the "
                            "next is in one; 0: no bursts."));
    table.Add(MakeNumberKey(JoinPath(group, "end"),
                            burst.end,
                            {0, 1},
                            "Probability, for each frame of a burst, that it is the last: bursts "
                            "are 1/end frames long on average."));
    table.Add(MakeNumberKey(JoinPath(group, "loss"),
                            burst.loss,
                            {0, 1},
                            "Probability that a frame of a burst is lost."));
}

ns3::Ptr<ns3::ErrorModel>
MakeLossModel(double loss, std::int64_t stream, const BurstSettings& burst)
{
    auto model = ns3::CreateObject<ns3::ddnn::GilbertElliottErrorModel>();
    model->SetAttribute("Loss", ns3::DoubleValue(loss));
    model->SetAttribute("BurstStart", ns3::DoubleValue(burst.start));
    model->SetAttribute("BurstEnd", ns3::DoubleValue(burst.end));
    model->SetAttribute("BurstLoss", ns3::DoubleValue(burst.loss));
    model->AssignStreams(stream);
    return model;
}

ns3::Ptr<ns3::ErrorModel>
MakeLossModelIfNeeded(double loss, std::int64_t stream, const BurstSettings& burst)
{
    return loss > 0 || burst.start > 0 ? MakeLossModel(loss, stream, burst) : nullptr;
}

ns3::Ptr<ns3::ddnn::LinkFault>
MakeLinkFault(const ns3::Ptr<ns3::Object>& receiver,
              const std::string& attribute,
              std::int64_t stream)
{
    auto fault = ns3::CreateObject<ns3::ddnn::LinkFault>();
    fault->AssignStreams(stream);
    fault->Install(receiver, attribute);
    return fault;
}

void
SetFaults(const std::vector<ns3::Ptr<ns3::ddnn::LinkFault>>& faults, const LinkCondition& condition)
{
    for (const ns3::Ptr<ns3::ddnn::LinkFault>& fault : faults)
    {
        fault->SetLoss(condition.loss);
    }
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
ReportSent(const ns3::Ptr<ns3::NetDevice>& device,
           const std::shared_ptr<const ns3::DataRate>& rate,
           FrameSink& sink)
{
    // Frames of a link are of few sizes, and the division is slow.
    auto send = [&sink, rate, size = 0U, used = ns3::DataRate(), airTime = ns3::Time()](
                    const ns3::Ptr<const ns3::Packet>& frame) mutable {
        if (frame->GetSize() != size || used != *rate)
        {
            size = frame->GetSize();
            used = *rate;
            airTime = used.CalculateBytesTxTime(size);
        }
        sink.Send({frame, airTime});
    };
    device->TraceConnectWithoutContext("PhyTxBegin", FrameCallback(send));
    device->TraceConnectWithoutContext("MacTxDrop", MakeDropCallback(sink));
}

} // namespace simulator
