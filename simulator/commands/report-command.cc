// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/report-command.h"

#include "analysis/csv-table.h"
#include "nn/input-error.h"
#include "simulator/commands/options.h"
#include "simulator/commands/report-page.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>

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

int
Run(const std::vector<std::string>& arguments)
{
    const auto values = ParseOptions(reportCommand, {}, arguments);
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
        MakePage(operands[0]);
    }
    catch (const analysis::ReadFailure& failure)
    {
        throw nn::InputError(failure.what());
    }
    return 0;
}

} // namespace

const Command reportCommand = {
    "report", "DIR", "Makes report.html of a results directory again from its files.", Run};

} // namespace simulator
