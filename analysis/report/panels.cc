// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/panel.h"
#include "analysis/report/panels/head-panel.h"
#include "analysis/report/panels/repeat-panel.h"

namespace analysis
{

const std::vector<Panel>&
GetPanels()
{
    static const std::vector<Panel> panels = {headPanel, repeatPanel};
    return panels;
}

} // namespace analysis
