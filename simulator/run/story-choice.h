// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_STORY_CHOICE_H
#define SIMULATOR_STORY_CHOICE_H

#include "analysis/records.h"

#include <string>
#include <vector>

namespace simulator
{

/// A sample worth telling, and why.
struct StoryChoice
{
    const analysis::SampleRecord* sample = nullptr;
    std::string reason;
};

/// The most interesting samples, at most so many: by turns one that is lost, one that was answered
/// wrongly, one with missing views, the slowest, the most uncertain that still exited locally, and
/// one typical of each exit (nearest to its median latency).
std::vector<StoryChoice> ChooseStories(const std::vector<const analysis::SampleRecord*>& samples,
                                       std::size_t count);

} // namespace simulator

#endif // SIMULATOR_STORY_CHOICE_H
