// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/report-page.h"

#include "analysis/report/report.h"

namespace simulator
{

namespace fs = std::filesystem;

const char* const noReportText = "no report.html: built without its charts (DDNNSIM_REPORT=OFF)";

bool
CanMakeReport()
{
    return analysis::GetPageAssets() != nullptr;
}

std::string
MakeReportPage(const fs::path& directory, const std::string& title)
{
    return analysis::MakeReport(analysis::ReadStudy(directory, title), *analysis::GetPageAssets());
}

std::string
GetTitle(const fs::path& directory)
{
    const fs::path path = fs::absolute(directory).lexically_normal();
    return (path.has_filename() ? path : path.parent_path()).filename().string();
}

} // namespace simulator
