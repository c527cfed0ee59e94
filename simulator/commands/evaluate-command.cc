// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/evaluate-command.h"

#include "analysis/number-format.h"
#include "nn/input-error.h"
#include "nn/network/hierarchical-network.h"
#include "nn/network/network-file.h"
#include "simulator/commands/network-report.h"
#include "simulator/commands/options.h"
#include "simulator/commands/threshold-option.h"
#include "simulator/commands/whole-number.h"

#include <fstream>
#include <iostream>
#include <limits>
#include <set>
#include <sstream>

namespace simulator
{

namespace
{

namespace po = boost::program_options;
using analysis::FormatFixed;
using analysis::FormatNumber;

po::options_description
MakeOptions()
{
    po::options_description options;
    auto add = options.add_options();
    add("dataset",
        po::value<std::string>()->value_name("street|FILE"),
        "default: what the network was trained on");
    add("dataset-seed",
        po::value<std::string>()->value_name("N"),
        "of the renderer; of the split of a file that holds none");
    add("missing",
        po::value<std::string>()->value_name("3,5"),
        "devices that have failed, counted from 1");
    add("samples",
        po::value<std::string>()->value_name("FILE.csv"),
        "also write one line per test sample");
    AddThresholdOptions(options);
    return options;
}

nn::DataSetSource
GetSource(const po::variables_map& values, const nn::DataSetSource& recorded)
{
    nn::DataSetSource source = recorded;
    if (values.count("dataset") > 0)
    {
        source = {};
        source.source = values["dataset"].as<std::string>();
    }
    if (values.count("dataset-seed") > 0)
    {
        source.seed = ParseWhole("dataset-seed",
                                 values["dataset-seed"].as<std::string>(),
                                 0,
                                 std::numeric_limits<std::uint64_t>::max());
    }
    return source;
}

/// Indices of the devices that the user calls failed.
std::vector<int>
GetMissing(const po::variables_map& values, int devices)
{
    std::vector<int> missing;
    if (values.count("missing") > 0)
    {
        for (const std::uint64_t device :
             ParseWholeList("missing", values["missing"].as<std::string>(), 1, devices))
        {
            missing.push_back(static_cast<int>(device) - 1);
        }
        if (std::set<int>(missing.begin(), missing.end()).size() ==
            static_cast<std::size_t>(devices))
        {
            throw nn::InputError("--missing: names all devices, expected at least one left");
        }
    }
    return missing;
}

/// An entropy, or an empty field.
std::string
FormatEntropy(double entropy)
{
    return entropy < 0 ? "" : FormatNumber(entropy);
}

std::string
GetExitName(const nn::Answer& answer)
{
    if (answer.prediction < 0)
    {
        return "lost";
    }
    switch (answer.exit)
    {
    case nn::Answer::Exit::Local:
        return "local";
    case nn::Answer::Exit::Edge:
        return "edge";
    case nn::Answer::Exit::Cloud:
        break;
    }
    return "cloud";
}

/// One line per sample, in the order of the test split. Classes are numbers; an entropy that was
/// not computed, or the prediction of a lost sample, is an empty field.
void
WriteSamples(const std::string& path,
             const nn::Evaluation& evaluation,
             const nn::Thresholds& thresholds)
{
    std::ofstream file(path);
    file << "sample,label,prediction,exit,entropy_local,entropy_edge\n";
    int index = 0;
    for (const nn::SampleEvaluation& sample : evaluation.GetSamples())
    {
        const nn::Answer answer = evaluation.GetAnswer(sample, thresholds);
        file << index++ << ',' << sample.label << ','
             << (answer.prediction < 0 ? "" : std::to_string(answer.prediction)) << ','
             << GetExitName(answer) << ',' << FormatEntropy(answer.localEntropy) << ','
             << FormatEntropy(answer.edgeEntropy) << '\n';
    }
    file.close();
    if (!file)
    {
        throw nn::InputError(path + ": cannot be written");
    }
}

void
PrintEvaluation(const nn::NetworkInference& network,
                const nn::Evaluation& evaluation,
                const nn::Thresholds& thresholds)
{
    const nn::NetworkDescription& description = network.GetDescription();
    const nn::ThresholdResult result = evaluation.GetResult(thresholds);
    std::cout << "All samples leave at one exit:\n\n";
    PrintExits(std::cout, description, evaluation);
    if (description.HasLocalExit() || description.HasEdges())
    {
        std::cout << "\nThresholds local " << FormatNumber(thresholds.local) << ", edge "
                  << FormatNumber(thresholds.edge) << ": overall accuracy "
                  << FormatFixed(100 * result.accuracy, 1) << " %; "
                  << FormatFixed(100 * result.local, 1) << " % leave locally,\n"
                  << FormatFixed(100 * result.edge, 1) << " % at the edge; "
                  << FormatFixed(result.bytes, 1)
                  << " bytes per device and sample (Eq. (1)).\n"
                     "Other thresholds of the first exit:\n\n";
        PrintThresholds(std::cout, description, evaluation, thresholds.edge);
    }
    if (description.HasLocalExit())
    {
        std::cout << "\nEach device alone (a blank view is an error; of the views it sees):\n\n";
        PrintDevices(std::cout, description, evaluation);
    }
    std::cout << "\nPacked parameters, and multiply-accumulates of one sample:\n\n";
    PrintSections(std::cout, network);
}

int
Run(const std::vector<std::string>& arguments)
{
    const auto values = ParseOptions(evaluateCommand, MakeOptions(), arguments);
    if (!values)
    {
        return 0;
    }
    const std::vector<std::string> operands = GetOperands(*values);
    if (operands.size() != 1)
    {
        throw nn::InputError("ddnnsim evaluate: expected one network file (.npz)");
    }
    nn::Thresholds thresholds = GetThresholds(*values);
    const nn::NetworkFile file = nn::LoadNetwork(operands[0]);
    const bool search = HasSearch(*values, file);
    const nn::NetworkInference network(*file.network);
    const std::vector<int> missing = GetMissing(*values, network.GetDescription().GetDeviceCount());
    const nn::MultiViewDataSet dataset =
        nn::LoadDataSet(GetSource(*values, file.origin.dataset),
                        search ? nn::DataSetPart::All : nn::DataSetPart::TestOnly);
    std::ostringstream found;
    if (search)
    {
        thresholds = SearchThresholds(*values, file, network, dataset, found);
    }
    const nn::Evaluation evaluation =
        nn::Evaluate(network, dataset, dataset.GetTestSamples(), missing);
    std::cout << "network '" << network.GetDescription().name << "' on "
              << dataset.GetTestSamples().size() << " test samples of '" << dataset.GetName()
              << "'\n\n"
              << found.str();
    PrintEvaluation(network, evaluation, thresholds);
    if (file.origin.training.calibration != nn::Calibration::None)
    {
        std::cout
            << "\nExpected calibration error (15 bins) without and with the temperatures:\n\n";
        PrintCalibration(std::cout, evaluation, file.network->GetTemperatures());
    }
    if (values->count("samples") > 0)
    {
        WriteSamples((*values)["samples"].as<std::string>(), evaluation, thresholds);
    }
    return 0;
}

} // namespace

const Command evaluateCommand = {
    "evaluate",
    "NETWORK.npz [--dataset street|FILE] [--threshold T] [--search accuracy] [--missing 3,5] ...",
    "Tells the accuracy of every exit, thresholds, bytes and memory of a trained network.",
    Run};

} // namespace simulator
