// SPDX-License-Identifier: GPL-2.0-only
#include "nn/input-error.h"
#include "simulator/links/csma-link.h"
#include "simulator/links/p2p-link.h"
#include "simulator/links/wifi-link.h"
#include "simulator/scenario/scenario-parser.h"
#include "tests/simulator/temporary-file.h"

#include <gtest/gtest.h>

#include <filesystem>

using namespace simulator;

namespace
{

const std::string minimal = "network: n.npz\n";

Scenario
Parse(const std::string& text, const std::vector<std::string>& settings = {})
{
    return ParseScenario(TemporaryFile("c.yaml", text).GetPath(), settings);
}

P2pSettings
GetP2p(const Scenario& scenario, const std::string& link)
{
    return std::any_cast<P2pSettings>(scenario.links.at(link).values);
}

std::string
GetError(const std::string& text, const std::vector<std::string>& settings = {})
{
    const TemporaryFile file("c.yaml", text);
    try
    {
        ParseScenario(file.GetPath(), settings);
    }
    catch (const nn::InputError& error)
    {
        return file.Strip(error.what());
    }
    return "accepted";
}

} // namespace

TEST(ScenarioParser, DefaultsAreThere)
{
    const Scenario scenario = Parse(minimal);
    EXPECT_EQ(scenario.name, "c");
    EXPECT_EQ(scenario.dataset.source, "street");
    EXPECT_FALSE(scenario.workload.samples);
    EXPECT_EQ(scenario.links.size(), 5U);
    EXPECT_EQ(std::any_cast<WifiSettings>(scenario.links.at("local").values).standard, "802.11n");
    EXPECT_EQ(GetP2p(scenario, "backhaul").delay, ns3::MilliSeconds(20));
    EXPECT_EQ(scenario.deviceProcessor.name, "cortex-m7");
    EXPECT_EQ(scenario.edgeProcessor.name, "raspberry-pi-4");
    EXPECT_EQ(scenario.cloudProcessor.name, "gpu-server");
}

