// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_STAR_COUNT_H
#define TESTS_STAR_COUNT_H

#include "simulator/run/link-counter.h"
#include "tests/simulator/links/star.h"

/// Counts both directions of a star as the recorder does.
struct StarCount
{
    StarCount(const Star& star, ns3::Time firstCapture)
    {
        traffic.Begin(firstCapture);
        up.SetFirstCapture(firstCapture);
        down.SetFirstCapture(firstCapture);
        star.medium.listen(star.medium.upper, down, up);
        for (const ns3::Ptr<ns3::NetDevice>& lower : star.medium.lower)
        {
            star.medium.listen(lower, up, down);
        }
    }

    StarCount(const StarCount&) = delete;
    StarCount& operator=(const StarCount&) = delete;

    simulator::TrafficBySecond traffic;
    simulator::LinkCounter up{traffic};
    simulator::LinkCounter down{traffic};
};

#endif // TESTS_STAR_COUNT_H
