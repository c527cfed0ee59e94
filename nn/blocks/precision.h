// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_PRECISION_H
#define NN_PRECISION_H

namespace nn
{

/// With which numbers a layer computes.
enum class Precision
{
    Binary, //!< weights +-1, activations +-1
    Float   //!< float32
};

} // namespace nn

#endif // NN_PRECISION_H
