// SPDX-License-Identifier: GPL-2.0-only
// `ddnnsim run manifest.json` gives the same csv files, byte by byte, or says why it does not.
#include "command-runner.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace
{

const std::string scenarios = SCENARIOS_DIR;
const std::vector<std::string> csvFiles = {"runs.csv",
                                           "samples.csv",
                                           "links.csv",
                                           "nodes.csv",
                                           "timeline.csv",
                                           "failures.csv",
                                           "suspicions.csv"};

void
ExpectSame(const fs::path& a, const fs::path& b)
{
    for (const std::string& file : csvFiles)
    {
        EXPECT_FALSE(ReadText(a / file).empty());
        EXPECT_EQ(ReadText(a / file), ReadText(b / file)) << file;
    }
}

Json
ReadManifest(const fs::path& results)
{
    return Json::parse(ReadText(results / "manifest.json"));
}

/// Results of a small study in "first": two scenarios, everything random, two replications.
class Repetition : public ::testing::Test
{
  protected:
    Repetition()
    {
        fs::copy(scenarios + "/networks/c.npz", m_runner.GetFolder() / "c.npz");
        m_runner.Write("trace.csv", "time,rate,delay,loss\n0s,1Mbps,2ms,0.1\n");
        m_runner.Write("wired.yaml",
                       "network: c.npz\nlinks:\n  local: {type: p2p, trace: trace.csv}\n");
        m_runner.Write("radio.yaml", "network: c.npz\nlinks: {local: {type: wifi, loss: 0.2}}\n");
        Simulate();
    }

    void Simulate() const
    {
        const CommandResult result = m_runner.Run({"run",
                                                   "wired.yaml",
                                                   "radio.yaml",
                                                   "--set",
                                                   "workload.samples=4",
                                                   "--set",
                                                   "workload.arrivals=poisson",
                                                   "--set",
                                                   "replications=2",
                                                   "--RngSeed=9",
                                                   "--RngRun=5",
                                                   "--ns3::ddnn::DatagramTransport::Mtu=64",
                                                   "--ns3::WifiPhy::RxNoiseFigure=9",
                                                   "--out",
                                                   "first"});
        ASSERT_EQ(result.status, 0) << result.error;
    }

    fs::path Get(const std::string& name) const
    {
        return m_runner.GetFolder() / name;
    }

    /// What is said of the manifest after a change.
    CommandResult RunChanged(const std::function<void(Json&)>& change) const
    {
        Json manifest = ReadManifest(Get("first"));
        change(manifest);
        m_runner.Write("m.json", manifest.dump());
        return m_runner.Run({"run", "m.json", "--out", "again"});
    }

    void ExpectError(const std::function<void(Json&)>& change, const std::string& error) const
    {
        const CommandResult result = RunChanged(change);
        EXPECT_EQ(result.status, 2) << error;
        EXPECT_EQ(result.error, error + "\n");
        EXPECT_FALSE(fs::exists(Get("again")));
    }

    CommandRunner m_runner;
};

const std::string wanted = ", expected a manifest.json that ddnnsim wrote";

} // namespace

TEST_F(Repetition, GivesTheSameFiles)
{
    const auto runs = ReadCsv(Get("first") / "runs.csv");
    EXPECT_EQ(GetColumn(runs, "replication"), (std::vector<std::string>{"5", "6", "5", "6"}));
    const CommandResult result = m_runner.Run({"run", "first/manifest.json"});
    ASSERT_EQ(result.status, 0) << result.error;
    EXPECT_EQ(result.error, "");
    ExpectSame(Get("first"), Get("results") / "first-repeat");
    // In the same folder, the scenarios are the same to the letter.
    for (std::size_t i = 0; i < 2; ++i)
    {
        EXPECT_EQ(
            ReadManifest(Get("first")).at("scenarios").at(i).at("resolved"),
            ReadManifest(Get("results") / "first-repeat").at("scenarios").at(i).at("resolved"));
    }
}

