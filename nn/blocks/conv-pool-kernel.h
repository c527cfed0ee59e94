// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_CONV_POOL_KERNEL_H
#define NN_CONV_POOL_KERNEL_H

#include "nn/blocks/feature-batch.h"

#include <cstdint>
#include <vector>

namespace nn
{

/// Convolution 3x3 (stride 1, padding 1 with zeros, weights +-1) and max pool 3x3 (stride 2,
/// padding 1 that never wins) of one sample, in exact integers.
///
/// A sum of +-x over the taps is 2 A - S, with A the sum over the taps of one sign and S that over
/// all taps, which is the same for all filters. So each filter only adds, at most half of the taps.
/// The map is laid out with its zero border, hence a tap is one fixed offset for all positions.
class ConvPoolKernel
{
  public:
    /// Greatest sum |x| over the taps of a filter that the pool can tell apart from its neighbours.
    static constexpr std::int64_t maximumSum = 1 << 20;

    /// \param input shape of the map
    /// \param signs weights, (filters, C, 3, 3), each +1 or -1
    ConvPoolKernel(MapShape input, const std::vector<float>& signs);

    MapShape GetInputShape() const;
    /// (filters, ceil(H / 2), ceil(W / 2)).
    MapShape GetOutputShape() const;

    /// Memory that Run uses; keep it between samples of the same kernel.
    struct Workspace
    {
        std::vector<std::uint16_t> padded16; //!< (C, H + 2, W + 2)
        std::vector<std::uint32_t> padded32;
        std::vector<std::uint16_t> sums16; //!< four maps (H + 2, W + 2): see Run
        std::vector<std::uint32_t> sums32;
        std::vector<float> keys;    //!< (H, W + 2): 16 x value, borders minus infinity
        std::vector<float> columns; //!< (W + 2)
    };

    /// \param input (C, H, W), each value in [-divisor, divisor]
    /// \param pooled (filters, H', W'): the maxima, integers
    /// \param winners as pooled: row * (W + 2) + column of each maximum, the first of equals in
    ///        row-major order; or null
    void Run(const std::int16_t* input,
             int divisor,
             Workspace& workspace,
             float* pooled,
             std::int32_t* winners) const;

  private:
    /// The taps of the rarer sign.
    struct Filter
    {
        std::vector<std::int32_t> offsets;
        float sign; //!< their sign
    };

    template <typename T>
    void RunWith(const std::int16_t* input,
                 std::vector<T>& padded,
                 std::vector<T>& sums,
                 Workspace& workspace,
                 float* pooled,
                 std::int32_t* winners) const;
    template <typename T>
    void Pad(const std::int16_t* input, std::vector<T>& padded) const;
    template <typename T>
    void SumAllTaps(const T* padded, T* channels, T* rows, T* total) const;
    template <typename T>
    void WriteKeys(const Filter& filter, const T* taps, const T* total, float* keys) const;
    void Pool(const float* keys, float* columns, float* pooled, std::int32_t* winners) const;
    void PoolRow(const float* columns, int row, float* pooled, std::int32_t* winners) const;

    MapShape m_input;
    int m_stride; //!< W + 2
    std::vector<Filter> m_filters;
};

} // namespace nn

#endif // NN_CONV_POOL_KERNEL_H
