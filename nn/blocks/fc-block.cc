// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/fc-block.h"

#include "nn/blocks/binary-weights.h"
#include "nn/blocks/kernels/kernels.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace nn
{

namespace
{

/// (N, inputs) x (outputs, inputs) -> (N, outputs).
RealBatch
Multiply(const RealBatch& input, const std::vector<float>& factors, int outputs)
{
    const Kernels& kernels = GetKernels();
    RealBatch output(input.samples, outputs);
    const std::size_t width = input.width;
    for (int n = 0; n < input.samples; ++n)
    {
        for (int k = 0; k < outputs; ++k)
        {
            output.GetRow(n)[k] = kernels.dot(input.GetRow(n), factors.data() + width * k, width);
        }
    }
    return output;
}

} // namespace

FcBlock::FcBlock(int inputs, int outputs, SplitMix64& random, Precision precision)
    : m_precision(precision),
      m_weights(
          MakeBinaryWeights({static_cast<std::size_t>(outputs), static_cast<std::size_t>(inputs)},
                            static_cast<std::size_t>(inputs),
                            random)),
      m_normalization(outputs)
{
}

int
FcBlock::GetInputCount() const
{
    return static_cast<int>(m_weights.shape[1]);
}

int
FcBlock::GetOutputCount() const
{
    return m_normalization.GetChannelCount();
}

const Tensor&
FcBlock::GetWeights() const
{
    return m_weights;
}

Precision
FcBlock::GetPrecision() const
{
    return m_precision;
}

std::vector<float>
FcBlock::GetFactors() const
{
    return m_precision == Precision::Float ? m_weights.value : GetSigns(m_weights);
}

const BatchNormalization&
FcBlock::GetNormalization() const
{
    return m_normalization;
}

RealBatch
FcBlock::Forward(RealBatch input, double momentum, Tape& tape)
{
    tape.input = std::move(input);
    return Forward(momentum, tape);
}

RealBatch
FcBlock::Forward(double momentum, Tape& tape)
{
    RealBatch output = Multiply(tape.input, GetFactors(), GetOutputCount());
    m_normalization.Forward(output.values, output.samples, 1, momentum, tape.normalization);
    return output;
}

RealBatch
FcBlock::Backward(RealBatch gradient, const Tape& tape)
{
    m_normalization.Backward(gradient.values, tape.normalization);
    const std::vector<float> factors = GetFactors();
    RealBatch inputGradient(gradient.samples, tape.input.width);
    GetKernels().backwardLinear({static_cast<std::size_t>(gradient.samples),
                                 static_cast<std::size_t>(tape.input.width),
                                 static_cast<std::size_t>(gradient.width),
                                 gradient.values.data(),
                                 tape.input.values.data(),
                                 factors.data(),
                                 m_weights.gradient.data(),
                                 inputGradient.values.data()});
    return inputGradient;
}

void
FcBlock::CollectTensors(const std::string& prefix, std::vector<NamedTensor>& tensors)
{
    tensors.push_back({prefix + "weight", &m_weights});
    m_normalization.CollectTensors(prefix, tensors);
}

FrozenFc::FrozenFc(const FcBlock& block)
    : m_inputs(block.GetInputCount()),
      m_factors(block.GetFactors()),
      m_affines(block.GetNormalization().GetAffines())
{
}

int
FrozenFc::GetInputCount() const
{
    return m_inputs;
}

int
FrozenFc::GetOutputCount() const
{
    return static_cast<int>(m_affines.size());
}

RealBatch
FrozenFc::Run(const RealBatch& input) const
{
    RealBatch output = Multiply(input, m_factors, GetOutputCount());
    for (int n = 0; n < output.samples; ++n)
    {
        for (int k = 0; k < output.width; ++k)
        {
            float& score = output.GetRow(n)[k];
            score = m_affines[k].scale * score + m_affines[k].shift;
        }
    }
    return output;
}

} // namespace nn
