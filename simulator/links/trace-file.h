// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_TRACE_FILE_H
#define SIMULATOR_TRACE_FILE_H

#include <ns3/data-rate.h>
#include <ns3/nstime.h>

#include <optional>
#include <string>
#include <vector>

namespace simulator
{

/// From a moment on, a link has these properties; those that are not given stay as they are.
struct TraceRow
{
    ns3::Time time; //!< since the first capture
    std::optional<ns3::DataRate> rate;
    std::optional<ns3::Time> delay;
    std::optional<double> loss;
};

using TraceRows = std::vector<TraceRow>; //!< times increase

/// Reads how a link changes over time: comma-separated values, quantities with units.
///
///     # measured on the way home
///     time,rate,delay,loss
///     0s,10Mbps,20ms,0
///     1.5s,2Mbps,,0.01
///
/// The first line names the columns: `time` and at least one of `rate`, `delay` and `loss`, in any
/// order. An empty field leaves the property as it is. Empty lines, and lines that begin with #,
/// are passed over.
/// \throw nn::InputError with file, line and column
TraceRows ReadTraceFile(const std::string& path);

} // namespace simulator

#endif // SIMULATOR_TRACE_FILE_H
