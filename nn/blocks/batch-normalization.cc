// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/batch-normalization.h"

#include "nn/blocks/kernels/kernels.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace nn
{

namespace
{

double
AddParts(const double (&parts)[4])
{
    return (parts[0] + parts[1]) + (parts[2] + parts[3]);
}

/// Of a and of a * b, for each channel. \param a, b (N, C, P)
std::vector<ChannelSums>
SumChannels(const std::vector<float>& a,
            const std::vector<float>& b,
            std::size_t channels,
            std::size_t positions)
{
    const Kernels& kernels = GetKernels();
    std::vector<ChannelSums> parts(channels);
    for (std::size_t i = 0; i < a.size(); i += channels * positions)
    {
        kernels.addProducts(a.data() + i, b.data() + i, channels, positions, parts.data());
    }
    return parts;
}

void
MoveTowards(float& stored, double value, double momentum)
{
    stored = static_cast<float>((1.0 - momentum) * stored + momentum * value);
}

} // namespace

BatchNormalization::BatchNormalization(int channels)
    : m_gamma(MakeParameter({static_cast<std::size_t>(channels)}, 1.0F)),
      m_beta(MakeParameter({static_cast<std::size_t>(channels)}, 0.0F)),
      m_mean(MakeStatistic({static_cast<std::size_t>(channels)}, 0.0F)),
      m_variance(MakeStatistic({static_cast<std::size_t>(channels)}, 1.0F))
{
}

int
BatchNormalization::GetChannelCount() const
{
    return static_cast<int>(m_gamma.value.size());
}

std::vector<BatchNormalization::Affine>
BatchNormalization::GetAffines() const
{
    std::vector<Affine> affines(m_gamma.value.size());
    for (std::size_t c = 0; c < affines.size(); ++c)
    {
        const double scale =
            m_gamma.value[c] / std::sqrt(static_cast<double>(m_variance.value[c]) + epsilon);
        affines[c] = {static_cast<float>(scale),
                      static_cast<float>(m_beta.value[c] - m_mean.value[c] * scale)};
    }
    return affines;
}

void
BatchNormalization::Forward(
    std::vector<float>& values, int samples, int divisor, double momentum, Tape& tape)
{
    const int channels = GetChannelCount();
    tape.positions =
        static_cast<int>(values.size() / (static_cast<std::size_t>(samples) * channels));
    tape.normalized.resize(values.size());
    tape.inverseDeviation.resize(channels);
    const std::vector<ChannelSums> sums = SumChannels(values, values, channels, tape.positions);
    for (int channel = 0; channel < channels; ++channel)
    {
        NormalizeChannel(values, channel, sums[channel], divisor, momentum, tape);
    }
}

void
BatchNormalization::NormalizeChannel(std::vector<float>& values,
                                     int channel,
                                     const ChannelSums& sums,
                                     int divisor,
                                     double momentum,
                                     Tape& tape)
{
    const std::size_t positions = tape.positions;
    const std::size_t stride = positions * GetChannelCount();
    const std::size_t begin = positions * channel;
    const double count = static_cast<double>(values.size()) / GetChannelCount();
    const double scale = divisor;

    const double mean = AddParts(sums.first) / count;
    const double variance = std::max(0.0, AddParts(sums.second) / count - mean * mean);
    const double inverse = 1.0 / std::sqrt(variance + epsilon * scale * scale);
    const double unbiased = variance * count / std::max(1.0, count - 1.0);
    MoveTowards(m_mean.value[channel], mean / scale, momentum);
    MoveTowards(m_variance.value[channel], unbiased / (scale * scale), momentum);

    const Normalization normalization{static_cast<float>(mean),
                                      static_cast<float>(inverse),
                                      m_gamma.value[channel],
                                      m_beta.value[channel]};
    tape.inverseDeviation[channel] = normalization.inverseDeviation;
    const Kernels& kernels = GetKernels();
    for (std::size_t row = begin; row < values.size(); row += stride)
    {
        kernels.normalize(
            normalization, values.data() + row, tape.normalized.data() + row, positions);
    }
}

void
BatchNormalization::Backward(std::vector<float>& gradient, const Tape& tape)
{
    const std::vector<ChannelSums> sums =
        SumChannels(gradient, tape.normalized, GetChannelCount(), tape.positions);
    for (int channel = 0; channel < GetChannelCount(); ++channel)
    {
        BackwardChannel(gradient, channel, sums[channel], tape);
    }
}

/// dx = gamma / deviation (dy - mean(dy) - n mean(dy n)), with n the normalized x.
void
BatchNormalization::BackwardChannel(std::vector<float>& gradient,
                                    int channel,
                                    const ChannelSums& sums,
                                    const Tape& tape)
{
    const std::size_t positions = tape.positions;
    const std::size_t stride = positions * GetChannelCount();
    const std::size_t begin = positions * channel;
    const double count = static_cast<double>(gradient.size()) / GetChannelCount();

    const double sum = AddParts(sums.first);
    const double product = AddParts(sums.second);
    m_beta.gradient[channel] = static_cast<float>(sum);
    m_gamma.gradient[channel] = static_cast<float>(product);

    const NormalizationGradient terms{m_gamma.value[channel] * tape.inverseDeviation[channel],
                                      static_cast<float>(sum / count),
                                      static_cast<float>(product / count)};
    const Kernels& kernels = GetKernels();
    for (std::size_t row = begin; row < gradient.size(); row += stride)
    {
        kernels.normalizeBackward(
            terms, tape.normalized.data() + row, gradient.data() + row, positions);
    }
}

void
BatchNormalization::CollectTensors(const std::string& prefix, std::vector<NamedTensor>& tensors)
{
    tensors.push_back({prefix + "gamma", &m_gamma});
    tensors.push_back({prefix + "beta", &m_beta});
    tensors.push_back({prefix + "mean", &m_mean});
    tensors.push_back({prefix + "var", &m_variance});
}

} // namespace nn
