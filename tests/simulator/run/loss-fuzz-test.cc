// SPDX-License-Identifier: GPL-2.0-only
// Random small deployments in which nodes go off and on and links lose frames: no sample is ever
// unaccounted for, and no application keeps one.
#include "analysis/run-summary.h"
#include "simulator/topology/node-names.h"
#include "small-world.h"
#include "switched-run.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

using namespace simulator;
using ns3::MilliSeconds;

namespace
{

/// Draws that are the same with every standard library: its distributions are not.
class Draw
{
  public:
    explicit Draw(unsigned seed) : m_engine(seed) {}

    /// 0 to bound - 1.
    std::uint32_t Below(std::uint32_t bound)
    {
        return m_engine() % bound;
    }

    bool Once(std::uint32_t in)
    {
        return Below(in) == 0;
    }

    template <typename T>
    T OneOf(const std::vector<T>& values)
    {
        return values[Below(static_cast<std::uint32_t>(values.size()))];
    }

  private:
    std::mt19937 m_engine;
};

/// A trained structure, which is the slow part: made once for all scenarios.
struct World
{
    nn::NetworkDescription description;
    nn::MultiViewDataSet dataset;
    std::shared_ptr<const nn::NetworkInference> network;
};

std::vector<World>
MakeWorlds()
{
    std::vector<World> worlds;
    for (const nn::NetworkDescription& description : {Describe(1, {}),
                                                      Describe(1, {1}),
                                                      Describe(3, {1}),
                                                      Describe(1, {1}, {{0}}),
                                                      Describe(3, {1}, {{0, 1, 2}}),
                                                      Describe(4, {1}, {{0, 1}, {2, 3}})})
    {
        nn::MultiViewDataSet dataset = MakeNoise(description.GetDeviceCount());
        auto network = MakeNetwork(description, dataset);
        worlds.push_back({description, std::move(dataset), std::move(network)});
    }
    return worlds;
}

WaitSettings
DrawWait(Draw& draw)
{
    WaitSettings wait;
    wait.time = MilliSeconds(draw.Below(150));
    wait.rule = draw.OneOf<std::string>({"fixed", "adaptive", "quorum"});
    if (draw.Once(2))
    {
        wait.quorum = 1;
    }
    return wait;
}

Scenario
DrawScenario(Draw& draw, const nn::NetworkDescription& network)
{
    Scenario scenario = MakeScenario();
    scenario.sites = 1 + draw.Below(2);
    scenario.workload.samples = 1 + draw.Below(12);
    scenario.workload.period = MilliSeconds(5 + draw.Below(100));
    scenario.transport = draw.OneOf<std::string>({"udp", "link"});
    scenario.escalation = draw.OneOf<std::string>({"on-demand", "eager"});
    scenario.localThreshold = draw.OneOf<double>({0, 0.5, 0.9, 1});
    scenario.edgeThreshold = draw.OneOf<double>({0, 0.5, 0.9, 1});
    scenario.localWait = DrawWait(draw);
    scenario.edgeWait = DrawWait(draw);
    scenario.cloudWait = DrawWait(draw);
    scenario.suspectAfter = draw.Below(4);
    scenario.bufferSamples = 1 + draw.Below(8);
    scenario.bufferLifetime = MilliSeconds(1 + draw.Below(200));
    if (draw.Once(2))
    {
        scenario.deadline = MilliSeconds(1 + draw.Below(200));
        const bool hasExit = network.HasLocalExit() || network.HasEdges();
        scenario.fallback = hasExit && draw.Once(2) ? "best-exit" : "none";
        scenario.acceptLate = draw.Once(2);
    }
    for (const char* link : {"local", "edge", "metro", "backhaul"})
    {
        GetP2p(scenario, link).loss = draw.OneOf<double>({0, 0, 0.1, 0.5});
        GetP2p(scenario, link).delay = MilliSeconds(draw.Below(40));
    }
    for (ProcessorProfile* profile :
         {&scenario.deviceProcessor, &scenario.edgeProcessor, &scenario.cloudProcessor})
    {
        profile->fixedCost = MilliSeconds(draw.Below(60));
    }
    return scenario;
}

/// Of some edges, by others or the cloud.
void
DrawStandbys(Draw& draw, Scenario& scenario, const nn::NetworkDescription& network)
{
    const std::size_t edges = network.groups.size();
    for (std::size_t edge = 1; edge <= edges; ++edge)
    {
        const std::string other = "edge-" + std::to_string(edges + 1 - edge);
        const std::string name = "edge-" + std::to_string(edge);
        scenario.standbys[name] =
            draw.OneOf<std::string>({"none", "cloud", other == name ? "cloud" : other});
    }
    scenario.heartbeat.interval = MilliSeconds(5 + draw.Below(50));
    scenario.heartbeat.misses = 1 + draw.Below(3);
    GetP2p(scenario, "spare").loss = draw.OneOf<double>({0, 0.5});
}

std::vector<Switch>
DrawSwitches(Draw& draw, const Scenario& scenario, const nn::NetworkDescription& network)
{
    const std::vector<std::string> names = GetNodeNames(scenario, network);
    std::vector<Switch> switches;
    for (std::uint32_t i = draw.Below(6); i > 0; --i)
    {
        const std::string name = draw.OneOf(names);
        const std::uint32_t off = draw.Below(800);
        switches.push_back({name, MilliSeconds(off), Switch::To::Off});
        if (draw.Once(2))
        {
            switches.push_back({name, MilliSeconds(off + 1 + draw.Below(400)), Switch::To::On});
        }
    }
    return switches;
}

void
ExpectConsistent(const analysis::SampleRecord& sample)
{
    if (sample.exit == "lost")
    {
        EXPECT_EQ(sample.prediction, -1);
        EXPECT_FALSE(sample.decisionLatency.has_value());
        EXPECT_FALSE(sample.responseLatency.has_value());
        EXPECT_FALSE(sample.isFallback);
        return;
    }
    EXPECT_GE(sample.prediction, 0);
    ASSERT_TRUE(sample.decisionLatency.has_value());
    EXPECT_EQ(*sample.decisionLatency,
              sample.compute + sample.queue + sample.network + sample.wait);
    EXPECT_LE(*sample.decisionLatency, sample.responseLatency.value_or(*sample.decisionLatency));
    if (sample.isFallback)
    {
        EXPECT_EQ(sample.decisionLatency, sample.responseLatency);
        EXPECT_NE(sample.exit, "cloud");
    }
}

/// Captured = decided + lost, by exit and by reason.
void
ExpectAccounted(const analysis::RunRecord& run, std::size_t captured)
{
    const analysis::RunSummary summary = analysis::Summarize(run);
    const auto count = [captured](std::optional<double> share) {
        return static_cast<std::size_t>(*share * static_cast<double>(captured) + 0.5);
    };
    ASSERT_EQ(run.samples.size(), captured);
    EXPECT_EQ(captured,
              count(summary.exitLocal) + count(summary.exitEdge) + count(summary.exitCloud) +
                  count(summary.lostNoView) + count(summary.lostNoScores) +
                  count(summary.lostNoFeatures) + count(summary.lostExpired) +
                  count(summary.lostNodeOff));
    for (const analysis::SampleRecord& sample : run.samples)
    {
        ExpectConsistent(sample);
    }
}

} // namespace

