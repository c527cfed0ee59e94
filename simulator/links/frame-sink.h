// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_FRAME_SINK_H
#define SIMULATOR_FRAME_SINK_H

#include <ns3/nstime.h>
#include <ns3/packet.h>

#include <cstdint>

namespace simulator
{

/// A frame that a net device puts on its medium.
struct Frame
{
    /// Why it is sent, as far as the link itself knows.
    enum class Kind
    {
        Original,        //!< for the first time
        Retransmission,  //!< again: nobody acknowledged it
        Acknowledgement, //!< of the link: a frame has arrived
    };

    ns3::Ptr<const ns3::Packet> packet; //!< all bytes that are sent, from the first link header on
    ns3::Time airTime;                  //!< how long it occupies the medium
    Kind kind = Kind::Original;
    std::uint32_t delimiter = 0; //!< bytes at the beginning that are no part of the frame itself
};

/// Hears of the frames of one direction of a link.
class FrameSink
{
  public:
    FrameSink() = default;
    FrameSink(const FrameSink&) = delete;
    FrameSink& operator=(const FrameSink&) = delete;
    virtual ~FrameSink() = default;

    virtual void Send(const Frame& frame) = 0;
    /// A frame was lost: at a full queue, on the medium, or given up.
    virtual void Drop() = 0;
};

} // namespace simulator

#endif // SIMULATOR_FRAME_SINK_H
