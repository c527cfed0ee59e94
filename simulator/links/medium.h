// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_MEDIUM_H
#define SIMULATOR_MEDIUM_H

#include "simulator/links/frame-sink.h"
#include "simulator/links/link-condition.h"

#include <ns3/ipv4-address.h>
#include <ns3/net-device.h>
#include <ns3/node.h>
#include <ns3/nstime.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace simulator
{

struct InterfaceProfile;

/// Where a medium is put: one node towards the cloud and the nodes below it.
struct MediumPlace
{
    struct Lower
    {
        ns3::Ptr<ns3::Node> node;
        /// Random stream of what the upper node receives from this one; the stream behind it is for
        /// the other direction.
        std::int64_t lossStream = 0;
        /// First of the streams for what the medium itself draws: backoff, for example.
        std::int64_t mediumStream = 0;

        /// First of the streams for what the upper node's end draws because of this node.
        std::int64_t GetUpperStream() const
        {
            return mediumStream + streamsPerNode / 2;
        }

        /// Stream of the failures of this node's end: the last of its streams.
        std::int64_t GetFailureStream() const
        {
            return GetUpperStream() - 1;
        }

        /// Stream of the failures of the upper node's end.
        std::int64_t GetUpperFailureStream() const
        {
            return mediumStream + streamsPerNode - 1;
        }
    };

    /// Streams of one lower node: half of them for either end.
    static constexpr std::uint32_t streamsPerNode = 32;

    ns3::Ptr<ns3::Node> upper;
    std::vector<Lower> lower; //!< at least one

    /// Streams of the failures of all ends: the upper one, and then the lower ones in their order.
    std::vector<std::int64_t> GetFailureStreams() const
    {
        std::vector<std::int64_t> streams = {lower.at(0).GetUpperFailureStream()};
        for (const Lower& one : lower)
        {
            streams.push_back(one.GetFailureStream());
        }
        return streams;
    }
};

/// What captures of a medium's frames say they are.
struct CaptureFormat
{
    std::uint32_t linkType = 0; //!< LINKTYPE_ of tcpdump.org/linktypes.html
    /// What the format wants before every frame: a radiotap header, for example.
    std::vector<std::uint8_t> prefix;
};

/// An installed medium: what its nodes send through, and how to hear what they send.
struct Medium
{
    ns3::Ptr<ns3::NetDevice> upper;
    std::vector<ns3::Ptr<ns3::NetDevice>> lower; //!< in the order of the place
    /// Reports the frames of one of the devices from now on. Frames that it puts on the medium, or
    /// drops before, go to `outgoing`; frames sent to it that are lost go to `incoming`.
    std::function<void(
        const ns3::Ptr<ns3::NetDevice>& device, FrameSink& outgoing, FrameSink& incoming)>
        listen;
    CaptureFormat capture;
    /// Books what one of the devices draws in the account of its node (NodeEnergy), and lets it go
    /// off with its node (NodeState). The profile is one of the medium. Called once for each
    /// device, before the first frame.
    std::function<void(const ns3::Ptr<ns3::NetDevice>& device, const InterfaceProfile& profile)>
        connectPower;
    /// To be called once, when the time of the first capture is known; empty if it does not matter.
    std::function<void(ns3::Time firstCapture)> begin;
    /// Tells a medium that routes by itself which addresses lie behind its only lower node; empty
    /// if it takes every frame to the node that it is sent to.
    std::function<void(ns3::Ipv4Address network, ns3::Ipv4Mask mask)> routeDown;
    /// To be called once, before the first frame, if the medium will fail. What it returns sets the
    /// condition of the medium from that moment on.
    std::function<SetLinkCondition()> prepareFailures;
    /// Whether something must happen before messages travel as they will later: stations associate,
    /// addresses are resolved.
    bool needsWarmUp = false;
    /// Whether its events never end by themselves, or long after all else: beacons, subframes,
    /// traces.
    bool isEndless = false;
    /// ns-3 helpers that must live until the simulator is destroyed; usually none.
    std::shared_ptr<void> helpers;
};

} // namespace simulator

#endif // SIMULATOR_MEDIUM_H
