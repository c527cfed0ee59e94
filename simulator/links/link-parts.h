// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LINK_PARTS_H
#define SIMULATOR_LINK_PARTS_H

#include "simulator/links/frame-sink.h"

#include <ns3/callback.h>
#include <ns3/data-rate.h>
#include <ns3/error-model.h>
#include <ns3/net-device.h>
#include <ns3/packet.h>
#include <ns3/queue-size.h>

#include <cstdint>

namespace simulator
{

// What several types of links are made of.

using FrameCallback = ns3::Callback<void, ns3::Ptr<const ns3::Packet>>;

/// Loses frames independently of each other.
ns3::Ptr<ns3::ErrorModel> MakeLossModel(double loss, std::int64_t stream);

/// For the attribute MaxSize of a drop-tail queue.
ns3::QueueSizeValue MakeQueueSize(std::uint32_t frames);

/// For the trace sources of lost frames.
FrameCallback MakeDropCallback(FrameSink& sink);

/// Reports what a device begins to send (trace source PhyTxBegin) at a fixed rate, and what does
/// not fit its queue (MacTxDrop).
void ReportSent(const ns3::Ptr<ns3::NetDevice>& device, const ns3::DataRate& rate, FrameSink& sink);

} // namespace simulator

#endif // SIMULATOR_LINK_PARTS_H
