// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_PACKED_LINEAR_H
#define NN_PACKED_LINEAR_H

#include "nn/blocks/fc-block.h"
#include "nn/packed/bit-kernels.h"
#include "nn/packed/packed-bits.h"

#include <cstddef>
#include <vector>

namespace nn
{

/// A trained FcBlock whose inputs are activations: XNOR and population count make an exact integer,
/// then the float batch normalization of FrozenFc. The scores are FrozenFc's, bit by bit.
class PackedLinear
{
  public:
    PackedLinear(const FcBlock& block, const BitKernels& kernels);

    /// \param input padded with zeros
    std::vector<float> Run(const PackedBits& input) const;

    /// The same where some inputs are neither -1 nor +1 but 0.
    /// \param input 0 where `present` is 0
    /// \param present 1 where there is an activation
    std::vector<float> Run(const PackedBits& input, const PackedBits& present) const;

    /// Weights one bit, batch normalization float32 scale and shift.
    std::size_t GetParameterBytes() const;

  private:
    float Normalize(std::size_t output, std::size_t activations, std::size_t differences) const;

    std::size_t m_inputs;
    const BitKernels* m_kernels;
    std::vector<PackedBits> m_weights; //!< (outputs): padded with zeros
    std::vector<BatchNormalization::Affine> m_affines;
};

} // namespace nn

#endif // NN_PACKED_LINEAR_H
