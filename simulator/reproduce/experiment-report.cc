// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/reproduce/experiment-report.h"

#include "nn/input-error.h"
#include "simulator/reproduce/whole-file.h"

#include <sstream>

namespace simulator
{

namespace
{

constexpr std::size_t lineWidth = 80;

/// Breaks a text between words; further lines are indented.
void
PrintWrapped(std::ostream& stream, const std::string& text, const std::string& indent)
{
    std::string line;
    std::istringstream words(text);
    for (std::string word; words >> word;)
    {
        if (!line.empty() && line.size() + 1 + word.size() > lineWidth)
        {
            stream << line << '\n';
            line = indent + word;
        }
        else
        {
            line += (line.empty() ? "" : " ") + word;
        }
    }
    stream << line << '\n';
}

std::string
DescribeSeeds(int seeds)
{
    return seeds == 1 ? "seed 1" : "seeds 1 to " + std::to_string(seeds);
}

bool
IsShort(const Experiment& experiment, const Study& study)
{
    return study.GetSettings().epochs != StudySettings{}.epochs &&
           !experiment.getVariants(study).empty();
}

/// " [2 epochs]", if that is not the usual training.
std::string
GetTitleEnd(const Experiment& experiment, const Study& study)
{
    const int epochs = study.GetSettings().epochs;
    return IsShort(experiment, study)
               ? " [" + std::to_string(epochs) + (epochs == 1 ? " epoch]" : " epochs]")
               : "";
}

void
CheckVariant(const std::string& experiment, const Variant& variant, const Study& study)
{
    try
    {
        variant.network.Validate();
    }
    catch (const nn::InputError& error)
    {
        throw nn::InputError(experiment + ": data set '" + study.GetDataSet(1).GetName() +
                             "' does not fit: " + error.what());
    }
    for (int seed = 1; seed <= study.GetSettings().seeds; ++seed)
    {
        nn::CheckTrainable(variant.network, study.GetDataSet(seed));
    }
}

/// Whether the data set is of the form of the paper's: six cameras, three classes, views of 3 x 32
/// x
/// 32. Beside any other, its numbers would explain nothing.
bool
IsLikeThePapers(const nn::MultiViewDataSet& dataset)
{
    const nn::ViewShape view = dataset.GetViewShape();
    return dataset.GetCameraCount() == 6 && dataset.GetClasses().size() == 3 &&
           view.channels == 3 && view.height == 32 && view.width == 32;
}

/// What was measured, and what the cells mean.
void
PrintLegend(std::ostream& stream,
            const Experiment& experiment,
            const Study& study,
            const PaperNumbers& paper)
{
    const int seeds = study.GetSettings().seeds;
    const std::string statistic =
        seeds == 1 ? "one value"
                   : "mean ± half width of the 95 % confidence interval (Student's t)";
    const nn::MultiViewDataSet& dataset = study.GetDataSet(1);
    const bool isLike = IsLikeThePapers(dataset);
    PrintWrapped(stream,
                 "Data set '" + dataset.GetName() + "', " + DescribeSeeds(seeds) + ": " +
                     statistic + (isLike ? "; in brackets the paper's number." : "."),
                 "");
    PrintWrapped(stream,
                 isLike ? "Paper: " + paper.GetSource(experiment.name) + '.'
                        : "The paper's numbers are left out: they are of six cameras, three "
                          "classes and views of 3 x 32 x 32.",
                 "");
}

/// What is known of `street` and a full training need not hold otherwise.
void
PrintNotes(std::ostream& stream, const Experiment& experiment, const Study& study)
{
    if (IsShort(experiment, study))
    {
        stream << "\nNot a full training: these accuracies mean nothing.\n";
    }
    else if (study.GetSettings().source == nn::DataSetSource{}.source)
    {
        stream << "\nWhat differs, and why:\n";
        for (const std::string& note : experiment.notes)
        {
            PrintWrapped(stream, "- " + note, "  ");
        }
    }
}

} // namespace

void
CheckAll(const std::vector<Experiment>& experiments, const Study& study)
{
    for (const Experiment& experiment : experiments)
    {
        for (const Variant& variant : experiment.getVariants(study))
        {
            CheckVariant(experiment.name, variant, study);
        }
    }
}

void
TrainAll(const std::vector<Experiment>& experiments, Study& study, TrainingRunner& runner)
{
    std::vector<Variant> variants;
    std::size_t known = 0;
    do
    {
        known = variants.size();
        variants.clear();
        for (const Experiment& experiment : experiments)
        {
            const std::vector<Variant> needed = experiment.getVariants(study);
            variants.insert(variants.end(), needed.begin(), needed.end());
        }
        study.Train(variants, runner);
    } while (variants.size() != known);
}

void
Report(const Experiment& experiment,
       const Study& study,
       const PaperNumbers& paper,
       const std::filesystem::path& folder,
       std::ostream& stream)
{
    const bool isLike = IsLikeThePapers(study.GetDataSet(1));
    const analysis::ComparisonTable table =
        experiment.makeTable(study, isLike ? paper : PaperNumbers("{}"));
    std::ostringstream csv;
    table.WriteCsv(csv);
    const std::filesystem::path path = folder / (experiment.name + ".csv");
    WriteWholeFile(path, csv.str());
    stream << experiment.title << GetTitleEnd(experiment, study) << "\n\n";
    table.Write(stream);
    stream << '\n';
    PrintLegend(stream, experiment, study, paper);
    PrintNotes(stream, experiment, study);
    stream << "\nWritten to " << path.string() << "\n\n";
}

} // namespace simulator
