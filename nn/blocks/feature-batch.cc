// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/feature-batch.h"

namespace nn
{

RealBatch
ToReal(const FeatureBatch& features)
{
    RealBatch real(features.samples, static_cast<int>(features.shape.Size()));
    const auto divisor = static_cast<float>(features.divisor);
    for (std::size_t i = 0; i < real.values.size(); ++i)
    {
        real.values[i] = static_cast<float>(features.values[i]) / divisor;
    }
    return real;
}

} // namespace nn
