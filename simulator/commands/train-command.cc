// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/train-command.h"

#include "analysis/number-format.h"
#include "nn/input-error.h"
#include "nn/network/network-file.h"
#include "nn/network/trainer.h"
#include "simulator/commands/network-report.h"
#include "simulator/commands/options.h"
#include "simulator/commands/whole-number.h"
#include "simulator/scenario/network-parser.h"

#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <limits>

namespace simulator
{

namespace
{

namespace po = boost::program_options;

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
    return options;
}

/// A line on the terminal that counts epochs; nothing if standard error is no terminal.
nn::Trainer::Progress
MakeProgress(int epochs)
{
    if (isatty(STDERR_FILENO) == 0)
    {
        return {};
    }
    return [epochs](int epoch, double loss) {
        std::cerr << "\repoch " << epoch << " of " << epochs << ", loss "
                  << analysis::FormatFixed(loss, 4) << (epoch == epochs ? "\n" : "  ")
                  << std::flush;
    };
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
        plan.training.seed = ParseWhole(
            "seed", values["seed"].as<std::string>(), 0, std::numeric_limits<std::uint64_t>::max());
    }
    if (values.count("epochs") > 0)
    {
        plan.training.epochs = static_cast<int>(
            ParseWhole("epochs", values["epochs"].as<std::string>(), 0, 1'000'000));
    }
    CheckWritable(values["out"].as<std::string>());
    return plan;
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
    const std::string out = (*values)["out"].as<std::string>();
    const nn::MultiViewDataSet dataset = nn::LoadDataSet(plan.dataset);
    plan.network.view = dataset.GetViewShape();
    plan.network.classes = dataset.GetClasses();
    nn::HierarchicalNetwork network(plan.network, plan.training.seed);
    network.SetJobs(
        static_cast<int>(ParseWhole("jobs", (*values)["jobs"].as<std::string>(), 1, 1024)));
    nn::Trainer(network, plan.training).Train(dataset, MakeProgress(plan.training.epochs));
    nn::SaveNetwork(out, network, {plan.training, plan.dataset, dataset.GetHash()}, dataset);

    const nn::Evaluation evaluation =
        nn::Evaluate(nn::NetworkInference(network), dataset, dataset.GetTestSamples());
    std::cout << "trained network '" << plan.network.name << "' on "
              << dataset.GetTrainingSamples().size() << " samples of '" << dataset.GetName()
              << "'; accuracy on " << dataset.GetTestSamples().size() << " test samples:\n\n";
    PrintExits(std::cout, plan.network, evaluation);
    std::cout << "\nwritten to " << out << '\n';
    return 0;
}

} // namespace

const Command trainCommand = {"train",
                              "NETWORK.yaml --out FILE [--seed N] [--epochs N] [--jobs N]",
                              "Trains a hierarchical network and writes it to a file.",
                              Run};

} // namespace simulator
