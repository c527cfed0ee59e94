// SPDX-License-Identifier: GPL-2.0-only
#include "../temporary-file.h"
#include "nn/input-error.h"
#include "simulator/study/gallery.h"
#include "simulator/study/plan-table.h"
#include "simulator/study/study-planner.h"

#include <gtest/gtest.h>

#include <set>
#include <sstream>

using namespace simulator;

namespace
{

using Texts = std::vector<std::string>;

/// A scenario of configuration (c) with this text behind it.
std::string
MakeText(const std::string& text)
{
    return "network: " SCENARIOS_DIR "/networks/c.npz\n" + text;
}

std::string
GetError(const std::string& text)
{
    const TemporaryFile file("c.yaml", MakeText(text));
    try
    {
        PlanStudy({{file.GetPath()}});
    }
    catch (const nn::InputError& error)
    {
        return file.Strip(error.what());
    }
    return "accepted";
}

} // namespace

TEST(StudyPlanner, VariantsArePairedByReplication)
{
    const TemporaryFile file("c.yaml",
                             MakeText("seed: 7\nreplications: 3\n"
                                      "sweep: {sites: [1, 2], thresholds.local: [0, 0.50]}\n"));
    const StudyPlan plan = PlanStudy({{file.GetPath()}});
    EXPECT_EQ(plan.sweptPaths, (Texts{"sites", "thresholds.local"}));
    ASSERT_EQ(plan.runs.size(), 12U); // 2 x 2 x 3
    std::set<std::pair<Texts, std::uint32_t>> seen;
    for (const PlannedRun& run : plan.runs)
    {
        EXPECT_EQ(run.scenario->seed, 7U);
        seen.emplace(run.sweptValues, run.replication);
    }
    EXPECT_EQ(seen.size(), 12U);
    EXPECT_EQ(plan.runs[5].sweptValues, (Texts{"1", "0.50"}));
    EXPECT_EQ(plan.runs[5].replication, 3U);
    EXPECT_EQ(plan.runs[5].scenario->localThreshold, 0.5);
    EXPECT_EQ(plan.runs[3].scenario, plan.runs[5].scenario); // shared
    EXPECT_EQ(plan.runs[0].network, plan.runs[11].network);
}

TEST(StudyPlanner, WhatAScenarioDoesNotSweepHasItsOwnValue)
{
    const TemporaryFile first("first.yaml", MakeText("sweep: {sites: [2, 3]}\n"));
    const TemporaryFile second("second.yaml",
                               MakeText("waits: {local: 70ms}\nlinks: {local: {type: p2p}}\n"));
    const TemporaryFile third(
        "third.yaml",
        MakeText("sweep: {waits.local: [1ms], links.local.standard: [802.11n, 802.11ac]}\n"));
    const StudyPlan plan = PlanStudy({{first.GetPath(), second.GetPath(), third.GetPath()}});
    EXPECT_EQ(plan.sweptPaths, (Texts{"sites", "waits.local", "links.local.standard"}));
    ASSERT_EQ(plan.runs.size(), 5U);
    EXPECT_EQ(plan.runs[1].sweptValues, (Texts{"3", "200ms", "802.11n"}));
    EXPECT_EQ(plan.runs[2].sweptValues, (Texts{"1", "70ms", ""})); // p2p has no standard
    EXPECT_EQ(plan.runs[4].sweptValues, (Texts{"1", "1ms", "802.11ac"}));
}

TEST(StudyPlanner, NetworksAndDataSetsCanBeSwept)
{
    const TemporaryFile file("c.yaml",
                             "sweep:\n  network: [" SCENARIOS_DIR "/networks/c.npz, " SCENARIOS_DIR
                             "/networks/e.npz]\n"
                             "  dataset.noise: [1, 2]\n");
    const StudyPlan plan = PlanStudy({{file.GetPath()}});
    ASSERT_EQ(plan.runs.size(), 4U);
    EXPECT_EQ(plan.runs[0].network, plan.runs[1].network);
    EXPECT_NE(plan.runs[0].network, plan.runs[2].network);
    EXPECT_NE(plan.runs[0].dataset, plan.runs[1].dataset);
    EXPECT_EQ(plan.runs[0].dataset, plan.runs[2].dataset);
}

TEST(StudyPlanner, EveryVariantIsChecked)
{
    EXPECT_EQ(GetError("sweep:\n  exits.local: [gateway-1, gateway-2]\n"),
              "c.yaml:3:28: exits.local: there is no gateway-2 with network '" SCENARIOS_DIR
              "/networks/c.npz', expected gateway-1 to gateway-1");
    EXPECT_EQ(GetError("sweep:\n  network: [nowhere.npz]\n").rfind("c.yaml:3:13: network: ", 0),
              0U);
}

TEST(StudyPlanner, TooManyRunsAreRefused)
{
    EXPECT_EQ(GetError("sweep:\n"
                       "  links.edge.delay: {from: 1ms, to: 1s, steps: 1000}\n"
                       "  links.local.distance: {from: 1m, to: 2m, steps: 1000}\n"),
              "c.yaml:2:1: more than 100000 combinations, expected fewer");
    EXPECT_EQ(GetError("replications: 100000\nsweep:\n  sites: {from: 1, to: 11, steps: 11}\n"),
              "c.yaml:3:1: more than 1000000 runs with replications, expected fewer");
}

TEST(StudyPlanner, ReplicationsCountFromTheRunNumber)
{
    const TemporaryFile file("c.yaml",
                             MakeText("rng_run: 5\nreplications: 2\nsweep: {sites: [1, 2, 3]}\n"));
    StudyPlan plan = PlanStudy({{file.GetPath()}});
    ShareStories(plan.runs, 9); // of three variants: 3 of each, of its first replication
    std::vector<std::uint32_t> replications;
    std::vector<std::size_t> stories;
    for (const PlannedRun& run : plan.runs)
    {
        replications.push_back(run.replication);
        stories.push_back(run.stories);
    }
    EXPECT_EQ(replications, (std::vector<std::uint32_t>{5, 6, 5, 6, 5, 6}));
    EXPECT_EQ(stories, (std::vector<std::size_t>{3, 0, 3, 0, 3, 0}));
    std::ostringstream stream;
    WritePlan(stream, plan, {});
    EXPECT_EQ(stream.str(),
              "sites  runs\n"
              "-----  ----\n"
              "1       1-2\n"
              "2       3-4\n"
              "3       5-6\n"
              "\n"
              "3 variants, 6 runs; nothing was simulated.\n");
}

TEST(PlanTable, ShowsTheFirstVariants)
{
    const TemporaryFile file(
        "c.yaml",
        MakeText("replications: 2\nsweep: {thresholds.local: {from: 0, to: 1, steps: 51}}\n"));
    std::ostringstream stream;
    WritePlan(stream, PlanStudy({{file.GetPath()}}), {});
    const std::string text = stream.str();
    EXPECT_EQ(text.rfind("thresholds.local   runs\n"
                         "----------------  -----\n"
                         "0                   1-2\n"
                         "0.02                3-4\n",
                         0),
              0U)
        << text;
    EXPECT_NE(text.find("\n0.78              79-80\n"
                        "\nand 11 more variants.\n51 variants, 102 runs; nothing was simulated.\n"),
              std::string::npos)
        << text;
}
