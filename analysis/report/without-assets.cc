// SPDX-License-Identifier: GPL-2.0-only
// In place of the assets that npm brings, where there are none.
#include "analysis/report/page.h"

namespace analysis
{

const PageAssets*
GetPageAssets()
{
    return nullptr;
}

} // namespace analysis
