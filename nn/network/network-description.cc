// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/network-description.h"

#include "nn/blocks/conv-pool-kernel.h"
#include "nn/blocks/feature-batch.h"
#include "nn/network/require.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>

namespace nn
{

namespace
{

constexpr int maximumNodes = 1024;
constexpr int maximumFilters = 4096;
constexpr int maximumSide = 1024;
constexpr int maximumClasses = 1024;
constexpr std::int64_t maximumWeights = 100'000'000;

std::string
Text(std::int64_t number)
{
    return std::to_string(number);
}

void
CheckClasses(const std::vector<std::string>& classes)
{
    Require(classes.size() >= 2,
            "network: " + Text(static_cast<std::int64_t>(classes.size())) +
                " classes; expected at least two");
    Require(classes.size() <= maximumClasses,
            "network: more than " + Text(maximumClasses) + " classes");
    const std::set<std::string> different(classes.begin(), classes.end());
    Require(different.size() == classes.size(), "network: two classes have the same name");
}

void
CheckView(const ViewShape& view)
{
    const int least = std::min({view.channels, view.height, view.width});
    const int greatest = std::max({view.channels, view.height, view.width});
    Require(least >= 1 && greatest <= maximumSide,
            "network: view of " + Text(view.channels) + " x " + Text(view.height) + " x " +
                Text(view.width) + "; expected 1 to " + Text(maximumSide) + " each");
}

void
CheckCameras(const std::vector<int>& cameras)
{
    Require(!cameras.empty(), "cameras: none; expected one for each device");
    Require(cameras.size() <= maximumNodes, "cameras: more than " + Text(maximumNodes));
    for (const int camera : cameras)
    {
        Require(camera >= 0, "cameras: camera " + Text(camera + 1) + "; expected 1 or more");
    }
}

void
CheckGroups(const NetworkDescription& network)
{
    std::set<int> grouped;
    for (const std::vector<int>& group : network.groups)
    {
        Require(!group.empty(), "edges: an edge without devices");
        for (const int device : group)
        {
            Require(device >= 0 && device < network.GetDeviceCount(),
                    "edges: device " + Text(device + 1) + "; expected 1 to " +
                        Text(network.GetDeviceCount()));
            Require(grouped.insert(device).second,
                    "edges: device " + Text(device + 1) + " belongs to two edges");
        }
    }
    for (int device = 0; network.HasEdges() && device < network.GetDeviceCount(); ++device)
    {
        Require(grouped.count(device) == 1,
                "edges: device " + Text(device + 1) + " belongs to no edge");
    }
}

/// Follows the shape of the maps and the number of weights through one section.
class SectionCheck
{
  public:
    SectionCheck(std::string tier,
                 int classes,
                 MapShape input,
                 int divisor,
                 Precision precision = Precision::Binary)
        : m_tier(std::move(tier)),
          m_classes(classes),
          m_shape(input),
          m_divisor(divisor),
          m_precision(precision)
    {
    }

    void AddBlocks(const std::vector<int>& filters)
    {
        for (const int count : filters)
        {
            CheckBlock(count);
            m_weights += std::int64_t{9} * m_shape.channels * count;
            m_shape = {count, (m_shape.height + 1) / 2, (m_shape.width + 1) / 2};
            m_divisor = 1;
        }
        m_weights += static_cast<std::int64_t>(m_shape.Size()) * m_classes;
    }

    MapShape GetShape() const
    {
        return m_shape;
    }

    std::int64_t GetWeights() const
    {
        return m_weights;
    }

  private:
    void CheckBlock(int filters) const
    {
        Require(filters >= 1 && filters <= maximumFilters,
                m_tier + ".filters: a block of " + Text(filters) + " filters; expected 1 to " +
                    Text(maximumFilters));
        Require(m_shape.height >= 2 && m_shape.width >= 2,
                m_tier + ": a block on a map of " + Text(m_shape.height) + " x " +
                    Text(m_shape.width) + "; expected at least 2 x 2");
        const bool isFloat = m_precision == Precision::Float;
        Require(
            isFloat || std::int64_t{9} * m_shape.channels * m_divisor <= ConvPoolKernel::maximumSum,
            m_tier + ".filters: a block on " + Text(m_shape.channels) + " channels is too wide");
    }

