// SPDX-License-Identifier: GPL-2.0-only
// Pixels of cameras that fail: two cameras, 3 x 32 x 32 pixels, one picture every 100 ms from 0 on;
// failures from 150 ms to 350 ms hit pictures 2 and 3 of six.
#include "simulator/failures/failure-kind.h"
#include "simulator/scenario/key-reader.h"
#include "simulator/scenario/setting.h"
#include "simulator/topology/deployment-builder.h"
#include "simulator/topology/stream-table.h"
#include "small-world.h"

#include <ns3/double.h>
#include <ns3/random-variable-stream.h>
#include <ns3/simulator.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

using namespace simulator;
using ns3::MilliSeconds;
using ns3::ddnn::Bytes;

namespace
{

/// Sets a key of a failure.
void
SetValue(FailureSettings& failure, const std::string& key, const std::string& value)
{
    KeyTable table;
    GetFailureKind(failure.kind).addKeys(table, "failures.1", failure.values);
    KeyReader(table).ReadSetting(ParseSettings({"failures.1." + key + "=" + value}).front());
}

FailureSettings
MakeFailure(const std::string& kind,
            const std::vector<std::pair<std::string, std::string>>& values = {})
{
    FailureSettings failure;
    failure.names = {
        {"node", ""}, {"link", ""}, {"camera", "device-1"}, {"processor", ""}, {"class", ""}};
    failure.kind = kind;
    failure.values = GetFailureKind(kind).makeDefaults();
    failure.at = MilliSeconds(150);
    failure.duration = MilliSeconds(200);
    for (const auto& [key, value] : values)
    {
        SetValue(failure, key, value);
    }
    return failure;
}

class CameraFailureTest : public testing::Test
{
  protected:
    CameraFailureTest()
    {
        scenario.workload.samples = 6;
    }

    ~CameraFailureTest() override
    {
        ns3::Simulator::Destroy();
    }

    /// Pictures that the two cameras show.
    std::vector<std::vector<Bytes>> Run() const
    {
        const auto network = MakeNetwork(Describe(2, {4}), dataset);
        const Deployment deployment = BuildDeployment(scenario, *network, dataset);
        std::vector<std::vector<Bytes>> pictures(2);
        for (std::size_t camera = 0; camera < 2; ++camera)
        {
            using Seen = ns3::Callback<void, ns3::ddnn::SampleId, const Bytes&>;
            deployment.sites[0].cameras[camera]->TraceConnectWithoutContext(
                "View", Seen([&pictures, camera](ns3::ddnn::SampleId /*id*/, const Bytes& view) {
                    pictures[camera].push_back(view);
                }));
        }
        deployment.warmUp->Start();
        ns3::Simulator::Run();
        return pictures;
    }

    /// What a camera sees of a sample.
    Bytes GetView(int sample, int camera) const
    {
        const std::uint8_t* pixels = dataset.GetView(dataset.GetTestSamples()[sample], camera);
        return {pixels, pixels + 3072};
    }

    void ExpectOthersUnchanged(const std::vector<std::vector<Bytes>>& pictures) const
    {
        ASSERT_EQ(pictures[0].size(), 6U);
        ASSERT_EQ(pictures[1].size(), 6U);
        for (int sample = 0; sample < 6; ++sample)
        {
            EXPECT_EQ(pictures[1][sample], GetView(sample, 1));
            if (sample != 2 && sample != 3)
            {
                EXPECT_EQ(pictures[0][sample], GetView(sample, 0)) << sample;
            }
        }
    }

    const nn::MultiViewDataSet dataset = MakeNoise(2);
    Scenario scenario = MakeScenario();
};

} // namespace

TEST_F(CameraFailureTest, FrozenIsThePictureBefore)
{
    scenario.failures = {MakeFailure("frozen")};
    const auto pictures = Run();
    ExpectOthersUnchanged(pictures);
    EXPECT_EQ(pictures[0][2], GetView(1, 0));
    EXPECT_EQ(pictures[0][3], GetView(1, 0));
}

