// SPDX-License-Identifier: GPL-2.0-only
// One gateway and its devices, point to point with 10 Mbit/s and 1 ms. A frame with 12 bytes of
// scores has 60: PPP 2, IPv4 20, UDP 8, MessageHeader 18; it is on the link for 48 us.
#include "simulator/links/csma-link.h"
#include "simulator/links/p2p-link.h"
#include "simulator/links/wifi-link.h"
#include "simulator/outputs/output-type.h"
#include "tests/simulator/links/star.h"
#include "tests/simulator/outputs/little-endian.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

using namespace simulator;
using ns3::MilliSeconds;
using ns3::NanoSeconds;
using ns3::Seconds;
namespace fs = std::filesystem;

namespace
{

LinkSettings
MakeP2p(double loss = 0, const ns3::Time& delay = MilliSeconds(1))
{
    return {"p2p", P2pSettings{ns3::DataRate(10'000'000), delay, loss}};
}

const OutputType&
GetOutputType(const std::string& name)
{
    const auto& all = GetOutputTypes();
    return *std::find_if(
        all.begin(), all.end(), [&name](const OutputType& type) { return name == type.name; });
}

class OutputFilesTest : public testing::Test
{
  protected:
    OutputFilesTest()
    {
        fs::create_directories(folder);
    }

    ~OutputFilesTest() override
    {
        fs::remove_all(folder);
    }

    /// Runs the star with an output, and reads its file.
    std::string Run(const Star& star, const std::string& output, const std::string& file) const
    {
        Deployment deployment;
        deployment.nodes.push_back({"site-2/gateway-1", "gateway", star.place.upper, {}});
        for (std::size_t i = 0; i < star.place.lower.size(); ++i)
        {
            deployment.nodes.push_back(
                {"site-2/device-" + std::to_string(i + 1), "device", star.place.lower[i].node, {}});
        }
        deployment.links.push_back({"site-2/local-1", star.medium, {}});
        const auto written = GetOutputType(output).create(deployment, folder / "run-3-");
        ns3::Simulator::Run();
        written->Finish();
        std::ifstream stream(folder / file, std::ios::binary);
        EXPECT_TRUE(stream) << file;
        std::ostringstream text;
        text << stream.rdbuf();
        return text.str();
    }

    std::string Capture(const Star& star) const
    {
        return Run(star, "pcap", "run-3-site-2-local-1.pcap");
    }

    /// The frames that arrive.
    std::vector<std::string> Animate(const Star& star) const
    {
        const std::string text = Run(star, "animation", "run-3-animation.xml");
        std::istringstream lines(text);
        std::vector<std::string> frames;
        for (std::string line; std::getline(lines, line);)
        {
            if (line.rfind("<p ", 0) == 0)
            {
                frames.push_back(line);
            }
        }
        EXPECT_EQ(text.substr(text.size() - 8), "</anim>\n");
        return frames;
    }

    const fs::path folder =
        fs::path(testing::TempDir()) / ("output-files-" + std::to_string(getpid()));
};

/// Value of an attribute of the first <Flow> that has it.
std::string
GetAttribute(const std::string& xml, const std::string& name)
{
    std::smatch match;
    std::regex_search(xml, match, std::regex(" " + name + "=\"([^\"]*)\""));
    return match.size() > 1 ? match[1].str() : "none";
}

} // namespace

TEST(OutputFiles, EveryTypeOfLinkSaysWhatItsFramesAre)
{
    for (const LinkType& type : GetLinkTypes())
    {
        Star star(MakeLinkSettings(type.name, "local"), 1);
        EXPECT_NE(star.medium.capture.linkType, 0U) << type.name;
    }
}

