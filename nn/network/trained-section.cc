// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/trained-section.h"

#include "nn/network/check-inputs.h"
#include "nn/network/exit.h"
#include "nn/network/map-aggregation.h"

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace nn
{

namespace
{

/// Binary weights one bit each, real ones float32; batch normalization two float32 per channel.
std::size_t
CountBytes(const Tensor& weights, Precision precision, const BatchNormalization& normalization)
{
    const std::size_t count = weights.value.size();
    const auto channels = static_cast<std::size_t>(normalization.GetChannelCount());
    return (precision == Precision::Float ? count * sizeof(float) : (count + 7) / 8) +
           channels * 2 * sizeof(float);
}

std::size_t
CountParameterBytes(const Section& section)
{
    const FcBlock& exit = section.GetExit();
    std::size_t bytes = CountBytes(exit.GetWeights(), exit.GetPrecision(), exit.GetNormalization());
    for (const Block& block : section.GetBlocks())
    {
        bytes += std::visit(
            [](const auto& kind) {
                return CountBytes(kind.GetWeights(), kind.precision, kind.GetNormalization());
            },
            block);
    }
    return bytes;
}

/// Pointers to the values that are there.
template <typename T>
std::vector<const T*>
GetPointers(const std::vector<std::optional<T>>& values)
{
    std::vector<const T*> pointers;
    pointers.reserve(values.size());
    for (const std::optional<T>& value : values)
    {
        pointers.push_back(value ? &*value : nullptr);
    }
    return pointers;
}

/// What some scores say.
Classification
Judge(std::vector<float> scores, double temperature)
{
    const auto classes = static_cast<int>(scores.size());
    Classification result;
    result.prediction = GetPrediction(scores.data(), classes);
    result.entropy = GetNormalizedEntropy(scores.data(), classes, temperature);
    result.scores = std::move(scores);
    return result;
}

} // namespace

TrainedSection::TrainedSection(const Section& section, SectionPlace place)
    : m_section(section),
      m_place(place),
      m_operations(CountOperations(section, place)),
      m_parameterBytes(CountParameterBytes(section))
{
}

int
TrainedSection::GetInputCount() const
{
    return m_place.children;
}

std::size_t
TrainedSection::GetInputBytes(int /* i */) const
{
    return GetFeatureBytes(m_place.child, m_place.format);
}

SectionOutput
TrainedSection::Run(const std::vector<const std::vector<std::uint8_t>*>& inputs) const
{
    CheckInputs(inputs, m_place.children);
    std::vector<std::optional<FeatureBatch>> maps(inputs.size());
    for (std::size_t i = 0; i < inputs.size(); ++i)
    {
        if (inputs[i] != nullptr)
        {
            maps[i] = UnpackFeatures(*inputs[i], m_place.child, m_place.format);
        }
    }
    SectionResult result = m_section.Run(AggregateMaps(m_place.aggregation, GetPointers(maps)));
    SectionOutput output;
    output.scores = std::move(result.scores.values);
    if (m_place.upward == SectionPlace::Upward::Features)
    {
        output.features = PackFeatures(result.features);
    }
    return output;
}

OperationCount
TrainedSection::GetOperations() const
{
    return m_operations;
}

std::size_t
TrainedSection::GetParameterBytes() const
{
    return m_parameterBytes;
}

TrainedExit::TrainedExit(const ScoreAggregation& aggregation, double temperature)
    : m_aggregation(aggregation), m_classes(aggregation.GetClassCount()), m_temperature(temperature)
{
}

int
TrainedExit::GetInputCount() const
{
    return m_aggregation.GetInputCount();
}

Classification
TrainedExit::Classify(const std::vector<const std::vector<float>*>& scores) const
{
    CheckInputs(scores, GetInputCount());
    std::vector<std::optional<RealBatch>> batches(scores.size());
    for (std::size_t i = 0; i < scores.size(); ++i)
    {
        if (scores[i] == nullptr)
        {
            continue;
        }
        if (scores[i]->size() != static_cast<std::size_t>(m_classes))
        {
            throw std::invalid_argument(std::to_string(scores[i]->size()) + " scores; expected " +
                                        std::to_string(m_classes));
        }
        batches[i].emplace(1, m_classes);
        batches[i]->values = *scores[i];
    }
    return Judge(m_aggregation.Run(GetPointers(batches)).values, m_temperature);
}

CloudExit::CloudExit(double temperature) : m_temperature(temperature) {}

int
CloudExit::GetInputCount() const
{
    return 1;
}

Classification
CloudExit::Classify(const std::vector<const std::vector<float>*>& scores) const
{
    CheckInputs(scores, GetInputCount());
    return Judge(*scores.front(), m_temperature);
}

} // namespace nn
