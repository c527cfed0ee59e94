// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LINK_CONDITION_H
#define SIMULATOR_LINK_CONDITION_H

#include <ns3/data-rate.h>
#include <ns3/nstime.h>

#include <functional>
#include <optional>

namespace simulator
{

/// What a medium suffers from, beside what it does anyway.
struct LinkCondition
{
    /// Probability that a frame is lost, each direction, whatever else loses frames; 1: the link is
    /// down.
    double loss = 0;
    std::optional<ns3::DataRate> rate; //!< instead of its own
    std::optional<ns3::Time> delay;    //!< instead of its own
    double pathLoss = 0;               //!< dB that signals lose beside what they lose anyway
};

using SetLinkCondition = std::function<void(const LinkCondition&)>;

/// What may fail about the media of a type.
enum class LinkFailures
{
    Losses,       //!< frames get lost
    RateAndDelay, //!< rate and delay can be worse, too
    PathLoss,     //!< frames get lost, and signals can be weaker
    All           //!< all of these
};

} // namespace simulator

#endif // SIMULATOR_LINK_CONDITION_H
