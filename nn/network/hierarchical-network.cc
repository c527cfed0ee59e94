// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/hierarchical-network.h"

#include "nn/network/map-aggregation.h"
#include "nn/network/pointers.h"
#include "nn/network/random-streams.h"

#include <cstddef>
#include <string>
#include <utility>

namespace nn
{

namespace
{

/// Shape of the aggregate of some maps.
MapShape
Aggregate(MapShape shape, Aggregation aggregation, std::size_t count)
{
    if (aggregation == Aggregation::Concatenate)
    {
        shape.channels *= static_cast<int>(count);
    }
    return shape;
}

const NetworkDescription&
Validated(const NetworkDescription& description)
{
    description.Validate();
    return description;
}

} // namespace

HierarchicalNetwork::HierarchicalNetwork(NetworkDescription description, std::uint64_t seed)
    : m_description(std::move(description))
{
    const NetworkDescription& d = Validated(m_description);
    const int classes = d.GetClassCount();
    MapShape shape{d.view.channels, d.view.height, d.view.width};
    std::size_t children = d.cameras.size();
    for (int i = 0; d.HasLocalExit() && i < d.GetDeviceCount(); ++i)
    {
        SplitMix64 random(seed, random_streams::firstDeviceWeights + i);
        m_devices.emplace_back(shape, d.device.filters, classes, random);
    }
    if (d.HasLocalExit())
    {
        SplitMix64 random(seed, random_streams::localExitWeights);
        m_localExit.emplace(d.device.exit, d.GetDeviceCount(), classes, random);
        shape = m_devices.front().GetOutputShape();
    }
    for (int i = 0; i < d.GetEdgeCount(); ++i)
    {
        SplitMix64 random(seed, random_streams::firstEdgeWeights + i);
        const MapShape input = Aggregate(shape, d.edge.input, d.groups[i].size());
        m_edges.emplace_back(input, d.edge.filters, classes, random);
    }
    if (d.HasEdges())
    {
        SplitMix64 random(seed, random_streams::edgeExitWeights);
        m_edgeExit.emplace(d.edge.exit, d.GetEdgeCount(), classes, random);
        shape = m_edges.front().GetOutputShape();
        children = d.groups.size();
    }
    SplitMix64 random(seed, random_streams::cloudWeights);
    m_cloud.emplace(Aggregate(shape, d.cloud.input, children),
                    d.cloud.filters,
                    classes,
                    random,
                    d.cloud.precision);
}

const NetworkDescription&
HierarchicalNetwork::GetDescription() const
{
    return m_description;
}

const std::vector<Section>&
HierarchicalNetwork::GetDevices() const
{
    return m_devices;
}

const std::vector<Section>&
HierarchicalNetwork::GetEdges() const
{
    return m_edges;
}

const Section&
HierarchicalNetwork::GetCloud() const
{
    return *m_cloud;
}

const std::optional<ScoreAggregation>&
HierarchicalNetwork::GetLocalExit() const
{
    return m_localExit;
}

const std::optional<ScoreAggregation>&
HierarchicalNetwork::GetEdgeExit() const
{
    return m_edgeExit;
}

const ExitTemperatures&
HierarchicalNetwork::GetTemperatures() const
{
    return m_temperatures;
}

void
HierarchicalNetwork::SetTemperatures(const ExitTemperatures& temperatures)
{
    m_temperatures = temperatures;
}

std::vector<NamedTensor>
HierarchicalNetwork::GetTensors()
{
    std::vector<NamedTensor> tensors;
    for (std::size_t i = 0; i < m_devices.size(); ++i)
    {
        m_devices[i].CollectTensors("devices." + std::to_string(i) + ".", tensors);
    }
    if (m_localExit)
    {
        m_localExit->CollectTensors("local.", tensors);
    }
    for (std::size_t i = 0; i < m_edges.size(); ++i)
    {
        m_edges[i].CollectTensors("edges." + std::to_string(i) + ".", tensors);
    }
    if (m_edgeExit)
    {
        m_edgeExit->CollectTensors("edge.", tensors);
    }
    m_cloud->CollectTensors("cloud.", tensors);
    return tensors;
}

std::vector<const FeatureBatch*>
HierarchicalNetwork::GetGroup(int edge, const std::vector<FeatureBatch>& maps) const
{
    std::vector<const FeatureBatch*> group;
    for (const int device : m_description.groups[edge])
    {
        group.push_back(&maps[device]);
    }
    return group;
}

NetworkScores
HierarchicalNetwork::Evaluate(const std::vector<FeatureBatch>& views) const
{
    NetworkScores scores;
    std::vector<FeatureBatch> maps = views;
    for (std::size_t i = 0; i < m_devices.size(); ++i)
    {
        SectionResult result = FrozenSection(m_devices[i]).Run(std::move(maps[i]));
        maps[i] = std::move(result.features);
        scores.devices.push_back(std::move(result.scores));
    }
    if (m_localExit)
    {
        scores.local = FrozenScoreAggregation(*m_localExit).Run(GetPointers(scores.devices));
    }
    std::vector<FeatureBatch> edgeMaps;
    for (std::size_t i = 0; i < m_edges.size(); ++i)
    {
        SectionResult result =
            FrozenSection(m_edges[i])
                .Run(AggregateMaps(m_description.edge.input, GetGroup(static_cast<int>(i), maps)));
        edgeMaps.push_back(std::move(result.features));
        scores.edges.push_back(std::move(result.scores));
    }
    if (m_edgeExit)
    {
        scores.edge = FrozenScoreAggregation(*m_edgeExit).Run(GetPointers(scores.edges));
        maps = std::move(edgeMaps);
    }
    scores.cloud = FrozenSection(*m_cloud)
                       .Run(AggregateMaps(m_description.cloud.input, GetPointers(maps)))
                       .scores;
    return scores;
}

} // namespace nn
