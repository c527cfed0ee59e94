// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_VARIATION_H
#define ANALYSIS_VARIATION_H

#include "analysis/report/study.h"

#include <string>
#include <vector>

namespace analysis
{

/// A setting of scenarios that is a quantity and differs between variants: something to plot
/// against.
struct VariedSetting
{
    std::string path;
    std::string unit;           //!< base unit of all values
    std::vector<double> values; //!< one per variant, in the base unit
    /// Variants that differ in nothing else (but name and file) have the same word here.
    std::vector<std::string> series; //!< one per variant
};

/// Those with at least two different values in one series, in the order of their paths.
std::vector<VariedSetting> FindVariedSettings(const Study& study);

} // namespace analysis

#endif // ANALYSIS_VARIATION_H
