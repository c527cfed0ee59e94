// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_FC_BLOCK_H
#define NN_FC_BLOCK_H

#include "nn/blocks/batch-normalization.h"
#include "nn/blocks/feature-batch.h"
#include "nn/blocks/precision.h"
#include "nn/blocks/tensor.h"
#include "nn/data/split-mix64.h"

#include <string>
#include <vector>

namespace nn
{

/// The last block of an exit: linear layer (no bias) and batch normalization, inputs -> outputs
/// (one score per class). With binary weights the fused binary FC block of the paper's Figure 3
/// without its activation: the scores are real numbers.
class FcBlock
{
  public:
    /// Random weights.
    FcBlock(int inputs, int outputs, SplitMix64& random, Precision precision = Precision::Binary);

    int GetInputCount() const;
    int GetOutputCount() const;
    Precision GetPrecision() const;
    /// (outputs, inputs), real-valued.
    const Tensor& GetWeights() const;
    /// What the block computes with: the signs of the weights, or the weights (Precision::Float).
    std::vector<float> GetFactors() const;
    const BatchNormalization& GetNormalization() const;

    /// What Backward needs to know of Forward.
    struct Tape
    {
        RealBatch input;
        BatchNormalization::Tape normalization;
    };

    /// Training: normalizes with the statistics of the batch.
    RealBatch Forward(RealBatch input, double momentum, Tape& tape);
    /// The same for the input that the tape holds.
    RealBatch Forward(double momentum, Tape& tape);

    /// Sets the gradients of the parameters.
    /// \param gradient (N, outputs): of the loss for the output
    /// \return gradient for the input, (N, inputs)
    RealBatch Backward(RealBatch gradient, const Tape& tape);

    /// Appends `prefix` + "weight", "gamma", "beta", "mean", "var".
    void CollectTensors(const std::string& prefix, std::vector<NamedTensor>& tensors);

  private:
    Precision m_precision;
    Tensor m_weights;
    BatchNormalization m_normalization;
};

/// A trained FcBlock, for inference: factors and scales prepared, immutable.
class FrozenFc
{
  public:
    explicit FrozenFc(const FcBlock& block);

    int GetInputCount() const;
    int GetOutputCount() const;
    RealBatch Run(const RealBatch& input) const;

  private:
    int m_inputs;
    std::vector<float> m_factors; //!< (outputs, inputs)
    std::vector<BatchNormalization::Affine> m_affines;
};

} // namespace nn

#endif // NN_FC_BLOCK_H
