// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_CONV_POOL_INPUT_GRADIENT_H
#define NN_CONV_POOL_INPUT_GRADIENT_H

#include "nn/blocks/feature-batch.h"
#include "nn/blocks/kernels/kernels.h"
#include "nn/blocks/window-groups.h"

#include <vector>

namespace nn
{

/// Gradient of ConvPoolKernel for its input, one sample at a time.
class ConvPoolInputGradient
{
  public:
    /// \param signs weights, (filters, C, 3, 3), each +1 or -1
    /// \param kernels the instruction set; the results do not depend on it
    ConvPoolInputGradient(MapShape input,
                          const std::vector<float>& signs,
                          const Kernels& kernels = GetKernels());

    /// \param gradient of the loss for the maxima of all filters
    /// \param output (C, H, W)
    void Run(const MaximaGradient& gradient, float* output);

  private:
    WindowGroups m_groups;
    std::vector<std::vector<float>> m_signs; //!< of each group, (filters, 3, 3, channels)
    std::vector<float> m_maps;
    const Kernels& m_kernels;
};

} // namespace nn

#endif // NN_CONV_POOL_INPUT_GRADIENT_H