TEST_F(OutputFilesTest, ACaptureOfOneFrame)
{
    // The head of the file, 24 bytes: times in nanoseconds (a1b23c4d), version 2.4, time zone and
    // accuracy 0, at most 65535 bytes a frame, LINKTYPE_PPP. Then 16 bytes and the frame, from
    // 00 21 (IPv4 in PPP) and 45 (version 4, a header of 5 words) on.
    Star star(MakeP2p(), 1);
    star.SendUp(NanoSeconds(1'500'000'007), 0, 12);
    const std::string bytes = Capture(star);
    ASSERT_EQ(bytes.size(), 24 + 16 + 60U);
    EXPECT_EQ(GetNumber(bytes, 0), 0xa1b23c4dU);
    EXPECT_EQ(GetNumber(bytes, 4), 2U + (4U << 16));
    EXPECT_EQ(GetNumber(bytes, 8) + GetNumber(bytes, 12), 0U);
    EXPECT_EQ(GetNumber(bytes, 16), 65535U);
    EXPECT_EQ(GetNumber(bytes, 20), 9U);
    EXPECT_EQ(GetNumber(bytes, 24), 1U);
    EXPECT_EQ(GetNumber(bytes, 28), 500'000'007U);
    EXPECT_EQ(GetNumber(bytes, 32), 60U);
    EXPECT_EQ(GetNumber(bytes, 36), 60U);
    EXPECT_EQ(bytes.substr(40, 3), std::string("\x00\x21\x45", 3));
}

TEST_F(OutputFilesTest, ACaptureHasWhatIsLostAndAPrefix)
{
    // Both frames are lost behind their sender: 24 + 2 x (16 + 3 + 60).
    Star star(MakeP2p(1), 1);
    star.medium.capture.prefix = {1, 2, 3};
    star.SendUp(Seconds(0), 0, 12);
    star.SendUp(Seconds(1), 0, 12);
    const std::string bytes = Capture(star);
    ASSERT_EQ(bytes.size(), 24 + 2 * (16 + 3 + 60U));
    EXPECT_EQ(GetNumber(bytes, 32), 63U);
    EXPECT_EQ(bytes.substr(40, 5), std::string("\x01\x02\x03\x00\x21", 5));
    EXPECT_TRUE(star.arrivals.empty());
}

TEST_F(OutputFilesTest, ACaptureOfCsmaIsEthernet)
{
    // ARP request, its answer, the scores with 64 bytes around them: 64 + 64 + 76.
    Star star({"csma", CsmaSettings{ns3::DataRate(10'000'000), NanoSeconds(100)}}, 2);
    star.SendUp(Seconds(0), 1, 12);
    const std::string bytes = Capture(star);
    EXPECT_EQ(GetNumber(bytes, 20), 1U);
    EXPECT_EQ(bytes.size(), 24 + 3 * 16 + 64 + 64 + 76U);
}

TEST_F(OutputFilesTest, ACaptureOfWifiBeginsWithTheFrame)
{
    // Questions for the address, scores, acknowledgements. 802.11ac and ax put a delimiter of 4
    // bytes before scores, which is no part of the frame: as in 802.11n, they have 96 bytes (see
    // wifi-link-test.cc), from the frame control 88 (version 0, QoS data) on. Version 0 has every
    // frame: the two lowest bits.
    for (const char* standard : {"802.11n", "802.11ac", "802.11ax"})
    {
        SCOPED_TRACE(standard);
        WifiSettings settings;
        settings.standard = standard;
        settings.mode = "ad-hoc";
        Star star({"wifi", settings}, 1);
        star.SendUp(Seconds(1), 0, 12);
        const std::string bytes = Capture(star);
        EXPECT_EQ(GetNumber(bytes, 20), 105U);
        std::size_t scores = 0;
        for (std::size_t at = 24; at < bytes.size(); at += 16 + GetNumber(bytes, at + 8))
        {
            const auto control = static_cast<std::uint8_t>(bytes.at(at + 16));
            EXPECT_EQ(control & 3U, 0U);
            scores += control == 0x88 && GetNumber(bytes, at + 8) == 96 ? 1 : 0;
        }
        EXPECT_EQ(scores, 1U);
    }
}

TEST_F(OutputFilesTest, AnAnimationOfFramesOnTheirWay)
{
    // A second of delay: the second frame, of 13 + 48 bytes (48.8 us), leaves before the first
    // arrives.
    Star star(MakeP2p(0, Seconds(1)), 1);
    star.SendUp(Seconds(1), 0, 12);
    star.SendUp(MilliSeconds(1500), 0, 13);
    EXPECT_EQ(
        Animate(star),
        (std::vector<std::string>{R"(<p fId="1" fbTx="1.000000000" lbTx="1.000048000" tId="0" )"
                                  R"(fbRx="2.000000000" lbRx="2.000048000" />)",
                                  R"(<p fId="1" fbTx="1.500000000" lbTx="1.500048800" tId="0" )"
                                  R"(fbRx="2.500000000" lbRx="2.500048800" />)"}));
}

TEST_F(OutputFilesTest, AnAnimationLeavesOutWhatIsLost)
{
    Star star(MakeP2p(1), 1);
    star.SendUp(Seconds(1), 0, 12);
    EXPECT_TRUE(Animate(star).empty());
}

TEST_F(OutputFilesTest, AnAnimationShowsFramesToWhomTheyAreFor)
{
    // Device 2 asks all for the address: the gateway (0) and device 1 get that. The gateway answers
    // device 2, which sends its scores to the gateway.
    Star star({"csma", CsmaSettings{ns3::DataRate(10'000'000), NanoSeconds(100)}}, 2);
    star.SendUp(Seconds(0), 1, 12);
    std::vector<std::string> ways;
    for (const std::string& frame : Animate(star))
    {
        ways.push_back(GetAttribute(frame, "fId") + GetAttribute(frame, "tId"));
    }
    std::sort(ways.begin(), ways.end());
    EXPECT_EQ(ways, (std::vector<std::string>{"02", "20", "20", "21"}));
}

TEST_F(OutputFilesTest, TheNodesOfAnAnimationStandByTier)
{
    // Rows are 2 x 20 wide: devices at 10 and 30, the gateway above their middle.
    const Star star({"csma", CsmaSettings{ns3::DataRate(10'000'000), NanoSeconds(100)}}, 2);
    const std::string xml = Run(star, "animation", "run-3-animation.xml");
    for (const char* text : {R"(<node id="0" sysId="0" locX="20.000000000" locY="60.000000000" />)",
                             R"(<node id="1" sysId="0" locX="10.000000000" locY="90.000000000" />)",
                             R"(<node id="2" sysId="0" locX="30.000000000" locY="90.000000000" />)",
                             R"(<nu p="d" t="0" id="2" descr="site-2/device-2" />)",
                             R"(<link fromId="0" toId="2")"})
    {
        EXPECT_NE(xml.find(text), std::string::npos) << text;
    }
}

TEST_F(OutputFilesTest, FlowsAreCountedAsIpPackets)
{
    // 58 bytes without PPP; 48 us + 1 ms.
    Star star(MakeP2p(), 1);
    star.SendUp(Seconds(1), 0, 12);
    const std::string xml = Run(star, "flow_monitor", "run-3-flow-monitor.xml");
    EXPECT_EQ(GetAttribute(xml, "txBytes"), "58");
    EXPECT_EQ(GetAttribute(xml, "rxPackets"), "1");
    EXPECT_EQ(GetAttribute(xml, "lostPackets"), "0");
    EXPECT_EQ(GetAttribute(xml, "delaySum"), "+1048000ns");
    EXPECT_EQ(GetAttribute(xml, "sourceAddress"), "10.0.0.2");
}

TEST_F(OutputFilesTest, AFlowThatDoesNotArriveIsLostAtTheEnd)
{
    Star star(MakeP2p(1), 1);
    star.SendUp(Seconds(1), 0, 12);
    const std::string xml = Run(star, "flow_monitor", "run-3-flow-monitor.xml");
    EXPECT_EQ(GetAttribute(xml, "rxPackets"), "0");
    EXPECT_EQ(GetAttribute(xml, "lostPackets"), "1");
    EXPECT_EQ(ns3::Simulator::Now(), Seconds(1) + NanoSeconds(1'048'000));
}

TEST_F(OutputFilesTest, AFileThatCannotBeMadeIsAnError)
{
    Deployment deployment;
    for (const OutputType& type : GetOutputTypes())
    {
        Star star(MakeP2p(), 1);
        deployment.links = {{"local-1", star.medium, {}}};
        EXPECT_THROW(type.create(deployment, folder / "no" / "run-1-"), std::runtime_error)
            << type.name;
        deployment.links.clear();
    }
}
