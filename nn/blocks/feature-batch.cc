// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/feature-batch.h"

namespace nn
{

RealBatch
ToReal(const FeatureBatch& features)
{
    RealBatch real;
    ToReal(features, real);
    return real;
}

void
ToReal(const FeatureBatch& features, RealBatch& real)
{
    real.samples = features.samples;
    real.width = static_cast<int>(features.shape.Size());
    real.values.resize(features.values.size());
    const auto divisor = static_cast<float>(features.divisor);
    for (std::size_t i = 0; i < real.values.size(); ++i)
    {
        real.values[i] = static_cast<float>(features.values[i]) / divisor;
    }
}

} // namespace nn
