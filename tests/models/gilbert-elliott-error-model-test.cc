// SPDX-License-Identifier: GPL-2.0-only
#include "models/links/ddnn-gilbert-elliott-error-model.h"

#include <ns3/double.h>
#include <ns3/packet.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

using namespace ns3;

namespace
{

struct Channel
{
    double loss;
    double start;
    double end;
    double burstLoss;
};

/// Whether each of so many frames is lost.
std::vector<bool>
LoseFrames(const Channel& channel, std::size_t frames)
{
    auto model = CreateObject<ddnn::GilbertElliottErrorModel>();
    model->SetAttribute("Loss", DoubleValue(channel.loss));
    model->SetAttribute("BurstStart", DoubleValue(channel.start));
    model->SetAttribute("BurstEnd", DoubleValue(channel.end));
    model->SetAttribute("BurstLoss", DoubleValue(channel.burstLoss));
    model->AssignStreams(77);
    std::vector<bool> lost;
    for (std::size_t i = 0; i < frames; ++i)
    {
        lost.push_back(model->IsCorrupt(Create<Packet>(100)));
    }
    return lost;
}

std::ptrdiff_t
Count(const std::vector<bool>& lost)
{
    return std::count(lost.begin(), lost.end(), true);
}

} // namespace

TEST(GilbertElliottErrorModel, LosesNothingByDefault)
{
    auto model = CreateObject<ddnn::GilbertElliottErrorModel>();
    for (int i = 0; i < 100; ++i)
    {
        EXPECT_FALSE(model->IsCorrupt(Create<Packet>(100)));
    }
}

TEST(GilbertElliottErrorModel, ProbabilitiesOfZeroAndOneAreExact)
{
    EXPECT_EQ(Count(LoseFrames({1, 0, 1, 0}, 1000)), 1000);
    EXPECT_EQ(Count(LoseFrames({0, 0, 1, 1}, 1000)), 0);      // never bad
    EXPECT_EQ(Count(LoseFrames({0, 0.5, 0, 1}, 1000)), 1000); // never good again: p/(p+r) = 1
    EXPECT_EQ(Count(LoseFrames({0, 0.5, 0.5, 0}, 1000)), 0);
    EXPECT_EQ(Count(LoseFrames({1, 0.5, 0.5, 1}, 1000)), 1000);
}

TEST(GilbertElliottErrorModel, CertainChangesAlternate)
{
    const std::vector<bool> lost = LoseFrames({0, 1, 1, 1}, 1000);
    for (std::size_t i = 1; i < lost.size(); ++i)
    {
        ASSERT_NE(lost[i], lost[i - 1]);
    }
}

TEST(GilbertElliottErrorModel, WithoutBurstsFramesAreLostIndependently)
{
    // 100 000 frames, loss 0.1: 10 000 +- sqrt(100 000 x 0.1 x 0.9) = 94.9. Pairs of neighbours
    // that are both lost: 100 000 x 0.01 = 1000; variance of their number: n (q + 2 q l - 3 q^2)
    // with q = l^2 (neighbouring pairs share a frame) = 100 000 x 0.0117, +- 34.2. Four of each.
    const std::vector<bool> lost = LoseFrames({0.1, 0, 1, 1}, 100000);
    EXPECT_NEAR(Count(lost), 10000, 4 * 94.9);
    int pairs = 0;
    for (std::size_t i = 1; i < lost.size(); ++i)
    {
        pairs += lost[i] && lost[i - 1] ? 1 : 0;
    }
    EXPECT_NEAR(pairs, 1000, 4 * 34.2);
}

TEST(GilbertElliottErrorModel, LossInTheLongRun)
{
    // p = 0.02, r = 0.25: bad 0.02 / 0.27 of the time, b = 0.0740741. Loss m = (0.25 x 0.01 +
    // 0.02 x 0.8) / 0.27 = 0.0685185.
    // Two frames k apart have the covariance b (1 - b) (0.8 - 0.01)^2 (1 - p - r)^k; so the mean of
    // n = 200 000 has the variance (m (1 - m) + 2 b (1 - b) 0.79^2 x 0.73 / 0.27) / n
    // = (0.063824 + 0.231467) / n, standard deviation 0.001215. Four of them.
    const std::vector<bool> lost = LoseFrames({0.01, 0.02, 0.25, 0.8}, 200000);
    EXPECT_NEAR(static_cast<double>(Count(lost)) / 200000, 0.0685185, 4 * 0.001215);
}

TEST(GilbertElliottErrorModel, LengthOfBursts)
{
    // Gilbert's channel: every frame of a burst is lost, no other. Lengths are geometric: mean
    // 1 / 0.25 = 4, variance (1 - 0.25) / 0.25^2 = 12. About 200 000 x (0.25 / 0.27) x 0.02 = 3704
    // bursts begin, so the mean has the standard deviation sqrt(12 / 3704) = 0.057. Four of them.
    const std::vector<bool> lost = LoseFrames({0, 0.02, 0.25, 1}, 200000);
    int bursts = 0;
    for (std::size_t i = 1; i < lost.size(); ++i)
    {
        bursts += lost[i] && !lost[i - 1] ? 1 : 0;
    }
    EXPECT_NEAR(static_cast<double>(Count(lost)) / bursts, 4, 4 * 0.057);
}

TEST(GilbertElliottErrorModel, TheFirstFrameIsAsAnyOther)
{
    // Of 2000 channels with p = r = 0.1, half begin in a burst: 1000 +- sqrt(2000 / 4) = 22.4.
    int lost = 0;
    for (int stream = 0; stream < 2000; ++stream)
    {
        auto model = CreateObject<ddnn::GilbertElliottErrorModel>();
        model->SetAttribute("BurstStart", DoubleValue(0.1));
        model->SetAttribute("BurstEnd", DoubleValue(0.1));
        model->AssignStreams(100 + stream);
        lost += model->IsCorrupt(Create<Packet>(100)) ? 1 : 0;
    }
    EXPECT_NEAR(lost, 1000, 4 * 22.4);
}

TEST(GilbertElliottErrorModel, TheBurstsAreTheSameWhateverTheLosses)
{
    const std::vector<bool> bad = LoseFrames({0, 0.1, 0.3, 1}, 10000);
    std::vector<bool> good = LoseFrames({1, 0.1, 0.3, 0}, 10000);
    good.flip();
    EXPECT_EQ(bad, good);
}
