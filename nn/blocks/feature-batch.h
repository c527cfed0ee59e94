// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_FEATURE_BATCH_H
#define NN_FEATURE_BATCH_H

#include <cstddef>
#include <cstdint>
#include <vector>

namespace nn
{

/// Shape of a feature map: (C, H, W), row-major.
struct MapShape
{
    int channels = 0;
    int height = 0;
    int width = 0;

    std::size_t Size() const
    {
        return static_cast<std::size_t>(channels) * height * width;
    }
};

inline bool
operator==(const MapShape& a, const MapShape& b)
{
    return a.channels == b.channels && a.height == b.height && a.width == b.width;
}

/// Feature maps or images of some samples: (N, C, H, W), row-major, as integers.
///
/// The real value is value / divisor, in [-1, 1]: an activation is +1 or -1 (divisor 1), a pixel is
/// 0..255 (divisor 255), the average of n maps is their sum (divisor n). Convolving the integers is
/// exact, so that ties in the maximum of a pool do not depend on rounding.
struct FeatureBatch
{
    MapShape shape;
    int samples = 0;
    int divisor = 1;
    std::vector<std::int16_t> values;

    FeatureBatch() = default;

    /// All values 0.
    FeatureBatch(MapShape mapShape, int sampleCount, int valueDivisor)
        : shape(mapShape),
          samples(sampleCount),
          divisor(valueDivisor),
          values(mapShape.Size() * sampleCount)
    {
    }

    const std::int16_t* GetMap(int sample) const
    {
        return values.data() + shape.Size() * sample;
    }

    std::int16_t* GetMap(int sample)
    {
        return values.data() + shape.Size() * sample;
    }
};

/// Real vectors of some samples: (N, width), row-major. Scores, or the input of a linear layer.
struct RealBatch
{
    int samples = 0;
    int width = 0;
    std::vector<float> values;

    RealBatch() = default;

    /// All values 0.
    RealBatch(int sampleCount, int vectorWidth)
        : samples(sampleCount),
          width(vectorWidth),
          values(static_cast<std::size_t>(sampleCount) * vectorWidth)
    {
    }

    const float* GetRow(int sample) const
    {
        return values.data() + static_cast<std::size_t>(width) * sample;
    }

    float* GetRow(int sample)
    {
        return values.data() + static_cast<std::size_t>(width) * sample;
    }
};

/// The real values of feature maps, one row a sample: the input of a linear layer. The second form
/// uses the memory of `real` again.
RealBatch ToReal(const FeatureBatch& features);
void ToReal(const FeatureBatch& features, RealBatch& real);

} // namespace nn

#endif // NN_FEATURE_BATCH_H
