// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_LOGGING_H
#define DDNN_LOGGING_H

#include "models/ddnn-message.h"

#include <iosfwd>

namespace ns3::ddnn
{

/// Whether the NS_LOG messages of this module are there: in Debug builds. Those of ns-3 itself are
/// there if its libraries were built with them.
bool IsLoggingCompiledIn();

// For log messages, with the numbers of the csv files: "sample 3 of site 1", "local".

std::ostream& operator<<(std::ostream& stream, const SampleId& id);
/// The exit at the end of a tier.
std::ostream& operator<<(std::ostream& stream, Tier tier);

} // namespace ns3::ddnn

#endif // DDNN_LOGGING_H
