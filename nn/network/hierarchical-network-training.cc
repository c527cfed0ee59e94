// SPDX-License-Identifier: GPL-2.0-only
/// The computation of HierarchicalNetwork while training.
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

/// Calls function(i, workers) for each device: at the same time, or one after the other with all
/// workers.
void
ForEachDevice(std::size_t devices,
              Workers& workers,
              const std::function<void(std::size_t, Workers&)>& function)
{
    if (devices < workers.GetCount())
    {
        for (std::size_t i = 0; i < devices; ++i)
        {
            function(i, workers);
        }
        return;
    }
    Workers alone(1);
    workers.ForEach(devices, [&](std::size_t i) { function(i, alone); });
}

} // namespace

NetworkScores
HierarchicalNetwork::Forward(std::vector<FeatureBatch> views,
                             double momentum,
                             Tape& tape,
                             Workers& workers,
                             const Presence& devices)
{
    tape.presentDevices = devices;
    tape.presentEdges = devices.Join(m_description.groups);
    NetworkScores scores;
    ForwardDevices(std::move(views), momentum, tape, scores, workers);
    ForwardEdges(momentum, tape, scores, workers);
    const std::vector<FeatureBatch>& maps = m_edges.empty() ? tape.deviceMaps : tape.edgeMaps;
    FeatureBatch input = AggregatePresentMaps(m_description.cloud.input,
                                              GetPointers(maps),
                                              m_edges.empty() ? devices : tape.presentEdges);
    scores.cloud = m_cloud->Forward(std::move(input), momentum, tape.cloud, workers).scores;
    return scores;
}

void
HierarchicalNetwork::ForwardDevices(std::vector<FeatureBatch> views,
                                    double momentum,
                                    Tape& tape,
                                    NetworkScores& scores,
                                    Workers& workers)
{
    tape.devices.resize(m_devices.size());
    tape.deviceMaps = std::move(views);
    scores.devices.resize(m_devices.size());
    ForEachDevice(m_devices.size(), workers, [&](std::size_t i, Workers& inside) {
        FeatureBatch& map = tape.deviceMaps[i];
        SectionResult result =
            m_devices[i].Forward(std::move(map), momentum, tape.devices[i], inside);
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
HierarchicalNetwork::ForwardEdges(double momentum,
                                  Tape& tape,
                                  NetworkScores& scores,
                                  Workers& workers)
{
    tape.edges.resize(m_edges.size());
    tape.edgeMaps.resize(m_edges.size());
    for (std::size_t i = 0; i < m_edges.size(); ++i)
    {
        FeatureBatch input =
            AggregatePresentMaps(m_description.edge.input,
                                 GetGroup(static_cast<int>(i), tape.deviceMaps),
                                 tape.presentDevices.Select(m_description.groups[i]));
        SectionResult result =
            m_edges[i].Forward(std::move(input), momentum, tape.edges[i], workers);
        tape.edgeMaps[i] = std::move(result.features);
        scores.edges.push_back(std::move(result.scores));
    }
    if (m_edgeExit)
    {
        scores.edge = m_edgeExit->Forward(scores.edges, tape.presentEdges, momentum, tape.edge);
    }
}

void
HierarchicalNetwork::Backward(NetworkScores gradients, const Tape& tape, Workers& workers)
{
    std::vector<std::vector<float>> features =
        BackwardCloud(std::move(gradients.cloud), tape, workers);
    if (!m_edges.empty())
    {
        features = BackwardEdges(std::move(gradients.edge), features, tape, workers);
    }
    if (!m_devices.empty())
    {
        BackwardDevices(std::move(gradients), features, tape, workers);
    }
}

/// \return gradients for the feature maps of the cloud's children
std::vector<std::vector<float>>
HierarchicalNetwork::BackwardCloud(RealBatch gradient, const Tape& tape, Workers& workers)
{
    if (m_edges.empty() && m_devices.empty())
    {
        m_cloud->Backward(std::move(gradient), {}, tape.cloud, workers);
        return {};
    }
    const std::vector<FeatureBatch>& maps = m_edges.empty() ? tape.deviceMaps : tape.edgeMaps;
    return DistributePresentMapGradient(
        m_description.cloud.input,
        GetPointers(maps),
        m_cloud->BackwardToInput(std::move(gradient), {}, tape.cloud, workers),
        m_edges.empty() ? tape.presentDevices : tape.presentEdges);
}

/// \return gradients for the feature maps of the devices; empty if they are raw views
std::vector<std::vector<float>>
HierarchicalNetwork::BackwardEdges(RealBatch gradient,
                                   const std::vector<std::vector<float>>& features,
                                   const Tape& tape,
                                   Workers& workers)
{
    std::vector<RealBatch> scores = m_edgeExit->Backward(std::move(gradient), tape.edge);
    std::vector<std::vector<float>> result(m_devices.size());
    for (std::size_t i = 0; i < m_edges.size(); ++i)
    {
        if (m_devices.empty())
        {
            m_edges[i].Backward(std::move(scores[i]), features[i], tape.edges[i], workers);
            continue;
        }
        const std::vector<float> input =
            m_edges[i].BackwardToInput(std::move(scores[i]), features[i], tape.edges[i], workers);
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
                                     const Tape& tape,
                                     Workers& workers)
{
    const std::vector<RealBatch> local =
        m_localExit->Backward(std::move(gradients.local), tape.local);
    ForEachDevice(m_devices.size(), workers, [&](std::size_t i, Workers& inside) {
        RealBatch& scores = gradients.devices[i];
        Add(local[i], scores);
        m_devices[i].Backward(std::move(scores), features[i], tape.devices[i], inside);
    });
}

} // namespace nn
