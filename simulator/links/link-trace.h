// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LINK_TRACE_H
#define SIMULATOR_LINK_TRACE_H

#include "simulator/links/link-type.h"
#include "simulator/links/trace-file.h"
#include "simulator/scenario/key-table.h"

#include <ns3/nstime.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace simulator
{

/// How a link changes over time.
struct TraceSettings
{
    std::string file;                      //!< empty: it does not
    std::shared_ptr<const TraceRows> rows; //!< of the file; many media share them
    std::optional<ns3::Time> repeat = {};  //!< when the trace begins again; none: it does not
};

/// Adds `trace` and `trace_repeat`.
void AddTraceKeys(KeyTable& table, const std::string& path, TraceSettings& trace);

/// Whether the trace is over before it begins again.
std::optional<LinkRefusal> CheckTrace(const TraceSettings& trace);

/// Brings the rows of a trace to a link when their times come.
class TracePlayer
{
  public:
    using Apply = std::function<void(const TraceRow&)>;

    /// \param trace with rows
    TracePlayer(const TraceSettings& trace, Apply apply);
    TracePlayer(const TracePlayer&) = delete;
    TracePlayer& operator=(const TracePlayer&) = delete;

    /// \param firstCapture from which times count; not in the past
    void Begin(ns3::Time firstCapture);

  private:
    void ScheduleNext();
    void Play();

    TraceSettings m_trace;
    Apply m_apply;
    ns3::Time m_begin;
    std::size_t m_next = 0; //!< row
};

} // namespace simulator

#endif // SIMULATOR_LINK_TRACE_H
