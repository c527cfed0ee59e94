// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/trade-off-labels.h"

#include "analysis/characters.h"

#include <algorithm>
#include <cmath>

namespace analysis
{

namespace
{

constexpr double fontSize = 11;
constexpr double lineHeight = 13;

/// Points that are closer than this look like one.
constexpr double nearness = 4;

/// More names than this, or longer ones, hide what is drawn.
constexpr std::size_t mostNames = 12;
constexpr std::size_t longestName = 26;

/// Indices of points that lie on each other.
using Cluster = std::vector<std::size_t>;

std::vector<Cluster>
FindClusters(const std::vector<LabelledPoint>& points)
{
    std::vector<Cluster> clusters;
    for (std::size_t i = 0; i < points.size(); ++i)
    {
        const auto place =
            std::find_if(clusters.begin(), clusters.end(), [&](const Cluster& cluster) {
                const LabelledPoint& first = points[cluster.front()];
                return std::abs(first.x - points[i].x) < nearness &&
                       std::abs(first.y - points[i].y) < nearness;
            });
        if (place == clusters.end())
        {
            clusters.push_back({i});
        }
        else
        {
            place->push_back(i);
        }
    }
    return clusters;
}

std::string
JoinNames(const std::vector<LabelledPoint>& points, const Cluster& cluster)
{
    std::string text;
    for (const std::size_t i : cluster)
    {
        text += (text.empty() ? "" : ", ") + points[i].name;
    }
    return text;
}

std::string
JoinNumbers(const std::vector<LabelledPoint>& points, const Cluster& cluster)
{
    std::vector<std::size_t> numbers;
    numbers.reserve(cluster.size());
    for (const std::size_t i : cluster)
    {
        numbers.push_back(points[i].number);
    }
    std::sort(numbers.begin(), numbers.end());
    return FormatRanges(numbers);
}

/// \param makeText of a cluster
template <typename MakeText>
std::vector<PlacedLabel>
PlaceTexts(const std::vector<LabelledPoint>& points,
           const std::vector<Cluster>& clusters,
           LabelPlacer placer,
           MakeText makeText)
{
    std::vector<PlacedLabel> labels;
    for (const Cluster& cluster : clusters)
    {
        const std::string text = makeText(points, cluster);
        const LabelledPoint& point = points[cluster.front()];
        const auto box =
            placer.Place(point.x, point.y, EstimateTextWidth(text, fontSize), lineHeight);
        if (box)
        {
            labels.push_back({text, *box});
        }
    }
    return labels;
}

bool
AreShort(const std::vector<PlacedLabel>& labels)
{
    return std::all_of(labels.begin(), labels.end(), [](const PlacedLabel& label) {
        return CountCharacters(label.text) <= longestName;
    });
}

} // namespace

TradeOffLabels
PlaceLabels(const std::vector<LabelledPoint>& points, const LabelPlacer& placer)
{
    using Kind = TradeOffLabels::Kind;
    const std::vector<Cluster> clusters = FindClusters(points);
    if (points.size() <= mostNames)
    {
        std::vector<PlacedLabel> names = PlaceTexts(points, clusters, placer, JoinNames);
        if (names.size() == clusters.size() && AreShort(names))
        {
            return {Kind::Names, names};
        }
    }
    return {Kind::Numbers, PlaceTexts(points, clusters, placer, JoinNumbers)};
}

std::string
FormatRanges(const std::vector<std::size_t>& numbers)
{
    std::string text;
    for (std::size_t i = 0; i < numbers.size();)
    {
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1)
        {
            ++last;
        }
        text += (text.empty() ? "" : ", ") + std::to_string(numbers[i]);
        text += last == i ? "" : (last == i + 1 ? ", " : "-") + std::to_string(numbers[last]);
        i = last + 1;
    }
    return text;
}

double
EstimateTextWidth(const std::string& text, double size)
{
    constexpr double widthOfEm = 0.58; // a wide font; narrow ones have 0.5
    return static_cast<double>(CountCharacters(text)) * widthOfEm * size;
}

} // namespace analysis
