// SPDX-License-Identifier: GPL-2.0-only
#ifndef SURROGATE_BLOCK_H
#define SURROGATE_BLOCK_H

#include "nn/blocks/feature-batch.h"

#include <cstddef>
#include <vector>

namespace nn
{

/// A ConvP block with real-valued weights in double precision, and an activation with a derivative:
/// for the binary one clamp(x, -1, 1), whose derivative is the straight-through gradient. Loss: sum
/// of r activation(y).
class SurrogateBlock
{
  public:
    MapShape shape;
    int filters = 0;
    int divisor = 1;
    double (*activation)(double) = nullptr;
    std::vector<double> input;   //!< (N, C, H, W)
    std::vector<double> weights; //!< (filters, C, 3, 3)
    std::vector<double> gamma;
    std::vector<double> beta;
    std::vector<double> factors; //!< r: (N, filters, H', W')

    /// (N, filters, H', W').
    std::vector<double> GetOutput() const;
    double GetLoss() const;
    /// Of the loss, by finite differences.
    double GetSlope(double& variable, double step) const;

  private:
    double Convolve(int k, const double* map, int y, int x) const;
    void PoolFilter(int k, const double* map, std::vector<double>& pooled) const;
};

} // namespace nn

#endif // SURROGATE_BLOCK_H
