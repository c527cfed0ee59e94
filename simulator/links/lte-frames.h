// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LTE_FRAMES_H
#define SIMULATOR_LTE_FRAMES_H

#include "simulator/links/frame-sink.h"

#include <ns3/lte-enb-net-device.h>
#include <ns3/lte-ue-net-device.h>

#include <cstdint>

namespace simulator
{

// A frame on LTE is what one transport block brings to or from one UE: pieces of IP packets with
// their PDCP and RLC headers, without padding. Blocks that HARQ sends again are frames again. The
// air time is the share of the subframe's resource blocks that it takes, of 1 ms.

/// Reports what a UE sends, and what is lost on its way to it.
/// \param blocks resource blocks of the channel
void ListenToUe(const ns3::Ptr<ns3::LteUeNetDevice>& ue,
                std::uint16_t blocks,
                FrameSink& outgoing,
                FrameSink& incoming);

/// Reports what an eNB sends to all UEs, and what is lost on its way from them.
void ListenToEnb(const ns3::Ptr<ns3::LteEnbNetDevice>& enb,
                 FrameSink& outgoing,
                 FrameSink& incoming);

/// Sets how many bytes may wait for the radio of a UE from now on.
void SetBuffers(const ns3::Ptr<ns3::LteUeNetDevice>& ue, std::uint32_t bytes);
/// The same for bearers that the UE will get.
void SetBuffersOfUe(const ns3::Ptr<ns3::LteUeNetDevice>& ue, std::uint32_t bytes);
/// The same for bearers that UEs will get, on the eNB's side.
void SetBuffersOfEnb(const ns3::Ptr<ns3::LteEnbNetDevice>& enb, std::uint32_t bytes);

} // namespace simulator

#endif // SIMULATOR_LTE_FRAMES_H
