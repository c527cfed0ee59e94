// SPDX-License-Identifier: GPL-2.0-only
#include "nn/input-error.h"
#include "simulator/scenario/scenario-parser.h"
#include "simulator/scenario/sweep-option.h"
#include "tests/simulator/temporary-file.h"

#include <gtest/gtest.h>

#include <set>

using namespace simulator;

namespace
{

using Texts = std::vector<std::string>;

Texts
GetValues(const Sweep& sweep, std::size_t index)
{
    Texts values;
    for (const Setting& setting : GetVariant(sweep, index))
    {
        values.push_back(FormatSweptValue(*setting.value));
    }
    return values;
}

/// The sweep of a file whose third line is the first of the text, and of options.
Sweep
Parse(const std::string& text, const Texts& options = {})
{
    const TemporaryFile file("c.yaml", "network: n.npz\nsweep:\n" + text);
    Sweep sweep = ReadScenarioFile(file.GetPath()).sweep;
    AddSweepOptions(sweep, options);
    return sweep;
}

/// Why a sweep or its first or last variant is refused.
std::string
GetError(const std::string& text, const Texts& options = {}, const Texts& settings = {})
{
    const TemporaryFile file("c.yaml", "network: n.npz\nsweep:\n" + text);
    try
    {
        ScenarioFile scenario = ReadScenarioFile(file.GetPath());
        AddSweepOptions(scenario.sweep, options);
        CheckNotSwept(ParseSettings(settings), scenario.sweep);
        ResolveScenario(scenario, GetVariant(scenario.sweep, 0));
        ResolveScenario(scenario,
                        GetVariant(scenario.sweep, CountVariants(scenario.sweep, 1000) - 1));
    }
    catch (const nn::InputError& error)
    {
        return file.Strip(error.what());
    }
    return "accepted";
}

} // namespace

TEST(Sweep, LastPathVariesFastest)
{
    const Sweep sweep = Parse("  links.backhaul.rate: [64kbps, 1Mbps]\n  sites: [1, 2, 3]\n");
    EXPECT_EQ(GetSweptPaths(sweep), (Texts{"links.backhaul.rate", "sites"}));
    ASSERT_EQ(CountVariants(sweep, 100), 6U);
    EXPECT_EQ(GetValues(sweep, 0), (Texts{"64kbps", "1"}));
    EXPECT_EQ(GetValues(sweep, 1), (Texts{"64kbps", "2"}));
    EXPECT_EQ(GetValues(sweep, 3), (Texts{"1Mbps", "1"}));
    EXPECT_EQ(GetValues(sweep, 5), (Texts{"1Mbps", "3"}));
}

TEST(Sweep, ZipsAdvanceTogetherAndMultiply)
{
    const Sweep sweep = Parse("  zip:\n"
                              "    - {sites: [1, 2], transport: [udp, tcp]}\n"
                              "    - {thresholds.local: [0, 1], thresholds.edge: [1, 0]}\n"
                              "  deadline: [1s]\n");
    ASSERT_EQ(CountVariants(sweep, 100), 4U);
    EXPECT_EQ(GetValues(sweep, 1), (Texts{"1", "udp", "1", "0", "1s"}));
    EXPECT_EQ(GetValues(sweep, 2), (Texts{"2", "tcp", "0", "1", "1s"}));
}

TEST(Sweep, EveryCombinationComesOnce)
{
    for (int a = 1; a < 5; ++a)
    {
        for (int b = 2; b < 5; ++b)
        {
            const Sweep sweep = Parse(
                "  sites: {from: 1, to: 100, steps: " + std::to_string(b) +
                "}\n  zip: {thresholds.local: {from: 0, to: 1, steps: " + std::to_string(b) +
                "}, thresholds.edge: {from: 1, to: 0, steps: " + std::to_string(b) +
                "}}\n  suspect_after: {from: 1, to: 50, steps: " + std::to_string(a + 1) + "}\n");
            const auto count = static_cast<std::size_t>(b * b * (a + 1));
            ASSERT_EQ(CountVariants(sweep, 1000), count);
            std::set<Texts> seen;
            for (std::size_t i = 0; i < count; ++i)
            {
                seen.insert(GetValues(sweep, i));
            }
            EXPECT_EQ(seen.size(), count);
        }
    }
}

