// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/dataset-command.h"

#include "analysis/table.h"
#include "nn/data/data-set-file.h"
#include "nn/data/data-set-source.h"
#include "nn/input-error.h"
#include "simulator/commands/contact-sheet.h"
#include "simulator/commands/options.h"
#include "simulator/scenario/text.h"

#include <cstdio>
#include <iostream>
#include <limits>

namespace simulator
{

namespace
{

namespace po = boost::program_options;
using analysis::Table;
using nn::MultiViewDataSet;

const char* const street = "street";

[[noreturn]] void
Fail(const std::string& what)
{
    throw nn::InputError("ddnnsim dataset: " + what);
}

void
RequireRange(const char* option, double value, double low, double high)
{
    if (!(value >= low && value <= high)) // also if it is not a number
    {
        char text[100];
        std::snprintf(text, sizeof text, "--%s %g, expected %g to %g", option, value, low, high);
        Fail(text);
    }
}

std::uint64_t
ParseSeed(const std::string& text)
{
    constexpr std::uint64_t greatest = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t seed = 0;
    bool good = !text.empty();
    for (const char c : text)
    {
        const auto digit = static_cast<std::uint64_t>(c - '0');
        good = good && c >= '0' && c <= '9' && seed <= (greatest - digit) / 10;
        seed = good ? seed * 10 + digit : 0;
    }
    if (!good)
    {
        Fail("--seed " + Quote(text) + ", expected a whole number from 0 to 2^64 - 1");
    }
    return seed;
}

po::options_description
MakeOptions()
{
    po::options_description options;
    auto add = options.add_options();
    add("out", po::value<std::string>(), "street: the .npz file to write");
    add("png", po::value<std::string>(), "show: also draw a contact sheet into this file");
    add("seed",
        po::value<std::string>()->default_value("1"),
        "of the renderer; of the split of a file that holds none");
    add("noise",
        po::value<double>()->default_value(1, "1"),
        "street: factor on the cameras' sensor noise, 0 to 10");
    add("clutter",
        po::value<int>()->default_value(9),
        "street: greatest number of other objects in a scene, 0 to 50");
    add("occlusion",
        po::value<double>()->default_value(0.65, "0.65"),
        "street: greatest hidden share of an object that still counts as seen, 0 to 1");
    return options;
}

/// For files, difficulty means nothing: naming it is a mistake.
void
RejectDifficulty(const po::variables_map& values)
{
    for (const char* const option : {"noise", "clutter", "occlusion"})
    {
        if (!values[option].defaulted())
        {
            Fail(std::string("--") + option + " is for the data set 'street' only");
        }
    }
}

nn::DataSetSource
MakeSource(const std::string& name, const po::variables_map& values)
{
    nn::DataSetSource source;
    source.source = name;
    source.seed = ParseSeed(values["seed"].as<std::string>());
    source.noise = values["noise"].as<double>();
    source.clutter = values["clutter"].as<int>();
    source.occlusion = values["occlusion"].as<double>();
    RequireRange("noise", source.noise, 0, 10);
    RequireRange("clutter", source.clutter, 0, 50);
    RequireRange("occlusion", source.occlusion, 0, 1);
    if (name != street)
    {
        RejectDifficulty(values);
    }
    return source;
}

void
PrintSummary(const MultiViewDataSet& dataset)
{
    const bool synthetic = dataset.GetName() == street;
    const nn::ViewShape view = dataset.GetViewShape();
    std::cout << (synthetic ? "synthetic " : "") << "data set '" << dataset.GetName() << "'\n"
              << dataset.GetSampleCount() << " samples: " << dataset.GetTrainingSamples().size()
              << " training, " << dataset.GetTestSamples().size() << " test\n"
              << dataset.GetCameraCount() << " cameras, views of " << view.channels << " x "
              << view.height << " x " << view.width << "\nhash " << dataset.GetHash() << "\n";
}

Table
MakeTable(const std::string& first, const MultiViewDataSet& dataset, const std::string& last)
{
    std::vector<Table::Column> columns = {{first, "", Table::Align::Left}};
    for (const std::string& name : dataset.GetClasses())
    {
        columns.push_back({name, ""});
    }
    columns.push_back({last, ""});
    return Table(columns);
}

/// Row of a table: what it is about, a count per class, and one more count.
std::vector<std::string>
MakeRow(const std::string& first, const std::vector<int>& counts, int last)
{
    std::vector<std::string> row = {first};
    for (const int count : counts)
    {
        row.push_back(std::to_string(count));
    }
    row.push_back(std::to_string(last));
    return row;
}

void
PrintCameras(const MultiViewDataSet& dataset)
{
    Table table = MakeTable("camera", dataset, "absent");
    for (int camera = 0; camera < dataset.GetCameraCount(); ++camera)
    {
        std::vector<int> counts(dataset.GetClasses().size(), 0);
        int absent = 0;
        for (int sample = 0; sample < dataset.GetSampleCount(); ++sample)
        {
            const int label = dataset.GetViewLabel(sample, camera);
            ++(label == MultiViewDataSet::absent ? absent : counts[label]);
        }
        table.AddRow(MakeRow(std::to_string(camera + 1), counts, absent));
    }
    table.Write(std::cout);
}

void
PrintSplits(const MultiViewDataSet& dataset)
{
    Table table = MakeTable("split", dataset, "samples");
    const auto addSplit = [&](const char* name, const std::vector<int>& samples) {
        std::vector<int> counts(dataset.GetClasses().size(), 0);
        for (const int sample : samples)
        {
            ++counts[dataset.GetLabel(sample)];
        }
        table.AddRow(MakeRow(name, counts, static_cast<int>(samples.size())));
    };
    addSplit("training", dataset.GetTrainingSamples());
    addSplit("test", dataset.GetTestSamples());
    table.Write(std::cout);
}

void
Show(const std::string& name, const po::variables_map& values)
{
    if (values.count("out") > 0)
    {
        Fail("--out is for 'street' only");
    }
    const MultiViewDataSet dataset = LoadDataSet(MakeSource(name, values));
    PrintSummary(dataset);
    std::cout << '\n';
    PrintSplits(dataset);
    std::cout << '\n';
    PrintCameras(dataset);
    if (values.count("png") > 0)
    {
        ContactSheet(dataset).WritePng(values["png"].as<std::string>());
    }
}

void
WriteStreet(const po::variables_map& values)
{
    if (values.count("png") > 0)
    {
        Fail("--png is for 'show' only");
    }
    if (values.count("out") == 0)
    {
        Fail("option --out is missing, expected the .npz file to write");
    }
    const std::string path = values["out"].as<std::string>();
    const MultiViewDataSet dataset = LoadDataSet(MakeSource(street, values));
    SaveDataSet(path, dataset);
    PrintSummary(dataset);
    std::cout << "written to " << path << '\n';
}

int
Run(const std::vector<std::string>& arguments)
{
    const auto values = ParseOptions(datasetCommand, MakeOptions(), arguments);
    if (!values)
    {
        return 0;
    }
    const std::vector<std::string> operands = GetOperands(*values);
    if (operands.size() == 1 && operands[0] == street)
    {
        WriteStreet(*values);
    }
    else if (operands.size() == 2 && operands[0] == "show")
    {
        Show(operands[1], *values);
    }
    else
    {
        Fail("expected 'street --out FILE', 'show street' or 'show FILE'");
    }
    return 0;
}

} // namespace

const Command datasetCommand = {
    "dataset",
    "street --out FILE | show FILE|street [--png FILE]",
    "Makes the synthetic data set 'street', or tells what a data set holds and draws it.",
    Run};

} // namespace simulator
