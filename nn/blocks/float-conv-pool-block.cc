// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/float-conv-pool-block.h"

#include "nn/blocks/binary-weights.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace nn
{

namespace
{

float
Rectify(float x)
{
    return std::max(0.0F, x);
}

} // namespace

/// Batch normalization makes the scale of the initial weights irrelevant: they are drawn as those
/// of the binary blocks.
FloatConvPoolBlock::FloatConvPoolBlock(MapShape input, int filters, SplitMix64& random)
    : m_input(input),
      m_weights(MakeBinaryWeights(
          {static_cast<std::size_t>(filters), static_cast<std::size_t>(input.channels), 3, 3},
          static_cast<std::size_t>(input.channels) * 9,
          random)),
      m_normalization(filters)
{
}

MapShape
FloatConvPoolBlock::GetInputShape() const
{
    return m_input;
}

MapShape
FloatConvPoolBlock::GetOutputShape() const
{
    return {m_normalization.GetChannelCount(), (m_input.height + 1) / 2, (m_input.width + 1) / 2};
}

const Tensor&
FloatConvPoolBlock::GetWeights() const
{
    return m_weights;
}

const BatchNormalization&
FloatConvPoolBlock::GetNormalization() const
{
    return m_normalization;
}

RealBatch
FloatConvPoolBlock::Forward(RealBatch input, double momentum, Tape& tape, Workers& workers)
{
    const FloatConvPoolKernel kernel(m_input, m_weights.value);
    const std::size_t size = GetOutputShape().Size();
    RealBatch output(input.samples, static_cast<int>(size));
    tape.input = std::move(input);
    tape.winners.resize(output.values.size());
    workers.ForParts(output.samples, [&](std::size_t begin, std::size_t end) {
        FloatConvPoolKernel::Workspace workspace;
        for (std::size_t n = begin; n < end; ++n)
        {
            kernel.Run(tape.input.values.data() + m_input.Size() * n,
                       workspace,
                       output.values.data() + size * n,
                       tape.winners.data() + size * n);
        }
    });
    m_normalization.Forward(output.values, output.samples, 1, momentum, tape.normalization);
    std::transform(output.values.begin(), output.values.end(), output.values.begin(), Rectify);
    tape.output = output.values;
    return output;
}

/// The sums of a filter's weights go over the samples in order, whoever makes them.
void
FloatConvPoolBlock::BackwardToWeights(std::vector<float>& gradient,
                                      const Tape& tape,
                                      Workers& workers)
{
    for (std::size_t i = 0; i < gradient.size(); ++i)
    {
        gradient[i] = tape.output[i] > 0 ? gradient[i] : 0.0F;
    }
    m_normalization.Backward(gradient, tape.normalization);
    const FloatConvPoolKernel kernel(m_input, m_weights.value);
    const std::size_t size = GetOutputShape().Size();
    const std::size_t samples = tape.input.samples;
    std::vector<float> maps(kernel.GetMapSize() * samples);
    std::vector<float> weightGradient(m_weights.value.size());
    workers.ForEach(samples, [&](std::size_t n) {
        kernel.LayOut(tape.input.values.data() + m_input.Size() * n,
                      maps.data() + kernel.GetMapSize() * n);
    });
    workers.ForEach(GetOutputShape().channels, [&](std::size_t filter) {
        for (std::size_t n = 0; n < samples; ++n)
        {
            kernel.AddWeightGradient(maps.data() + kernel.GetMapSize() * n,
                                     {gradient.data() + size * n, tape.winners.data() + size * n},
                                     filter,
                                     weightGradient);
        }
    });
    m_weights.gradient = kernel.MoveChannelsFirst(weightGradient);
}

void
FloatConvPoolBlock::Backward(std::vector<float> gradient, const Tape& tape, Workers& workers)
{
    BackwardToWeights(gradient, tape, workers);
}

std::vector<float>
FloatConvPoolBlock::BackwardToInput(std::vector<float> gradient, const Tape& tape, Workers& workers)
{
    BackwardToWeights(gradient, tape, workers);
    const FloatConvPoolKernel kernel(m_input, m_weights.value);
    const std::size_t size = GetOutputShape().Size();
    std::vector<float> inputGradient(tape.input.values.size());
    workers.ForEach(tape.input.samples, [&](std::size_t n) {
        kernel.WriteInputGradient({gradient.data() + size * n, tape.winners.data() + size * n},
                                  inputGradient.data() + m_input.Size() * n);
    });
    return inputGradient;
}

void
FloatConvPoolBlock::CollectTensors(const std::string& prefix, std::vector<NamedTensor>& tensors)
{
    tensors.push_back({prefix + "weight", &m_weights});
    m_normalization.CollectTensors(prefix, tensors);
}

FrozenFloatConvPool::FrozenFloatConvPool(const FloatConvPoolBlock& block)
    : m_kernel(block.GetInputShape(), block.GetWeights().value),
      m_affines(block.GetNormalization().GetAffines())
{
}

RealBatch
FrozenFloatConvPool::Run(const RealBatch& input) const
{
    const MapShape shape = m_kernel.GetOutputShape();
    const std::size_t positions = static_cast<std::size_t>(shape.height) * shape.width;
    RealBatch output(input.samples, static_cast<int>(shape.Size()));
    FloatConvPoolKernel::Workspace workspace;
    for (int n = 0; n < input.samples; ++n)
    {
        float* map = output.GetRow(n);
        m_kernel.Run(input.GetRow(n), workspace, map, nullptr);
        for (std::size_t i = 0; i < shape.Size(); ++i)
        {
            const BatchNormalization::Affine& affine = m_affines[i / positions];
            map[i] = Rectify(affine.scale * map[i] + affine.shift);
        }
    }
    return output;
}

} // namespace nn
