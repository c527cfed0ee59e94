// SPDX-License-Identifier: GPL-2.0-only
// The six topologies of Figure 2, as shipped.
#include "command-runner.h"
#include "nn/data/data-set-source.h"
#include "nn/network/network-file.h"
#include "nn/network/network-inference.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace fs = std::filesystem;

namespace
{

const std::vector<std::string> csvFiles = {
    "runs.csv", "samples.csv", "links.csv", "nodes.csv", "timeline.csv"};
const std::vector<std::string> topologies = {"a", "b", "c", "d", "e", "f"};

std::string
GetScenario(const std::string& topology)
{
    return std::string(SCENARIOS_DIR) + "/figure2/" + topology + ".yaml";
}

CommandResult
RunAll(const CommandRunner& runner, const std::string& out, const std::string& jobs)
{
    std::vector<std::string> arguments = {"run", "--out", out, "--jobs", jobs};
    for (const std::string& topology : topologies)
    {
        arguments.push_back(GetScenario(topology));
    }
    return runner.Run(arguments);
}

/// One simulation of all six for all tests of this process.
class Figure2Test : public testing::Test
{
  protected:
    static void SetUpTestSuite()
    {
        runner = new CommandRunner();
        result = RunAll(*runner, "results", "2");
    }

    static void TearDownTestSuite()
    {
        delete runner;
    }

    static fs::path GetFile(const std::string& name)
    {
        return runner->GetFolder() / "results" / name;
    }

    static CommandRunner* runner;
    static CommandResult result;
};

CommandRunner* Figure2Test::runner = nullptr;
CommandResult Figure2Test::result;

const char*
GetExitName(nn::Answer::Exit exit)
{
    return exit == nn::Answer::Exit::Local  ? "local"
           : exit == nn::Answer::Exit::Edge ? "edge"
                                            : "cloud";
}

} // namespace

TEST_F(Figure2Test, RunsAndPrintsATable)
{
    EXPECT_EQ(result.status, 0) << result.error;
    EXPECT_EQ(result.error, "");
    EXPECT_NE(result.output.find("Results: results"), std::string::npos) << result.output;
    for (const std::string& file : csvFiles)
    {
        EXPECT_TRUE(fs::exists(GetFile(file)));
    }
    EXPECT_TRUE(fs::exists(GetFile("manifest.json")));
}

// A change of these files is a commit of its own that says why the numbers moved.
TEST_F(Figure2Test, RecordsAreTheGoldenOnes)
{
    for (const std::string& file : csvFiles)
    {
        EXPECT_TRUE(ReadText(GetFile(file)) == ReadText(fs::path(GOLDEN_DIR) / "figure2" / file))
            << file << " differs from tests/golden/figure2/" << file;
    }
}

TEST_F(Figure2Test, AgainAndWithOneJobTheBytesAreTheSame)
{
    ASSERT_EQ(RunAll(*runner, "again", "1").status, 0);
    for (const std::string& file : csvFiles)
    {
        EXPECT_TRUE(ReadText(GetFile(file)) == ReadText(runner->GetFolder() / "again" / file))
            << file;
    }
}

TEST_F(Figure2Test, EveryAnswerIsThatOfTheNetworkAlone)
{
    const nn::MultiViewDataSet dataset = nn::LoadDataSet({}, nn::DataSetPart::TestOnly);
    const auto samples = ReadCsv(GetFile("samples.csv"));
    const auto runs = GetColumn(samples, "run");
    const auto exits = GetColumn(samples, "exit");
    const auto predictions = GetColumn(samples, "prediction");
    ASSERT_EQ(runs.size(), 6 * 171U);
    for (std::size_t topology = 0; topology < topologies.size(); ++topology)
    {
        const std::string path =
            std::string(SCENARIOS_DIR) + "/networks/" + topologies[topology] + ".npz";
        const nn::NetworkInference network(*nn::LoadNetwork(path).network);
        for (std::size_t i = 0; i < 171; ++i)
        {
            const std::size_t row = topology * 171 + i;
            ASSERT_EQ(runs[row], std::to_string(topology + 1));
            std::vector<const std::uint8_t*> views;
            for (int camera : network.GetDescription().cameras)
            {
                views.push_back(dataset.GetView(dataset.GetTestSamples()[i], camera));
            }
            const nn::Answer expected = network.Classify(views, {0.8, 0.8});
            EXPECT_EQ(predictions[row], std::to_string(expected.prediction));
            EXPECT_EQ(exits[row], GetExitName(expected.exit));
        }
    }
}

