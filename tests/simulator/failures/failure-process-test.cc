// SPDX-License-Identifier: GPL-2.0-only
// When failures begin and end.
#include "simulator/failures/failure-schedule.h"

#include <ns3/simulator.h>

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

using namespace simulator;
using ns3::NanoSeconds;
using ns3::Seconds;
using ns3::Simulator;

namespace
{

/// Counts whether it is there.
class Counted : public Failure
{
  public:
    explicit Counted(int& present) : m_present(present) {}

    void Begin() override
    {
        ++m_present;
    }

    void End() override
    {
        --m_present;
    }

  private:
    int& m_present;
};

class FailureProcessTest : public testing::Test
{
  protected:
    using Told = ns3::Callback<void, const std::string&, const std::string&>;

    FailureProcessTest()
    {
        const auto tell = [this](const char* what) {
            return Told([this, what](const std::string& target, const std::string& kind) {
                log.emplace_back(std::string(what) + " " + target + " " + kind, Simulator::Now());
            });
        };
        schedule.GetLog()->TraceConnectWithoutContext("Begin", tell("begin"));
        schedule.GetLog()->TraceConnectWithoutContext("End", tell("end"));
    }

    ~FailureProcessTest() override
    {
        Simulator::Destroy();
    }

    template <typename Times>
    void Add(const Times& times, const std::vector<std::string>& targets, int& present)
    {
        auto process = std::make_unique<FailureProcess>(times);
        for (const std::string& target : targets)
        {
            process->Add(schedule.GetTarget(target, "off"), std::make_unique<Counted>(present));
        }
        schedule.Add(std::move(process));
    }

    /// Lengths of the times up, and of the times down, of the only target.
    std::pair<std::vector<double>, std::vector<double>> GetLengths() const
    {
        std::pair<std::vector<double>, std::vector<double>> lengths;
        ns3::Time last;
        for (const auto& [what, time] : log)
        {
            const bool begins = what.front() == 'b';
            (begins ? lengths.first : lengths.second).push_back((time - last).GetSeconds());
            last = time;
        }
        return lengths;
    }

    static double GetMean(const std::vector<double>& values)
    {
        return std::accumulate(values.begin(), values.end(), 0.0) /
               static_cast<double>(values.size());
    }

    FailureSchedule schedule;
    std::vector<std::pair<std::string, ns3::Time>> log;
    int first = 0;
    int second = 0;
};

using Log = std::vector<std::pair<std::string, ns3::Time>>;

} // namespace

TEST_F(FailureProcessTest, TimesCountFromTheFirstCapture)
{
    Add(FailureProcess::Given{Seconds(2), Seconds(3)}, {"a"}, first);
    schedule.Start(Seconds(10));
    Simulator::Run();
    EXPECT_EQ(log, (Log{{"begin a off", Seconds(12)}, {"end a off", Seconds(15)}}));
    EXPECT_EQ(first, 0);
}

TEST_F(FailureProcessTest, WithoutALengthForEver)
{
    Add(FailureProcess::Given{Seconds(2), std::nullopt}, {"a"}, first);
    schedule.Start(Seconds(0));
    Simulator::Run();
    EXPECT_EQ(log, (Log{{"begin a off", Seconds(2)}}));
    EXPECT_EQ(first, 1);
}

TEST_F(FailureProcessTest, BeginAndEndComeBeforeACaptureOfTheSameMoment)
{
    Add(FailureProcess::Given{Seconds(2), Seconds(1)}, {"a"}, first);
    schedule.Start(Seconds(0));
    std::vector<int> seen;
    Simulator::Schedule(Seconds(1), [&] { // as captures are: from one to the next
        Simulator::Schedule(Seconds(1), [&] { seen.push_back(first); });
        Simulator::Schedule(Seconds(2), [&] { seen.push_back(first); });
    });
    Simulator::Run();
    EXPECT_EQ(seen, (std::vector<int>{1, 0}));
}

TEST_F(FailureProcessTest, AGroupFailsTogether)
{
    Add(FailureProcess::Given{Seconds(2), Seconds(3)}, {"a", "b"}, first);
    schedule.Start(Seconds(0));
    Simulator::Schedule(Seconds(4), [&] { EXPECT_EQ(first, 2); });
    Simulator::Run();
    EXPECT_EQ(log,
              (Log{{"begin a off", Seconds(2)},
                   {"begin b off", Seconds(2)},
                   {"end a off", Seconds(5)},
                   {"end b off", Seconds(5)}}));
}

