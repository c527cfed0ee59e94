// SPDX-License-Identifier: GPL-2.0-only
#include "nn/packed/packed-linear.h"

#include "nn/blocks/binary-weights.h"

namespace nn
{

PackedLinear::PackedLinear(const FcBlock& block, const BitKernels& kernels)
    : m_inputs(static_cast<std::size_t>(block.GetInputCount())),
      m_kernels(&kernels),
      m_weights(static_cast<std::size_t>(block.GetOutputCount()),
                PackedBits(GetByteCount(m_inputs))),
      m_affines(block.GetNormalization().GetAffines())
{
    const std::vector<float> signs = GetSigns(block.GetWeights());
    for (std::size_t i = 0; i < signs.size(); ++i)
    {
        SetBits(m_weights[i / m_inputs], i % m_inputs, signs[i] > 0 ? 1U : 0U);
    }
}

/// n activations with d differences from the weights add up to n - 2 d.
float
PackedLinear::Normalize(std::size_t output, std::size_t activations, std::size_t differences) const
{
    const auto sum = static_cast<float>(static_cast<std::ptrdiff_t>(activations) -
                                        2 * static_cast<std::ptrdiff_t>(differences));
    return m_affines[output].scale * sum + m_affines[output].shift;
}

std::vector<float>
PackedLinear::Run(const PackedBits& input) const
{
    std::vector<float> scores(m_weights.size());
    for (std::size_t k = 0; k < scores.size(); ++k)
    {
        const std::size_t differences =
            m_kernels->countDifferences(input.data(), m_weights[k].data(), input.size());
        scores[k] = Normalize(k, m_inputs, differences);
    }
    return scores;
}

std::vector<float>
PackedLinear::Run(const PackedBits& input, const PackedBits& present) const
{
    const PackedBits zeros(input.size());
    const std::size_t activations =
        m_kernels->countDifferences(present.data(), zeros.data(), zeros.size());
    std::vector<float> scores(m_weights.size());
    for (std::size_t k = 0; k < scores.size(); ++k)
    {
        PackedBits weights = m_weights[k];
        for (std::size_t i = 0; i < weights.size(); ++i)
        {
            weights[i] = static_cast<std::uint8_t>(weights[i] & present[i]);
        }
        const std::size_t differences =
            m_kernels->countDifferences(input.data(), weights.data(), input.size());
        scores[k] = Normalize(k, activations, differences);
    }
    return scores;
}

std::size_t
PackedLinear::GetParameterBytes() const
{
    return GetByteCount(m_inputs * m_weights.size()) + m_affines.size() * 2 * sizeof(float);
}

} // namespace nn
