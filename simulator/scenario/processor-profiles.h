// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_PROCESSOR_PROFILES_H
#define SIMULATOR_PROCESSOR_PROFILES_H

#include "simulator/scenario/scenario.h"

#include <string>
#include <vector>

namespace simulator
{

/// The built-in processors, from the slowest to the fastest.
///
/// Rates are sustained, not peak. A binary operation is a +-1 x +-1 multiply-accumulate done by
/// XNOR and popcount on whole words; no source measures these processors on binary networks in a
/// comparable way, so binary rates are derived from the real ones by a factor that the source text
/// names. The source text says of each figure whether it is from a paper or data sheet, derived
/// from such figures, or assumed.
const std::vector<ProcessorProfile>& GetProcessorProfiles();

/// \return null if there is no profile of this name
const ProcessorProfile* FindProcessorProfile(const std::string& name);

} // namespace simulator

#endif // SIMULATOR_PROCESSOR_PROFILES_H
