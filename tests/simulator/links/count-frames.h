// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_COUNT_FRAMES_H
#define TESTS_COUNT_FRAMES_H

#include "simulator/links/frame-sink.h"

#include <cstdint>
#include <vector>

/// Counts the frames of one direction of a link.
struct CountFrames : public simulator::FrameSink
{
    void Send(const simulator::Frame& frame) override
    {
        bytes.push_back(frame.packet->GetSize());
        kinds.push_back(frame.kind);
        airTimes.push_back(frame.airTime);
        airTime += frame.airTime;
    }

    void Drop() override
    {
        ++dropped;
    }

    std::vector<std::uint32_t> bytes;
    std::vector<simulator::Frame::Kind> kinds;
    std::vector<ns3::Time> airTimes;
    ns3::Time airTime;
    unsigned dropped = 0;
};

#endif // TESTS_COUNT_FRAMES_H
