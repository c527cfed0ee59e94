// SPDX-License-Identifier: GPL-2.0-only
#include "surrogate-block.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace nn
{

std::vector<double>
SurrogateBlock::GetOutput() const
{
    const std::size_t positions =
        static_cast<std::size_t>((shape.height + 1) / 2) * ((shape.width + 1) / 2);
    const std::size_t samples = input.size() / shape.Size();
    std::vector<double> output(samples * filters * positions);
    for (int k = 0; k < filters; ++k)
    {
        std::vector<double> x;
        for (std::size_t n = 0; n < samples; ++n)
        {
            PoolFilter(k, &input[n * shape.Size()], x);
        }
        double mean = 0;
        double square = 0;
        for (const double value : x)
        {
            mean += value / static_cast<double>(x.size());
            square += value * value / static_cast<double>(x.size());
        }
        const double epsilon = 2e-5 * divisor * divisor;
        const double deviation = std::sqrt(square - mean * mean + epsilon);
        for (std::size_t i = 0; i < x.size(); ++i)
        {
            const std::size_t n = i / positions;
            output[(n * filters + k) * positions + i % positions] =
                activation(gamma[k] * (x[i] - mean) / deviation + beta[k]);
        }
    }
    return output;
}

double
SurrogateBlock::GetLoss() const
{
    const std::vector<double> output = GetOutput();
    return std::inner_product(output.begin(), output.end(), factors.begin(), 0.0);
}

double
SurrogateBlock::GetSlope(double& variable, double step) const
{
    const double before = variable;
    variable = before + step;
    const double above = GetLoss();
    variable = before - step;
    const double below = GetLoss();
    variable = before;
    return (above - below) / (2 * step);
}

double
SurrogateBlock::Convolve(int k, const double* map, int y, int x) const
{
    double sum = 0;
    for (int j = 0; j < shape.channels * 9; ++j)
    {
        const int row = y + j % 9 / 3 - 1;
        const int column = x + j % 3 - 1;
        if (row >= 0 && row < shape.height && column >= 0 && column < shape.width)
        {
            sum += weights[k * shape.channels * 9 + j] *
                   map[(j / 9 * shape.height + row) * shape.width + column];
        }
    }
    return sum;
}

void
SurrogateBlock::PoolFilter(int k, const double* map, std::vector<double>& pooled) const
{
    for (int y = 0; y < shape.height; y += 2)
    {
        for (int x = 0; x < shape.width; x += 2)
        {
            double best = -1e30;
            for (int place = 0; place < 9; ++place)
            {
                const int row = y + place / 3 - 1;
                const int column = x + place % 3 - 1;
                if (row >= 0 && row < shape.height && column >= 0 && column < shape.width)
                {
                    best = std::max(best, Convolve(k, map, row, column));
                }
            }
            pooled.push_back(best);
        }
    }
}

} // namespace nn