TEST(Sweep, CountsNoFurtherThanTheLimit)
{
    std::string text;
    for (const char* link : {"local", "edge", "metro", "backhaul", "spare"})
    {
        text += "  links." + std::string(link) +
                ".delay: {from: 1ms, to: 1s, steps: 10000}\n  waits." + link +
                ": {from: 1ms, to: 1s, steps: 10000}\n";
    }
    EXPECT_EQ(CountVariants(Parse(text), 1000), 1001U); // 10^32 does not fit into 64 bits
    EXPECT_EQ(CountVariants(Parse("  sites: [1, 2]\n"), 2), 2U);
    EXPECT_EQ(CountVariants(Sweep{}, 1), 1U);
}

TEST(Sweep, ValuesReachTheScenarioBehindSettings)
{
    const TemporaryFile file("c.yaml",
                             "network: n.npz\n"
                             "failures:\n"
                             "  - {group: [device-1], at: 1s}\n"
                             "sweep:\n"
                             "  links.backhaul.type: [csma, lte]\n"
                             "  failures.1.group: [[device-1, device-2], [device-3]]\n"
                             "  network: [a.npz, b.npz]\n");
    const ScenarioFile scenario = ReadScenarioFile(file.GetPath());
    const Scenario last = ResolveScenario(scenario, GetVariant(scenario.sweep, 7));
    EXPECT_EQ(last.links.at("backhaul").type, "lte");
    EXPECT_EQ(last.failures.at(0).group, Texts{"device-3"});
    EXPECT_EQ(last.network, file.GetFolder() + "/b.npz");
    EXPECT_EQ(file.Strip(GetPlace(last, "links.backhaul.type")), "c.yaml:5:31");
    EXPECT_EQ(GetValues(scenario.sweep, 0), (Texts{"csma", "[device-1, device-2]", "a.npz"}));
}

TEST(Sweep, OptionsReplaceAndAdd)
{
    const std::string text = "  sites: [1, 2]\n  deadline: [1s, 2s]\n";
    const Sweep sweep = Parse(text, {"sites=5,6,7", "transport=udp,tcp"});
    EXPECT_EQ(GetSweptPaths(sweep), (Texts{"sites", "deadline", "transport"}));
    EXPECT_EQ(CountVariants(sweep, 100), 12U);
    EXPECT_EQ(GetValues(sweep, 11), (Texts{"7", "2s", "tcp"}));
    EXPECT_EQ(GetValues(Parse(text, {"sites={from: 2, to: 8, steps: 3}"}), 2), (Texts{"5", "1s"}));
}

TEST(Sweep, PrintedItSweepsTheSame)
{
    const Sweep sweep = Parse("  failures.1.group: [[device-1, device-2], []]\n"
                              "  zip:\n"
                              "    - {sites: [1, 2], transport: [udp, tcp]}\n"
                              "    - {exits.local: [gateway-1, gateway-2], deadline: [1s, 2s]}\n"
                              "  thresholds.local: {from: 0, to: 1, steps: 3}\n"
                              "  links.backhaul.type: ['p2p', \"a: b\"]\n");
    const TemporaryFile file("c.yaml", "network: n.npz\n" + FormatSweep(sweep));
    const Sweep again = ReadScenarioFile(file.GetPath()).sweep;
    EXPECT_EQ(GetSweptPaths(again), GetSweptPaths(sweep));
    ASSERT_EQ(CountVariants(again, 1000), 48U);
    for (std::size_t i = 0; i < 48; ++i)
    {
        EXPECT_EQ(GetValues(again, i), GetValues(sweep, i));
    }
    EXPECT_EQ(FormatSweep(again), FormatSweep(sweep));
    EXPECT_EQ(FormatSweep({}), "");
}

