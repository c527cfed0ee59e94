// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_HIERARCHICAL_NETWORK_H
#define NN_HIERARCHICAL_NETWORK_H

#include "nn/network/exit-temperatures.h"
#include "nn/network/network-description.h"
#include "nn/network/score-aggregation.h"
#include "nn/network/section.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace nn
{

/// The scores of a batch at all places of a network, or the gradients of a loss for them; each
/// (N, classes). Empty where the network has no such place.
struct NetworkScores
{
    std::vector<RealBatch> devices; //!< of each device alone
    std::vector<RealBatch> edges;   //!< of each edge alone
    RealBatch local;                //!< aggregated over the devices
    RealBatch edge;                 //!< aggregated over the edges
    RealBatch cloud;
};

/// A distributed deep neural network (paper, section III): the parameters of all its sections and
/// exits, and their joint computation while training (section III-C).
///
///     views -> devices -> [edges ->] cloud,   exits: local, [edge,] cloud
///
/// The local exit aggregates the scores of all devices, the edge exit those of all edges. An edge
/// aggregates the feature maps of its group, the cloud those of all edges (or devices). Devices
/// without blocks pass on their raw views.
class HierarchicalNetwork
{
  public:
    /// Random weights; those of one node depend on the seed and the node only.
    /// \throw InputError if the description is not valid
    HierarchicalNetwork(NetworkDescription description, std::uint64_t seed);

    const NetworkDescription& GetDescription() const;
    /// Empty: the devices send raw views.
    const std::vector<Section>& GetDevices() const;
    const std::vector<Section>& GetEdges() const;
    const Section& GetCloud() const;
    const std::optional<ScoreAggregation>& GetLocalExit() const;
    const std::optional<ScoreAggregation>& GetEdgeExit() const;

    /// Those of the exits at inference; they change no scores, and no training.
    const ExitTemperatures& GetTemperatures() const;
    void SetTemperatures(const ExitTemperatures& temperatures);

    /// All parameters and statistics, in a fixed order. Valid while the network stays in place.
    std::vector<NamedTensor> GetTensors();

    /// What Backward needs to know of Forward.
    struct Tape
    {
        std::vector<Section::Tape> devices;
        std::vector<Section::Tape> edges;
        Section::Tape cloud;
        Presence presentDevices;
        Presence presentEdges;
        ScoreAggregation::Tape local;
        ScoreAggregation::Tape edge;
        std::vector<FeatureBatch> deviceMaps; //!< or raw views
        std::vector<FeatureBatch> edgeMaps;
    };

    /// Training: all batch normalizations use the statistics of the batch.
    /// \param views one batch of images per device
    /// \param momentum with which the stored statistics move: see BatchNormalization
    /// \param workers share out devices and parts of blocks; the results do not depend on their
    /// number
    /// \param devices which have failed for which samples; at least one is there for each sample.
    /// Their scores and features are missing as at inference. They still compute: the statistics of
    /// a device are those of the whole batch, as if it had not failed. An edge without any input
    /// computes on zeros, and its own outputs are missing.
    NetworkScores Forward(std::vector<FeatureBatch> views,
                          double momentum,
                          Tape& tape,
                          Workers& workers,
                          const Presence& devices = {});

    /// Sets the gradients of all parameters.
    /// \param gradients of the loss for the scores; those of `edges` are not used
    void Backward(NetworkScores gradients, const Tape& tape, Workers& workers);

    /// With the stored statistics: what the trained network answers.
    NetworkScores Evaluate(const std::vector<FeatureBatch>& views) const;

  private:
    /// The maps that edge e aggregates.
    std::vector<const FeatureBatch*> GetGroup(int edge,
                                              const std::vector<FeatureBatch>& maps) const;
    void ForwardDevices(std::vector<FeatureBatch> views,
                        double momentum,
                        Tape& tape,
                        NetworkScores& scores,
                        Workers& workers);
    void ForwardEdges(double momentum, Tape& tape, NetworkScores& scores, Workers& workers);
    std::vector<std::vector<float>> BackwardCloud(RealBatch gradient,
                                                  const Tape& tape,
                                                  Workers& workers);
    std::vector<std::vector<float>> BackwardEdges(RealBatch gradient,
                                                  const std::vector<std::vector<float>>& features,
                                                  const Tape& tape,
                                                  Workers& workers);
    void BackwardDevices(NetworkScores gradients,
                         const std::vector<std::vector<float>>& features,
                         const Tape& tape,
                         Workers& workers);

    NetworkDescription m_description;
    std::vector<Section> m_devices;
    std::vector<Section> m_edges;
    std::optional<Section> m_cloud; //!< always there
    std::optional<ScoreAggregation> m_localExit;
    std::optional<ScoreAggregation> m_edgeExit;
    ExitTemperatures m_temperatures;
};

} // namespace nn

#endif // NN_HIERARCHICAL_NETWORK_H
