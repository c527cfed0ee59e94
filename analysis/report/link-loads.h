// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_LINK_LOADS_H
#define ANALYSIS_LINK_LOADS_H

#include "analysis/report/study.h"

#include <map>
#include <optional>
#include <string>

namespace analysis
{

/// How busy a link was, mean over the runs of a variant.
struct LinkLoad
{
    std::optional<double> utilizationUp; //!< share of the time
    std::optional<double> utilizationDown;
    double bytes = 0; //!< both directions
    double dropped = 0;
};

/// By name of the link.
std::map<std::string, LinkLoad> GetLinkLoads(const Study& study, const Variant& variant);

} // namespace analysis

#endif // ANALYSIS_LINK_LOADS_H