TEST(Sweep, PrintedPathsStartAtTheCurrentFolder)
{
    const TemporaryFile file(
        "c.yaml", "network: n.npz\nsweep: {network: [a.npz], dataset: [street, d.npz]}\n");
    EXPECT_EQ(FormatSweep(ReadScenarioFile(file.GetPath()).sweep),
              "sweep:\n  network: [" + file.GetFolder() + "/a.npz]\n  dataset: [street, " +
                  file.GetFolder() + "/d.npz]\n");
}

TEST(Sweep, FormIsRefusedWithItsPlace)
{
    const std::string wantValues = ", expected a list such as [a, b] or a range such as {from: 1, "
                                   "to: 9, steps: 3, scale: log}";
    EXPECT_EQ(GetError(""), "c.yaml:2:1: sweep: expected a map of paths to lists of values");
    EXPECT_EQ(GetError("  sites: []\n"),
              "c.yaml:3:10: sites: the list is empty, expected at least one value");
    EXPECT_EQ(GetError("  sites: 3\n"), "c.yaml:3:10: sites: found a single value" + wantValues);
    EXPECT_EQ(GetError("  sites:\n"), "c.yaml:3:3: sites: found no value" + wantValues);
    const std::string wantScalars =
        "c.yaml:3:10: sites: the list has something else than values, expected such as [a, b]";
    EXPECT_EQ(GetError("  sites: [1, {a: 2}]\n"), wantScalars);
    EXPECT_EQ(GetError("  sites: [1, ]\n  deadline: [~]\n"),
              "c.yaml:4:13: deadline: the list has something else than values, expected such as "
              "[a, b]");
    EXPECT_EQ(GetError("  sites: &a [1, *a]\n"), wantScalars); // a list that contains itself
    EXPECT_EQ(GetError("  sites: [1, 2, 1]\n"), "c.yaml:3:17: sites: '1' stands there twice");
    EXPECT_EQ(GetError("  ? [a]\n  : [1]\n"),
              "c.yaml:3:5: a key that is not a word, expected a dotted path");
    EXPECT_EQ(GetError("  sites: [1]\nsweep: {}\n"), "c.yaml:4:1: duplicate key 'sweep'");
}

TEST(Sweep, ZipsAreRefusedWithTheirPlace)
{
    EXPECT_EQ(GetError("  zip: {sites: [1, 2], transport: [udp, tcp, link]}\n"),
              "c.yaml:3:24: transport: has 3 values, but 'sites' in the same zip 2, expected "
              "equally many");
    const std::string want =
        "c.yaml:3:3: zip: expected a map of paths to equally long lists, or a list of such";
    EXPECT_EQ(GetError("  zip: [1]\n"), want);
    EXPECT_EQ(GetError("  zip: []\n"), want);
    EXPECT_EQ(GetError("  zip:\n"), want);
    EXPECT_EQ(GetError("  zip: {sites: [1, 2, 1], transport: [udp, tcp, udp]}\n"),
              "c.yaml:3:23: sites: '1, udp' stands there twice");
}

