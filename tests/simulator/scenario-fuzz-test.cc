// SPDX-License-Identifier: GPL-2.0-only
#include "nn/input-error.h"
#include "simulator/scenario/network-parser.h"
#include "simulator/scenario/scenario-parser.h"
#include "tests/simulator/temporary-file.h"

#include <gtest/gtest.h>

#include <exception>
#include <random>

using namespace simulator;

namespace
{

const std::string seedScenario = "name: c\n"
                                 "network: ../networks/c.npz\n"
                                 "dataset: {source: street, seed: 1, noise: 1.0}\n"
                                 "sites: 1\n"
                                 "workload: {samples: 171, period: 100ms}\n"
                                 "thresholds: {local: 0.8}\n"
                                 "links:\n"
                                 "  local: &a {type: p2p, rate: 10Mbps, queue: 100}\n"
                                 "  backhaul: {type: p2p, rate: 10Mbps, delay: 20ms, loss: 0}\n"
                                 "  edge: *a\n"
                                 "processors: {device: cortex-m7, cloud: gpu-server}\n"
                                 "exits: {local: gateway-1}\n"
                                 "seed: 1\n";

const std::string seedNetwork = "name: f\n"
                                "dataset: {source: street, seed: 1}\n"
                                "cameras: [1, 2, 3, 4, 5, 6]\n"
                                "device: {filters: [4], exit: max}\n"
                                "edges: [[1, 2, 3], [4, 5, 6]]\n"
                                "edge: {filters: [8], input: concat, exit: max}\n"
                                "cloud: {filters: [16], input: concat}\n"
                                "training: {epochs: 100, batch: 32, rate: 0.001, seed: 1}\n";

/// Text that is likely to matter to a parser of YAML or of quantities.
const std::vector<std::string> fragments = {"{",
                                            "}",
                                            "[",
                                            "]",
                                            ": ",
                                            ", ",
                                            "&a ",
                                            "*a",
                                            "*b",
                                            "<<: ",
                                            "---\n",
                                            "...",
                                            "? ",
                                            "- ",
                                            "!!",
                                            "!<x>",
                                            "|\n",
                                            ">\n",
                                            "%YAML 1.2\n",
                                            "\"",
                                            "'",
                                            "\\",
                                            "#",
                                            "\t",
                                            "\n",
                                            "\r",
                                            "~",
                                            "null",
                                            "0x10",
                                            "010",
                                            "1e3",
                                            "-1",
                                            "99999999999999999999",
                                            "1e999",
                                            "nan",
                                            "inf",
                                            "ms",
                                            "Mbps",
                                            "10 Mbps",
                                            "network: ",
                                            "links: ",
                                            "thresholds: ",
                                            "\xef\xbb\xbf",
                                            "\xff\xfe",
                                            "\xc3",
                                            std::string(1, '\0'),
                                            std::string(300, '['),
                                            std::string(300, '9')};

/// Deterministic: the distributions of the standard library differ between implementations.
class Mutator
{
  public:
    explicit Mutator(std::uint32_t seed) : m_engine(seed) {}

    std::string Mutate(std::string text)
    {
        for (std::size_t edits = 1 + Below(4); edits > 0; --edits)
        {
            Edit(text);
        }
        return text;
    }

  private:
    std::size_t Below(std::size_t limit)
    {
        return m_engine() % limit;
    }

    void Edit(std::string& text)
    {
        const std::size_t place = Below(text.size() + 1);
        const std::size_t length = Below(20);
        switch (Below(5))
        {
        case 0:
            text.insert(place, fragments[Below(fragments.size())]);
            break;
        case 1:
            text.erase(place, length);
            break;
        case 2:
            text.insert(place, text.substr(Below(text.size() + 1), length));
            break;
        case 3:
            text.resize(place);
            break;
        default:
            text.insert(place, 1, static_cast<char>(Below(256)));
        }
    }

    std::mt19937 m_engine;
};

/// Parses a mutated file; whatever is not accepted must be an InputError of one line.
template <typename Parse>
void
Survive(const TemporaryFile& file, const std::string& text, Parse parse)
{
    file.Write(text);
    try
    {
        parse(file.GetPath());
    }
    catch (const nn::InputError& error)
    {
        const std::string message = error.what();
        EXPECT_EQ(message.find('\n'), std::string::npos) << message << "\n" << text;
        EXPECT_EQ(message.rfind(file.GetPath(), 0), 0U) << message << "\n" << text;
    }
    catch (const std::exception& error)
    {
        ADD_FAILURE() << error.what() << "\n" << text;
    }
}

} // namespace

TEST(ScenarioFuzz, MutatedScenariosAreReadOrRefused)
{
    const TemporaryFile file("c.yaml", "");
    Mutator mutator(1);
    for (int i = 0; i < 5000; ++i)
    {
        Survive(file, mutator.Mutate(seedScenario), [](const std::string& path) {
            const Scenario scenario = ParseScenario(path, {});
            EXPECT_FALSE(FormatScenario(scenario).empty());
        });
    }
}

TEST(ScenarioFuzz, MutatedSweepsAreReadOrRefused)
{
    const std::string sweep =
        "network: n.npz\n"
        "sweep:\n"
        "  links.backhaul.rate: {from: 64kbps, to: 100Mbps, steps: 6, scale: log}\n"
        "  zip: [{sites: [1, 2], links.edge.delay: [1ms, 2ms]}]\n"
        "  thresholds.local: [0, 0.5, 1]\n";
    const TemporaryFile file("c.yaml", "");
    Mutator mutator(4);
    for (int i = 0; i < 3000; ++i)
    {
        Survive(file, mutator.Mutate(sweep), [](const std::string& path) {
            const ScenarioFile scenario = ReadScenarioFile(path);
            const std::size_t count = CountVariants(scenario.sweep, 1000);
            ResolveScenario(scenario, GetVariant(scenario.sweep, count - 1));
            FormatSweep(scenario.sweep);
        });
    }
}

TEST(ScenarioFuzz, MutatedNetworksAreReadOrRefused)
{
    const TemporaryFile file("f.yaml", "");
    Mutator mutator(2);
    for (int i = 0; i < 3000; ++i)
    {
        Survive(file, mutator.Mutate(seedNetwork), ParseNetworkFile);
    }
}

TEST(ScenarioFuzz, MutatedSettingsAreReadOrRefused)
{
    const TemporaryFile file("c.yaml", "network: n.npz\n");
    Mutator mutator(3);
    for (int i = 0; i < 3000; ++i)
    {
        const std::string setting = mutator.Mutate("links.backhaul.rate=10Mbps");
        try
        {
            ParseScenario(file.GetPath(), {setting});
        }
        catch (const nn::InputError& error)
        {
            EXPECT_EQ(std::string(error.what()).rfind("--set ", 0), 0U) << error.what();
        }
    }
}
