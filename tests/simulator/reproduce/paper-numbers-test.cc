// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/reproduce/experiment.h"

#include <gtest/gtest.h>

using simulator::PaperNumbers;

TEST(PaperNumbers, FindsWhatThePaperPrints)
{
    const PaperNumbers paper;
    EXPECT_EQ(paper.Find("table1", "AP-CC", "local"), 75);
    EXPECT_EQ(paper.Find("table1", "CC-MP", "cloud"), 87);
    EXPECT_EQ(paper.Find("table2", "0.7", "local_exit"), 22.81);
    EXPECT_EQ(paper.Find("table2", "1", "bytes"), 12);
    EXPECT_EQ(paper.Find("fig8", "4", "individual"), 52);
    EXPECT_EQ(paper.Find("fig10", "5", "overall"), 96);
    EXPECT_FALSE(paper.Find("table2", "0.2", "bytes"));
    EXPECT_FALSE(paper.Find("table1", "MP-MP", "bytes"));
    EXPECT_FALSE(paper.Find("fig6", "1", "car"));
    EXPECT_FALSE(paper.Find("table9", "1", "car"));
}

TEST(PaperNumbers, EveryExperimentHasASource)
{
    const PaperNumbers paper;
    EXPECT_EQ(simulator::GetExperiments().size(), 7U);
    for (const simulator::Experiment& experiment : simulator::GetExperiments())
    {
        EXPECT_FALSE(paper.GetSource(experiment.name).empty());
        EXPECT_FALSE(experiment.notes.empty());
    }
}

// Eq. (1) of the paper with f = 4, o = 256: the bytes of its Table II follow from its exit shares.
TEST(PaperNumbers, TableIIObeysEquationOne)
{
    const PaperNumbers paper;
    for (const char* threshold : {"0.1", "0.3", "0.5", "0.6", "0.7", "0.8", "0.9", "1"})
    {
        const double exit = paper.Find("table2", threshold, "local_exit").value() / 100;
        EXPECT_NEAR(paper.Find("table2", threshold, "bytes").value(), 12 + (1 - exit) * 128, 1)
            << threshold;
    }
}

TEST(PaperNumbers, RefusesATextThatIsSomethingElse)
{
    EXPECT_THROW(PaperNumbers("no json"), std::exception);
    EXPECT_THROW(PaperNumbers(R"({"table1": {"rows": {}}})"), std::exception);
}