TEST(Sweep, PathsAreRefusedWithTheirPlace)
{
    EXPECT_EQ(GetError("  sites: [1]\n  sites: [2]\n"),
              "c.yaml:4:3: 'sites' is swept twice, also at c.yaml:3:3");
    EXPECT_EQ(GetError("  waits.local: [1s]\n  zip: {waits.local.time: [2s]}\n"),
              "c.yaml:4:9: 'waits.local.time' and 'waits.local' overlap, which is swept at "
              "c.yaml:3:3");
    EXPECT_EQ(GetError("  name: [a, b]\n"),
              "c.yaml:3:3: 'name' cannot be swept: it names the scenario, and all its variants");
    EXPECT_EQ(GetError("  replications: [1]\n"),
              "c.yaml:3:3: 'replications' cannot be swept: all variants have as many, with the "
              "same seeds");
    EXPECT_EQ(GetError("  seed: [1, 2]\n"),
              "c.yaml:3:3: 'seed' cannot be swept: all variants have the same, expected "
              "'replications' for other random numbers");
    EXPECT_EQ(GetError("  rng_run: [1, 2]\n"),
              "c.yaml:3:3: 'rng_run' cannot be swept: all variants have the same, expected "
              "'replications' for other random numbers");
    EXPECT_EQ(GetError("  sweep: [1, 2]\n"),
              "c.yaml:3:3: 'sweep' cannot be swept: a sweep has no sweep");
    EXPECT_EQ(GetError("  links.backhaul.rat: [1Mbps]\n"),
              "c.yaml:3:3: unknown key 'links.backhaul.rat', did you mean 'links.backhaul.rate'?");
    EXPECT_EQ(GetError("  outage: [1]\n"),
              "c.yaml:3:3: 'outage' is a group of keys, expected one of them: window or accuracy");
}

TEST(Sweep, ValuesAreRefusedWithTheirPlace)
{
    EXPECT_EQ(GetError("  sites: [1]\n  links.backhaul.rate: [1Mbps, 64]\n"),
              "c.yaml:4:32: links.backhaul.rate: '64' has no unit, expected a data rate such as "
              "10Mbps");
    EXPECT_EQ(GetError("  thresholds.local: {from: 0, to: 2, steps: 3}\n"),
              "c.yaml:3:21: thresholds.local: '2' is out of range, expected 0 to 1");
    EXPECT_EQ(GetError("  sites: [[1, 2]]\n"),
              "c.yaml:3:11: sites: found a list, expected a whole number such as 3");
}

TEST(Sweep, OptionsAreRefusedByName)
{
    const std::string text =
        "  sites: [1, 2]\n  zip: {deadline: [1s, 2s], transport: [udp, tcp]}\n";
    EXPECT_EQ(GetError(text, {"links.edge.delay"}),
              "--sweep 'links.edge.delay': expected PATH=VALUE,VALUE,...");
    EXPECT_EQ(GetError(text, {"links.edge.delay=1ms,2"}),
              "--sweep links.edge.delay=1ms,2: '2' has no unit, expected a time such as 40ms");
    EXPECT_EQ(GetError(text, {"links.edge.delay=1ms,,2ms"}),
              "--sweep links.edge.delay=1ms,,2ms: the list has something else than values, "
              "expected such as [a, b]");
    EXPECT_EQ(GetError(text, {"links.edge.delays=1ms"}),
              "--sweep links.edge.delays=1ms: unknown key 'links.edge.delays', did you mean "
              "'links.edge.delay'?");
    EXPECT_EQ(GetError(text, {"sites={from: 1"}).rfind("--sweep sites={from: 1: not YAML: ", 0),
              0U);
    EXPECT_EQ(GetError(text, {"deadline=1s"}),
              "--sweep deadline=1s: 'deadline' is in a zip at c.yaml:4:9, which must be changed "
              "in the file");
    EXPECT_EQ(GetError(text, {"links.edge.delay=1ms", "links.edge.delay=2ms"}),
              "--sweep links.edge.delay=2ms: 'links.edge.delay' is swept twice, also at --sweep "
              "links.edge.delay=1ms");
    EXPECT_EQ(GetError(text, {}, {"sites=3"}),
              "--set sites=3: 'sites' is swept at c.yaml:3:3, expected --sweep sites=... to change "
              "its values");
    EXPECT_EQ(GetError(text, {"waits.local=1s"}, {"waits.local.time=3s"}),
              "--set waits.local.time=3s: 'waits.local' is swept at --sweep waits.local=1s, "
              "expected --sweep waits.local=... to change its values");
}
