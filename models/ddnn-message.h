// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_MESSAGE_H
#define DDNN_MESSAGE_H

#include "models/ddnn-latency-account.h"

#include <cstdint>
#include <tuple>
#include <vector>

namespace ns3::ddnn
{

using Bytes = std::vector<std::uint8_t>;

/// One object seen at one moment by the cameras of one site.
struct SampleId
{
    std::uint32_t site = 0;   //!< from 0
    std::uint32_t sample = 0; //!< from 0, in order of capture

    bool operator<(const SampleId& other) const
    {
        return std::tie(site, sample) < std::tie(other.site, other.sample);
    }

    bool operator==(const SampleId& other) const
    {
        return site == other.site && sample == other.sample;
    }
};

enum class Tier : std::uint8_t
{
    Device = 0,
    Edge = 1,
    Cloud = 2
};

enum class MessageType : std::uint8_t
{
    Scores = 1,   //!< class scores of one node, to the exit of its tier
    Features = 2, //!< feature map (or raw view) of one node, to the next tier
    Escalate = 3, //!< the exit is not confident: send the features up (or use them)
    Release = 4,  //!< the exit has answered: forget the features
    Answer = 5,   //!< the answer, to the gateway
    Hello = 6,    //!< makes the network ready before the first sample; for no application
    Verdict = 7   //!< what an exit would have answered that escalates, to the gateway
};

/// Scores and features are data, the paper's communication cost; everything else is control.
inline bool
IsData(MessageType type)
{
    return type == MessageType::Scores || type == MessageType::Features;
}

/// What one application tells another about one sample.
struct Message
{
    MessageType type = MessageType::Scores;
    Tier senderTier = Tier::Device;
    std::uint16_t sender = 0; //!< index of the sending node in its tier and site, from 0
    std::uint16_t views = 0;  //!< device views that the payload was made from
    SampleId id;
    Bytes payload;
    /// Bookkeeping of the simulation, no part of what is sent.
    LatencyAccount account;
};

} // namespace ns3::ddnn

#endif // DDNN_MESSAGE_H
