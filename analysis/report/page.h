// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_PAGE_H
#define ANALYSIS_PAGE_H

#include "analysis/report/study.h"

#include <string>

namespace analysis
{

/// What the page is made of besides the study.
struct PageAssets
{
    /// Mustache template. Its security policy names the hashes of the scripts below, so that no
    /// other script runs, whatever a scenario is called.
    const char* page;
    const char* style;  //!< CSS
    const char* script; //!< draws the charts with the three libraries
    const char* vega;   //!< the libraries
    const char* vegaLite;
    const char* vegaEmbed;
    const char* licences; //!< of the libraries
};

/// \return null if this program was built without them (DDNNSIM_REPORT=OFF): it makes no page
const PageAssets* GetPageAssets();

/// The report: one HTML file with everything in it, that asks for nothing from anywhere.
std::string MakePage(const Study& study, const PageAssets& assets);

} // namespace analysis

#endif // ANALYSIS_PAGE_H
