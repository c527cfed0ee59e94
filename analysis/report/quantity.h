// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_QUANTITY_H
#define ANALYSIS_QUANTITY_H

#include <optional>
#include <string>

namespace analysis
{

/// A number with its unit, as scenarios spell it.
struct Quantity
{
    double value = 0; //!< in the base unit
    std::string unit; //!< base unit: bps, s, W, ...; empty: none
};

/// "64kbps" is 64000 bps, "40ms" 0.04 s, "0.8" just that. Units that are not known stay as they
/// are. \return none if the text does not begin with a number
std::optional<Quantity> ParseQuantity(const std::string& text);

} // namespace analysis

#endif // ANALYSIS_QUANTITY_H
