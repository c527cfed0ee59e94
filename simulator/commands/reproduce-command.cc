// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/reproduce-command.h"

#include "nn/input-error.h"
#include "simulator/commands/options.h"
#include "simulator/commands/progress-line.h"
#include "simulator/commands/whole-number.h"
#include "simulator/reproduce/experiment-report.h"
#include "simulator/reproduce/whole-file.h"
#include "simulator/scenario/text.h"
#include "simulator/study/workers.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <thread>

namespace simulator
{

namespace
{

namespace po = boost::program_options;

const char* const allExperiments = "all";

po::options_description
MakeOptions()
{
    po::options_description options;
    auto add = options.add_options();
    const auto text = [](const char* name, const char* standard) {
        return po::value<std::string>()->value_name(name)->default_value(standard);
    };
    add("seeds",
        text("N", "5"),
        "repetitions, 1 to 100: data set, initial weights and shuffling with seeds 1 to N");
    add("dataset", text("street|FILE", "street"), "built-in, or the path of an .npz file");
    add("out",
        text("DIR", "results/reproduce"),
        "csv files, and what every trained network answered: used again by the next call");
    add("jobs",
        po::value<std::string>()->value_name("N"),
        "trainings at the same time; default: number of cores");
    add("epochs", po::value<std::string>()->value_name("N"), "for a quick look; default: 100");
    return options;
}

/// The experiments that a word names.
std::vector<Experiment>
FindExperiments(const std::string& word)
{
    std::vector<std::string> names = {allExperiments};
    for (const Experiment& experiment : GetExperiments())
    {
        if (experiment.name == word)
        {
            return {experiment};
        }
        names.push_back(experiment.name);
    }
    if (word == allExperiments)
    {
        return GetExperiments();
    }
    const std::string hint = Suggest(word, names);
    throw nn::InputError("ddnnsim reproduce: unknown table or figure " + Quote(word) +
                         (hint.empty() ? ", expected " + JoinAlternatives(names) : hint));
}

std::vector<Experiment>
GetChosen(const po::variables_map& values)
{
    const std::vector<std::string> operands = GetOperands(values);
    if (operands.empty())
    {
        throw nn::InputError("ddnnsim reproduce: expected " + std::string(reproduceCommand.usage));
    }
    std::vector<Experiment> chosen;
    for (const std::string& word : operands)
    {
        for (const Experiment& experiment : FindExperiments(word))
        {
            const auto isSame = [&](const auto& other) { return other.name == experiment.name; };
            if (std::none_of(chosen.begin(), chosen.end(), isSame))
            {
                chosen.push_back(experiment);
            }
        }
    }
    return chosen;
}

int
GetWhole(const po::variables_map& values,
         const std::string& option,
         int standard,
         std::uint64_t greatest)
{
    return values.count(option) == 0 ? standard
                                     : static_cast<int>(ParseWhole(
                                           option, values[option].as<std::string>(), 1, greatest));
}

std::filesystem::path
GetFolder(const po::variables_map& values)
{
    std::filesystem::path folder = values["out"].as<std::string>();
    if (folder.empty())
    {
        throw nn::InputError("--out: found '', expected a folder");
    }
    return folder;
}

int
Reproduce(const std::vector<Experiment>& experiments, const po::variables_map& values)
{
    StudySettings settings;
    settings.source = values["dataset"].as<std::string>();
    settings.seeds = GetWhole(values, "seeds", settings.seeds, 100);
    settings.epochs = GetWhole(values, "epochs", settings.epochs, 1'000'000);
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    const int jobs = GetWhole(values, "jobs", static_cast<int>(cores), 1024);
    const std::filesystem::path out = GetFolder(values);
    const InterruptWatch watch;
    auto line = std::make_unique<ProgressLine>();
    RemainingTime remaining;
    Study study(settings, [&](int seed) {
        InterruptWatch::Check();
        line->Show("data set " + std::to_string(seed) + " of " + std::to_string(settings.seeds));
    });
    CheckAll(experiments, study);
    const TrainingStore store(out / "trainings");
    TrainingRunner runner(store, jobs, watch, [&](std::size_t done, std::size_t total) {
        line->Show("trained " + std::to_string(done) + " of " + std::to_string(total) +
                   remaining.Describe(done, total));
    });
    TrainAll(experiments, study, runner);
    line.reset();
    for (const Experiment& experiment : experiments)
    {
        Report(experiment, study, PaperNumbers(), out, std::cout);
    }
    std::cout << "Networks trained: " << runner.GetTrained()
              << "; known from earlier calls: " << runner.GetKept() << '\n';
    return 0;
}

int
Run(const std::vector<std::string>& arguments)
{
    const auto values = ParseOptions(reproduceCommand, MakeOptions(), arguments);
    if (!values)
    {
        return 0;
    }
    const std::vector<Experiment> experiments = GetChosen(*values);
    try
    {
        return Reproduce(experiments, *values);
    }
    catch (const RunFailure& failure)
    {
        std::cerr << "ddnnsim: " << failure.what() << '\n';
        return 1;
    }
    catch (const Interrupted&)
    {
        std::cerr << "ddnnsim: interrupted; finished trainings are kept for the next call\n";
        return 130;
    }
}

} // namespace

const Command reproduceCommand = {
    "reproduce",
    "table1|table2|fig6|fig7|fig8|fig9|fig10|all [--seeds N] [--dataset street|FILE] ...",
    "Makes the paper's tables and figures, and prints its numbers beside ours.",
    Run};

} // namespace simulator
