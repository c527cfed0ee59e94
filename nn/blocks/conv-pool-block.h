// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_CONV_POOL_BLOCK_H
#define NN_CONV_POOL_BLOCK_H

#include "nn/blocks/batch-normalization.h"
#include "nn/blocks/conv-pool-kernel.h"
#include "nn/blocks/feature-batch.h"
#include "nn/blocks/precision.h"
#include "nn/blocks/tensor.h"
#include "nn/data/split-mix64.h"
#include "nn/workers.h"

#include <cstdint>
#include <string>
#include <vector>

namespace nn
{

class FrozenConvPool;

/// The fused binary convolution-pool block ConvP(f) of the paper's Figure 3: convolution 3x3 with f
/// binary filters (stride 1, padding 1, no bias), max pool 3x3 (stride 2, padding 1), batch
/// normalization, binary activation. (C, H, W) -> (f, ceil(H / 2), ceil(W / 2)).
///
/// No bias: batch normalization would remove it.
class ConvPoolBlock
{
  public:
    using Input = FeatureBatch;
    using Frozen = FrozenConvPool;
    static constexpr Precision precision = Precision::Binary;

    /// Random weights.
    ConvPoolBlock(MapShape input, int filters, SplitMix64& random);

    MapShape GetInputShape() const;
    MapShape GetOutputShape() const;
    /// (f, C, 3, 3), real-valued; the block computes with their signs.
    const Tensor& GetWeights() const;
    const BatchNormalization& GetNormalization() const;

    /// What Backward needs to know of Forward.
    struct Tape
    {
        FeatureBatch input;
        std::vector<std::int32_t> winners; //!< (N, f, H', W'): see ConvPoolKernel
        BatchNormalization::Tape normalization;
        std::vector<float> normalized; //!< (N, f, H', W'): input of the activation
    };

    /// Training: normalizes with the statistics of the batch.
    /// \param workers share out the samples; the results do not depend on their number
    FeatureBatch Forward(FeatureBatch input, double momentum, Tape& tape, Workers& workers);

    /// Sets the gradients of the parameters.
    /// \param gradient (N, f, H', W'): of the loss for the output
    void Backward(std::vector<float> gradient, const Tape& tape, Workers& workers);

    /// The same, and returns the gradient for the integers of the input, (N, C, H, W).
    std::vector<float> BackwardToInput(std::vector<float> gradient,
                                       const Tape& tape,
                                       Workers& workers);

    /// Appends `prefix` + "weight", "gamma", "beta", "mean", "var".
    void CollectTensors(const std::string& prefix, std::vector<NamedTensor>& tensors);

  private:
    MaximaGradient GetMaximaGradient(const std::vector<float>& gradient,
                                     const Tape& tape,
                                     std::size_t sample) const;
    void BackwardToWeights(std::vector<float>& gradient, const Tape& tape, Workers& workers);

    MapShape m_input;
    Tensor m_weights;
    BatchNormalization m_normalization;
};

/// A trained ConvPoolBlock, for inference: signs and scales prepared, immutable.
class FrozenConvPool
{
  public:
    using Input = FeatureBatch;

    explicit FrozenConvPool(const ConvPoolBlock& block);

    MapShape GetInputShape() const;
    MapShape GetOutputShape() const;
    FeatureBatch Run(const FeatureBatch& input) const;

  private:
    ConvPoolKernel m_kernel;
    std::vector<BatchNormalization::Affine> m_affines;
};

} // namespace nn

#endif // NN_CONV_POOL_BLOCK_H
