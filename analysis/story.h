// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_STORY_H
#define ANALYSIS_STORY_H

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace analysis
{

/// What one device saw of a sample and made of it.
struct StoryView
{
    std::string node;
    std::string picture;        //!< PNG; empty: nothing was to be seen
    std::vector<double> scores; //!< one per class; empty: it sent none
};

/// A message about a sample. Times in nanoseconds since the capture.
struct StoryMessage
{
    std::string type; //!< scores, features, escalate, release, answer
    std::string from;
    std::string to; //!< empty: it did not arrive
    std::int64_t sent = 0;
    std::optional<std::int64_t> received; //!< none: it did not arrive
    std::uint64_t bytes = 0;              //!< of payload
};

/// An inference, in nanoseconds since the capture.
struct StoryStage
{
    std::string node;
    std::int64_t begin = 0; //!< of the service
    std::int64_t end = 0;
};

/// One sample in detail, for people. What became of it stands in its SampleRecord.
struct SampleStory
{
    std::uint32_t site = 0;   //!< from 1
    std::uint32_t sample = 0; //!< from 0
    std::string reason;       //!< why it was chosen
    std::vector<StoryView> views;
    std::vector<StoryMessage> messages; //!< in order of sending
    std::vector<StoryStage> stages;
};

/// A link of the first site, by the names of the nodes that it joins.
struct LinkEnds
{
    std::string link;
    std::string upper;              //!< towards the cloud
    std::vector<std::string> lower; //!< several: they share the medium
};

} // namespace analysis

#endif // ANALYSIS_STORY_H