TEST(ScenarioParser, ReadsTheExampleOfTheDesign)
{
    const Scenario scenario =
        Parse("name: c                       # six cameras\n"
              "network: ../networks/c.npz\n"
              "dataset: {source: street, seed: 4, noise: 0.5}\n"
              "sites: 2\n"
              "workload: {samples: 171, period: 50ms}\n"
              "thresholds: {local: 0.7}\n"
              "waits: {local: 200ms, edge: 200ms, cloud: 1.5s}\n"
              "links:\n"
              "  backhaul: {type: p2p, rate: 250kbps, delay: 20ms, loss: 0.1}\n"
              "exits: {local: gateway-2, edge: edge-3}\n"
              "processors: {device: cortex-m4}\n"
              "seed: 5\n"
              "replications: 10\n");
    EXPECT_EQ(scenario.dataset.seed, 4U);
    EXPECT_DOUBLE_EQ(scenario.dataset.noise, 0.5);
    EXPECT_EQ(scenario.sites, 2U);
    EXPECT_EQ(scenario.workload.samples, 171U);
    EXPECT_EQ(scenario.workload.period, ns3::MilliSeconds(50));
    EXPECT_DOUBLE_EQ(scenario.localThreshold, 0.7);
    EXPECT_DOUBLE_EQ(scenario.edgeThreshold, 0.8);
    EXPECT_EQ(scenario.cloudWait.time, ns3::MilliSeconds(1500));
    EXPECT_EQ(GetP2p(scenario, "backhaul").rate.GetBitRate(), 250'000U);
    EXPECT_DOUBLE_EQ(GetP2p(scenario, "backhaul").loss, 0.1);
    EXPECT_EQ(scenario.localExitGateway, 2U);
    EXPECT_EQ(scenario.edgeExitEdge, 3U);
    EXPECT_EQ(scenario.deviceProcessor.name, "cortex-m4");
    EXPECT_EQ(scenario.replications, 10U);
}

TEST(ScenarioParser, PathsStartAtTheFolderOfTheFile)
{
    const TemporaryFile file("c.yaml", "network: ../networks/c.npz\ndataset: d.npz\n");
    const Scenario scenario = ParseScenario(file.GetPath(), {});
    const std::filesystem::path folder(file.GetFolder());
    EXPECT_EQ(scenario.network, (folder.parent_path() / "networks/c.npz").string());
    EXPECT_EQ(scenario.dataset.source, (folder / "d.npz").string());
    EXPECT_EQ(scenario.file, file.GetPath());
}

TEST(ScenarioParser, PathsOfSettingsStartAtTheCurrentFolder)
{
    const Scenario scenario = Parse(minimal, {"network=nets/c.npz", "dataset=./d.npz"});
    EXPECT_EQ(scenario.network, "nets/c.npz");
    EXPECT_EQ(scenario.dataset.source, "d.npz");
}

TEST(ScenarioParser, AbsolutePathsStay)
{
    EXPECT_EQ(Parse("network: /nets/c.npz\n").network, "/nets/c.npz");
}

TEST(ScenarioParser, SettingsReplaceTheFile)
{
    const Scenario scenario = Parse("network: n.npz\nthresholds: {local: 0.1, edge: 0.2}\n",
                                    {"thresholds.local=0.3", "seed=7", "seed=8", "name=a=b"});
    EXPECT_DOUBLE_EQ(scenario.localThreshold, 0.3);
    EXPECT_DOUBLE_EQ(scenario.edgeThreshold, 0.2);
    EXPECT_EQ(scenario.seed, 8U);
    EXPECT_EQ(scenario.name, "a=b");
}

TEST(ScenarioParser, ASettingMayBeWhatIsRequired)
{
    EXPECT_EQ(Parse("sites: 1\n", {"network=n.npz"}).network, "n.npz");
}

TEST(ScenarioParser, BadSettingsAreNamed)
{
    EXPECT_EQ(GetError(minimal, {"thresholds.local=2"}),
              "--set thresholds.local=2: '2' is out of range, expected 0 to 1");
    EXPECT_EQ(
        GetError(minimal, {"links.backhaul.rate=10"}),
        "--set links.backhaul.rate=10: '10' has no unit, expected a data rate such as 10Mbps");
    EXPECT_EQ(GetError(minimal, {"links.backhaul.type=uwb"}),
              "--set links.backhaul.type=uwb: unknown value 'uwb', expected p2p, csma, wifi, "
              "lr-wpan or lte");
    EXPECT_EQ(GetError(minimal, {"threshold.local=1"}),
              "--set threshold.local=1: unknown key 'threshold.local', did you mean "
              "'thresholds.local'?");
    EXPECT_EQ(GetError(minimal, {"x=1"}),
              "--set x=1: unknown key 'x', 'ddnnsim list keys' shows all");
    EXPECT_EQ(GetError(minimal, {"waits=1s"}),
              "--set waits=1s: 'waits' is a group of keys, expected one of them: local, edge, "
              "edge_exit or cloud");
    EXPECT_EQ(GetError(minimal, {"seed"}), "--set 'seed': expected PATH=VALUE");
    EXPECT_EQ(GetError(minimal, {"=1"}), "--set '=1': expected PATH=VALUE");
    EXPECT_EQ(GetError(minimal, {"seed="}),
              "--set seed=: found no value, expected a whole number such as 3");
    EXPECT_EQ(GetError(minimal, {"name=\xff"}),
              "--set 'name=\xff': a control character or not UTF-8");
}

TEST(ScenarioParser, UnknownKeysHaveASuggestion)
{
    EXPECT_EQ(GetError("network: n.npz\nthresold: {local: 1}\n"),
              "c.yaml:2:1: unknown key 'thresold', did you mean 'thresholds'?");
    EXPECT_EQ(GetError("network: n.npz\nlinks:\n  backhaul: {rate: 1Mbps, dealy: 1ms}\n"),
              "c.yaml:3:27: unknown key 'dealy', did you mean 'delay'?");
    EXPECT_EQ(GetError("network: n.npz\nexits: {cloud: 1}\n"),
              "c.yaml:2:9: unknown key 'cloud', expected local or edge");
    EXPECT_EQ(
        GetError("links.local.rate: 1Mbps\n").rfind("c.yaml:1:1: unknown key 'links.local.rate'"),
        0U);
    EXPECT_EQ(GetError("[a]: 1\n"), "c.yaml:1:1: a key that is not a word");
}

TEST(ScenarioParser, DuplicateKeysAreRefused)
{
    EXPECT_EQ(GetError("network: n.npz\nseed: 1\nseed: 1\n"), "c.yaml:3:1: duplicate key 'seed'");
    EXPECT_EQ(GetError("network: n.npz\nlinks:\n  edge: {delay: 1ms, delay: 2ms}\n"),
              "c.yaml:3:22: duplicate key 'delay'");
    EXPECT_EQ(GetError("network: n.npz\nlinks: {local: {}, local: {}}\n"),
              "c.yaml:2:20: duplicate key 'local'");
}

TEST(ScenarioParser, WrongKindsAreRefused)
{
    EXPECT_EQ(GetError("network: n.npz\nthresholds: 0.8\n"),
              "c.yaml:2:13: thresholds: expected a map with keys such as local or edge");
    EXPECT_EQ(GetError("network: n.npz\nlinks: [local]\n"),
              "c.yaml:2:8: links: expected a map with keys such as local, edge, metro, backhaul or "
              "spare");
    EXPECT_EQ(GetError("network: n.npz\nseed:\nsites: 1\n"),
              "c.yaml:2:1: seed: found no value, expected a whole number such as 3");
    EXPECT_EQ(GetError("network: ~\n"),
              "c.yaml:1:1: network: found no value, expected the path of a file");
}

TEST(ScenarioParser, RequiredKeysAreMissed)
{
    EXPECT_EQ(GetError("# a comment\nsites: 1\n"),
              "c.yaml:2:1: missing key 'network', expected the path of a file");
}

TEST(ScenarioParser, MalformedFilesAreRefused)
{
    EXPECT_EQ(GetError("a: b: c\n"), "c.yaml:1:5: not YAML: illegal map value");
    EXPECT_EQ(GetError("a: [\n"), "c.yaml:2:1: not YAML: end of sequence flow not found");
    EXPECT_EQ(GetError(""), "c.yaml: is empty, expected keys and values");
    EXPECT_EQ(GetError("# nothing\n"), "c.yaml: is empty, expected keys and values");
    EXPECT_EQ(GetError("- a\n"), "c.yaml:1:1: expected keys and values, such as 'name: example'");
    EXPECT_EQ(GetError("name: a\n---\nname: b\n"),
              "c.yaml:2:1: a second document, expected one document in a file");
    // yaml-cpp makes no progress here.
    EXPECT_EQ(GetError(", a: b\n"),
              "c.yaml:1:1: expected keys and values, such as 'name: example'");
    EXPECT_EQ(GetError("name: a\nseed: \x01\n"),
              "c.yaml:2:7: a character that is a control character or not UTF-8");
    EXPECT_EQ(GetError("name: a\xff\n"),
              "c.yaml:1:8: a character that is a control character or not UTF-8");
    EXPECT_EQ(GetError("name: " + std::string(1U << 20, 'a')),
              "c.yaml: is larger than 1 MiB, expected a file written by hand");
    EXPECT_EQ(GetError(std::string(100'000, '[')).rfind("c.yaml:", 0), 0U);
}

TEST(ScenarioParser, FilesThatCannotBeReadAreRefused)
{
    const TemporaryFile file("c.yaml", minimal);
    const auto getError = [&file](const std::string& path) {
        try
        {
            ParseScenario(path, {});
        }
        catch (const nn::InputError& error)
        {
            return file.Strip(error.what());
        }
        return std::string("accepted");
    };
    EXPECT_EQ(getError(file.GetPath() + "x"), "c.yamlx: cannot be read: No such file or directory");
    EXPECT_EQ(getError(file.GetFolder()), file.GetFolder() + ": is a directory, expected a file");
    EXPECT_EQ(getError(""), ": cannot be read: No such file or directory");
    EXPECT_EQ(getError("/dev/zero"),
              "/dev/zero: is larger than 1 MiB, expected a file written by hand");
}

TEST(ScenarioParser, AnchorsAreUnderstood)
{
    const Scenario scenario = Parse("network: n.npz\n"
                                    "links:\n"
                                    "  local: &slow {type: p2p, rate: 64kbps}\n"
                                    "  backhaul: *slow\n");
    EXPECT_EQ(GetP2p(scenario, "backhaul").rate.GetBitRate(), 64'000U);
}

TEST(ScenarioParser, CyclesOfAnchorsEnd)
{
    EXPECT_NE(GetError("network: &a [*a]\n"), "accepted");
    EXPECT_NE(GetError("&a links: &b {local: *b}\n"), "accepted");
    EXPECT_NE(GetError("dataset: &b {source: *b}\n"), "accepted");
}

TEST(ScenarioParser, FormatParsesBackToTheSame)
{
    const Scenario scenario = Parse("name: \"six: \\\"cameras\\\", \\\\ # one\"\n"
                                    "network: /nets/c.npz\n"
                                    "dataset: {source: /data/d.npz, seed: 18446744073709551615}\n"
                                    "workload: {samples: 3, period: 1234567ns, arrivals: poisson}\n"
                                    "thresholds: {local: 0.123456789012345}\n"
                                    "links: {metro: {rate: 12345bps, loss: 1e-9, queue: 7}}\n"
                                    "processors: {edge: edge-server}\n");
    const std::string text = FormatScenario(scenario);
    EXPECT_EQ(FormatScenario(Parse(text)), text);
    EXPECT_EQ(Parse(text).name, scenario.name);
    EXPECT_EQ(Parse(text).localThreshold, scenario.localThreshold);
    EXPECT_EQ(Parse(text).dataset.seed, scenario.dataset.seed);
}

TEST(ScenarioParser, FormatOfTheDefaultsParsesBack)
{
    const std::string text = FormatScenario(Parse("network: /n.npz\n"));
    EXPECT_EQ(text.rfind("name: c\nnetwork: /n.npz\ndataset:\n  source: street\n", 0), 0U);
    EXPECT_EQ(text.find("samples: \n"), std::string::npos);
    EXPECT_EQ(FormatScenario(Parse(text)), text);
}

TEST(ScenarioParser, OddNamesSurvive)
{
    for (const char* name :
         {"null", "~", "-", "---", "true", "010", "a b", "#x", "&a", "k\xc3\xb6ln"})
    {
        const Scenario scenario = Parse(minimal, {std::string("name=") + name});
        EXPECT_EQ(Parse(FormatScenario(scenario)).name, name);
    }
}

TEST(ScenarioParser, APointHasTwoNumbers)
{
    const auto getError = [](const std::string& positions) {
        return GetError(minimal + "links:\n  local: {type: wifi, positions: " + positions + "}\n");
    };
    const std::string wantPoint = "expected a point such as [10, -5.5]";
    EXPECT_EQ(getError("[[1, 2], [1, 2, 3]]"),
              "c.yaml:3:43: links.local.positions: found 3 numbers, " + wantPoint);
    EXPECT_EQ(getError("[[]]"),
              "c.yaml:3:35: links.local.positions: found 0 numbers, " + wantPoint);
    EXPECT_EQ(getError("[1, 2]"),
              "c.yaml:3:35: links.local.positions: found a single value, " + wantPoint);
    EXPECT_EQ(getError("[[1, 2m]]"),
              "c.yaml:3:39: links.local.positions: '2m' is not a number, expected a number such as "
              "0.5");
    EXPECT_EQ(getError("[[1001, 2]]"),
              "c.yaml:3:36: links.local.positions: '1001' is out of range, expected -1000 to 1000");
    EXPECT_EQ(getError("[]"), "accepted");
}

TEST(ScenarioParser, AnEmptyNameInAGroupIsNamedWithItsOwnPlace)
{
    EXPECT_EQ(GetError(minimal + "failures:\n  - {group: [device-1, \"\"], at: 1s}\n"),
              "c.yaml:3:24: failures.1.group: '' is empty, expected the name of a node such as "
              "device-1");
}

TEST(ScenarioParser, ALinkHasTheDefaultsAndTheKeysOfItsType)
{
    const std::string text = minimal + "links:\n  local: {type: csma, loss: 0.1}\n";
    const Scenario scenario = Parse(text, {"links.edge.type=csma"});
    const auto local = std::any_cast<CsmaSettings>(scenario.links.at("local").values);
    EXPECT_EQ(local.rate.GetBitRate(), 100'000'000U);
    EXPECT_EQ(local.delay, ns3::MicroSeconds(5));
    EXPECT_DOUBLE_EQ(local.loss, 0.1);
    EXPECT_EQ(scenario.links.at("edge").type, "csma");
    EXPECT_EQ(GetP2p(scenario, "backhaul").rate.GetBitRate(), 10'000'000U);
    // What one type takes, another refuses: so long a cable is none.
    EXPECT_EQ(GetError(text, {"links.local.delay=11ms"}),
              "--set links.local.delay=11ms: '11ms' is out of range, expected 0s to 10ms");
}

TEST(ScenarioParser, ReadsAListOfRecords)
{
    const std::string text = minimal + "background:\n"
                                       "  - {from: device-1, to: cloud, rate: 1Mbps, stop: 5s}\n"
                                       "  - from: cloud\n"
                                       "    to: device-2\n"
                                       "    rate: 2Mbps\n"
                                       "    pattern: on-off\n";
    const Scenario scenario = Parse(text, {"background.2.rate=3Mbps", "background.1.bytes=100"});
    ASSERT_EQ(scenario.background.size(), 2U);
    EXPECT_EQ(scenario.background[0].from, "device-1");
    EXPECT_EQ(scenario.background[0].bytes, 100U);
    EXPECT_EQ(scenario.background[0].stop, ns3::Seconds(5));
    EXPECT_EQ(scenario.background[1].to, "device-2");
    EXPECT_EQ(scenario.background[1].rate, ns3::DataRate(3'000'000));
    EXPECT_EQ(scenario.background[1].bytes, 1000U);
    EXPECT_FALSE(scenario.background[1].stop);
    const std::string printed = FormatScenario(scenario);
    EXPECT_NE(printed.find("background:\n  - from: device-1\n    to: cloud\n"), std::string::npos);
    EXPECT_NE(printed.find("  - from: cloud\n    to: device-2\n    rate: 3Mbps\n"),
              std::string::npos);
    EXPECT_EQ(FormatScenario(Parse(printed)), printed);
}

TEST(ScenarioParser, ListsMayBeEmptyOrMissing)
{
    EXPECT_TRUE(Parse(minimal).background.empty());
    EXPECT_TRUE(Parse(minimal + "background: []\n").background.empty());
}

TEST(ScenarioParser, BadListsAreRefused)
{
    const std::string list = ", expected a list of maps, such as '- {from: device-1}'";
    const std::string keys = "expected a map with keys such as from, to, rate, bytes, pattern, on, "
                             "off, start or stop";
    EXPECT_EQ(GetError(minimal + "background: {from: a}\n"),
              "c.yaml:2:13: background: found a map" + list);
    EXPECT_EQ(GetError(minimal + "background: x\n"),
              "c.yaml:2:13: background: found a single value" + list);
    EXPECT_EQ(GetError(minimal + "background: [3]\n"), "c.yaml:2:14: background.1: " + keys);
    EXPECT_EQ(GetError(minimal + "background:\n  - {from: a, from: b}\n"),
              "c.yaml:3:15: duplicate key 'from'");
    EXPECT_EQ(GetError(minimal + "background:\n  - {from: a, to: b, rte: 1Mbps}\n"),
              "c.yaml:3:22: unknown key 'rte', did you mean 'rate'?");
    EXPECT_EQ(GetError(minimal + "background:\n  - {from: a, rate: 1Mbps}\n"),
              "c.yaml:3:5: missing key 'background.1.to', expected the name of a node such as "
              "device-1");
    EXPECT_EQ(GetError(minimal + "background: []\n", {"background.1.rate=1Mbps"}),
              "--set background.1.rate=1Mbps: unknown key 'background.1.rate', 'ddnnsim list keys' "
              "shows all");
    std::string many = minimal + "background:\n";
    for (int i = 0; i < 1001; ++i)
    {
        many += "- {from: a, to: b, rate: 1Mbps}\n";
    }
    EXPECT_EQ(GetError(many), "c.yaml:3:1: background: has 1001 records, expected at most 1000");
}
