// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/story-drawing.h"

#include "analysis/number-format.h"
#include "analysis/report/short-names.h"
#include "analysis/report/svg.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <vector>

namespace analysis
{

namespace
{

using nlohmann::json;

constexpr double width = 900;
constexpr double left = 84; //!< of the time axis
constexpr double right = 16;
constexpr double laneHeight = 20;
constexpr double axisHeight = 34;
constexpr std::size_t greatestLanes = 24;
constexpr double nanosecondsPerMillisecond = 1e6;

/// Lanes and the scale of time.
struct Frame
{
    std::vector<std::string> lanes;
    double end = 1; //!< ms

    double GetX(double nanoseconds) const
    {
        return left + (width - left - right) * nanoseconds / nanosecondsPerMillisecond / end;
    }

    std::optional<double> GetY(const std::string& node) const
    {
        const auto place = std::find(lanes.begin(), lanes.end(), node);
        return place == lanes.end()
                   ? std::nullopt
                   : std::optional(laneHeight * (0.5 + static_cast<double>(place - lanes.begin())));
    }
};

/// From the devices (top) to the cloud.
std::size_t
GetRank(const std::string& node)
{
    constexpr std::array<const char*, 4> tiers = {"device", "gateway", "edge", "cloud"};
    const std::string name = RemoveSite(node);
    for (std::size_t i = 0; i < tiers.size(); ++i)
    {
        if (name.rfind(tiers.at(i), 0) == 0)
        {
            return i;
        }
    }
    return tiers.size();
}

/// 1, 2 or 5 times a power of ten, four to ten of which make up the range.
double
ChooseTick(double range)
{
    const double power = std::pow(10, std::floor(std::log10(range / 4)));
    for (const double factor : {5.0, 2.0})
    {
        if (range / (factor * power) >= 4)
        {
            return factor * power;
        }
    }
    return power;
}

void
AddLane(Frame& frame, const std::string& node)
{
    if (!node.empty() && !frame.GetY(node) && frame.lanes.size() < greatestLanes)
    {
        frame.lanes.push_back(node);
    }
}

Frame
MakeFrame(const json& story, std::optional<double> decision)
{
    Frame frame;
    double last = decision.value_or(0) * 1e9;
    for (const json& view : story.at("views"))
    {
        AddLane(frame, view.at("node"));
    }
    for (const json& message : story.at("messages"))
    {
        AddLane(frame, message.at("from"));
        AddLane(frame, message.at("to"));
        const json& received = message.at("received_ns");
        last = std::max(last,
                        received.is_null() ? message.at("sent_ns").get<double>()
                                           : received.get<double>());
    }
    std::stable_sort(frame.lanes.begin(), frame.lanes.end(), [](const auto& a, const auto& b) {
        return GetRank(a) < GetRank(b);
    });
    frame.end = std::max(last / nanosecondsPerMillisecond, 1e-3) * 1.02;
    return frame;
}

void
DrawFrame(Svg& svg, const Frame& frame)
{
    const double bottom = laneHeight * static_cast<double>(frame.lanes.size());
    const Svg::Attributes grid = {{"stroke", "var(--grid)"}};
    for (const std::string& node : frame.lanes)
    {
        const double y = *frame.GetY(node);
        svg.Line(left, y, width - right, y, grid);
        svg.Text(left - 6, y + 4, RemoveSite(node), {{"text-anchor", "end"}, {"font-size", "11"}});
    }
    const double tick = ChooseTick(frame.end);
    for (int i = 0; i * tick <= frame.end; ++i)
    {
        const double at = i * tick;
        const double x = frame.GetX(at * nanosecondsPerMillisecond);
        svg.Line(x, 0, x, bottom + 4, grid);
        svg.Text(
            x, bottom + 17, FormatNumber(at), {{"text-anchor", "middle"}, {"font-size", "10"}});
    }
    svg.Text(left - 16,
             bottom + 17,
             "time (ms)",
             {{"text-anchor", "end"}, {"font-size", "10"}, {"fill", "var(--faint)"}});
}

/// Colour and dash of a kind of message.
Svg::Attributes
GetLook(const std::string& type)
{
    static const std::map<std::string, std::pair<const char*, const char*>> looks = {
        {"scores", {"var(--c2)", "none"}},
        {"features", {"var(--c0)", "none"}},
        {"answer", {"var(--c1)", "none"}},
        {"escalate", {"var(--c3)", "5 2"}},
        {"release", {"var(--c7)", "2 2"}}};
    const auto found = looks.find(type);
    const auto [colour, dash] =
        found == looks.end() ? std::pair("var(--ink)", "none") : found->second;
    return {{"stroke", colour},
            {"stroke-dasharray", dash},
            {"stroke-width", type == "features" ? "2.5" : "1.5"},
            {"fill", "none"}};
}

std::string
FormatMilliseconds(double nanoseconds)
{
    return FormatFixed(nanoseconds / nanosecondsPerMillisecond, 3) + " ms";
}

void
DrawMessage(Svg& svg, const Frame& frame, const json& message)
{
    const auto from = frame.GetY(message.at("from"));
    if (!from)
    {
        return;
    }
    const std::string type = message.at("type");
    const double sent = message.at("sent_ns");
    const double x = frame.GetX(sent);
    const std::string name = type + " of " +
                             std::to_string(message.at("bytes").get<std::uint64_t>()) + " B from " +
                             message.at("from").get<std::string>();
    const auto to = frame.GetY(message.at("to"));
    if (!to)
    {
        const std::string path = "M" + FormatPixels(x) + " " + FormatPixels(*from) +
                                 "l10 5m-3 -3l6 6m0 "
                                 "-6l-6 6";
        svg.Path(path,
                 {{"stroke", "var(--bad)"}, {"stroke-width", "2"}, {"fill", "none"}},
                 name + ", sent at " + FormatMilliseconds(sent) + ", did not arrive");
        return;
    }
    const double received = message.at("received_ns");
    svg.Path("M" + FormatPixels(x) + " " + FormatPixels(*from) + "L" +
                 FormatPixels(frame.GetX(received)) + " " + FormatPixels(*to),
             GetLook(type),
             name + " to " + message.at("to").get<std::string>() + ": " + FormatMilliseconds(sent) +
                 " to " + FormatMilliseconds(received));
}

void
DrawStage(Svg& svg, const Frame& frame, const json& stage)
{
    if (const auto y = frame.GetY(stage.at("node")))
    {
        const double begin = stage.at("begin_ns");
        const double end = stage.at("end_ns");
        svg.Rectangle(frame.GetX(begin),
                      *y - 5,
                      std::max(2.0, frame.GetX(end) - frame.GetX(begin)),
                      10,
                      {{"fill", "var(--ink)"}},
                      stage.at("node").get<std::string>() + " computes from " +
                          FormatMilliseconds(begin) + " to " + FormatMilliseconds(end));
    }
}

/// When the answer was known.
void
DrawDecision(Svg& svg, const Frame& frame, double seconds)
{
    const double x = frame.GetX(seconds * 1e9);
    const double bottom = laneHeight * static_cast<double>(frame.lanes.size());
    svg.Line(x, 0, x, bottom, {{"stroke", "var(--ink)"}, {"stroke-dasharray", "3 3"}});
    svg.Text(x,
             bottom + 30,
             "answer known",
             {{"text-anchor", x > width / 2 ? "end" : "start"}, {"font-size", "10"}});
}

} // namespace

std::string
DrawStory(const json& story, std::optional<double> decision)
{
    const Frame frame = MakeFrame(story, decision);
    Svg svg(width,
            laneHeight * static_cast<double>(frame.lanes.size()) + axisHeight,
            "Messages of this sample between " + std::to_string(frame.lanes.size()) +
                " nodes over " + FormatFixed(frame.end, 2) + " ms.");
    DrawFrame(svg, frame);
    if (decision)
    {
        DrawDecision(svg, frame, *decision);
    }
    for (const json& message : story.at("messages"))
    {
        DrawMessage(svg, frame, message);
    }
    for (const json& stage : story.at("stages"))
    {
        DrawStage(svg, frame, stage);
    }
    return svg.Finish({{"class", "gantt"}});
}

} // namespace analysis
