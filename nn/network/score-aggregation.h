// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_SCORE_AGGREGATION_H
#define NN_SCORE_AGGREGATION_H

#include "nn/blocks/fc-block.h"
#include "nn/network/network-description.h"
#include "nn/network/presence.h"

#include <optional>
#include <string>
#include <vector>

namespace nn
{

/// Aggregation of the class scores of a tier's nodes (paper, section III-B): n vectors of one score
/// per class become one.
/// - max, average: class by class, over the vectors that are there.
/// - concat: stacked (a missing vector is zero), then an FcBlock n |C| -> |C|.
class ScoreAggregation
{
  public:
    /// \param random for the weights of concat's layer
    ScoreAggregation(Aggregation aggregation, int inputs, int classes, SplitMix64& random);

    Aggregation GetAggregation() const;
    int GetInputCount() const;
    int GetClassCount() const;
    /// concat's layer.
    const std::optional<FcBlock>& GetLayer() const;

    /// What Backward needs to know of Forward.
    struct Tape
    {
        std::vector<RealBatch> inputs;
        Presence presence;
        FcBlock::Tape layer;
    };

    /// Training.
    /// \param inputs one per node, (N, classes)
    /// \param presence of the nodes; at least one is there for each sample
    RealBatch Forward(std::vector<RealBatch> inputs,
                      const Presence& presence,
                      double momentum,
                      Tape& tape);

    /// Sets the gradients of the parameters; returns those for the inputs. max: to the first of the
    /// greatest; average: equal parts; 0 where an input is missing.
    std::vector<RealBatch> Backward(RealBatch gradient, const Tape& tape);

    /// Appends the tensors of concat's layer.
    void CollectTensors(const std::string& prefix, std::vector<NamedTensor>& tensors);

  private:
    Aggregation m_aggregation;
    int m_inputs;
    int m_classes;
    std::optional<FcBlock> m_layer;
};

/// A trained ScoreAggregation, for inference: immutable.
class FrozenScoreAggregation
{
  public:
    explicit FrozenScoreAggregation(const ScoreAggregation& aggregation);

    int GetInputCount() const;
    /// \param inputs one per node, (N, classes); null: missing. At least one is there.
    RealBatch Run(const std::vector<const RealBatch*>& inputs) const;

  private:
    Aggregation m_aggregation;
    int m_inputs;
    std::optional<FrozenFc> m_layer;
};

} // namespace nn

#endif // NN_SCORE_AGGREGATION_H
