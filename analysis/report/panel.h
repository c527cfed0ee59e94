// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_PANEL_H
#define ANALYSIS_PANEL_H

#include "analysis/report/study.h"

#include <string>
#include <vector>

namespace analysis
{

/// One part of the page. Each is one file in `panels/`; panels.cc lists them.
struct Panel
{
    const char* id; //!< of the section: what links point to
    const char* title;
    /// HTML of its content, all text escaped. Empty: the study has nothing for it, it is left out.
    std::string (*render)(const Study& study);
};

/// All panels, in the order of the page.
const std::vector<Panel>& GetPanels();

} // namespace analysis

#endif // ANALYSIS_PANEL_H
