// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_VARIANT_TABLE_H
#define ANALYSIS_VARIANT_TABLE_H

#include "analysis/report/figure-table.h"
#include "analysis/report/study.h"

#include <cstddef>

namespace analysis
{

/// All metrics of the variants, a row each.
/// \param most rows
FigureTable MakeVariantTable(const Study& study, std::size_t most);

} // namespace analysis

#endif // ANALYSIS_VARIANT_TABLE_H
