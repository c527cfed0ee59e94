// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/exit.h"

#include "nn/network/portable-math.h"

#include <algorithm>
#include <cstddef>

namespace nn
{

namespace
{

/// d_c = (z_c - max z) / T and exp(d_c) for each class, and the sum of the latter.
struct Exponentials
{
    std::vector<double> differences;
    std::vector<double> values;
    double sum = 0;
};

Exponentials
Exponentiate(const float* scores, int classes, double temperature)
{
    Exponentials result;
    const float highest = *std::max_element(scores, scores + classes);
    for (int c = 0; c < classes; ++c)
    {
        result.differences.push_back((static_cast<double>(scores[c]) - highest) / temperature);
        result.values.push_back(PortableExp(result.differences.back()));
        result.sum += result.values.back();
    }
    return result;
}

} // namespace

std::vector<double>
Softmax(const float* scores, int classes, double temperature)
{
    Exponentials exponentials = Exponentiate(scores, classes, temperature);
    for (double& value : exponentials.values)
    {
        value /= exponentials.sum;
    }
    return exponentials.values;
}

/// With S = sum of exp(d): log p_c = d_c - log S, hence
/// eta = (log S - sum of exp(d_c) d_c / S) / log |C|. No logarithm of a small number.
double
GetNormalizedEntropy(const float* scores, int classes, double temperature)
{
    const Exponentials exponentials = Exponentiate(scores, classes, temperature);
    double weighted = 0;
    for (int c = 0; c < classes; ++c)
    {
        weighted += exponentials.values[c] * exponentials.differences[c];
    }
    const double entropy = PortableLog(exponentials.sum) - weighted / exponentials.sum;
    return std::clamp(entropy / PortableLog(classes), 0.0, 1.0);
}

int
GetPrediction(const float* scores, int classes)
{
    return static_cast<int>(std::max_element(scores, scores + classes) - scores);
}

double
AddCrossEntropy(const RealBatch& scores,
                const std::vector<int>& labels,
                double weight,
                RealBatch& gradient)
{
    const auto counted = std::count_if(labels.begin(), labels.end(), [](int l) { return l >= 0; });
    double loss = 0;
    for (int n = 0; n < scores.samples; ++n)
    {
        if (labels[n] < 0)
        {
            continue;
        }
        const float* row = scores.GetRow(n);
        const double factor = weight / static_cast<double>(counted);
        const Exponentials exponentials = Exponentiate(row, scores.width, 1);
        loss += factor * (PortableLog(exponentials.sum) - exponentials.differences[labels[n]]);
        for (int c = 0; c < scores.width; ++c)
        {
            const double target = c == labels[n] ? 1.0 : 0.0;
            const double probability = exponentials.values[c] / exponentials.sum;
            gradient.GetRow(n)[c] += static_cast<float>(factor * (probability - target));
        }
    }
    return loss;
}

} // namespace nn
