// SPDX-License-Identifier: GPL-2.0-only
// Failures as a user meets them.
#include "command-runner.h"

#include <gtest/gtest.h>

namespace fs = std::filesystem;

namespace
{

const std::string scenarios = SCENARIOS_DIR;

/// A configuration with some failures.
std::string
MakeScenario(const std::string& failures, const std::string& network = "c")
{
    return "network: " + scenarios + "/networks/" + network + ".npz\nfailures:\n" + failures +
           "links: {local: {type: p2p}}\n";
}

/// A shipped network, and what is off from the start.
struct DeadCase
{
    std::string network;
    std::vector<std::string> off; //!< nodes
    std::string missing;          //!< devices that are cut off by it, as evaluate takes them
};

/// For messages of GoogleTest: its own show bytes, addresses among them.
void
PrintTo(const DeadCase& one, std::ostream* stream)
{
    *stream << one.network << " without " << one.missing;
}

std::vector<DeadCase>
MakeDeadCases()
{
    std::vector<DeadCase> cases;
    for (const char* network : {"c", "e", "f"})
    {
        for (int device = 1; device <= 6; ++device)
        {
            const std::string number = std::to_string(device);
            cases.push_back({network, {"device-" + number}, number});
        }
    }
    cases.push_back({"c", {"device-1", "device-4"}, "1,4"});
    cases.push_back({"e", {"device-2", "device-3"}, "2,3"});
    cases.push_back({"f", {"device-2", "device-3"}, "2,3"}); // at one edge
    cases.push_back({"f", {"device-3", "device-6"}, "3,6"}); // at both
    // All of one edge, which then has nothing to send; or what their messages pass.
    cases.push_back({"f", {"device-4", "device-5", "device-6"}, "4,5,6"});
    cases.push_back({"f", {"gateway-2"}, "4,5,6"});
    cases.push_back({"f", {"edge-2"}, "4,5,6"});
    return cases;
}

/// When a node that is off from the start is suspected, to the end of the line. Of a device: the
/// third sample, of 0.2 s, is the last for which the local exit waits: its first scores come after
/// 0.541789 ms in the device and 2.048 ms on the link (60 bytes at 10 Mbps), and then 200 ms are
/// over. Of other nodes it depends on the samples.
std::string
GetDetection(const std::string& node)
{
    return node.rfind("device", 0) == 0 ? "0.402589789,\n" : "";
}

/// A configuration without some nodes, simulated and evaluated.
class DeadFromTheStart : public testing::TestWithParam<DeadCase>
{
};

} // namespace

// Who waits for a device that is dead waits as long as it may, and then goes on without it, as
// evaluate does. With one edge all is in that. With two, an edge with a dead device has its scores
// ready 200 ms behind the other edge (waits.edge), for three samples; the edge exit waits 400 ms
// (by default 200 ms more than edges), so it has them. The cloud gets what both edges have at hand
// by then. That takes at most 0.2 + 0.4 + 0.5 s; features are kept for 10 s.
TEST_P(DeadFromTheStart, AnswersAreThoseOfEvaluateWithoutIt)
{
    const CommandRunner runner;
    const DeadCase& one = GetParam();
    const std::string network = scenarios + "/networks/" + one.network + ".npz";
    std::string failures;
    std::string records = "run,target,what,kind,begin_s,end_s,detected_s,recovered_s\n";
    for (const std::string& node : one.off)
    {
        failures += "  - {node: " + node + ", at: 0s}\n";
        records += "1," + node + ",node,off,0,," + GetDetection(node);
    }
    runner.Write("dead.yaml", MakeScenario(failures, one.network));
    ASSERT_EQ(runner.Run({"run", "dead.yaml", "--out", "results"}).status, 0);
    ASSERT_EQ(
        runner.Run({"evaluate", network, "--missing", one.missing, "--samples", "evaluated.csv"})
            .status,
        0);
    const auto simulated = ReadCsv(runner.GetFolder() / "results" / "samples.csv");
    const auto evaluated = ReadCsv(runner.GetFolder() / "evaluated.csv");
    ASSERT_EQ(simulated.size(), 172U);
    for (const char* column : {"label", "prediction", "exit"})
    {
        EXPECT_EQ(GetColumn(simulated, column), GetColumn(evaluated, column)) << column;
    }
    const auto labels = GetColumn(evaluated, "label");
    const auto predictions = GetColumn(evaluated, "prediction");
    double correct = 0;
    for (std::size_t i = 0; i < labels.size(); ++i)
    {
        correct += labels[i] == predictions[i] ? 1 : 0;
    }
    const auto runs = ReadCsv(runner.GetFolder() / "results" / "runs.csv");
    EXPECT_NEAR(std::stod(GetColumn(runs, "accuracy").at(0)), correct / 171, 1e-9);
    EXPECT_EQ(ReadText(runner.GetFolder() / "results" / "failures.csv").substr(0, records.size()),
              records);
}

