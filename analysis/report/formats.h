// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_FORMATS_H
#define ANALYSIS_FORMATS_H

#include "analysis/report/study.h"

#include <string>
#include <vector>

namespace analysis
{

/// A way to write the figures of all variants as text.
struct ReportFormat
{
    const char* name;
    std::string (*write)(const Study& study);
};

/// md (a table for people), csv and json (value and ends of the 95 % interval of every metric).
const std::vector<ReportFormat>& GetReportFormats();

} // namespace analysis

#endif // ANALYSIS_FORMATS_H
