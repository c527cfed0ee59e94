// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/report-command.h"

#include "analysis/report/figures.h"
#include "analysis/report/formats.h"
#include "analysis/report/report.h"
#include "nn/input-error.h"
#include "simulator/commands/options.h"
#include "simulator/commands/png-converter.h"
#include "simulator/commands/report-page.h"
#include "simulator/scenario/text.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <optional>

namespace simulator
{

namespace
{

namespace fs = std::filesystem;
namespace po = boost::program_options;

/// Written beside its place and renamed: whoever has the old page open does not get half of a new
/// one.
void
WriteWhole(const fs::path& path, const std::string& text)
{
    fs::path temporary = path;
    temporary += ".partial-" + std::to_string(getpid());
    std::ofstream file(temporary, std::ios::binary);
    file << text;
    file.close();
    std::error_code error;
    if (file)
    {
        fs::rename(temporary, path, error);
    }
    if (!file || error)
    {
        const std::string reason = error ? error.message() : std::strerror(errno);
        fs::remove(temporary, error);
        throw nn::InputError(path.string() + ": cannot be written: " + reason);
    }
}

void
MakePage(const fs::path& directory)
{
    if (!CanMakeReport())
    {
        throw nn::InputError(std::string("ddnnsim report: ") + noReportText);
    }
    const fs::path path = directory / "report.html";
    WriteWhole(path, MakeReportPage(directory, GetTitle(directory)));
    std::cout << "Report: " << path.string() << '\n';
}

po::options_description
MakeOptions()
{
    po::options_description options;
    options.add_options()("format",
                          po::value<std::string>()->value_name("md|csv|json"),
                          "print the figures of all variants, and make no page");
    options.add_options()("figures",
                          po::value<std::string>()->value_name("FOLDER"),
                          "write figures for a paper there (SVG and PNG), and make no page");
    return options;
}

void
PrintFigures(const analysis::Study& study, const std::string& name)
{
    std::vector<std::string> names;
    for (const analysis::ReportFormat& format : analysis::GetReportFormats())
    {
        if (format.name == name)
        {
            std::cout << format.write(study);
            return;
        }
        names.emplace_back(format.name);
    }
    throw nn::InputError("ddnnsim report: unknown format " + Quote(name) + ", expected " +
                         JoinAlternatives(names));
}

void
WriteFigures(const analysis::Study& study, const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (!fs::is_directory(folder))
    {
        throw nn::InputError(folder.string() + ": cannot be made, expected a folder for figures");
    }
    const std::optional<PngConverter> converter = PngConverter::Find();
    for (const auto& [name, text] : analysis::MakeFigures(study))
    {
        const fs::path svg = folder / (name + ".svg");
        WriteWhole(svg, text);
        std::cout << "Figure: " << svg.string() << '\n';
        if (converter)
        {
            const fs::path png = folder / (name + ".png");
            converter->Convert(svg, png);
            std::cout << "Figure: " << png.string() << '\n';
        }
    }
    if (!converter)
    {
        std::cerr
            << "ddnnsim report: no PNG files: they need rsvg-convert (Debian: librsvg2-bin)\n";
    }
}

void
Report(const fs::path& directory, const po::variables_map& values)
{
    const bool onlyText = values.count("format") + values.count("figures") > 0;
    if (!onlyText)
    {
        MakePage(directory);
        return;
    }
    const analysis::Study study = analysis::ReadStudy(directory, GetTitle(directory));
    if (values.count("format") > 0)
    {
        PrintFigures(study, values["format"].as<std::string>());
    }
    if (values.count("figures") > 0)
    {
        WriteFigures(study, values["figures"].as<std::string>());
    }
}

int
Run(const std::vector<std::string>& arguments)
{
    const auto values = ParseOptions(reportCommand, MakeOptions(), arguments);
    if (!values)
    {
        return 0;
    }
    const std::vector<std::string> operands = GetOperands(*values);
    if (operands.size() != 1 || operands[0].empty())
    {
        throw nn::InputError("ddnnsim report: expected one results directory");
    }
    try
    {
        Report(operands[0], *values);
    }
    catch (const analysis::ReadFailure& failure)
    {
        throw nn::InputError(failure.what());
    }
    return 0;
}

} // namespace

const Command reportCommand = {"report",
                               "DIR [--format md|csv|json] [--figures FOLDER]",
                               "Makes report.html of a results directory again from its files.",
                               Run};

} // namespace simulator
