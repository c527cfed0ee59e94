// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/manifest-reader.h"

#include "nn/input-error.h"
#include "simulator/run/content-hash.h"
#include "simulator/scenario/text-file.h"
#include "simulator/scenario/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <utility>

namespace simulator
{

namespace
{

using nlohmann::json;
using nn::InputError;

constexpr std::size_t mostMebibytes = 4096;
const char* const expected = ", expected a manifest.json that ddnnsim wrote";
const char* const expectedWhole =
    ", expected the manifest.json of a whole study: `ddnnsim merge` puts its parts together";

/// A value in a manifest, and where it is: every message says both.
class Entry
{
  public:
    Entry(const json& value, std::string place) : m_value(value), m_place(std::move(place)) {}

    [[noreturn]] void Refuse(const std::string& what, const char* wanted = expected) const
    {
        throw InputError(m_place + ": " + what + wanted);
    }

    Entry Get(const char* key) const
    {
        if (!m_value.is_object())
        {
            Refuse("is no object");
        }
        const auto found = m_value.find(key);
        if (found == m_value.end())
        {
            Refuse(std::string("has no ") + key);
        }
        return {*found, m_place + ": " + key};
    }

    std::vector<Entry> GetItems() const
    {
        if (!m_value.is_array())
        {
            Refuse("is no list");
        }
        std::vector<Entry> items;
        for (const json& item : m_value)
        {
            items.emplace_back(item, m_place + " " + std::to_string(items.size() + 1));
        }
        return items;
    }

    std::string GetText() const
    {
        if (!m_value.is_string())
        {
            Refuse("is no text");
        }
        return m_value.get<std::string>();
    }

    std::vector<std::string> GetTexts() const
    {
        std::vector<std::string> texts;
        for (const Entry& item : GetItems())
        {
            texts.push_back(item.GetText());
        }
        return texts;
    }

    std::map<std::string, std::string> GetTextMap() const
    {
        if (!m_value.is_object())
        {
            Refuse("is no object");
        }
        std::map<std::string, std::string> texts;
        for (const auto& item : m_value.items())
        {
            texts[item.key()] = Entry(item.value(), m_place + ": " + item.key()).GetText();
        }
        return texts;
    }

    /// A whole number from 1.
    std::uint32_t GetNumber() const
    {
        const bool isGood =
            m_value.is_number_unsigned() && m_value.get<std::uint64_t>() >= 1 &&
            m_value.get<std::uint64_t>() <= std::numeric_limits<std::uint32_t>::max();
        if (!isGood)
        {
            Refuse("is no whole number from 1");
        }
        return m_value.get<std::uint32_t>();
    }

  private:
    const json& m_value;
    std::string m_place;
};

/// "FILE:LINE:COLUMN" of a byte, from 1.
std::string
Locate(const std::string& path, const std::string& text, std::size_t byte)
{
    const std::string before = text.substr(0, byte == 0 ? 0 : byte - 1);
    const std::size_t line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t begin = before.rfind('\n') + 1; // of none: 0
    return path + ":" + std::to_string(line) + ":" + std::to_string(before.size() - begin + 1);
}

json
ParseJson(const std::string& path, const std::string& text)
{
    try
    {
        return json::parse(text);
    }
    catch (const json::parse_error& error)
    {
        throw InputError(Locate(path, text, error.byte) + ": not JSON" + expected);
    }
}

RecordedScenario
ReadScenario(const Entry& entry)
{
    RecordedScenario scenario;
    scenario.name = entry.Get("name").GetText();
    scenario.text = entry.Get("resolved").GetText();
    scenario.folder = entry.Get("folder").GetText();
    scenario.fileHashes = entry.Get("file_hashes").GetTextMap();
    scenario.testSplitHash = entry.Get("test_split_hash").GetText();
    if (entry.Get("hash").GetText() != HashText(scenario.text))
    {
        entry.Get("resolved").Refuse("was changed since its hash was written");
    }
    return scenario;
}

/// The scenario of a run is the last one that begins with it or before it.
std::size_t
FindScenario(const std::vector<std::uint32_t>& firstRuns, const Entry& run, std::uint32_t number)
{
    const auto next = std::upper_bound(firstRuns.begin(), firstRuns.end(), number);
    if (next == firstRuns.begin())
    {
        run.Refuse("is of no scenario");
    }
    return next - firstRuns.begin() - 1;
}

void
ReadScenarios(const Entry& entry, RecordedStudy& study, std::vector<std::uint32_t>& firstRuns)
{
    for (const Entry& scenario : entry.GetItems())
    {
        const std::uint32_t first = scenario.Get("first_run").GetNumber();
        if (!firstRuns.empty() && first <= firstRuns.back())
        {
            scenario.Get("first_run").Refuse("is not greater than that of the scenario before");
        }
        firstRuns.push_back(first);
        study.scenarios.push_back(ReadScenario(scenario));
    }
}

RecordedRun
ReadRun(const Entry& entry, const RecordedStudy& study, const std::vector<std::uint32_t>& firstRuns)
{
    RecordedRun run;
    const std::uint32_t number = entry.Get("run").GetNumber();
    if (number != study.runs.size() + 1)
    {
        entry.Get("run").Refuse("is not the number behind the one before", expectedWhole);
    }
    run.scenario = FindScenario(firstRuns, entry, number);
    if (entry.Get("scenario").GetText() != study.scenarios[run.scenario].name)
    {
        entry.Get("scenario").Refuse("is not the name of the scenario with this run");
    }
    run.replication = entry.Get("replication").GetNumber();
    run.sweptValues = entry.Get("swept").GetTexts();
    if (run.sweptValues.size() != study.sweptPaths.size())
    {
        entry.Get("swept").Refuse("has not one value for each of swept_paths");
    }
    return run;
}

} // namespace

bool
IsManifest(const std::string& path)
{
    return std::filesystem::path(path).extension() == ".json";
}

RecordedStudy
ReadManifest(const std::string& path)
{
    const std::string text = ReadTextFile(path, mostMebibytes, "a manifest.json");
    const json root = ParseJson(path, text);
    const Entry manifest(root, path);
    RecordedStudy study;
    study.path = path;
    study.version = manifest.Get("ddnnsim").GetText();
    study.sourceHash = manifest.Get("source_hash").GetText();
    study.ns3Version = manifest.Get("ns3").GetText();
    study.sweptPaths = manifest.Get("swept_paths").GetTexts();
    std::vector<std::uint32_t> firstRuns;
    ReadScenarios(manifest.Get("scenarios"), study, firstRuns);
    const Entry runs = manifest.Get("runs");
    for (const Entry& run : runs.GetItems())
    {
        study.runs.push_back(ReadRun(run, study, firstRuns));
    }
    if (study.runs.empty())
    {
        runs.Refuse("is empty");
    }
    return study;
}

} // namespace simulator
