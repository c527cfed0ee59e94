// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_STUDY_STORE_H
#define SIMULATOR_STUDY_STORE_H

#include "simulator/study/child-process.h"
#include "simulator/study/database.h"
#include "simulator/study/input-hashes.h"
#include "simulator/study/study-plan.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace simulator
{

/// A run that the store knows, and what became of it.
struct StoredRun
{
    std::uint32_t run = 0; //!< its number: from 1, in the order of the plan
    std::string identity;  //!< see IdentifyRuns
    std::string scenario;
    std::uint64_t seed = 0;
    std::uint32_t replication = 1;
    std::vector<std::string> sweptValues;
    bool isDone = false;              //!< else it failed
    std::string error;                //!< of a failed one: a line
    std::string log;                  //!< of a failed one: the last lines that it printed
    std::vector<std::uint8_t> output; //!< of a done one: see Decode
    double wallSeconds = 0;
    double cpuSeconds = 0;
    std::uint64_t peakBytes = 0;
};

/// The runs of a study in an SQLite database, for this process alone. A run that was put is there
/// whatever happens next. Runs are known by what they simulate, not by their number: a study that
/// grew keeps what it has.
class StudyStore
{
  public:
    /// Opens the store, or makes an empty one. \throw nn::InputError if another process uses it or
    /// it is no store
    explicit StudyStore(const std::filesystem::path& file);

    /// Forgets everything.
    void Clear();

    /// Makes this the store of a plan. Done runs that it has are kept, with their new numbers.
    /// \param describe text for the manifest about the scenario of a run; called once for each
    /// \return indices of the runs to do
    /// \throw nn::InputError if it holds a run that is not in the plan, or was made by another
    /// version
    std::vector<std::size_t> Begin(
        const StudyPlan& plan,
        const std::function<std::string(const PlannedRun&, InputHashes&)>& describe);

    /// Keeps the result of a run. \param index in the plan
    void Put(std::size_t index, const ChildResult& result);

    /// Takes over the runs of another store of the same plan. An empty store takes over the plan,
    /// too.
    /// \throw nn::InputError if the other is of another plan or version
    void Merge(StudyStore& part);

    std::size_t CountDone();
    /// Greatest number of a replication that is done, 0 if there is none.
    std::uint32_t GetLastReplication();
    /// Numbers of the runs that are neither done nor failed.
    std::vector<std::uint32_t> GetMissing();
    std::vector<std::string> GetSweptPaths();
    /// Runs that are done or have failed, by number.
    void ForEachRun(const std::function<void(const StoredRun&)>& use);
    /// What `describe` said of each scenario, in the order of their runs.
    void ForEachScenario(
        const std::function<void(const std::string& description, const StoredRun& first)>& use);

  private:
    std::string DescribePlan();
    void CopyPlan(StudyStore& from);
    void CheckVersion();
    void Renumber(const StudyPlan& plan, const std::vector<std::string>& identities);

    std::string m_name; //!< for messages
    Database m_database;
};

} // namespace simulator

#endif // SIMULATOR_STUDY_STORE_H