TEST_F(Repetition, FromAnotherFolder)
{
    fs::create_directories(Get("deep/er"));
    fs::rename(Get("first") / "manifest.json", Get("deep") / "m.json");
    const CommandResult result = m_runner.RunInShell(
        " --version; cd deep/er; " + std::string(DDNNSIM_COMMAND) + " run ../m.json --out out");
    ASSERT_EQ(result.status, 0) << result.error;
    ExpectSame(Get("first"), Get("deep/er/out"));
    // And once more, from what that wrote.
    ASSERT_EQ(m_runner.Run({"run", "deep/er/out/manifest.json", "--out", "third"}).status, 0);
    ExpectSame(Get("first"), Get("third"));
}

TEST_F(Repetition, WhereTheFilesHaveMovedTo)
{
    // The folder of then is gone: paths start at the current one.
    const CommandResult result = RunChanged([](Json& manifest) {
        for (Json& scenario : manifest["scenarios"])
        {
            scenario["folder"] = "/no/such/folder";
        }
    });
    ASSERT_EQ(result.status, 0) << result.error;
    ExpectSame(Get("first"), Get("again"));
}

TEST_F(Repetition, OfASweep)
{
    // Of each, the first variant, what was swept, and what the other scenario sweeps only.
    m_runner.Write("swept.yaml",
                   "network: c.npz\nlinks: {local: {type: wifi}}\n"
                   "sweep: {links.local.standard: [802.11n, 802.11ax]}\n");
    CommandResult result = m_runner.Run({"run",
                                         "wired.yaml",
                                         "swept.yaml",
                                         "--sweep",
                                         "thresholds.local=0.50,1",
                                         "--sweep",
                                         "attributes.ns3::ddnn::DatagramTransport::Mtu=64,1500",
                                         "--set",
                                         "workload.samples=2",
                                         "--set",
                                         "replications=2",
                                         "--out",
                                         "s"});
    ASSERT_EQ(result.status, 0) << result.error;
    result = m_runner.Run({"run", "s/manifest.json", "--out", "t"});
    ASSERT_EQ(result.status, 0) << result.error;
    ExpectSame(Get("s"), Get("t"));
    const auto runs = ReadCsv(Get("t") / "runs.csv");
    ASSERT_EQ(runs.size(), 25U); // a head, (1 + 2) x 2 x 2 variants, 2 replications
    EXPECT_EQ(std::vector<std::string>(runs[0].begin() + 4, runs[0].begin() + 7),
              (std::vector<std::string>{"thresholds.local",
                                        "attributes.ns3::ddnn::DatagramTransport::Mtu",
                                        "links.local.standard"}));
    EXPECT_EQ(std::vector<std::string>(runs[24].begin() + 4, runs[24].begin() + 7),
              (std::vector<std::string>{"1", "1500", "802.11ax"}));
}

TEST_F(Repetition, InPartsOnSeveralMachines)
{
    for (const std::string part : {"1", "2"})
    {
        const CommandResult result = m_runner.Run(
            {"run", "first/manifest.json", "--shard", part + "/2", "--out", "part" + part});
        ASSERT_EQ(result.status, 0) << result.error;
    }
    ASSERT_EQ(m_runner.Run({"merge", "part1", "part2", "--out", "whole"}).status, 0);
    ExpectSame(Get("first"), Get("whole"));
}

TEST_F(Repetition, OfWhatWasMergedElsewhere)
{
    // Relative paths start where the parts ran, not where they were put together.
    for (const std::string part : {"1", "2"})
    {
        const CommandResult result = m_runner.Run({"run",
                                                   "wired.yaml",
                                                   "--RngRun=5",
                                                   "--shard",
                                                   part + "/2",
                                                   "--set",
                                                   "replications=2",
                                                   "--set",
                                                   "workload.samples=4",
                                                   "--out",
                                                   "part" + part});
        ASSERT_EQ(result.status, 0) << result.error;
    }
    fs::create_directories(Get("deep/er"));
    CommandResult result =
        m_runner.RunInShell(" --version; cd deep/er; " + std::string(DDNNSIM_COMMAND) +
                            " merge ../../part1 ../../part2 --out whole");
    ASSERT_EQ(result.status, 0) << result.error;
    result = m_runner.Run({"run", "deep/er/whole/manifest.json", "--out", "again"});
    ASSERT_EQ(result.status, 0) << result.error;
    ExpectSame(Get("deep/er/whole"), Get("again"));
}

