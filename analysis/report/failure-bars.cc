// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/failure-bars.h"

#include "analysis/number-format.h"
#include "analysis/report/chart.h"

#include <algorithm>
#include <map>
#include <utility>

namespace analysis
{

namespace
{

using nlohmann::json;

constexpr std::size_t greatestRows = 24; //!< targets and kinds of one variant
constexpr std::size_t greatestLanes = 3;
constexpr double laneHeight = 13; //!< pixels

std::string
DescribeEnd(const StudyFailure& failure)
{
    return failure.end ? FormatFixed(*failure.end, 3) + " s" : "the end";
}

/// Places the bars of one variant.
class BarPlacer
{
  public:
    BarPlacer(FailureBars& out, std::size_t variant, const TimeSpan& span, std::size_t most)
        : m_out(out), m_variant(variant), m_span(span), m_most(most)
    {
    }

    void Place(const StudyFailure& failure)
    {
        const double from = std::max(failure.begin, m_span.begin);
        const double to = std::min(failure.end.value_or(m_span.end), m_span.end);
        const std::string name = failure.target + " " + failure.kind;
        const auto row = m_rows.emplace(name, m_rows.size() + 1).first;
        if (to < from || row->second > greatestRows || ++m_bars > m_most)
        {
            ++m_out.notDrawn;
            return;
        }
        const std::string label = std::to_string(row->second) + "  " + name;
        m_out.bars.push_back(
            {{"variant", m_variant},
             {"row", row->second},
             {"lane", ChooseLane(from, to)},
             {"label", label},
             {"from", from},
             {"to", to},
             {"text", FormatFixed(failure.begin, 3) + " s to " + DescribeEnd(failure)}});
        AddMark(label, failure.detected, "suspected");
        AddMark(label, failure.recovered, "trusted again");
    }

  private:
    /// The first lane that is free from then on.
    int ChooseLane(double from, double to)
    {
        for (std::size_t lane = 0; lane < greatestLanes; ++lane)
        {
            if (m_busy.size() == lane)
            {
                m_busy.push_back(m_span.begin);
            }
            if (m_busy[lane] <= from)
            {
                m_busy[lane] = to;
                m_out.lanes = std::max(m_out.lanes, lane + 1);
                return static_cast<int>(lane);
            }
        }
        return -1;
    }

    void AddMark(const std::string& label, std::optional<double> at, const char* series)
    {
        if (at && *at <= m_span.end)
        {
            m_out.marks.push_back(
                {{"variant", m_variant}, {"label", label}, {"at", *at}, {"series", series}});
        }
    }

    FailureBars& m_out;
    std::size_t m_variant;
    TimeSpan m_span;
    std::size_t m_most;
    std::size_t m_bars = 0;
    std::map<std::string, std::size_t> m_rows; //!< by target and kind
    std::vector<double> m_busy;                //!< until when, by lane
};

/// One lane from the top: `from` and `to` are parts of it.
json
MakeLane(const char* field, double height)
{
    return {
        {"field", field},
        {"type", "quantitative"},
        {"axis", nullptr},
        {"scale", {{"domain", {0, height / laneHeight}}, {"range", {0, height}}, {"zero", false}}}};
}

} // namespace

json
MakeBarTooltip()
{
    return {{{"field", "label"}, {"title", "failure"}}, {{"field", "text"}, {"title", "time"}}};
}

TimeSpan
GetTimeSpan(const Variant& variant)
{
    TimeSpan span;
    bool isFirst = true;
    for (const StudySample& sample : variant.samples)
    {
        if (sample.run == variant.runs.front().run)
        {
            span.begin = isFirst ? sample.capture : std::min(span.begin, sample.capture);
            span.end = isFirst ? sample.capture : std::max(span.end, sample.capture);
            isFirst = false;
        }
    }
    return span;
}

FailureBars
MakeFailureBars(const Study& study)
{
    FailureBars out;
    const std::size_t most = std::max<std::size_t>(20, 1200 / study.CountShown());
    for (std::size_t i = 0; i < study.CountShown(); ++i)
    {
        const Variant& variant = study.variants[i];
        if (variant.runs.front().failures.empty())
        {
            continue;
        }
        BarPlacer placer(out, i, GetTimeSpan(variant), most);
        for (const StudyFailure& failure : variant.runs.front().failures)
        {
            placer.Place(failure);
        }
    }
    return out;
}

double
GetStripHeight(const FailureBars& failures)
{
    return failures.lanes == 0 ? 0 : laneHeight * static_cast<double>(failures.lanes) + 6;
}

json
MakeFailureStrip(const FailureBars& failures, double height)
{
    const json shade = {{"mark", {{"type", "rect"}, {"color", "var(--bad)"}, {"opacity", 0.07}}},
                        {"encoding", {{"x", MakeTimeAxis("from")}, {"x2", {{"field", "to"}}}}}};
    const json bar = {
        {"transform",
         {{{"filter", "datum.lane >= 0"}}, {{"calculate", "datum.lane + 0.85"}, {"as", "bottom"}}}},
        {"mark",
         {{"type", "rect"},
          {"color", "var(--bad)"},
          {"stroke", "var(--paper)"},
          {"strokeWidth", 0.5}}},
        {"encoding",
         {{"x", MakeTimeAxis("from")},
          {"x2", {{"field", "to"}}},
          {"y", MakeLane("lane", height)},
          {"y2", {{"field", "bottom"}}},
          {"tooltip", MakeBarTooltip()}}}};
    const json number = {
        {"transform",
         {{{"filter", "datum.lane >= 0"}},
          {{"calculate", "datum.lane + 0.45"}, {"as", "middle"}},
          {{"calculate", "(datum.from + datum.to) / 2"}, {"as", "centre"}}}},
        {"mark",
         {{"type", "text"},
          {"color", "var(--paper)"},
          {"fontSize", 10},
          {"fontWeight", 600},
          {"baseline", "middle"}}},
        {"encoding",
         {{"x", MakeTimeAxis("centre")},
          {"y", MakeLane("middle", height)},
          {"text", {{"field", "row"}}},
          {"opacity",
           {{"condition",
             {{"test", "scale('x', datum.to) - scale('x', datum.from) > 13"}, {"value", 1}}},
            {"value", 0}}},
          {"tooltip", MakeBarTooltip()}}}};
    return {{"data", {{"values", failures.bars}}},
            {"transform", json::array({MakeVariantFilter()})},
            {"layer", {shade, bar, number}}};
}

json
MakeTimeAxis(const char* field)
{
    return {{"field", field},
            {"type", "quantitative"},
            {"title", "simulated time (s)"},
            {"scale", {{"nice", false}, {"zero", false}}}};
}

json
MakeTimeConfig()
{
    return {{"axisX", {{"grid", false}}}};
}

json
MakeSpanLayer(const Study& study)
{
    json spans = json::array();
    for (std::size_t i = 0; i < study.CountShown(); ++i)
    {
        const TimeSpan span = GetTimeSpan(study.variants[i]);
        spans.push_back({{"variant", i}, {"from", span.begin}, {"to", span.end}});
    }
    return {{"data", {{"values", spans}}},
            {"transform", json::array({MakeVariantFilter()})},
            {"mark", {{"type", "rect"}, {"opacity", 0}, {"tooltip", nullptr}}},
            {"encoding", {{"x", MakeTimeAxis("from")}, {"x2", {{"field", "to"}}}}}};
}

} // namespace analysis
