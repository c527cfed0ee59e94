// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_VARIANT_LABELS_H
#define ANALYSIS_VARIANT_LABELS_H

#include "analysis/report/study.h"

#include <vector>

namespace analysis
{

/// Gives every variant a label: of its name, what tells it from the others. The scenario is left
/// out if all have the same; of swept paths those that do not vary, and what ShortenPaths and
/// ShortenValues leave out.
void LabelVariants(std::vector<Variant>& variants);

} // namespace analysis

#endif // ANALYSIS_VARIANT_LABELS_H