INSTANTIATE_TEST_SUITE_P(Each,
                         DeadFromTheStart,
                         testing::ValuesIn(MakeDeadCases()),
                         [](const testing::TestParamInfo<DeadCase>& info) {
                             std::string name = info.param.network;
                             for (const std::string& node : info.param.off)
                             {
                                 name += "_" + node.substr(0, node.find('-')) + node.back();
                             }
                             return name;
                         });

TEST(Failures, AllKindsHappenWhenTheyShould)
{
    const CommandRunner runner;
    const CommandResult result =
        runner.Run({"run", scenarios + "/failures/all-kinds.yaml", "--out", "results"});
    EXPECT_EQ(result.status, 0) << result.error;
    for (const char* file : {"failures.csv", "suspicions.csv", "timeline.csv"})
    {
        EXPECT_EQ(ReadText(runner.GetFolder() / "results" / file),
                  ReadText(fs::path(GOLDEN_DIR) / "failures" / file))
            << file;
    }
}

TEST(Failures, WithoutThemTheirFilesHaveNoRow)
{
    const CommandRunner runner;
    ASSERT_EQ(runner.Run({"run", scenarios + "/figure2/c.yaml", "--out", "results"}).status, 0);
    EXPECT_EQ(ReadCsv(runner.GetFolder() / "results" / "failures.csv").size(), 1U);
    EXPECT_EQ(ReadCsv(runner.GetFolder() / "results" / "suspicions.csv").size(), 1U);
}

TEST(Failures, AnEmptyBatteryIsOne)
{
    const CommandRunner runner;
    runner.Write("c.yaml",
                 "network: " + scenarios +
                     "/networks/c.npz\nlinks: {local: {type: p2p}}\n"
                     "batteries: {device-2: {capacity: 1J}}\n");
    ASSERT_EQ(runner.Run({"run", "c.yaml", "--out", "results"}).status, 0);
    const auto failures = ReadCsv(runner.GetFolder() / "results" / "failures.csv");
    ASSERT_EQ(failures.size(), 2U);
    EXPECT_EQ(GetColumn(failures, "target"), std::vector<std::string>{"device-2"});
    EXPECT_EQ(GetColumn(failures, "kind"), std::vector<std::string>{"battery"});
    EXPECT_NE(GetColumn(failures, "detected_s").front(), "");
    EXPECT_EQ(GetColumn(failures, "end_s").front() + GetColumn(failures, "recovered_s").front(),
              "");
}

TEST(Failures, AnOverlapIsSaidOncePerScenario)
{
    const CommandRunner runner;
    runner.Write("c.yaml",
                 MakeScenario("  - {node: device-1, at: 0s}\n  - {node: device-1, at: 1s}\n"));
    const CommandResult result =
        runner.Run({"run", "c.yaml", "--set", "replications=3", "--set", "workload.samples=3"});
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.error,
              "ddnnsim: warning: c, run 1: failures.1 and failures.2 may overlap at device-1: what "
              "overlaps is one failure, as the first to begin\n");
}

TEST(Failures, AWaitThatIsTooShortForEdgesIsSaid)
{
    const CommandRunner runner;
    runner.Write("f.yaml",
                 MakeScenario("  - {node: device-6, at: 0s}\n", "f") +
                     "waits: {edge: 300ms, edge_exit: 300ms}\n");
    const std::string text =
        "f.yaml:5:33: waits.edge_exit.time 300ms is not longer than waits.edge.time 300ms: the "
        "edge exit may give up an edge that waits for a dead device\n";
    const CommandResult checked = runner.Run({"check", "f.yaml"});
    EXPECT_EQ(checked.status, 0);
    EXPECT_EQ(checked.error, "ddnnsim: warning: f: " + text);
    const CommandResult run = runner.Run({"run", "f.yaml", "--set", "workload.samples=3"});
    EXPECT_EQ(run.status, 0);
    EXPECT_EQ(run.error, "ddnnsim: warning: f, run 1: " + text);
}

TEST(Failures, OfWhatIsNotThereAreRefused)
{
    const CommandRunner runner;
    runner.Write("c.yaml", MakeScenario("  - {node: device-7, at: 0s}\n"));
    for (const char* command : {"run", "check"})
    {
        const CommandResult result = runner.Run({command, "c.yaml"});
        EXPECT_EQ(result.status, 2);
        EXPECT_EQ(result.error,
                  "c.yaml:3:12: failures.1.node: there is no node 'device-7', did you mean "
                  "'device-1'?\n");
    }
}

TEST(Failures, ACheckedScenarioCanBeRun)
{
    const CommandRunner runner;
    ASSERT_EQ(
        runner.RunInShell(" check " + scenarios + "/failures/all-kinds.yaml > copy.yaml #").status,
        0);
    const CommandResult again = runner.Run({"check", "copy.yaml"});
    EXPECT_EQ(again.status, 0) << again.error;
    const std::string text = ReadText(runner.GetFolder() / "copy.yaml");
    EXPECT_EQ(again.output.substr(again.output.find("name:")), text.substr(text.find("name:")));
}
