// SPDX-License-Identifier: GPL-2.0-only
/// The computation of HierarchicalNetwork while training.
#include "nn/network/for-each.h"
#include "nn/network/hierarchical-network.h"
#include "nn/network/partial-aggregation.h"
#include "nn/network/pointers.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>

namespace nn
{

namespace
{

void
Add(const RealBatch& addend, RealBatch& sum)
{
    std::transform(addend.values.begin(),
                   addend.values.end(),
                   sum.values.begin(),
                   sum.values.begin(),
                   std::plus<>());
}

} // namespace

NetworkScores
HierarchicalNetwork::Forward(std::vector<FeatureBatch> views,
                             double momentum,
                             Tape& tape,
                             const Presence& devices)
{
    tape.presentDevices = devices;
    tape.presentEdges = devices.Join(m_description.groups);
    NetworkScores scores;
    ForwardDevices(std::move(views), momentum, tape, scores);
    ForwardEdges(momentum, tape, scores);
    const std::vector<FeatureBatch>& maps = m_edges.empty() ? tape.deviceMaps : tape.edgeMaps;
    FeatureBatch input = AggregatePresentMaps(m_description.cloud.input,
                                              GetPointers(maps),
                                              m_edges.empty() ? devices : tape.presentEdges);
    scores.cloud = m_cloud->Forward(std::move(input), momentum, tape.cloud).scores;
    return scores;
}

void
HierarchicalNetwork::ForwardDevices(std::vector<FeatureBatch> views,
                                    double momentum,
                                    Tape& tape,
                                    NetworkScores& scores)
{
    tape.devices.resize(m_devices.size());
    tape.deviceMaps = std::move(views);
    scores.devices.resize(m_devices.size());
    ForEach(m_jobs, m_devices.size(), [&](std::size_t i) {
        FeatureBatch& map = tape.deviceMaps[i];
        SectionResult result = m_devices[i].Forward(std::move(map), momentum, tape.devices[i]);
        map = std::move(result.features);
        scores.devices[i] = std::move(result.scores);
    });
    if (m_localExit)
    {
        scores.local =
            m_localExit->Forward(scores.devices, tape.presentDevices, momentum, tape.local);
    }
}

void
HierarchicalNetwork::ForwardEdges(double momentum, Tape& tape, NetworkScores& scores)
{
    tape.edges.resize(m_edges.size());
    tape.edgeMaps.resize(m_edges.size());
    for (std::size_t i = 0; i < m_edges.size(); ++i)
    {
        FeatureBatch input =
            AggregatePresentMaps(m_description.edge.input,
                                 GetGroup(static_cast<int>(i), tape.deviceMaps),
                                 tape.presentDevices.Select(m_description.groups[i]));
        SectionResult result = m_edges[i].Forward(std::move(input), momentum, tape.edges[i]);
        tape.edgeMaps[i] = std::move(result.features);
        scores.edges.push_back(std::move(result.scores));
    }
    if (m_edgeExit)
    {
        scores.edge = m_edgeExit->Forward(scores.edges, tape.presentEdges, momentum, tape.edge);
    }
}

void
HierarchicalNetwork::Backward(NetworkScores gradients, const Tape& tape)
{
    std::vector<std::vector<float>> features = BackwardCloud(std::move(gradients.cloud), tape);
    if (!m_edges.empty())
    {
        features = BackwardEdges(std::move(gradients.edge), features, tape);
    }
    if (!m_devices.empty())
    {
        BackwardDevices(std::move(gradients), features, tape);
    }
}

/// \return gradients for the feature maps of the cloud's children
std::vector<std::vector<float>>
HierarchicalNetwork::BackwardCloud(RealBatch gradient, const Tape& tape)
{
    if (m_edges.empty() && m_devices.empty())
    {
        m_cloud->Backward(std::move(gradient), {}, tape.cloud);
        return {};
    }
    const std::vector<FeatureBatch>& maps = m_edges.empty() ? tape.deviceMaps : tape.edgeMaps;
    return DistributePresentMapGradient(
        m_description.cloud.input,
        GetPointers(maps),
        m_cloud->BackwardToInput(std::move(gradient), {}, tape.cloud),
        m_edges.empty() ? tape.presentDevices : tape.presentEdges);
}

/// \return gradients for the feature maps of the devices; empty if they are raw views
std::vector<std::vector<float>>
HierarchicalNetwork::BackwardEdges(RealBatch gradient,
                                   const std::vector<std::vector<float>>& features,
                                   const Tape& tape)
{
    std::vector<RealBatch> scores = m_edgeExit->Backward(std::move(gradient), tape.edge);
    std::vector<std::vector<float>> result(m_devices.size());
    for (std::size_t i = 0; i < m_edges.size(); ++i)
    {
        if (m_devices.empty())
        {
            m_edges[i].Backward(std::move(scores[i]), features[i], tape.edges[i]);
            continue;
        }
        const std::vector<float> input =
            m_edges[i].BackwardToInput(std::move(scores[i]), features[i], tape.edges[i]);
        std::vector<std::vector<float>> group =
            DistributePresentMapGradient(m_description.edge.input,
                                         GetGroup(static_cast<int>(i), tape.deviceMaps),
                                         input,
                                         tape.presentDevices.Select(m_description.groups[i]));
        for (std::size_t j = 0; j < group.size(); ++j)
        {
            result[m_description.groups[i][j]] = std::move(group[j]);
        }
    }
    return result;
}

void
HierarchicalNetwork::BackwardDevices(NetworkScores gradients,
                                     const std::vector<std::vector<float>>& features,
                                     const Tape& tape)
{
    const std::vector<RealBatch> local =
        m_localExit->Backward(std::move(gradients.local), tape.local);
    ForEach(m_jobs, m_devices.size(), [&](std::size_t i) {
        RealBatch& scores = gradients.devices[i];
        Add(local[i], scores);
        m_devices[i].Backward(std::move(scores), features[i], tape.devices[i]);
    });
}

} // namespace nn
