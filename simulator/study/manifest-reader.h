// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_MANIFEST_READER_H
#define SIMULATOR_MANIFEST_READER_H

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace simulator
{

/// What a manifest says of a scenario, or of one variant of a swept one.
struct RecordedScenario
{
    std::string name;
    std::string text;                              //!< resolved
    std::string folder;                            //!< where its relative paths started
    std::map<std::string, std::string> fileHashes; //!< of the files it names, by path of the key
    std::string testSplitHash;
};

/// What a manifest says of a run.
struct RecordedRun
{
    std::size_t scenario = 0; //!< index
    std::uint32_t replication = 1;
    std::vector<std::string> sweptValues; //!< one per swept path
};

/// What is needed of a manifest to repeat its runs.
struct RecordedStudy
{
    std::string path; //!< of the manifest, as given
    std::string version;
    std::string sourceHash;
    std::string ns3Version;
    std::vector<std::string> sweptPaths;
    std::vector<RecordedScenario> scenarios;
    std::vector<RecordedRun> runs; //!< in order, at least one
};

/// Whether a file to be simulated is a manifest and no scenario: its name ends in .json.
bool IsManifest(const std::string& path);

/// Reads manifest.json.
/// \throw nn::InputError if it cannot be read, is no manifest, or a scenario in it was changed
/// since it was written
RecordedStudy ReadManifest(const std::string& path);

} // namespace simulator

#endif // SIMULATOR_MANIFEST_READER_H
