// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_STREET_HASH_NOISE_H
#define NN_STREET_HASH_NOISE_H

#include <cstdint>

namespace nn::street
{

/// Noise that is a pure function of a key: no state, any order.

/// Approximately standard normal: sqrt(3) times the sum of four 16-bit uniform numbers less 2.
float HashNormal(std::uint64_t key);

/// Uniform in [0, 1), one number per cell of a grid over a surface.
/// \param column, row the cell: whole numbers, at least -4096
/// \param salt which of the grids
float CellNoise(double column, double row, int salt);

} // namespace nn::street

#endif // NN_STREET_HASH_NOISE_H