    std::string m_tier;
    int m_classes;
    MapShape m_shape;
    int m_divisor; //!< greatest value of an input
    Precision m_precision;
    std::int64_t m_weights = 0;
};

/// Shape and greatest value of what a tier's node sees of its children.
struct Inputs
{
    MapShape shape;
    int divisor = 1;
};

Inputs
Aggregate(Inputs child, Aggregation aggregation, std::size_t count)
{
    if (aggregation == Aggregation::Concatenate)
    {
        child.shape.channels *= static_cast<int>(count);
    }
    if (aggregation == Aggregation::Average)
    {
        child.divisor *= static_cast<int>(count);
    }
    return child;
}

void
CheckTiers(const NetworkDescription& network)
{
    const int classes = network.GetClassCount();
    const ViewShape& view = network.view;
    Inputs child{{view.channels, view.height, view.width}, 255};
    std::int64_t weights = 0;
    if (network.HasLocalExit())
    {
        SectionCheck device("device", classes, child.shape, child.divisor);
        device.AddBlocks(network.device.filters);
        weights += device.GetWeights() * network.GetDeviceCount();
        child = {device.GetShape(), 1};
    }
    MapShape edgeMap;
    for (const std::vector<int>& group : network.groups)
    {
        const Inputs input = Aggregate(child, network.edge.input, group.size());
        SectionCheck edge("edge", classes, input.shape, input.divisor);
        edge.AddBlocks(network.edge.filters);
        weights += edge.GetWeights();
        edgeMap = edge.GetShape();
    }
    child = network.HasEdges() ? Inputs{edgeMap, 1} : child;
    const std::size_t children =
        network.HasEdges() ? network.groups.size() : network.cameras.size();
    const Inputs input = Aggregate(child, network.cloud.input, children);
    SectionCheck cloud("cloud", classes, input.shape, input.divisor, network.cloud.precision);
    cloud.AddBlocks(network.cloud.filters);
    weights += cloud.GetWeights();
    Require(weights <= maximumWeights,
            "network: " + Text(weights) + " weights; expected at most " + Text(maximumWeights));
}

void
CheckEdgeTier(const NetworkDescription& network)
{
    Require(!network.HasEdges() || !network.edge.filters.empty(),
            "edge.filters: none; expected at least one");
    Require(network.HasEdges() || network.edge.filters.empty(),
            "edge.filters: given, but there are no 'edges'");
    const Aggregation input = network.HasEdges() ? network.edge.input : network.cloud.input;
    Require(network.HasLocalExit() || input == Aggregation::Concatenate,
            std::string(network.HasEdges() ? "edge" : "cloud") + ".input: '" + ToString(input) +
                "'; raw views (a device without blocks) can only be stacked: expected 'concat'");
}

/// What devices and edges pass on is one bit per activation.
void
CheckPrecision(const TierDescription& tier, const std::string& name)
{
    Require(tier.precision == Precision::Binary,
            name + ".precision: '" + ToString(tier.precision) +
                "'; only the cloud has float layers: expected 'binary'");
}

} // namespace

std::string
ToString(Precision precision)
{
    return precision == Precision::Float ? "float" : "binary";
}

std::string
ToString(Aggregation aggregation)
{
    switch (aggregation)
    {
    case Aggregation::Max:
        return "max";
    case Aggregation::Average:
        return "average";
    case Aggregation::Concatenate:
        break;
    }
    return "concat";
}

void
NetworkDescription::Validate() const
{
    CheckClasses(classes);
    CheckView(view);
    CheckCameras(cameras);
    CheckGroups(*this);
    CheckEdgeTier(*this);
    CheckPrecision(device, "device");
    CheckPrecision(edge, "edge");
    CheckTiers(*this);
}

} // namespace nn
