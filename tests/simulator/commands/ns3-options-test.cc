// SPDX-License-Identifier: GPL-2.0-only
// The options that users of ns-3 are used to.
#include "command-runner.h"

#include <gtest/gtest.h>

namespace
{

const std::string samples = "workload.samples=3";

double
GetWireBytes(const CommandRunner& runner, const std::vector<std::string>& more)
{
    std::vector<std::string> words = {
        "run", scenarioC, "--set", samples, "--set", "thresholds.local=0", "--out", "r", "--force"};
    words.insert(words.end(), more.begin(), more.end());
    const CommandResult result = runner.Run(words);
    EXPECT_EQ(result.status, 0) << result.error;
    return std::stod(GetColumn(ReadCsv(runner.GetFolder() / "r" / "runs.csv"), "wire_bytes").at(0));
}

} // namespace

TEST(Ns3Options, ReplicationsCountUpFromRngRun)
{
    const CommandRunner runner;
    // Captures at random times, so that runs differ.
    const std::vector<std::string> words = {
        "run", scenarioC, "--set", samples, "--set", "workload.arrivals=poisson", "--RngSeed=7"};
    const auto run = [&](const std::string& out, const std::vector<std::string>& more) {
        std::vector<std::string> all = words;
        all.insert(all.end(), {"--out", out});
        all.insert(all.end(), more.begin(), more.end());
        const CommandResult result = runner.Run(all);
        EXPECT_EQ(result.status, 0) << result.error;
    };
    run("three", {"--set", "replications=3", "--RngRun=5"});
    run("one", {"--RngRun", "6"});
    const auto three = ReadCsv(runner.GetFolder() / "three" / "runs.csv");
    EXPECT_EQ(GetColumn(three, "replication"), (std::vector<std::string>{"5", "6", "7"}));
    EXPECT_EQ(GetColumn(three, "seed"), (std::vector<std::string>{"7", "7", "7"}));
    // The second of three is the first of those from 6 on.
    const auto captures =
        GetColumn(ReadCsv(runner.GetFolder() / "three" / "samples.csv"), "capture_s");
    const auto alone = GetColumn(ReadCsv(runner.GetFolder() / "one" / "samples.csv"), "capture_s");
    EXPECT_EQ(std::vector<std::string>(captures.begin() + 3, captures.begin() + 6), alone);
    EXPECT_NE(std::vector<std::string>(captures.begin(), captures.begin() + 3), alone);
}

TEST(Ns3Options, AttributesReachTheObjectsOfARun)
{
    // With IP packets of at most 64 bytes, a part of a message has 64 - 20 - 8 - 18 = 18 bytes.
    // Features of 128 bytes are then 8 parts, not 1, each with 48 bytes of headers (18, IPv4 and
    // UDP 28, PPP 2): 7 x 48 = 336 bytes more. Per sample, features of 6 devices cross two links;
    // scores of 12 bytes stay one part, as does all else. 3 samples: 3 x 6 x 2 x 336 = 12096.
    const CommandRunner runner;
    const double usual = GetWireBytes(runner, {});
    const double small = GetWireBytes(runner, {"--ns3::ddnn::DatagramTransport::Mtu=64"});
    EXPECT_EQ(small - usual, 12096);
}

TEST(Ns3Options, AttributesArePartOfTheResolvedScenario)
{
    const CommandRunner runner;
    const CommandResult result = runner.Run({"check",
                                             scenarioC,
                                             "--ns3::WifiMac::Ssid=home",
                                             "--ns3::PointToPointNetDevice::Mtu=1400",
                                             "--RngRun=3"});
    EXPECT_EQ(result.status, 0) << result.error;
    EXPECT_NE(result.output.find("\nrng_run: 3\n"), std::string::npos);
    EXPECT_NE(result.output.find("\nattributes:\n"
                                 "  ns3::PointToPointNetDevice::Mtu: 1400\n"
                                 "  ns3::WifiMac::Ssid: home\n"),
              std::string::npos)
        << result.output;
}

TEST(Ns3Options, BadOnesAreOneLine)
{
    const CommandRunner runner;
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"--ns3::PointToPointNetDevice::Mtu",
         "'--ns3::PointToPointNetDevice::Mtu' has no value, expected "
         "--ns3::Class::Attribute=VALUE\n"},
        {"--ns3::PointToPointNetDevice::Mtu=70000",
         "--set attributes.ns3::PointToPointNetDevice::Mtu=70000: ns-3 does not take '70000', "
         "expected uint16_t 0:65535\n"},
        {"--RngRun=0", "--set rng_run=0: '0' is out of range, expected 1 to 1000000000\n"},
        {"--RngRan=1", "unknown option '--RngRan=1', did you mean '--RngRun'?\n"}};
    for (const char* command : {"run", "check"})
    {
        for (const auto& [option, error] : cases)
        {
            const CommandResult result = runner.Run({command, scenarioC, option});
            EXPECT_EQ(result.status, 2) << option;
            EXPECT_NE(result.error.find(error), std::string::npos) << result.error;
            EXPECT_EQ(result.error.find('\n'), result.error.size() - 1) << result.error;
        }
    }
    EXPECT_TRUE(runner.List().empty());
}

TEST(Ns3Options, UntilCountsFromOne)
{
    const CommandRunner runner;
    const CommandResult result =
        runner.Run({"run", scenarioC, "--until", "accuracy=0.1", "--RngRun=2"});
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.error, "--set rng_run=2: rng_run: is not 1, expected 1 with --until\n");
}

TEST(Ns3Options, BehindTwoHyphensAreFiles)
{
    const CommandRunner runner;
    const CommandResult result = runner.Run({"run", "--", "--ns3::WifiMac::Ssid=x"});
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.error, "--ns3::WifiMac::Ssid=x: cannot be read: No such file or directory\n");
}

TEST(Ns3Options, LogsOfAReleaseBuild)
{
    const CommandRunner runner;
    // ns-3 itself would abort at a component that is not there.
    const CommandResult result =
        runner.RunInShell(" --version; NS_LOG=NoSuchComponent=info " +
                          std::string(DDNNSIM_COMMAND) + " run " + scenarioC + " --set " + samples);
    if (std::string(DDNNSIM_BUILD_TYPE) == "Debug")
    {
        EXPECT_EQ(result.status, 2);
        EXPECT_EQ(result.error,
                  "NS_LOG: unknown component 'NoSuchComponent', NS_LOG=print-list shows all\n");
        return;
    }
    EXPECT_EQ(result.status, 0) << result.error;
    EXPECT_EQ(result.error,
              "ddnnsim: warning: NS_LOG is set, but this build has no log messages, expected one "
              "with -DCMAKE_BUILD_TYPE=Debug\n");
}
