// SPDX-License-Identifier: GPL-2.0-only
// The optional outputs of a whole run.
#include "command-runner.h"
#include "tests/simulator/outputs/little-endian.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <regex>

namespace
{

const std::string scenario = std::string(SCENARIOS_DIR) + "/figure2/f.yaml";

/// Two runs of 20 samples, with outputs or without.
void
RunTwice(const CommandRunner& runner,
         const std::string& folder,
         const std::string& isOn,
         const std::vector<std::string>& settings)
{
    std::vector<std::string> arguments = {"run", scenario, "--out", folder, "--force"};
    for (const std::string& setting : {std::string("workload.samples=20"),
                                       std::string("replications=2"),
                                       std::string("links.backhaul.loss=0.05"),
                                       "outputs.pcap=" + isOn,
                                       "outputs.animation=" + isOn,
                                       "outputs.flow_monitor=" + isOn})
    {
        arguments.insert(arguments.end(), {"--set", setting});
    }
    for (const std::string& setting : settings)
    {
        arguments.insert(arguments.end(), {"--set", setting});
    }
    const CommandResult result = runner.Run(arguments);
    ASSERT_EQ(result.status, 0) << result.error;
}

struct Traffic
{
    std::uint64_t bytes = 0;
    std::uint64_t packets = 0;

    bool operator==(const Traffic& other) const
    {
        return bytes == other.bytes && packets == other.packets;
    }
};

/// What is in a capture, by its own lengths; they must end where the file does.
Traffic
CountCapture(const std::filesystem::path& path)
{
    const std::string bytes = ReadText(path);
    Traffic traffic;
    std::size_t at = 24;
    while (at < bytes.size())
    {
        traffic.bytes += GetNumber(bytes, at + 8);
        ++traffic.packets;
        at += 16 + GetNumber(bytes, at + 8);
    }
    EXPECT_EQ(at, bytes.size()) << path;
    return traffic;
}

/// Totals of both directions in links.csv, by "run-N-link".
std::map<std::string, Traffic>
CountLinks(const std::filesystem::path& path)
{
    std::map<std::string, Traffic> links;
    for (const auto& row : ReadCsv(path))
    {
        if (row.at(3) == "total")
        {
            Traffic& traffic = links["run-" + row.at(0) + "-" + row.at(1)];
            traffic.bytes += std::stoull(row.at(4));
            traffic.packets += std::stoull(row.at(5));
        }
    }
    return links;
}

void
ExpectOutputsThatChangeNothing(const std::vector<std::string>& settings)
{
    const CommandRunner runner;
    const std::filesystem::path folder = runner.GetFolder() / "with";
    RunTwice(runner, "without", "false", settings);
    RunTwice(runner, "with", "true", settings);
    for (const char* file : {"runs.csv", "samples.csv", "links.csv", "nodes.csv"})
    {
        EXPECT_TRUE(ReadText(runner.GetFolder() / "without" / file) == ReadText(folder / file))
            << file;
    }
    const auto links = CountLinks(folder / "links.csv");
    EXPECT_GE(links.size(), 2U);
    for (const auto& [link, traffic] : links)
    {
        EXPECT_TRUE(CountCapture(folder / (link + ".pcap")) == traffic) << link;
    }
    const std::string parse = "/usr/bin/env python3 -c 'import sys, xml.dom.minidom as x; "
                              "[x.parse(f) for f in sys.argv[1:]]' " +
                              (folder / "run-2-animation.xml").string() + " " +
                              (folder / "run-2-flow-monitor.xml").string();
    EXPECT_EQ(std::system(parse.c_str()), 0);
}

} // namespace

TEST(Outputs, ChangeNoRecordAndHoldEveryFrame)
{
    ExpectOutputsThatChangeNothing({});
}

TEST(Outputs, ChangeNoRecordOfTcpOverASharedMedium)
{
    ExpectOutputsThatChangeNothing({"transport=tcp", "links.local.type=csma"});
}

TEST(Outputs, FilesOfEarlierRunsAreReplaced)
{
    const CommandRunner runner;
    RunTwice(runner, "out", "true", {});
    RunTwice(runner, "out", "false", {});
    EXPECT_FALSE(std::filesystem::exists(runner.GetFolder() / "out" / "run-1-animation.xml"));
    RunTwice(runner, "out", "true", {});
    runner.Write("out/run-1-notes.txt", "mine");
    const CommandResult result = runner.Run({"run", scenario, "--out", "out"});
    EXPECT_EQ(result.status, 2);
}

TEST(Outputs, AFullDiskIsSaid)
{
    // No file may be longer than 100 kB; the store itself is shorter.
    for (const char* output : {"pcap", "animation"})
    {
        const CommandRunner runner;
        const CommandResult result = runner.RunInShell(
            " list keys >/dev/null; ulimit -f 200; trap '' XFSZ; " + std::string(DDNNSIM_COMMAND) +
            " run " + scenario +
            " --out out --jobs 1 --gallery 0 --set workload.samples=400 --set outputs." + output +
            "=true");
        EXPECT_EQ(result.status, 1);
        EXPECT_TRUE(std::regex_search(
            result.error,
            std::regex("ddnnsim: run 1 of scenario 'f' failed: run-1-[a-z0-9-]+\\.(pcap|xml) "
                       "cannot be written: File too large\n")))
            << result.error;
        EXPECT_EQ(GetColumn(ReadCsv(runner.GetFolder() / "out" / "runs.csv"), "status"),
                  std::vector<std::string>{"failed"});
    }
}

TEST(Outputs, WithoutIpThereAreNoFlows)
{
    const CommandRunner runner;
    const CommandResult result = runner.Run(
        {"run", scenario, "--set", "outputs.flow_monitor=true", "--set", "transport=link"});
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.error,
              "--set outputs.flow_monitor=true: outputs.flow_monitor: transport link sends no IP "
              "packets that could be followed, expected false, or transport udp or tcp\n");
    EXPECT_TRUE(runner.List().empty());
}