TEST_F(Repetition, GoesOnWhereItWas)
{
    const std::string manifest = "first/manifest.json";
    ASSERT_EQ(m_runner.Run({"run", manifest, "--shard", "1/2", "--out", "again"}).status, 0);
    const Json half = ReadManifest(Get("again")).at("runs");
    ASSERT_EQ(m_runner.Run({"run", manifest, "--out", "again"}).status, 0);
    const Json whole = ReadManifest(Get("again")).at("runs");
    ExpectSame(Get("first"), Get("again"));
    // What was done was not done again: it took the same time to the nanosecond.
    ASSERT_EQ(half.size(), 2U);
    EXPECT_EQ(whole.at(0), half.at(0));
    EXPECT_EQ(whole.at(2), half.at(1));
    // The runs of a manifest are those of its scenarios: nothing is left to do.
    const Json before = ReadManifest(Get("first")).at("runs");
    ASSERT_EQ(m_runner.Run({"run", manifest, "--out", "first"}).status, 0);
    EXPECT_EQ(ReadManifest(Get("first")).at("runs"), before);
}

TEST_F(Repetition, AnotherVersionIsWarnedOf)
{
    const CommandResult result = RunChanged([](Json& manifest) {
        manifest["ddnnsim"] = "0.0.1";
        manifest["ns3"] = "3.36";
    });
    EXPECT_EQ(result.status, 0);
    EXPECT_NE(result.error.find("ddnnsim: warning: m.json was written with ddnnsim '0.0.1'"),
              std::string::npos)
        << result.error;
    EXPECT_NE(result.error.find("was written with ns-3 '3.36'"), std::string::npos);
}

TEST_F(Repetition, AnotherFileIsRefused)
{
    fs::remove(Get("c.npz"));
    fs::copy(scenarios + "/networks/a.npz", Get("c.npz"));
    CommandResult result = m_runner.Run({"run", "first/manifest.json", "--out", "again"});
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.error.rfind("first/manifest.json: scenario 'wired': network: the file is not "
                                 "the one that was used: its hash is ",
                                 0),
              0U)
        << result.error;
    fs::remove(Get("c.npz"));
    fs::copy(scenarios + "/networks/c.npz", Get("c.npz"));
    m_runner.Write("trace.csv", "time,rate,delay,loss\n0s,1Mbps,2ms,0.2\n");
    result = m_runner.Run({"run", "first/manifest.json", "--out", "again"});
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.error.rfind("first/manifest.json: scenario 'wired': links.local.trace: ", 0),
              0U)
        << result.error;
    EXPECT_FALSE(fs::exists(Get("again")));
}

TEST_F(Repetition, AnotherDataSetIsRefused)
{
    const auto hash =
        ReadManifest(Get("first")).at("scenarios").at(1).at("test_split_hash").get<std::string>();
    ExpectError([](Json& manifest) { manifest["scenarios"][1]["test_split_hash"] = "0"; },
                "m.json: scenario 'radio': dataset: the test split is not the one that was used: "
                "its hash is " +
                    hash + ", expected '0'");
}

TEST_F(Repetition, MissingFile)
{
    fs::remove(Get("c.npz"));
    const CommandResult result = m_runner.Run({"run", "first/manifest.json", "--out", "again"});
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.error,
              "first/manifest.json: scenario 'wired':2:10: network: c.npz: No such file, expected "
              "an .npz file\n");
}

