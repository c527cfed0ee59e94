// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_FAILURE_RUN_H
#define TESTS_FAILURE_RUN_H

#include "simulator/failures/failure-kind.h"
#include "simulator/run/simulation.h"
#include "small-world.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

/// Of one node or link, from 450 ms to 950 ms.
inline simulator::FailureSettings
MakeFailure(const std::string& key, const std::string& name, const std::string& kind = "off")
{
    simulator::FailureSettings failure;
    for (const char* const other : {"node", "link", "camera", "processor", "class"})
    {
        failure.names[other] = other == key ? name : "";
    }
    failure.kind = kind;
    failure.values = simulator::GetFailureKind(kind).makeDefaults();
    failure.at = ns3::MilliSeconds(450);
    failure.duration = ns3::MilliSeconds(500);
    return failure;
}

/// Whole runs in which something fails: 20 samples, one every 100 ms, all of which exit locally.
class FailureRunTest : public testing::Test
{
  protected:
    FailureRunTest()
    {
        scenario.localThreshold = 1;
        scenario.localWait.time = ns3::MilliSeconds(20); // for all that are missing
        scenario.suspectAfter = 0;
        scenario.deviceProcessor.binaryRate = scenario.deviceProcessor.realRate = 1e18;
    }

    analysis::RunRecord Run(const nn::NetworkDescription& description = Describe(2, {4})) const
    {
        const nn::MultiViewDataSet dataset = MakeNoise(description.GetDeviceCount());
        return simulator::Simulate(scenario, *MakeNetwork(description, dataset), dataset, 1);
    }

    static const analysis::LinkRecord& GetTotal(const analysis::RunRecord& run,
                                                const std::string& link,
                                                const std::string& direction)
    {
        return *std::find_if(
            run.links.begin(), run.links.end(), [&](const analysis::LinkRecord& row) {
                return row.link == link && row.direction == direction && row.kind == "total";
            });
    }

    /// Samples for which something holds.
    template <typename Predicate>
    static std::vector<std::uint32_t> Find(const analysis::RunRecord& run, Predicate predicate)
    {
        std::vector<std::uint32_t> found;
        for (const analysis::SampleRecord& sample : run.samples)
        {
            if (predicate(sample))
            {
                found.push_back(sample.sample);
            }
        }
        return found;
    }

    using Samples = std::vector<std::uint32_t>;

    simulator::Scenario scenario = MakeScenario();
};

inline bool
IsLost(const analysis::SampleRecord& sample)
{
    return sample.exit == "lost";
}

inline bool
MissesAView(const analysis::SampleRecord& sample)
{
    return sample.viewsMissing > 0;
}

#endif // TESTS_FAILURE_RUN_H
