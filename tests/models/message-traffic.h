// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_MESSAGE_TRAFFIC_H
#define TESTS_MESSAGE_TRAFFIC_H

#include "two-nodes.h"

#include <vector>

struct Arrival
{
    ns3::Time time;
    ns3::ddnn::Message message;
};

/// Features of one sample: the bytes 1, 2, 3, ...
ns3::ddnn::Message MakeMessage(std::size_t bytes, std::uint32_t sample = 0);

/// Listens at node 1, sends at `time` from node 0, runs to the end and returns what arrived.
std::vector<Arrival> Exchange(TwoNodes& network,
                              const std::vector<ns3::ddnn::Message>& messages,
                              ns3::Time time = ns3::Time(0));

/// The same without listening: sends at `time` from one node to the other.
void SendAt(TwoNodes& network,
            ns3::Time time,
            std::uint32_t from,
            const std::vector<ns3::ddnn::Message>& messages);

/// What arrives at a node's sectionPort, from now on.
void Record(TwoNodes& network, std::uint32_t node, std::vector<Arrival>& arrivals);

/// Sizes of the frames that a device puts on its link, from now on.
class FrameSizes
{
  public:
    explicit FrameSizes(const ns3::Ptr<ns3::NetDevice>& device);
    FrameSizes(const FrameSizes&) = delete;
    FrameSizes& operator=(const FrameSizes&) = delete;

    std::vector<std::uint32_t> sizes;

  private:
    void Add(ns3::Ptr<const ns3::Packet> frame);
};

#endif // TESTS_MESSAGE_TRAFFIC_H
