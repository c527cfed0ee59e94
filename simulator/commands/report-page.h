// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_REPORT_PAGE_H
#define SIMULATOR_REPORT_PAGE_H

#include <filesystem>
#include <string>

namespace simulator
{

/// Whether this program can make report.html: it was built with what the page needs.
bool CanMakeReport();

/// What is said when it cannot.
extern const char* const noReportText;

/// Text of report.html, made from the other files of a results directory.
/// \param title of the page: the name of the directory as people know it
/// \throw analysis::ReadFailure
std::string MakeReportPage(const std::filesystem::path& directory, const std::string& title);

/// The last part of a path, behind which there may be a slash.
std::string GetTitle(const std::filesystem::path& directory);

} // namespace simulator

#endif // SIMULATOR_REPORT_PAGE_H
