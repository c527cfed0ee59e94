// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_FLOAT_CONV_POOL_BLOCK_H
#define NN_FLOAT_CONV_POOL_BLOCK_H

#include "nn/blocks/batch-normalization.h"
#include "nn/blocks/feature-batch.h"
#include "nn/blocks/float-conv-pool-kernel.h"
#include "nn/blocks/precision.h"
#include "nn/blocks/tensor.h"
#include "nn/data/split-mix64.h"
#include "nn/workers.h"

#include <cstdint>
#include <string>
#include <vector>

namespace nn
{

class FrozenFloatConvPool;

/// The block ConvP(f) of the paper's Figure 3 in real numbers, for the cloud (the paper's section V
/// names mixed precision as future work): convolution 3x3 with f filters (stride 1, padding 1, no
/// bias), max pool 3x3 (stride 2, padding 1), batch normalization, ReLU. (C, H, W) ->
/// (f, ceil(H / 2), ceil(W / 2)).
///
/// The order of the layers is that of ConvPoolBlock, so that only the precision differs. ReLU,
/// max(0, x) (Glorot, Bordes, Bengio, "Deep Sparse Rectifier Neural Networks", 2011), behind batch
/// normalization as Ioffe and Szegedy (2015) put it.
class FloatConvPoolBlock
{
  public:
    using Input = RealBatch; //!< maps (N, C, H, W), one row a sample
    using Frozen = FrozenFloatConvPool;
    static constexpr Precision precision = Precision::Float;

    /// Random weights.
    FloatConvPoolBlock(MapShape input, int filters, SplitMix64& random);

    MapShape GetInputShape() const;
    MapShape GetOutputShape() const;
    /// (f, C, 3, 3).
    const Tensor& GetWeights() const;
    const BatchNormalization& GetNormalization() const;

    /// What Backward needs to know of Forward.
    struct Tape
    {
        RealBatch input;
        std::vector<std::int32_t> winners; //!< (N, f, H', W'): see FloatConvPoolKernel
        BatchNormalization::Tape normalization;
        std::vector<float> output; //!< (N, f, H', W')
    };

    /// Training: normalizes with the statistics of the batch.
    /// \param workers share out samples and filters; the results do not depend on their number
    RealBatch Forward(RealBatch input, double momentum, Tape& tape, Workers& workers);

    /// Sets the gradients of the parameters.
    /// \param gradient (N, f, H', W'): of the loss for the output
    void Backward(std::vector<float> gradient, const Tape& tape, Workers& workers);

    /// The same, and returns the gradient for the input, (N, C, H, W).
    std::vector<float> BackwardToInput(std::vector<float> gradient,
                                       const Tape& tape,
                                       Workers& workers);

    /// Appends `prefix` + "weight", "gamma", "beta", "mean", "var".
    void CollectTensors(const std::string& prefix, std::vector<NamedTensor>& tensors);

  private:
    void BackwardToWeights(std::vector<float>& gradient, const Tape& tape, Workers& workers);

    MapShape m_input;
    Tensor m_weights;
    BatchNormalization m_normalization;
};

/// A trained FloatConvPoolBlock, for inference: immutable.
class FrozenFloatConvPool
{
  public:
    using Input = RealBatch;

    explicit FrozenFloatConvPool(const FloatConvPoolBlock& block);

    RealBatch Run(const RealBatch& input) const;

  private:
    FloatConvPoolKernel m_kernel;
    std::vector<BatchNormalization::Affine> m_affines;
};

} // namespace nn

#endif // NN_FLOAT_CONV_POOL_BLOCK_H
