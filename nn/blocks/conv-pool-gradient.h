// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_CONV_POOL_GRADIENT_H
#define NN_CONV_POOL_GRADIENT_H

#include "nn/blocks/feature-batch.h"
#include "nn/blocks/kernels/kernels.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace nn
{

/// Gradients of ConvPoolKernel. Only the positions that won the max pool have one: at most a
/// quarter of the convolution's outputs.
///
/// Works on groups of as many channels as a vector has numbers, each a map (H + 2, stride,
/// channels) of its own: a place is then one vector, and such a map stays in the first cache.
class ConvPoolGradient
{
  public:
    /// \param signs weights, (filters, C, 3, 3), each +1 or -1
    /// \param kernels the instruction set; the results do not depend on it
    ConvPoolGradient(MapShape input,
                     const std::vector<float>& signs,
                     const Kernels& kernels = GetKernels());

    /// Adds one sample to the gradient of the weights.
    /// \param input (C, H, W)
    /// \param gradient (filters, H', W'): of the loss for the maxima
    /// \param winners as ConvPoolKernel wrote them
    void AddSample(const std::int16_t* input, const float* gradient, const std::int32_t* winners);

    /// Gradient for the input of the sample that was added last, (C, H, W).
    void WriteInputGradient(float* output);

    /// Gradient of the weights over all samples, (filters, C, 3, 3).
    std::vector<float> GetWeightGradient() const;

  private:
    /// Index in a (filters, groups, 3, 3, channels) tensor of element i of a (filters, C, 3, 3)
    /// one.
    std::size_t GetChannelLastIndex(std::size_t i) const;
    std::size_t GetMapSize() const;
    /// The channels of a group, (C, H, W).
    MapShape GetGroupShape(std::size_t group) const;
    void Gather(const float* gradient, const std::int32_t* winners);
    void AddFilter(std::size_t filter, const float* map, float* weightGradient);

    MapShape m_input;
    std::size_t m_filters;
    std::size_t m_positions; //!< H' W'
    WindowShape m_window;
    std::size_t m_groups;                //!< of window.channels channels each
    std::vector<float> m_signs;          //!< (filters, groups, 3, 3, channels)
    std::vector<float> m_weightGradient; //!< (filters, groups, 3, 3, channels)
    std::vector<float> m_sums;           //!< (3, 3, channels): of one sample and filter
    std::vector<float> m_map;            //!< (groups, H + 2, stride, channels)
    std::vector<float> m_mapGradient;    //!< (groups, H + 2, stride, channels)
    std::vector<SparseGradient> m_sparse;
    std::vector<std::ptrdiff_t> m_begins; //!< (filters + 1): ranges of m_sparse
    const Kernels& m_kernels;
};

} // namespace nn

#endif // NN_CONV_POOL_GRADIENT_H