TEST_F(Repetition, BrokenManifests)
{
    ExpectError([](Json& m) { m["scenarios"][0]["resolved"] = "name: x\n"; },
                "m.json: scenarios 1: resolved: was changed since its hash was written" + wanted);
    ExpectError([](Json& m) { m.erase("runs"); }, "m.json: has no runs" + wanted);
    ExpectError([](Json& m) { m["runs"] = Json::array(); }, "m.json: runs: is empty" + wanted);
    ExpectError([](Json& m) { m["runs"] = 3; }, "m.json: runs: is no list" + wanted);
    ExpectError([](Json& m) { m["runs"].erase(1); },
                "m.json: runs 2: run: is not the number behind the one before, expected the "
                "manifest.json of a whole study: `ddnnsim merge` puts its parts together");
    ExpectError([](Json& m) { m["runs"][0]["replication"] = -1; },
                "m.json: runs 1: replication: is no whole number from 1" + wanted);
    ExpectError([](Json& m) { m["runs"][0]["replication"] = 4294967296; },
                "m.json: runs 1: replication: is no whole number from 1" + wanted);
    ExpectError([](Json& m) { m["runs"][0]["swept"] = {"1"}; },
                "m.json: runs 1: swept: has not one value for each of swept_paths" + wanted);
    ExpectError([](Json& m) { m["runs"][2]["scenario"] = "wired"; },
                "m.json: runs 3: scenario: is not the name of the scenario with this run" + wanted);
    ExpectError([](Json& m) { m["scenarios"] = Json::array(); },
                "m.json: runs 1: is of no scenario" + wanted);
    ExpectError([](Json& m) { m["scenarios"][1]["first_run"] = 1; },
                "m.json: scenarios 2: first_run: is not greater than that of the scenario before" +
                    wanted);
    ExpectError([](Json& m) { m["ddnnsim"] = 1; }, "m.json: ddnnsim: is no text" + wanted);
    ExpectError([](Json& m) { m = Json::array(); }, "m.json: is no object" + wanted);
}

TEST_F(Repetition, FilesThatAreNoManifest)
{
    const std::string good = ReadText(Get("first") / "manifest.json");
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"", "m.json:1:1: not JSON" + wanted},
        {"{\n  \"ddnnsim\": x", "m.json:2:14: not JSON" + wanted},
        {std::string("\xff", 1),
         "m.json:1:1: a character that is a control character or not UTF-8"}};
    for (const auto& [text, error] : cases)
    {
        m_runner.Write("m.json", text);
        const CommandResult result = m_runner.Run({"run", "m.json"});
        EXPECT_EQ(result.status, 2);
        EXPECT_EQ(result.error, error + "\n");
    }
    m_runner.Write("m.json", good.substr(0, good.size() / 2));
    const CommandResult cut = m_runner.Run({"run", "m.json"});
    EXPECT_EQ(cut.status, 2);
    EXPECT_EQ(std::count(cut.error.begin(), cut.error.end(), '\n'), 1) << cut.error;
}

TEST_F(Repetition, NothingCanBeChanged)
{
    const std::string manifest = "first/manifest.json";
    for (const auto& [words, error] : std::vector<std::pair<std::vector<std::string>, std::string>>{
             {{"run", manifest, "--set", "seed=3"},
              "ddnnsim run: 'seed=3' would change what the manifest repeats, expected a scenario "
              "file\n"},
             {{"run", manifest, "--RngRun=3"},
              "ddnnsim run: 'rng_run=3' would change what the manifest repeats, expected a "
              "scenario file\n"},
             {{"run", manifest, "--sweep", "sites=1,2"},
              "ddnnsim run: 'sites=1,2' would change what the manifest repeats, expected a "
              "scenario file\n"},
             {{"run", manifest, "--until", "accuracy=0.1"},
              "ddnnsim run: '--until accuracy=0.1' would change what the manifest repeats, "
              "expected a scenario file\n"},
             {{"run", "wired.yaml", manifest},
              "ddnnsim run: first/manifest.json among others, expected a manifest alone\n"}})
    {
        const CommandResult result = m_runner.Run(words);
        EXPECT_EQ(result.status, 2);
        EXPECT_EQ(result.error, error);
    }
}
