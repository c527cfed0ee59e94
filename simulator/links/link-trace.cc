// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/link-trace.h"

#include "simulator/scenario/key-types.h"
#include "simulator/scenario/quantity.h"
#include "simulator/scenario/text-keys.h"

#include <ns3/simulator.h>

#include <utility>

namespace simulator
{

namespace
{

Key
MakeFileKey(const std::string& path, TraceSettings& trace)
{
    Key key = MakePathKey(path,
                          trace.file,
                          "How rate, delay and loss change over time: a csv file with the columns "
                          "time (since the first capture), rate, delay, loss.");
    key.defaultText = "none";
    key.read = [&trace, readPath = key.read](const Value& value) {
        readPath(value);
        trace.rows = std::make_shared<const TraceRows>(ReadTraceFile(trace.file));
    };
    key.write = [&trace]() { return trace.file.empty() ? "" : QuoteYaml(trace.file); };
    return key;
}

} // namespace

void
AddTraceKeys(KeyTable& table, const std::string& path, TraceSettings& trace)
{
    table.Add(MakeFileKey(JoinPath(path, "trace"), trace));
    table.Add(MakeTimeKey(JoinPath(path, "trace_repeat"),
                          trace.repeat,
                          {ns3::NanoSeconds(1), ns3::Hours(24 * 365)},
                          "never",
                          "Time after which the trace begins again."));
}

std::optional<LinkRefusal>
CheckTrace(const TraceSettings& trace)
{
    if (!trace.repeat)
    {
        return std::nullopt;
    }
    if (!trace.rows)
    {
        return LinkRefusal{"trace_repeat", "there is no trace to repeat, expected the key trace"};
    }
    const ns3::Time last = trace.rows->back().time;
    if (*trace.repeat <= last)
    {
        return LinkRefusal{"trace_repeat",
                           "the trace begins again before it is over, expected more than " +
                               FormatTime(last)};
    }
    return std::nullopt;
}

TracePlayer::TracePlayer(const TraceSettings& trace, Apply apply)
    : m_trace(trace), m_apply(std::move(apply))
{
}

void
TracePlayer::Begin(ns3::Time firstCapture)
{
    m_begin = firstCapture;
    ScheduleNext();
}

void
TracePlayer::ScheduleNext()
{
    if (m_next == m_trace.rows->size())
    {
        if (!m_trace.repeat)
        {
            return;
        }
        m_next = 0;
        m_begin += *m_trace.repeat;
    }
    const ns3::Time time = m_begin + m_trace.rows->at(m_next).time;
    ns3::Simulator::Schedule(time - ns3::Simulator::Now(), &TracePlayer::Play, this);
}

void
TracePlayer::Play()
{
    m_apply(m_trace.rows->at(m_next));
    ++m_next;
    ScheduleNext();
}

} // namespace simulator
