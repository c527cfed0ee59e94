// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/manifest.h"

#include "nn/packed/bit-kernels.h"
#include "simulator/run/content-hash.h"
#include "simulator/run/run-output.h"
#include "simulator/scenario/scenario-parser.h"
#include "simulator/study/scenario-description.h"
#include "simulator/study/version.h"

#include <nlohmann/json.hpp>
#include <sys/utsname.h>

#include <ctime>
#include <filesystem>
#include <map>

namespace simulator
{

namespace
{

using Json = nlohmann::ordered_json;

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

/// Of its first run, which knows its topology once it is done.
Json
CompleteScenario(const std::string& description, const StoredRun& first)
{
    Json scenario = Json::parse(description);
    scenario["first_run"] = first.run;
    scenario["topology"] = first.isDone ? Json(Decode(first.output).topology) : Json::array();
    return scenario;
}

Json
DescribeRun(const StoredRun& run)
{
    return {{"run", run.run},
            {"scenario", run.scenario},
            {"seed", run.seed},
            {"replication", run.replication},
            {"swept", run.sweptValues},
            {"wall_s", run.wallSeconds},
            {"cpu_s", run.cpuSeconds},
            {"peak_memory_bytes", run.peakBytes}};
}

/// Elements of an array in an object, written one by one: a study may have very many.
class ArrayWriter
{
  public:
    ArrayWriter(std::ostream& stream, const char* name) : m_stream(stream)
    {
        m_stream << ",\n  \"" << name << "\": [";
    }

    ~ArrayWriter()
    {
        m_stream << "\n  ]";
    }

    ArrayWriter(const ArrayWriter&) = delete;
    ArrayWriter& operator=(const ArrayWriter&) = delete;

    void Add(const Json& element)
    {
        m_stream << m_separator << "\n    ";
        m_separator = ",";
        for (const char character : element.dump(2))
        {
            m_stream << character << (character == '\n' ? "    " : "");
        }
    }

  private:
    std::ostream& m_stream;
    const char* m_separator = "";
};

} // namespace

std::string
DescribeScenario(const PlannedRun& run, InputHashes& hashes)
{
    const std::string text = FormatScenario(*run.scenario);
    const std::map<std::string, std::string> fileHashes = hashes.OfFiles(*run.scenario);
    const Json description = {
        {"name", run.scenario->name},
        {"file", run.scenario->file},
        {"folder", std::filesystem::current_path().string()},
        {"hash", HashText(text)},
        {"network_hash", fileHashes.at("network")},
        {"file_hashes", fileHashes},
        {"test_split_hash", hashes.OfDataSet(run.dataset)},
        {"classes", run.dataset->GetClasses()},
        {"view_bytes", run.dataset->GetViewShape().Size()},
        {"settings", DescribeSettings(*run.scenario)},
        {"sources", DescribeSources(*run.scenario, run.network->GetDescription())},
        {"resolved", text}};
    return description.dump();
}

void
WriteManifest(std::ostream& stream, const std::string& command, StudyStore& store)
{
    const Json head = {{"ddnnsim", GetVersion()},
                       {"source_hash", GetSourceHash()},
                       {"ns3", GetNs3Version()},
                       {"written", GetTimeText()},
                       {"command", command},
                       {"host", DescribeMachine()},
                       {"swept_paths", store.GetSweptPaths()}};
    const std::string text = head.dump(2);
    stream << text.substr(0, text.size() - 2); // without the brace
    {
        ArrayWriter scenarios(stream, "scenarios");
        store.ForEachScenario([&](const std::string& description, const StoredRun& first) {
            scenarios.Add(CompleteScenario(description, first));
        });
    }
    {
        ArrayWriter runs(stream, "runs");
        store.ForEachRun([&](const StoredRun& run) { runs.Add(DescribeRun(run)); });
    }
    stream << "\n}\n";
}

} // namespace simulator
