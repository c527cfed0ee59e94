// SPDX-License-Identifier: GPL-2.0-only
// What a transport may change, and what not.
#include "command-runner.h"

#include <gtest/gtest.h>

namespace
{

using Settings = std::vector<std::string>;

/// Runs a scenario of figure2/ into a folder named after the transport.
void
RunOver(const CommandRunner& runner,
        const std::string& transport,
        const std::string& topology,
        const Settings& settings)
{
    std::vector<std::string> arguments = {"run",
                                          std::string(SCENARIOS_DIR) + "/figure2/" + topology +
                                              ".yaml",
                                          "--out",
                                          transport,
                                          "--set",
                                          "transport=" + transport};
    for (const std::string& setting : settings)
    {
        arguments.insert(arguments.end(), {"--set", setting});
    }
    const CommandResult result = runner.Run(arguments);
    ASSERT_EQ(result.status, 0) << result.error;
}

void
ExpectSameRecords(const std::string& topology, const Settings& settings)
{
    const CommandRunner runner;
    RunOver(runner, "udp", topology, settings);
    RunOver(runner, "link", topology, settings);
    for (const char* file : {"samples.csv", "links.csv", "nodes.csv"})
    {
        const std::string udp = ReadText(runner.GetFolder() / "udp" / file);
        EXPECT_NE(udp.find("\n1,"), std::string::npos) << file << " has no rows";
        EXPECT_TRUE(udp == ReadText(runner.GetFolder() / "link" / file)) << file;
    }
}

/// What a transport that loses nothing must not change.
void
ExpectSameAnswersOverTcp(const std::string& topology)
{
    const CommandRunner runner;
    RunOver(runner, "udp", topology, {});
    RunOver(runner, "tcp", topology, {});
    const auto udp = ReadCsv(runner.GetFolder() / "udp" / "samples.csv");
    const auto tcp = ReadCsv(runner.GetFolder() / "tcp" / "samples.csv");
    ASSERT_EQ(udp.size(), 1 + 171U);
    for (const char* column : {"prediction",
                               "exit",
                               "entropy_local",
                               "entropy_edge",
                               "compute_s",
                               "payload_bytes",
                               "views_missing"})
    {
        EXPECT_EQ(GetColumn(udp, column), GetColumn(tcp, column)) << column;
    }
    EXPECT_NE(GetColumn(udp, "network_s"), GetColumn(tcp, "network_s"));
}

} // namespace

TEST(TcpTransport, AnswersAndPayloadAreThoseOfUdp)
{
    ExpectSameAnswersOverTcp("a");
    ExpectSameAnswersOverTcp("c");
    ExpectSameAnswersOverTcp("f");
}

TEST(TcpTransport, WithLossesNoViewIsMissing)
{
    const CommandRunner runner;
    RunOver(runner,
            "tcp",
            "c",
            {"links.local.loss=0.05", "waits.local=30s", "waits.cloud=30s", "buffer.lifetime=60s"});
    const auto samples = ReadCsv(runner.GetFolder() / "tcp" / "samples.csv");
    EXPECT_EQ(GetColumn(samples, "views_missing"), std::vector<std::string>(171, "0"));
}

TEST(LinkTransport, RawViewsInPartsAsWithUdp)
{
    ExpectSameRecords("a", {});
}

TEST(LinkTransport, RecordsOfSixDevicesAreThoseOfUdp)
{
    ExpectSameRecords("c", {});
}

TEST(LinkTransport, RecordsOverEdgesAreThoseOfUdp)
{
    ExpectSameRecords("f", {});
    ExpectSameRecords("f", {"exits.local=gateway-2", "exits.edge=edge-2", "escalation=eager"});
}

TEST(LinkTransport, RecordsOfSeveralSitesAreThoseOfUdp)
{
    ExpectSameRecords("e", {"sites=3", "workload.samples=40"});
}

TEST(LinkTransport, TheSameFramesAreLostAsWithUdp)
{
    ExpectSameRecords(
        "c", {"links.local.loss=0.1", "links.backhaul.loss=0.1", "links.backhaul.queue=2"});
}
