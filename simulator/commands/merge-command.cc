// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/merge-command.h"

#include "nn/input-error.h"
#include "simulator/commands/options.h"
#include "simulator/commands/shell-line.h"
#include "simulator/commands/study-results.h"
#include "simulator/study/run-study.h"

#include <iostream>
#include <memory>

namespace simulator
{

namespace
{

namespace po = boost::program_options;

po::options_description
MakeOptions()
{
    po::options_description options;
    options.add_options()(
        "out", po::value<std::string>()->value_name("DIR"), "results directory of the whole study");
    options.add_options()("force", "replace the results that are there");
    return options;
}

void
AddPart(StudyStore& whole, const std::filesystem::path& directory)
{
    const std::filesystem::path file = directory / "study.sqlite";
    if (!std::filesystem::exists(file))
    {
        throw nn::InputError(directory.string() + ": has no study.sqlite, expected the results "
                                                  "directory of a part");
    }
    StudyStore part(file);
    whole.Merge(part);
}

void
CheckComplete(StudyStore& whole)
{
    const std::vector<std::uint32_t> missing = whole.GetMissing();
    if (!missing.empty())
    {
        throw nn::InputError("ddnnsim merge: run " + std::to_string(missing.front()) +
                             (missing.size() > 1 ? " and " + std::to_string(missing.size() - 1) +
                                                       " others are in none of the directories"
                                                 : " is in none of the directories") +
                             ", expected all parts of the study");
    }
}

int
Merge(const std::vector<std::string>& parts,
      const std::string& out,
      ResultsDirectory::Earlier earlier,
      const std::string& command)
{
    ResultsDirectory results(out, earlier);
    StudyStore whole = OpenStore(results, earlier);
    for (const std::string& part : parts)
    {
        AddPart(whole, part);
    }
    CheckComplete(whole);
    results.Keep();
    return FinishStudy(whole, results, command);
}

int
Run(const std::vector<std::string>& arguments)
{
    const auto values = ParseOptions(mergeCommand, MakeOptions(), arguments);
    if (!values)
    {
        return 0;
    }
    const std::vector<std::string> parts = GetOperands(*values);
    if (parts.empty() || values->count("out") == 0)
    {
        throw nn::InputError("ddnnsim merge: expected the results directories of all parts, and "
                             "--out DIR");
    }
    try
    {
        return Merge(parts,
                     (*values)["out"].as<std::string>(),
                     values->count("force") > 0 ? ResultsDirectory::Earlier::Replace
                                                : ResultsDirectory::Earlier::Continue,
                     FormatShellLine("ddnnsim merge", arguments));
    }
    catch (const WriteFailure& failure)
    {
        std::cerr << failure.what() << '\n';
    }
    catch (const DatabaseFailure& failure)
    {
        std::cerr << "ddnnsim merge: study.sqlite: " << failure.what() << '\n';
    }
    return 1;
}

} // namespace

const Command mergeCommand = {"merge",
                              "DIR... --out DIR [--force]",
                              "Puts the parts of a study together that `run --shard` made.",
                              Run};

} // namespace simulator
