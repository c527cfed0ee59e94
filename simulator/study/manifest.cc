// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/manifest.h"

#include "nn/packed/bit-kernels.h"
#include "simulator/run/content-hash.h"
#include "simulator/scenario/scenario-parser.h"
#include "simulator/study/scenario-description.h"

#include <ns3/version.h>

#include <nlohmann/json.hpp>
#include <sys/utsname.h>

#include <ctime>
#include <fstream>
#include <map>
#include <sstream>

namespace simulator
{

namespace
{

using Json = nlohmann::ordered_json;

std::string
ReadFile(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

std::string
GetTimeText()
{
    const std::time_t now = std::time(nullptr);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", std::gmtime(&now));
    return text;
}

Json
DescribeMachine()
{
    utsname system{};
    uname(&system);
    return {{"system", system.sysname},
            {"machine", system.machine},
            {"compiler", "g++ " __VERSION__},
            {"build_type", DDNNSIM_BUILD_TYPE},
            {"kernel", nn::GetBitKernels().name}};
}

Json
DescribeScenario(const PlannedRun& run, const FinishedRun& finished)
{
    const std::string text = FormatScenario(*run.scenario);
    return {{"name", run.scenario->name},
            {"file", run.scenario->file},
            {"hash", HashText(text)},
            {"network_hash", HashText(ReadFile(run.scenario->network))},
            {"test_split_hash", run.dataset->GetHash()},
            {"classes", run.dataset->GetClasses()},
            {"view_bytes", run.dataset->GetViewShape().Size()},
            {"topology", finished.output.topology},
            {"settings", DescribeSettings(*run.scenario)},
            {"sources", DescribeSources(*run.scenario, run.network->GetDescription())},
            {"resolved", text}};
}

Json
DescribeRun(const FinishedRun& run)
{
    return {{"run", run.output.summary.run},
            {"scenario", run.output.summary.scenario},
            {"seed", run.output.summary.seed},
            {"replication", run.output.summary.replication},
            {"wall_s", run.wallSeconds},
            {"cpu_s", run.cpuSeconds},
            {"peak_memory_bytes", run.peakBytes}};
}

} // namespace

std::string
GetVersion()
{
    return DDNNSIM_VERSION;
}

std::string
GetNs3Version()
{
    // Debian's build knows no tag to make a longer version text from.
    return std::to_string(ns3::Version::Major()) + "." + std::to_string(ns3::Version::Minor());
}

std::string
MakeManifest(const std::string& command,
             const std::vector<PlannedRun>& plan,
             const std::vector<FinishedRun>& finished)
{
    Json scenarios = Json::array();
    const Scenario* last = nullptr;
    for (std::size_t i = 0; i < plan.size(); ++i)
    {
        if (plan[i].scenario.get() != last)
        {
            scenarios.push_back(DescribeScenario(plan[i], finished.at(i)));
            last = plan[i].scenario.get();
        }
    }
    Json runs = Json::array();
    for (const FinishedRun& run : finished)
    {
        runs.push_back(DescribeRun(run));
    }
    const Json manifest = {{"ddnnsim", GetVersion()},
                           {"ns3", GetNs3Version()},
                           {"written", GetTimeText()},
                           {"command", command},
                           {"host", DescribeMachine()},
                           {"scenarios", scenarios},
                           {"runs", runs}};
    return manifest.dump(2) + "\n";
}

} // namespace simulator