TEST_F(Figure2Test, PayloadIsEquationOne)
{
    // Per device and sample: (a) 3072 B. (b), (d): the only device is its own exit, (1 - l) x 128
    // B. (c), (e), (f): 12 B + (1 - l) x 4 x 256 / 8 B.
    const auto table = ReadCsv(GetFile("runs.csv"));
    const auto payload = GetColumn(table, "payload_bytes");
    const auto local = GetColumn(table, "exit_local");
    const auto get = [](const std::string& text) { return std::strtod(text.c_str(), nullptr); };
    const std::vector<double> scores = {3072, 0, 12, 0, 12, 12};
    for (std::size_t i = 0; i < 6; ++i)
    {
        const double features = i == 0 ? 0 : (1 - get(local[i])) * 128;
        // Both columns have nine digits.
        EXPECT_NEAR(get(payload[i]), scores[i] + features, 1e-6) << topologies[i];
    }
}

TEST_F(Figure2Test, LatencyIsTheSumOfItsPartsInTheFileToo)
{
    const auto samples = ReadCsv(GetFile("samples.csv"));
    const auto get = [&](const char* column, std::size_t row) {
        return std::strtod(GetColumn(samples, column)[row].c_str(), nullptr);
    };
    for (std::size_t row = 0; row < 6 * 171; row += 57)
    {
        const double sum = get("compute_s", row) + get("queue_s", row) + get("network_s", row) +
                           get("wait_s", row);
        EXPECT_NEAR(get("decision_latency_s", row), sum, 1e-9);
    }
}

TEST_F(Figure2Test, TheSecondsSumToTheRun)
{
    const auto runs = ReadCsv(GetFile("runs.csv"));
    const auto timeline = ReadCsv(GetFile("timeline.csv"));
    const auto links = ReadCsv(GetFile("links.csv"));
    // Of all rows of a run; of links.csv those of payload alone.
    const auto sum = [](const auto& table, const std::string& run, const char* column, bool all) {
        std::uint64_t total = 0;
        for (std::size_t row = 0; row + 1 < table.size(); ++row)
        {
            const bool counts = GetColumn(table, "run")[row] == run &&
                                (all || GetColumn(table, "kind")[row] == "payload");
            total += counts ? std::stoull(GetColumn(table, column)[row]) : 0;
        }
        return total;
    };
    for (std::size_t i = 0; i < topologies.size(); ++i)
    {
        const std::string run = std::to_string(i + 1);
        EXPECT_EQ(sum(timeline, run, "samples", true), 171U);
        EXPECT_EQ(sum(timeline, run, "wire_bytes", true),
                  std::stoull(GetColumn(runs, "wire_bytes")[i]));
        EXPECT_EQ(sum(timeline, run, "wire_payload_bytes", true), sum(links, run, "bytes", false));
    }
}

TEST_F(Figure2Test, EveryRunStaysSmall)
{
    // Peak memory as the manifest reports it: under 150 MB each.
    const std::string manifest = ReadText(GetFile("manifest.json"));
    const std::string key = "\"peak_memory_bytes\": ";
    unsigned runs = 0;
    for (std::size_t at = manifest.find(key); at != std::string::npos;
         at = manifest.find(key, at + 1))
    {
        EXPECT_LT(std::strtod(manifest.c_str() + at + key.size(), nullptr), 150e6);
        ++runs;
    }
    EXPECT_EQ(runs, 6U);
}

TEST(Networks, DeviceSectionsNeedLessThan2KB)
{
    for (const std::string& topology : topologies)
    {
        const std::string path = std::string(SCENARIOS_DIR) + "/networks/" + topology + ".npz";
        const nn::NetworkInference network(*nn::LoadNetwork(path).network);
        for (int device = 0; device < network.GetDescription().GetDeviceCount(); ++device)
        {
            const auto section = network.GetDevice(device);
            EXPECT_LT(section ? section->GetParameterBytes() : 0, 2048U) << topology;
        }
    }
}