TEST(LossFuzz, NoSampleIsUnaccountedForIn500RandomDeployments)
{
    const std::vector<World> worlds = MakeWorlds();
    std::map<std::string, unsigned> ends; // so that the test cannot pass for want of losses
    for (unsigned seed = 1; seed <= 500; ++seed)
    {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Draw draw(seed);
        const World& world = draw.OneOf(worlds);
        Scenario scenario = DrawScenario(draw, world.description);
        const auto switches = DrawSwitches(draw, scenario, world.description);
        scenario.edgeExitWait = DrawWait(draw);
        DrawStandbys(draw, scenario, world.description);
        const auto run = SimulateSwitched(scenario, *world.network, world.dataset, switches);
        ExpectAccounted(run, std::size_t{scenario.sites} * *scenario.workload.samples);
        for (const analysis::SampleRecord& sample : run.samples)
        {
            const bool lost = sample.exit == "lost";
            ++ends[sample.exit + (sample.isFallback ? " fallback" : "") +
                   (lost ? std::to_string(static_cast<int>(sample.lossReason)) : "")];
        }
    }
    for (const char* end : {"local",
                            "edge",
                            "cloud",
                            "local fallback",
                            "edge fallback",
                            "lost0",
                            "lost1",
                            "lost2",
                            "lost3",
                            "lost4"})
    {
        EXPECT_GT(ends[end], 10U) << end;
    }
}
