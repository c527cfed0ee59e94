// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/story-choice.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <set>

namespace simulator
{

namespace
{

using analysis::SampleRecord;
using Samples = std::vector<const SampleRecord*>;
using Rank = std::function<double(const SampleRecord&)>; //!< the smaller, the earlier

/// Samples that are interesting for one reason, the best first.
struct Queue
{
    std::string reason;
    Samples samples;
};

template <typename Predicate>
Queue
MakeQueue(const std::string& reason, const Samples& all, Predicate predicate, const Rank& rank)
{
    Queue queue;
    queue.reason = reason;
    std::copy_if(all.begin(),
                 all.end(),
                 std::back_inserter(queue.samples),
                 [&](const SampleRecord* sample) { return predicate(*sample); });
    std::stable_sort(queue.samples.begin(),
                     queue.samples.end(),
                     [&](const SampleRecord* one, const SampleRecord* other) {
                         return rank(*one) < rank(*other);
                     });
    return queue;
}

bool
IsLost(const SampleRecord& sample)
{
    return !sample.decisionLatency.has_value();
}

double
GetLatency(const SampleRecord& sample)
{
    return static_cast<double>(sample.decisionLatency.value_or(0));
}

/// Nearest to the median of its exit first.
Queue
MakeTypical(const Samples& all, const std::string& exit)
{
    const auto isOfExit = [&exit](const SampleRecord& sample) {
        return sample.exit == exit && !IsLost(sample);
    };
    Queue queue = MakeQueue("typical of the " + exit + " exit", all, isOfExit, GetLatency);
    if (!queue.samples.empty())
    {
        const double median = GetLatency(*queue.samples[queue.samples.size() / 2]);
        queue = MakeQueue(queue.reason, all, isOfExit, [median](const SampleRecord& sample) {
            return std::abs(GetLatency(sample) - median);
        });
    }
    return queue;
}

std::vector<Queue>
MakeQueues(const Samples& all)
{
    const auto byCapture = [](const SampleRecord& sample) { return sample.sample; };
    const auto bySlowness = [](const SampleRecord& sample) { return -GetLatency(sample); };
    return {
        MakeQueue("lost", all, IsLost, byCapture),
        MakeQueue(
            "wrong answer",
            all,
            [](const SampleRecord& sample) {
                return !IsLost(sample) && sample.prediction != sample.label;
            },
            byCapture),
        MakeQueue(
            "views missing",
            all,
            [](const SampleRecord& sample) { return !IsLost(sample) && sample.viewsMissing > 0; },
            byCapture),
        MakeQueue(
            "slow", all, [](const SampleRecord& sample) { return !IsLost(sample); }, bySlowness),
        MakeQueue(
            "uncertain, yet answered locally",
            all,
            [](const SampleRecord& sample) {
                return sample.exit == "local" && sample.entropyLocal.has_value();
            },
            [](const SampleRecord& sample) { return -sample.entropyLocal.value_or(0); }),
        MakeTypical(all, "local"),
        MakeTypical(all, "edge"),
        MakeTypical(all, "cloud")};
}

} // namespace

std::vector<StoryChoice>
ChooseStories(const Samples& samples, std::size_t count)
{
    std::vector<StoryChoice> choices;
    std::set<const SampleRecord*> chosen;
    std::vector<Queue> queues = MakeQueues(samples);
    const std::size_t most = std::min(count, samples.size());
    for (std::size_t turn = 0; choices.size() < most; ++turn)
    {
        Queue& queue = queues[turn % queues.size()];
        const auto next =
            std::find_if(queue.samples.begin(),
                         queue.samples.end(),
                         [&](const SampleRecord* sample) { return chosen.insert(sample).second; });
        if (next != queue.samples.end())
        {
            choices.push_back({*next, queue.reason});
            queue.samples.erase(queue.samples.begin(), next + 1);
        }
    }
    return choices;
}

} // namespace simulator
