// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/conv-pool-block.h"

#include "nn/blocks/binary-activation.h"
#include "nn/blocks/binary-weights.h"
#include "nn/blocks/conv-pool-input-gradient.h"
#include "nn/blocks/conv-pool-weight-gradient.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace nn
{

ConvPoolBlock::ConvPoolBlock(MapShape input, int filters, SplitMix64& random)
    : m_input(input),
      m_weights(MakeBinaryWeights(
          {static_cast<std::size_t>(filters), static_cast<std::size_t>(input.channels), 3, 3},
          static_cast<std::size_t>(input.channels) * 9,
          random)),
      m_normalization(filters)
{
}

MapShape
ConvPoolBlock::GetInputShape() const
{
    return m_input;
}

MapShape
ConvPoolBlock::GetOutputShape() const
{
    return {m_normalization.GetChannelCount(), (m_input.height + 1) / 2, (m_input.width + 1) / 2};
}

const Tensor&
ConvPoolBlock::GetWeights() const
{
    return m_weights;
}

const BatchNormalization&
ConvPoolBlock::GetNormalization() const
{
    return m_normalization;
}

FeatureBatch
ConvPoolBlock::Forward(FeatureBatch input, double momentum, Tape& tape, Workers& workers)
{
    const ConvPoolKernel kernel(m_input, GetSigns(m_weights));
    FeatureBatch output(GetOutputShape(), input.samples, 1);
    const std::size_t size = output.shape.Size();
    tape.input = std::move(input);
    tape.winners.resize(output.values.size());
    tape.normalized.resize(output.values.size());
    workers.ForParts(output.samples, [&](std::size_t begin, std::size_t end) {
        ConvPoolKernel::Workspace workspace;
        for (std::size_t n = begin; n < end; ++n)
        {
            kernel.Run(tape.input.GetMap(static_cast<int>(n)),
                       tape.input.divisor,
                       workspace,
                       tape.normalized.data() + size * n,
                       tape.winners.data() + size * n);
        }
    });
    m_normalization.Forward(
        tape.normalized, output.samples, tape.input.divisor, momentum, tape.normalization);
    GetKernels().binarize(tape.normalized.data(), output.values.data(), tape.normalized.size());
    return output;
}

/// \param gradient (N, f, H', W')
MaximaGradient
ConvPoolBlock::GetMaximaGradient(const std::vector<float>& gradient,
                                 const Tape& tape,
                                 std::size_t sample) const
{
    const MapShape output = GetOutputShape();
    const std::size_t begin = output.Size() * sample;
    return {gradient.data() + begin,
            tape.winners.data() + begin,
            static_cast<std::size_t>(output.channels),
            static_cast<std::size_t>(output.height) * output.width};
}

/// \param gradient of the loss for the output; becomes that for the maxima
void
ConvPoolBlock::BackwardToWeights(std::vector<float>& gradient, const Tape& tape, Workers& workers)
{
    BackwardBinarize(tape.normalized, gradient);
    m_normalization.Backward(gradient, tape.normalization);
    const std::size_t inputs = static_cast<std::size_t>(m_input.channels) * 9;
    workers.ForParts(GetOutputShape().channels, [&](std::size_t begin, std::size_t end) {
        ConvPoolWeightGradient kernel(m_input, end - begin);
        for (int n = 0; n < tape.input.samples; ++n)
        {
            MaximaGradient maxima = GetMaximaGradient(gradient, tape, n).GetFrom(begin);
            maxima.filters = end - begin;
            kernel.AddSample(tape.input.GetMap(n), maxima);
        }
        kernel.Write(m_weights.gradient.data() + inputs * begin);
    });
}

void
ConvPoolBlock::Backward(std::vector<float> gradient, const Tape& tape, Workers& workers)
{
    BackwardToWeights(gradient, tape, workers);
}

std::vector<float>
ConvPoolBlock::BackwardToInput(std::vector<float> gradient, const Tape& tape, Workers& workers)
{
    BackwardToWeights(gradient, tape, workers);
    const std::vector<float> signs = GetSigns(m_weights);
    std::vector<float> inputGradient(tape.input.values.size());
    workers.ForParts(tape.input.samples, [&](std::size_t begin, std::size_t end) {
        ConvPoolInputGradient kernel(m_input, signs);
        for (std::size_t n = begin; n < end; ++n)
        {
            kernel.Run(GetMaximaGradient(gradient, tape, n),
                       inputGradient.data() + m_input.Size() * n);
        }
    });
    return inputGradient;
}

void
ConvPoolBlock::CollectTensors(const std::string& prefix, std::vector<NamedTensor>& tensors)
{
    tensors.push_back({prefix + "weight", &m_weights});
    m_normalization.CollectTensors(prefix, tensors);
}

FrozenConvPool::FrozenConvPool(const ConvPoolBlock& block)
    : m_kernel(block.GetInputShape(), GetSigns(block.GetWeights())),
      m_affines(block.GetNormalization().GetAffines())
{
}

MapShape
FrozenConvPool::GetInputShape() const
{
    return m_kernel.GetInputShape();
}

MapShape
FrozenConvPool::GetOutputShape() const
{
    return m_kernel.GetOutputShape();
}

FeatureBatch
FrozenConvPool::Run(const FeatureBatch& input) const
{
    FeatureBatch output(GetOutputShape(), input.samples, 1);
    const std::size_t positions =
        static_cast<std::size_t>(output.shape.height) * output.shape.width;
    const auto divisor = static_cast<float>(input.divisor);
    std::vector<float> maxima(output.shape.Size());
    ConvPoolKernel::Workspace workspace;
    for (int n = 0; n < input.samples; ++n)
    {
        m_kernel.Run(input.GetMap(n), input.divisor, workspace, maxima.data(), nullptr);
        std::int16_t* map = output.GetMap(n);
        for (std::size_t i = 0; i < maxima.size(); ++i)
        {
            const BatchNormalization::Affine& affine = m_affines[i / positions];
            map[i] = Binarize(affine.scale / divisor * maxima[i] + affine.shift);
        }
    }
    return output;
}

} // namespace nn
