// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_FLOAT_CONV_POOL_KERNEL_H
#define NN_FLOAT_CONV_POOL_KERNEL_H

#include "nn/blocks/feature-batch.h"
#include "nn/blocks/kernels/kernels.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace nn
{

/// Convolution 3x3 (stride 1, padding 1 with zeros) with real weights and max pool 3x3 (stride 2,
/// padding 1 that never wins) of one sample, and its gradients.
///
/// Every sum has one order: a convolution adds the taps row by row, channel by channel. So the
/// results are the same on every machine, whatever its vectors: only different sums are computed
/// side by side.
class FloatConvPoolKernel
{
  public:
    /// \param input shape of the map
    /// \param weights (filters, C, 3, 3)
    FloatConvPoolKernel(MapShape input, std::vector<float> weights);

    MapShape GetInputShape() const;
    /// (filters, ceil(H / 2), ceil(W / 2)).
    MapShape GetOutputShape() const;

    /// Memory that Run uses; keep it between samples.
    struct Workspace
    {
        std::vector<float> map;  //!< (C, H + 2, W + 2): with zeros around
        std::vector<float> sums; //!< (H, W + 2): of one filter; the last two of a row mean nothing
    };

    /// \param input (C, H, W)
    /// \param pooled (filters, H', W'): the maxima
    /// \param winners as pooled: row * (W + 2) + column of each maximum, the first of equals in
    ///        row-major order; or null
    void Run(const float* input, Workspace& workspace, float* pooled, std::int32_t* winners) const;

    /// Numbers of a map laid out for the gradients, (H + 2, W + 2, C).
    std::size_t GetMapSize() const;
    /// Lays a sample out for AddWeightGradient.
    /// \param input (C, H, W)
    /// \param map of GetMapSize numbers, zero where nothing was laid out before
    void LayOut(const float* input, float* map) const;

    /// Gradient of the loss for the maxima of one sample.
    struct Maxima
    {
        const float* gradient;       //!< (filters, H', W')
        const std::int32_t* winners; //!< as Run wrote them
    };

    /// Adds one sample to the gradient of the weights of one filter.
    /// \param map of the sample: see LayOut
    /// \param gradient of all filters, (filters, 3, 3, C)
    void AddWeightGradient(const float* map,
                           const Maxima& maxima,
                           std::size_t filter,
                           std::vector<float>& gradient) const;
    /// (filters, C, 3, 3) of the above.
    std::vector<float> MoveChannelsFirst(const std::vector<float>& gradient) const;

    /// Gradient for the input of one sample, (C, H, W).
    void WriteInputGradient(const Maxima& maxima, float* output) const;

  private:
    std::size_t GetStride() const;
    std::size_t GetPositions() const;
    /// Index in a laid out map of number i of a map (C, H, W).
    std::size_t GetPlace(std::size_t i) const;
    void Convolve(std::size_t filter, Workspace& workspace) const;
    void Pool(const std::vector<float>& sums, float* pooled, std::int32_t* winners) const;

    MapShape m_input;
    std::size_t m_filters;
    std::vector<float> m_weights;            //!< (filters, C, 3, 3)
    std::vector<float> m_channelLastWeights; //!< (filters, 3, 3, C)
    const Kernels& m_kernels;
};

} // namespace nn

#endif // NN_FLOAT_CONV_POOL_KERNEL_H