TEST_F(CameraFailureTest, FrozenFromTheBeginningIsBlank)
{
    scenario.failures = {MakeFailure("frozen")};
    scenario.failures[0].at = ns3::Time(0);
    scenario.failures[0].duration = MilliSeconds(100); // over just before picture 1
    const auto pictures = Run();
    EXPECT_EQ(pictures[0][0], Bytes(3072));
    EXPECT_EQ(pictures[0][1], GetView(1, 0));
}

TEST_F(CameraFailureTest, BlankIsZero)
{
    scenario.failures = {MakeFailure("blank")};
    const auto pictures = Run();
    ExpectOthersUnchanged(pictures);
    EXPECT_EQ(pictures[0][2], Bytes(3072));
    EXPECT_EQ(pictures[0][3], Bytes(3072));
}

TEST_F(CameraFailureTest, CoveredRowsAreGrey)
{
    // 0.3 of 32 rows are 9.6, so 10 rows of 32 pixels in each of the three channels of 1024 pixels.
    scenario.failures = {MakeFailure("covered", {{"share", "0.3"}, {"grey", "77"}})};
    const auto pictures = Run();
    ExpectOthersUnchanged(pictures);
    for (const int sample : {2, 3})
    {
        Bytes expected = GetView(sample, 0);
        for (const int channel : {0, 1, 2})
        {
            std::fill_n(expected.begin() + 1024 * channel, 320, std::uint8_t{77});
        }
        EXPECT_EQ(pictures[0][sample], expected);
    }
}

TEST_F(CameraFailureTest, NoiseIsAddedRoundedAndKeptWithinAPixel)
{
    // The draws of the failure's stream, in the order of the pixels of pictures 2 and 3.
    scenario.failures = {MakeFailure("noisy", {{"deviation", "40"}})};
    const auto pictures = Run();
    ExpectOthersUnchanged(pictures);
    const auto noise = ns3::CreateObject<ns3::NormalRandomVariable>();
    noise->SetAttribute("Variance", ns3::DoubleValue(1600));
    noise->SetStream(GetStream(GetFailureDraws(0), 0, 0));
    double squares = 0;
    for (const int sample : {2, 3})
    {
        Bytes expected = GetView(sample, 0);
        for (std::uint8_t& pixel : expected)
        {
            const double draw = noise->GetValue();
            squares += draw * draw;
            pixel =
                static_cast<std::uint8_t>(std::min(255.0, std::max(0.0, std::round(pixel + draw))));
        }
        EXPECT_EQ(pictures[0][sample], expected);
    }
    // Variance of n = 6144 draws: 1600 with a standard deviation of 1600 sqrt(2/n) = 29; five.
    EXPECT_NEAR(squares / 6144, 1600, 145);
}

TEST_F(CameraFailureTest, OneBehindTheOtherInTheOrderOfTheirBegin)
{
    // Frozen at 120 ms, then covered: the cover lies on the frozen picture.
    scenario.failures = {MakeFailure("covered", {{"share", "1"}}), MakeFailure("frozen")};
    scenario.failures[1].at = MilliSeconds(120);
    scenario.failures[1].duration = MilliSeconds(430); // pictures 2 to 5
    const auto pictures = Run();
    EXPECT_EQ(pictures[0][2], Bytes(3072, 128));
    EXPECT_EQ(pictures[0][3], Bytes(3072, 128));
    EXPECT_EQ(pictures[0][4], GetView(1, 0));
    EXPECT_EQ(pictures[0][5], GetView(1, 0));
}

TEST_F(CameraFailureTest, TheCameraOfADeviceThatIsOffKeepsItsLatestPicture)
{
    // Off at pictures 1 and 2; frozen at 150 ms: the latest picture is 0.
    FailureSettings off = MakeFailure("off");
    off.names["camera"] = "";
    off.names["node"] = "device-1";
    off.at = MilliSeconds(50);
    scenario.failures = {MakeFailure("frozen"), off};
    const auto pictures = Run();
    ASSERT_EQ(pictures[0].size(), 4U); // 0, 3, 4, 5
    EXPECT_EQ(pictures[0][1], GetView(0, 0));
    EXPECT_EQ(pictures[0][2], GetView(4, 0));
}
