// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/study-store.h"

#include "nn/input-error.h"
#include "simulator/study/run-identity.h"
#include "simulator/study/study-database.h"
#include "simulator/study/version.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace simulator
{

namespace
{

std::string
GetValue(Database& database, const std::string& name)
{
    Statement select = database.Prepare("SELECT value FROM study WHERE name = ?");
    return select.Bind(name).Step() ? select.GetText(0) : "";
}

void
SetValue(Database& database, const std::string& name, const std::string& value)
{
    database.Prepare("INSERT OR REPLACE INTO study VALUES (?, ?)").Bind(name).Bind(value).Run();
}

bool
WritesFilesOfItsOwn(const PlannedRun& run)
{
    const auto& outputs = run.scenario->outputs;
    return std::any_of(
        outputs.begin(), outputs.end(), [](const auto& output) { return output.second; });
}

std::string
FormatList(const std::vector<std::string>& texts)
{
    return nlohmann::json(texts).dump();
}

std::vector<std::string>
ParseList(const std::string& text)
{
    return nlohmann::json::parse(text).get<std::vector<std::string>>();
}

constexpr const char* runColumns = "run, identity, scenario, seed, replication, swept, state, "
                                   "error, log, output, wall_s, cpu_s, peak_bytes";

StoredRun
ReadRun(const Statement& row)
{
    StoredRun run;
    run.run = static_cast<std::uint32_t>(row.GetInteger(0));
    run.identity = row.GetText(1);
    run.scenario = row.GetText(2);
    run.seed = static_cast<std::uint64_t>(row.GetInteger(3));
    run.replication = static_cast<std::uint32_t>(row.GetInteger(4));
    run.sweptValues = ParseList(row.GetText(5));
    run.isDone = row.GetText(6) == "done";
    run.error = row.GetText(7);
    run.log = row.GetText(8);
    run.output = row.GetBytes(9);
    run.wallSeconds = row.GetReal(10);
    run.cpuSeconds = row.GetReal(11);
    run.peakBytes = static_cast<std::uint64_t>(row.GetInteger(12));
    return run;
}

} // namespace

StudyStore::StudyStore(const std::filesystem::path& file)
    : m_name(file.parent_path().string()), m_database(OpenStudyDatabase(file))
{
}

void
StudyStore::Clear()
{
    Transaction transaction(m_database);
    m_database.Execute("DELETE FROM runs; DELETE FROM scenarios; DELETE FROM study");
    transaction.Commit();
    m_database.Execute("VACUUM");
}

void
StudyStore::CheckVersion()
{
    const std::string version = GetValue(m_database, "version");
    if (!version.empty() && version != GetFullVersion())
    {
        throw nn::InputError(m_name + ": holds results of another version of ddnnsim (" + version +
                             "), expected --force to start over, or another --out DIR");
    }
}

std::vector<std::size_t>
StudyStore::Begin(const StudyPlan& plan,
                  const std::function<std::string(const PlannedRun&, InputHashes&)>& describe)
{
    CheckVersion();
    Transaction transaction(m_database);
    SetValue(m_database, "version", GetFullVersion());
    SetValue(m_database, "swept_paths", FormatList(plan.sweptPaths));
    InputHashes hashes;
    Renumber(plan, IdentifyRuns(plan, hashes));
    m_database.Execute("DELETE FROM scenarios");
    const Scenario* last = nullptr;
    for (std::size_t i = 0; i < plan.runs.size(); ++i)
    {
        const PlannedRun& run = plan.runs[i];
        if (run.scenario.get() != last)
        {
            m_database.Prepare("INSERT INTO scenarios VALUES (?, ?)")
                .Bind(static_cast<std::int64_t>(i + 1))
                .Bind(describe(run, hashes))
                .Run();
            last = run.scenario.get();
        }
    }
    transaction.Commit();
    std::vector<std::size_t> missing;
    Statement select =
        m_database.Prepare("SELECT run FROM runs WHERE state <> 'done' ORDER BY run");
    while (select.Step())
    {
        missing.push_back(static_cast<std::size_t>(select.GetInteger(0) - 1));
    }
    return missing;
}

/// Old numbers are negative until their runs are found in the plan. A run that wrote files of its
/// own is done anew if its number, which is in their names, changes; so is one of which the gallery
/// now wants more samples.
void
StudyStore::Renumber(const StudyPlan& plan, const std::vector<std::string>& identities)
{
    m_database.Execute("UPDATE runs SET run = -run");
    Statement update = m_database.Prepare(
        "UPDATE runs SET run = ?1, swept = ?2, state = CASE WHEN state = 'done' AND "
        "stories >= ?3 AND (?4 = 0 OR run = -?1) THEN 'done' ELSE 'planned' END "
        "WHERE identity = ?5");
    Statement insert = m_database.Prepare("INSERT INTO runs (run, swept, stories, identity, "
                                          "scenario, seed, replication) VALUES (?, ?, ?, ?, ?, ?, "
                                          "?)");
    for (std::size_t i = 0; i < plan.runs.size(); ++i)
    {
        const PlannedRun& run = plan.runs[i];
        const auto number = static_cast<std::int64_t>(i + 1);
        const std::string swept = FormatList(run.sweptValues);
        const auto stories = static_cast<std::int64_t>(run.stories);
        update.Bind(number).Bind(swept).Bind(stories);
        update.Bind(std::int64_t{WritesFilesOfItsOwn(run)}).Bind(identities[i]).Run();
        if (m_database.GetNumber("SELECT changes()") == 0)
        {
            insert.Bind(number).Bind(swept).Bind(stories).Bind(identities[i]);
            insert.Bind(run.scenario->name).Bind(static_cast<std::int64_t>(run.scenario->seed));
            insert.Bind(std::int64_t{run.replication}).Run();
        }
    }
    if (m_database.GetNumber("SELECT count(*) FROM runs WHERE run < 0 AND state = 'done'") > 0)
    {
        throw nn::InputError(m_name + ": holds results of another scenario text, expected --force "
                                      "to start over, or another --out DIR");
    }
    m_database.Execute("DELETE FROM runs WHERE run < 0");
}

void
StudyStore::Put(std::size_t index, const ChildResult& result)
{
    const bool isDone = result.outcome == ChildResult::Outcome::Done;
    m_database
        .Prepare("UPDATE runs SET state = ?, error = ?, log = ?, output = ?, wall_s = ?, cpu_s = "
                 "?, peak_bytes = ? WHERE run = ?")
        .Bind(std::string(isDone ? "done" : "failed"))
        .Bind(result.error)
        .Bind(result.log)
        .Bind(isDone ? result.bytes : std::vector<std::uint8_t>())
        .Bind(result.wallSeconds)
        .Bind(result.cpuSeconds)
        .Bind(static_cast<std::int64_t>(result.peakBytes))
        .Bind(static_cast<std::int64_t>(index + 1))
        .Run();
}

/// What two stores of the same plan have in common.
std::string
StudyStore::DescribePlan()
{
    std::string text = GetValue(m_database, "version") + GetValue(m_database, "swept_paths");
    Statement select = m_database.Prepare("SELECT identity, swept FROM runs ORDER BY run");
    while (select.Step())
    {
        text += '\n' + select.GetText(0) + select.GetText(1);
    }
    return text;
}

void
StudyStore::CopyPlan(StudyStore& from)
{
    SetValue(m_database, "version", GetValue(from.m_database, "version"));
    SetValue(m_database, "swept_paths", GetValue(from.m_database, "swept_paths"));
    Statement scenarios = from.m_database.Prepare("SELECT first_run, description FROM scenarios");
    Statement addScenario = m_database.Prepare("INSERT INTO scenarios VALUES (?, ?)");
    while (scenarios.Step())
    {
        addScenario.Bind(scenarios.GetInteger(0)).Bind(scenarios.GetText(1)).Run();
    }
    Statement runs = from.m_database.Prepare(
        "SELECT run, seed, replication, stories, identity, scenario, swept FROM runs");
    Statement addRun =
        m_database.Prepare("INSERT INTO runs (run, seed, replication, stories, "
                           "identity, scenario, swept) VALUES (?, ?, ?, ?, ?, ?, ?)");
    while (runs.Step())
    {
        for (const int column : {0, 1, 2, 3})
        {
            addRun.Bind(runs.GetInteger(column));
        }
        addRun.Bind(runs.GetText(4)).Bind(runs.GetText(5)).Bind(runs.GetText(6)).Run();
    }
}

void
StudyStore::Merge(StudyStore& part)
{
    part.CheckVersion();
    Transaction transaction(m_database);
    if (m_database.GetNumber("SELECT count(*) FROM runs") == 0)
    {
        CopyPlan(part);
    }
    if (DescribePlan() != part.DescribePlan())
    {
        throw nn::InputError(part.m_name + ": is a part of another study than those before it, "
                                           "expected parts of one study");
    }
    Statement update = m_database.Prepare(
        "UPDATE runs SET state = ?2, error = ?3, log = ?4, output = ?5, wall_s = ?6, cpu_s = ?7, "
        "peak_bytes = ?8 WHERE run = ?1 AND state <> 'done'");
    part.ForEachRun([&](const StoredRun& run) {
        update.Bind(std::int64_t{run.run}).Bind(std::string(run.isDone ? "done" : "failed"));
        update.Bind(run.error).Bind(run.log).Bind(run.output);
        update.Bind(run.wallSeconds).Bind(run.cpuSeconds);
        update.Bind(static_cast<std::int64_t>(run.peakBytes)).Run();
    });
    transaction.Commit();
}

std::vector<std::uint32_t>
StudyStore::GetMissing()
{
    std::vector<std::uint32_t> missing;
    Statement select =
        m_database.Prepare("SELECT run FROM runs WHERE state = 'planned' ORDER BY run");
    while (select.Step())
    {
        missing.push_back(static_cast<std::uint32_t>(select.GetInteger(0)));
    }
    return missing;
}

std::size_t
StudyStore::CountDone()
{
    return static_cast<std::size_t>(
        m_database.GetNumber("SELECT count(*) FROM runs WHERE state = 'done'"));
}

std::uint32_t
StudyStore::GetLastReplication()
{
    return static_cast<std::uint32_t>(
        m_database.GetNumber("SELECT max(replication) FROM runs WHERE state = 'done'"));
}

std::vector<std::string>
StudyStore::GetSweptPaths()
{
    return ParseList(GetValue(m_database, "swept_paths"));
}

void
StudyStore::ForEachRun(const std::function<void(const StoredRun&)>& use)
{
    Statement select = m_database.Prepare(std::string("SELECT ") + runColumns +
                                          " FROM runs WHERE state <> 'planned' ORDER BY run");
    while (select.Step())
    {
        use(ReadRun(select));
    }
}

void
StudyStore::ForEachScenario(
    const std::function<void(const std::string& description, const StoredRun& first)>& use)
{
    // The first run of a scenario that is done: what the manifest says of its topology is known
    // only then.
    Statement select = m_database.Prepare(
        std::string("SELECT ") + runColumns +
        ", description FROM scenarios LEFT JOIN runs ON run = first_run ORDER BY first_run");
    while (select.Step())
    {
        use(select.GetText(13), ReadRun(select));
    }
}

} // namespace simulator
