// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_CONV_POOL_WEIGHT_GRADIENT_H
#define NN_CONV_POOL_WEIGHT_GRADIENT_H

#include "nn/blocks/feature-batch.h"
#include "nn/blocks/kernels/kernels.h"
#include "nn/blocks/window-groups.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace nn
{

/// Gradient of the weights of some filters of ConvPoolKernel, over samples in turn. Only the
/// positions that won the max pool have one: a quarter of the convolution's outputs.
class ConvPoolWeightGradient
{
  public:
    /// \param kernels the instruction set; the results do not depend on it
    ConvPoolWeightGradient(MapShape input,
                           std::size_t filters,
                           const Kernels& kernels = GetKernels());

    /// Adds one sample.
    /// \param input (C, H, W)
    /// \param gradient of the loss for the maxima of the filters
    void AddSample(const std::int16_t* input, const MaximaGradient& gradient);

    /// \param gradient (filters, C, 3, 3), over all samples
    void Write(float* gradient) const;

  private:
    void AddGroup(std::size_t group, const MaximaGradient& gradient, const float* map);

    MapShape m_input;
    std::size_t m_filters;
    WindowGroups m_groups;
    std::vector<std::vector<float>> m_sums; //!< of each group, (filters, 3, GetSumRow)
    std::vector<float> m_sampleSums;
    std::vector<float> m_maps;
    const Kernels& m_kernels;
};

} // namespace nn

#endif // NN_CONV_POOL_WEIGHT_GRADIENT_H