TEST_F(FailureProcessTest, FailuresThatOverlapAreOneAsTheFirst)
{
    // From 1 to 4 s and from 3 to 6 s: from 1 to 6 s, all the time as the first of them.
    Add(FailureProcess::Given{Seconds(1), Seconds(3)}, {"a"}, first);
    Add(FailureProcess::Given{Seconds(3), Seconds(3)}, {"a"}, second);
    schedule.Start(Seconds(0));
    Simulator::Schedule(Seconds(5), [&] {
        EXPECT_EQ(first, 1);
        EXPECT_EQ(second, 0);
    });
    Simulator::Run();
    EXPECT_EQ(log, (Log{{"begin a off", Seconds(1)}, {"end a off", Seconds(6)}}));
    EXPECT_EQ(first + second, 0);
}

TEST_F(FailureProcessTest, NothingHappensOnceItIsStopped)
{
    Add(FailureProcess::Given{Seconds(1), Seconds(3)}, {"a"}, first);
    Add(FailureProcess::Random{{Seconds(1), 1}, {Seconds(1), 1}, 7}, {"b"}, second);
    schedule.Start(Seconds(0));
    Simulator::Schedule(Seconds(2), [&] {
        schedule.Stop();
        log.clear();
    });
    Simulator::Run(); // ends
    EXPECT_TRUE(log.empty());
}

TEST_F(FailureProcessTest, RandomTimesHaveTheirMeans)
{
    // 120000 s of 10 s up and 2 s down: about n = 10000 of both. The standard deviation of a mean
    // of n exponential times is mean / sqrt(n): 0.1 s and 0.02 s. Five of them are allowed.
    Add(FailureProcess::Random{{Seconds(10), 1}, {Seconds(2), 1}, 7}, {"a"}, first);
    schedule.Start(Seconds(0));
    Simulator::Stop(Seconds(120000));
    Simulator::Run();
    const auto [up, down] = GetLengths();
    EXPECT_NEAR(static_cast<double>(up.size()), 10000, 500); // 5 sqrt(10000)
    EXPECT_NEAR(GetMean(up), 10, 0.5);
    EXPECT_NEAR(GetMean(down), 2, 0.1);
}

TEST_F(FailureProcessTest, WeibullTimesHaveTheirMeanAndSpread)
{
    // Shape 0.7: the variance is mean^2 (Gamma(1 + 2/0.7) / Gamma(1 + 1/0.7)^2 - 1), a standard
    // deviation of 1.46 means; of the mean of about 10000 times 0.0146 means, five are allowed. And
    // a share of 1 - exp(-Gamma(1 + 1/0.7)^0.7) = 0.6925 of the times is below the mean (0.632
    // if they were exponential); sqrt(0.6925 x 0.3075 / 10000) = 0.0046, five are allowed.
    Add(FailureProcess::Random{{Seconds(10), 0.7}, {Seconds(2), 1}, 7}, {"a"}, first);
    schedule.Start(Seconds(0));
    Simulator::Stop(Seconds(120000));
    Simulator::Run();
    const std::vector<double> up = GetLengths().first;
    EXPECT_NEAR(GetMean(up), 10, 5 * 0.146);
    const auto below = std::count_if(up.begin(), up.end(), [](double one) { return one < 10; });
    EXPECT_NEAR(static_cast<double>(below) / static_cast<double>(up.size()), 0.6925, 0.023);
}

TEST_F(FailureProcessTest, EachStreamHasItsOwnTimes)
{
    Add(FailureProcess::Random{{Seconds(10), 1}, {Seconds(2), 1}, 7}, {"a"}, first);
    Add(FailureProcess::Random{{Seconds(10), 1}, {Seconds(2), 1}, 8}, {"b"}, second);
    schedule.Start(Seconds(0));
    Simulator::Stop(Seconds(1000));
    Simulator::Run();
    std::vector<ns3::Time> begins[2];
    for (const auto& [what, time] : log)
    {
        if (what.front() == 'b')
        {
            begins[what[6] - 'a'].push_back(time);
        }
    }
    ASSERT_GT(begins[0].size(), 10U);
    ASSERT_GT(begins[1].size(), 10U);
    EXPECT_NE(begins[0].front(), begins[1].front());
}

TEST(FailureLaw, Quantiles)
{
    // Exponential, mean 10 s: -10 ln(1 - 0.5) = 6.931471806 s.
    EXPECT_EQ(GetQuantile({Seconds(10), 1}, 0.5), NanoSeconds(6931471806));
    // Shape 2: 10 / Gamma(1.5) x sqrt(ln 2) = 10 / 0.886226925 x 0.832554611 = 9.394372787 s.
    EXPECT_EQ(GetQuantile({Seconds(10), 2}, 0.5), NanoSeconds(9394372787));
    EXPECT_EQ(GetQuantile({Seconds(10), 1}, 0), NanoSeconds(1)); // never at once
    // Shape 0.1 and one of the longest times that a double can draw: kept within the clock.
    EXPECT_EQ(GetQuantile({ns3::Hours(24 * 365), 0.1}, 1 - 1e-16).GetNanoSeconds(),
              4'000'000'000'000'000'000);
}
