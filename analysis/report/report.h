// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_REPORT_H
#define ANALYSIS_REPORT_H

#include "analysis/report/page.h"
#include "analysis/report/study.h"

#include <filesystem>
#include <string>

namespace analysis
{

/// What a results directory holds, as variants to compare.
/// \param title shown as the name of the study
/// \throw ReadFailure
Study ReadStudy(const std::filesystem::path& directory, const std::string& title);

/// The page of a study (MakePage). \throw ReadFailure if its manifest is not what `run` writes
std::string MakeReport(const Study& study, const PageAssets& assets);

} // namespace analysis

#endif // ANALYSIS_REPORT_H
