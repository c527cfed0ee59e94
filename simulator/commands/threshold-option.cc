// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/threshold-option.h"

#include "analysis/number-format.h"
#include "nn/data/quote.h"
#include "nn/input-error.h"
#include "nn/network/hierarchical-network.h"
#include "nn/network/threshold-search.h"

#include <boost/lexical_cast/try_lexical_convert.hpp>

#include <algorithm>
#include <optional>
#include <set>

namespace simulator
{

namespace
{

namespace po = boost::program_options;
using analysis::FormatFixed;
using analysis::FormatNumber;

const std::string exitsPrefix = "exits=";

double
GetThreshold(const po::variables_map& values, const std::string& option)
{
    const double threshold = values[option].as<double>();
    if (!(threshold >= 0 && threshold <= 1)) // also if it is not a number
    {
        throw nn::InputError("--" + option + ": found " + FormatNumber(threshold) +
                             ", expected 0 to 1");
    }
    return threshold;
}

/// The share of --search exits=SHARE; nothing: accuracy.
std::optional<double>
ParseSearch(const std::string& text)
{
    if (text == "accuracy")
    {
        return std::nullopt;
    }
    double share = -1;
    if (text.rfind(exitsPrefix, 0) == 0 &&
        !boost::conversion::try_lexical_convert(text.substr(exitsPrefix.size()), share))
    {
        share = -1;
    }
    if (!(share >= 0 && share <= 1))
    {
        throw nn::InputError("--search: found " + nn::Quote(text) +
                             ", expected accuracy or exits=SHARE, a share from 0 to 1");
    }
    return share;
}

void
CheckSearchable(const nn::NetworkFile& file)
{
    const nn::NetworkDescription& network = file.network->GetDescription();
    if (!network.HasLocalExit() && !network.HasEdges())
    {
        throw nn::InputError("--search: the network has no exit but the cloud's, expected one that "
                             "has a threshold");
    }
    if (file.origin.validation.empty())
    {
        throw nn::InputError("--search: the network has no validation samples, expected one that "
                             "was trained with the key training.validation, such as 0.1");
    }
}

/// Validation samples that are what they were when the network was trained.
void
CheckValidation(const nn::NetworkFile& file, const nn::MultiViewDataSet& dataset)
{
    const std::vector<int>& validation = file.origin.validation;
    const std::vector<int>& training = dataset.GetTrainingSamples();
    const std::set<int> known(training.begin(), training.end());
    const bool all = std::all_of(validation.begin(), validation.end(), [&known](int sample) {
        return known.count(sample) > 0;
    });
    if (!all || dataset.GetHash() != file.origin.datasetHash)
    {
        throw nn::InputError("--search: data set '" + dataset.GetName() +
                             "' is not the one that the network was trained on, expected it for "
                             "its validation samples");
    }
}

void
PrintSearch(std::ostream& stream,
            const nn::Evaluation& evaluation,
            const nn::Thresholds& thresholds)
{
    const nn::NetworkDescription& network = evaluation.GetDescription();
    const nn::ThresholdResult result = evaluation.GetResult(thresholds);
    stream << "Search on " << evaluation.GetSamples().size() << " validation samples: threshold";
    if (network.HasLocalExit())
    {
        stream << " local " << FormatNumber(thresholds.local);
    }
    if (network.HasEdges())
    {
        stream << (network.HasLocalExit() ? "," : "") << " edge " << FormatNumber(thresholds.edge);
    }
    stream << ".\nThere: accuracy " << FormatFixed(100 * result.accuracy, 1) << " %; "
           << FormatFixed(100 * result.local, 1) << " % leave locally, "
           << FormatFixed(100 * result.edge, 1) << " % at the edge.\n\n";
}

} // namespace

void
AddThresholdOptions(po::options_description& options)
{
    auto add = options.add_options();
    add("threshold",
        po::value<double>()->value_name("T")->default_value(0.8, "0.8"),
        "of the local exit, 0 to 1");
    add("edge-threshold",
        po::value<double>()->value_name("T")->default_value(0.8, "0.8"),
        "of the edge exit, 0 to 1");
    add("search",
        po::value<std::string>()->value_name("accuracy|exits=0.75"),
        "find the thresholds on the validation samples: the best accuracy, or this share of "
        "samples that leave at the first exit");
}

bool
HasSearch(const po::variables_map& values, const nn::NetworkFile& file)
{
    if (values.count("search") == 0)
    {
        return false;
    }
    CheckSearchable(file);
    const bool accuracy = !ParseSearch(values["search"].as<std::string>());
    for (const std::string option : {"threshold", "edge-threshold"})
    {
        if (!values[option].defaulted() && (accuracy || option == "threshold"))
        {
            throw nn::InputError("--search: finds what --" + option +
                                 " gives, expected one of the two");
        }
    }
    return true;
}

nn::Thresholds
GetThresholds(const po::variables_map& values)
{
    return {GetThreshold(values, "threshold"), GetThreshold(values, "edge-threshold")};
}

nn::Thresholds
SearchThresholds(const po::variables_map& values,
                 const nn::NetworkFile& file,
                 const nn::NetworkInference& network,
                 const nn::MultiViewDataSet& dataset,
                 std::ostream& report)
{
    CheckValidation(file, dataset);
    const nn::Evaluation evaluation = nn::Evaluate(network, dataset, file.origin.validation);
    nn::Thresholds thresholds = GetThresholds(values);
    if (const auto share = ParseSearch(values["search"].as<std::string>()))
    {
        double& first =
            network.GetDescription().HasLocalExit() ? thresholds.local : thresholds.edge;
        first = std::max(0.0, nn::GetThresholdForShare(evaluation, *share));
    }
    else
    {
        thresholds = nn::FindMostAccurateThresholds(evaluation);
    }
    PrintSearch(report, evaluation, thresholds);
    return thresholds;
}

} // namespace simulator
