// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LINK_PARTS_H
#define SIMULATOR_LINK_PARTS_H

#include "models/failures/ddnn-link-fault.h"
#include "simulator/links/frame-sink.h"
#include "simulator/links/link-condition.h"
#include "simulator/scenario/key-table.h"

#include <ns3/callback.h>
#include <ns3/data-rate.h>
#include <ns3/error-model.h>
#include <ns3/net-device.h>
#include <ns3/packet.h>
#include <ns3/queue-size.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace simulator
{

// What several types of links are made of.

using FrameCallback = ns3::Callback<void, ns3::Ptr<const ns3::Packet>>;

/// Losses in bursts, beside those of frames alone: see ns3::ddnn::GilbertElliottErrorModel.
struct BurstSettings
{
    double start = 0; //!< probability, per frame, that a burst begins behind it; 0: no bursts
    double end = 1;   //!< probability, per frame of a burst, that it is the last
    double loss = 1;  //!< probability that a frame of a burst is lost
};

/// Adds `burst.start`, `burst.end` and `burst.loss`.
void AddBurstKeys(KeyTable& table, const std::string& path, BurstSettings& burst);

/// Loses frames with a probability, and in bursts.
/// \param loss outside of bursts
ns3::Ptr<ns3::ErrorModel> MakeLossModel(double loss,
                                        std::int64_t stream,
                                        const BurstSettings& burst = {});

/// The same, but null if nothing will be lost.
ns3::Ptr<ns3::ErrorModel> MakeLossModelIfNeeded(double loss,
                                                std::int64_t stream,
                                                const BurstSettings& burst);

/// Lets failures lose frames that a receiver gets, before its own losses.
/// \param attribute see LinkFault::Install
ns3::Ptr<ns3::ddnn::LinkFault> MakeLinkFault(const ns3::Ptr<ns3::Object>& receiver,
                                             const std::string& attribute,
                                             std::int64_t stream);

/// Gives all devices of a medium the losses of a failure.
void SetFaults(const std::vector<ns3::Ptr<ns3::ddnn::LinkFault>>& faults,
               const LinkCondition& condition);

/// For the attribute MaxSize of a drop-tail queue.
ns3::QueueSizeValue MakeQueueSize(std::uint32_t frames);

/// For the trace sources of lost frames.
FrameCallback MakeDropCallback(FrameSink& sink);

/// Reports what a device begins to send (trace source PhyTxBegin), and what does not fit its queue
/// (MacTxDrop).
/// \param rate of the moment: it may change
void ReportSent(const ns3::Ptr<ns3::NetDevice>& device,
                const std::shared_ptr<const ns3::DataRate>& rate,
                FrameSink& sink);

} // namespace simulator

#endif // SIMULATOR_LINK_PARTS_H
