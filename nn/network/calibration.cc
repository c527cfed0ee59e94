// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/calibration.h"

#include "nn/network/exit.h"
#include "nn/network/hierarchical-network.h"
#include "nn/network/view-batch.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace nn
{

namespace
{

constexpr int binCount = 15;

struct Bin
{
    int samples = 0;
    int correct = 0;
    double confidence = 0; //!< sum
};

std::size_t
GetBin(double confidence)
{
    const double upper = std::ceil(confidence * binCount);
    return static_cast<std::size_t>(std::clamp(upper - 1, 0.0, binCount - 1.0));
}

/// 1 without an exit.
double
FitIfThere(const RealBatch& scores, const std::vector<int>& labels)
{
    return scores.samples == 0 ? 1.0 : FitTemperature(scores, labels);
}

} // namespace

double
GetLikelihoodSlope(const RealBatch& scores,
                   const std::vector<int>& labels,
                   double inverseTemperature)
{
    double sum = 0;
    for (int n = 0; n < scores.samples; ++n)
    {
        const float* row = scores.GetRow(n);
        const std::vector<double> p = Softmax(row, scores.width, 1 / inverseTemperature);
        for (int c = 0; c < scores.width; ++c)
        {
            sum += p[c] * (static_cast<double>(row[c]) - row[labels[n]]);
        }
    }
    return sum / scores.samples;
}

double
FitTemperature(const RealBatch& scores, const std::vector<int>& labels)
{
    double low = 1 / highestTemperature;
    double high = 1 / lowestTemperature;
    if (GetLikelihoodSlope(scores, labels, low) >= 0)
    {
        return highestTemperature;
    }
    if (GetLikelihoodSlope(scores, labels, high) <= 0)
    {
        return lowestTemperature;
    }
    constexpr int halvings = 60;
    for (int i = 0; i < halvings; ++i)
    {
        const double middle = (low + high) / 2;
        (GetLikelihoodSlope(scores, labels, middle) < 0 ? low : high) = middle;
    }
    return 2 / (low + high);
}

ExitTemperatures
FitTemperatures(const HierarchicalNetwork& network,
                const MultiViewDataSet& dataset,
                const std::vector<int>& samples)
{
    const NetworkScores scores =
        network.Evaluate(GatherViews(dataset, samples, network.GetDescription().cameras));
    std::vector<int> labels;
    std::transform(samples.begin(), samples.end(), std::back_inserter(labels), [&](int sample) {
        return dataset.GetLabel(sample);
    });
    return {FitIfThere(scores.local, labels),
            FitIfThere(scores.edge, labels),
            FitIfThere(scores.cloud, labels)};
}

double
GetExpectedCalibrationError(const RealBatch& scores,
                            const std::vector<int>& labels,
                            double temperature)
{
    std::vector<Bin> bins(binCount);
    for (int n = 0; n < scores.samples; ++n)
    {
        const int prediction = GetPrediction(scores.GetRow(n), scores.width);
        const double confidence = Softmax(scores.GetRow(n), scores.width, temperature)[prediction];
        Bin& bin = bins[GetBin(confidence)];
        ++bin.samples;
        bin.correct += prediction == labels[n] ? 1 : 0;
        bin.confidence += confidence;
    }
    double error = 0;
    for (const Bin& bin : bins)
    {
        error += std::fabs(bin.correct - bin.confidence);
    }
    return scores.samples == 0 ? 0 : error / scores.samples;
}

} // namespace nn
