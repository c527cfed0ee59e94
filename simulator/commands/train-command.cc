// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/train-command.h"

#include "analysis/number-format.h"
#include "nn/input-error.h"
#include "nn/network/network-file.h"
#include "nn/network/trainer.h"
#include "nn/network/validation-split.h"
#include "simulator/commands/network-report.h"
#include "simulator/commands/options.h"
#include "simulator/commands/progress-line.h"
#include "simulator/commands/resumable-training.h"
#include "simulator/commands/whole-number.h"
#include "simulator/scenario/network-parser.h"

#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <iostream>
#include <limits>

namespace simulator
{

namespace
{

namespace po = boost::program_options;

const char* const checkpointSuffix = ".checkpoint";

po::options_description
MakeOptions()
{
    po::options_description options;
    auto add = options.add_options();
    add("out", po::value<std::string>()->value_name("FILE"), "the .npz file to write");
    add("seed",
        po::value<std::string>()->value_name("N"),
        "of initial weights and shuffling, in place of the file's");
    add("epochs", po::value<std::string>()->value_name("N"), "in place of the file's");
    add("jobs",
        po::value<std::string>()->value_name("N")->default_value("1"),
        "threads; the network does not depend on it");
    add("resume",
        po::bool_switch(),
        "go on from FILE.checkpoint, which a training that was ended leaves behind; from the "
        "beginning if there is none");
    add("checkpoint-every",
        po::value<std::string>()->value_name("N")->default_value("10"),
        "seconds between two checkpoints; 0: after each step");
    return options;
}

/// Fails before the training rather than after it.
void
CheckWritable(const std::string& out)
{
    const std::filesystem::path path = out;
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    std::error_code error;
    const bool isFile = std::filesystem::is_regular_file(path, error);
    const bool isNew = !std::filesystem::exists(path, error) && path.has_filename();
    if ((!isFile && !isNew) || !std::filesystem::is_directory(folder, error) ||
        access(folder.c_str(), W_OK | X_OK) != 0)
    {
        throw nn::InputError("--out: '" + out +
                             "' cannot be written, expected a file in a folder that is there");
    }
}

std::uint64_t
GetWhole(const po::variables_map& values,
         const std::string& option,
         std::uint64_t least,
         std::uint64_t greatest)
{
    return ParseWhole(option, values[option].as<std::string>(), least, greatest);
}

NetworkPlan
MakePlan(const po::variables_map& values)
{
    const std::vector<std::string> operands = GetOperands(values);
    if (operands.size() != 1 || values.count("out") == 0)
    {
        throw nn::InputError("ddnnsim train: expected one network file and --out FILE");
    }
    NetworkPlan plan = ParseNetworkFile(operands[0]);
    if (values.count("seed") > 0)
    {
        plan.training.seed = GetWhole(values, "seed", 0, std::numeric_limits<std::uint64_t>::max());
    }
    if (values.count("epochs") > 0)
    {
        plan.training.epochs = static_cast<int>(GetWhole(values, "epochs", 0, 1'000'000));
    }
    CheckWritable(values["out"].as<std::string>());
    return plan;
}

/// Goes on from the checkpoint, if there is one and that is wanted; says what surprises.
void
Begin(ResumableTraining& training, const po::variables_map& values)
{
    const bool resume = values["resume"].as<bool>();
    if (training.HasCheckpoint() && resume)
    {
        training.Resume();
    }
    else if (training.HasCheckpoint())
    {
        std::cerr << "ddnnsim: a checkpoint is there and not used (--resume goes on from it)\n";
    }
    else if (resume)
    {
        std::cerr << "ddnnsim: no checkpoint is there, training from the beginning\n";
    }
}

/// With a line on the terminal that counts epochs.
void
Train(ResumableTraining& training,
      int epochs,
      const nn::MultiViewDataSet& dataset,
      const InterruptWatch& watch)
{
    ProgressLine line;
    RemainingTime remaining;
    remaining.Describe(training.GetEpoch(), epochs);
    const auto show = [&](int epoch, double loss) {
        line.Show("epoch " + std::to_string(epoch) + " of " + std::to_string(epochs) + ", loss " +
                  analysis::FormatFixed(loss, 4) + remaining.Describe(epoch, epochs));
    };
    training.Train(dataset, show, watch);
}

/// Trains the network and writes it.
void
MakeNetwork(const nn::NetworkHead& head,
            const nn::MultiViewDataSet& dataset,
            const po::variables_map& values,
            nn::HierarchicalNetwork& network)
{
    const std::string out = values["out"].as<std::string>();
    const std::chrono::seconds interval(GetWhole(values, "checkpoint-every", 0, 1'000'000));
    ResumableTraining training(head, network, {out + checkpointSuffix, interval});
    training.SetJobs(static_cast<int>(GetWhole(values, "jobs", 1, 1024)));
    Begin(training, values);
    const InterruptWatch watch;
    Train(training, head.origin.training.epochs, dataset, watch);
    nn::SaveNetwork(out, network, head.origin, dataset);
    training.RemoveCheckpoint();
}

/// The file has been checked with another shape of views.
void
CheckNetwork(const NetworkPlan& plan, const nn::MultiViewDataSet& dataset)
{
    try
    {
        plan.network.Validate();
    }
    catch (const nn::InputError& error)
    {
        throw nn::InputError("network '" + plan.network.name + "' does not fit data set '" +
                             dataset.GetName() + "': " + error.what());
    }
    nn::CheckTrainable(plan.network, dataset);
}

int
Run(const std::vector<std::string>& arguments)
{
    const auto values = ParseOptions(trainCommand, MakeOptions(), arguments);
    if (!values)
    {
        return 0;
    }
    NetworkPlan plan = MakePlan(*values);
    const nn::MultiViewDataSet dataset = nn::LoadDataSet(plan.dataset);
    plan.network.view = dataset.GetViewShape();
    plan.network.classes = dataset.GetClasses();
    CheckNetwork(plan, dataset);
    nn::HierarchicalNetwork network(plan.network, plan.training.seed);
    const nn::TrainingSplit split = nn::SplitTraining(dataset, plan.training);
    try
    {
        const nn::NetworkOrigin origin{
            plan.training, plan.dataset, dataset.GetHash(), split.validation};
        MakeNetwork({plan.network, origin, {}}, dataset, *values, network);
    }
    catch (const Interrupted&)
    {
        std::cerr << "ddnnsim: interrupted; the same command with --resume goes on from here\n";
        return 130;
    }

    const nn::Evaluation evaluation =
        nn::Evaluate(nn::NetworkInference(network), dataset, dataset.GetTestSamples());
    std::cout << "trained network '" << plan.network.name << "' on " << split.training.size()
              << " samples of '" << dataset.GetName() << "'; accuracy on "
              << dataset.GetTestSamples().size() << " test samples:\n\n";
    PrintExits(std::cout, plan.network, evaluation);
    std::cout << "\nwritten to " << (*values)["out"].as<std::string>() << '\n';
    return 0;
}

} // namespace

const Command trainCommand = {"train",
                              "NETWORK.yaml --out FILE [--seed N] [--epochs N] [--resume] ...",
                              "Trains a hierarchical network and writes it to a file.",
                              Run};

} // namespace simulator
