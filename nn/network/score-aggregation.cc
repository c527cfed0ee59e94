// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/score-aggregation.h"

#include "nn/network/pointers.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace nn
{

namespace
{

using Inputs = std::vector<const RealBatch*>;

RealBatch
Stack(const Inputs& inputs, const RealBatch& like)
{
    RealBatch result(like.samples, like.width * static_cast<int>(inputs.size()));
    for (std::size_t i = 0; i < inputs.size(); ++i)
    {
        for (int n = 0; inputs[i] != nullptr && n < like.samples; ++n)
        {
            std::copy_n(inputs[i]->GetRow(n), like.width, result.GetRow(n) + i * like.width);
        }
    }
    return result;
}

RealBatch
Max(const Inputs& present)
{
    RealBatch result = *present.front();
    for (const RealBatch* input : present)
    {
        for (std::size_t i = 0; i < result.values.size(); ++i)
        {
            result.values[i] = std::max(result.values[i], input->values[i]);
        }
    }
    return result;
}

RealBatch
Average(const Inputs& present)
{
    RealBatch result(present.front()->samples, present.front()->width);
    for (std::size_t i = 0; i < result.values.size(); ++i)
    {
        float sum = 0;
        for (const RealBatch* input : present)
        {
            sum += input->values[i];
        }
        result.values[i] = sum / static_cast<float>(present.size());
    }
    return result;
}

/// What comes before concat's layer.
RealBatch
Combine(Aggregation aggregation, const Inputs& inputs)
{
    Inputs present = inputs;
    present.erase(std::remove(present.begin(), present.end(), nullptr), present.end());
    switch (aggregation)
    {
    case Aggregation::Max:
        return Max(present);
    case Aggregation::Average:
        return Average(present);
    case Aggregation::Concatenate:
        break;
    }
    return Stack(inputs, *present.front());
}

/// What comes before concat's layer, sample by sample from the inputs that are there.
RealBatch
CombinePresent(Aggregation aggregation,
               const std::vector<RealBatch>& inputs,
               const Presence& presence)
{
    RealBatch result = Combine(aggregation, GetPointers(inputs));
    for (int n = 0; !presence.IsComplete() && n < result.samples; ++n)
    {
        std::vector<RealBatch> rows;
        Inputs present(inputs.size(), nullptr);
        rows.reserve(inputs.size());
        for (std::size_t i = 0; i < inputs.size(); ++i)
        {
            if (presence.Has(static_cast<int>(i), n))
            {
                rows.emplace_back(1, inputs[i].width);
                std::copy_n(inputs[i].GetRow(n), inputs[i].width, rows.back().GetRow(0));
                present[i] = &rows.back();
            }
        }
        std::copy_n(Combine(aggregation, present).GetRow(0), result.width, result.GetRow(n));
    }
    return result;
}

/// Index of the first input of sample n with the greatest value at i, of those that are there.
std::size_t
GetWinner(const std::vector<RealBatch>& inputs, const Presence& presence, int n, std::size_t i)
{
    std::size_t winner = inputs.size();
    for (std::size_t j = 0; j < inputs.size(); ++j)
    {
        if (presence.Has(static_cast<int>(j), n) &&
            (winner == inputs.size() || inputs[j].values[i] > inputs[winner].values[i]))
        {
            winner = j;
        }
    }
    return winner;
}

void
ClearMissing(const Presence& presence, std::vector<RealBatch>& parts)
{
    for (std::size_t i = 0; !presence.IsComplete() && i < parts.size(); ++i)
    {
        for (int n = 0; n < parts[i].samples; ++n)
        {
            if (!presence.Has(static_cast<int>(i), n))
            {
                std::fill_n(parts[i].GetRow(n), parts[i].width, 0.0F);
            }
        }
    }
}

/// The inverse of Stack, for gradients.
void
Unstack(const RealBatch& stacked, std::vector<RealBatch>& parts)
{
    for (std::size_t i = 0; i < parts.size(); ++i)
    {
        for (int n = 0; n < stacked.samples; ++n)
        {
            std::copy_n(stacked.GetRow(n) + i * parts[i].width, parts[i].width, parts[i].GetRow(n));
        }
    }
}

} // namespace

ScoreAggregation::ScoreAggregation(Aggregation aggregation,
                                   int inputs,
                                   int classes,
                                   SplitMix64& random)
    : m_aggregation(aggregation), m_inputs(inputs), m_classes(classes)
{
    if (aggregation == Aggregation::Concatenate)
    {
        m_layer.emplace(inputs * classes, classes, random);
    }
}

Aggregation
ScoreAggregation::GetAggregation() const
{
    return m_aggregation;
}

int
ScoreAggregation::GetInputCount() const
{
    return m_inputs;
}

int
ScoreAggregation::GetClassCount() const
{
    return m_classes;
}

const std::optional<FcBlock>&
ScoreAggregation::GetLayer() const
{
    return m_layer;
}

RealBatch
ScoreAggregation::Forward(std::vector<RealBatch> inputs,
                          const Presence& presence,
                          double momentum,
                          Tape& tape)
{
    tape.inputs = std::move(inputs);
    tape.presence = presence;
    RealBatch result = CombinePresent(m_aggregation, tape.inputs, presence);
    return m_layer ? m_layer->Forward(std::move(result), momentum, tape.layer) : result;
}

std::vector<RealBatch>
ScoreAggregation::Backward(RealBatch gradient, const Tape& tape)
{
    std::vector<RealBatch> result(m_inputs, RealBatch(gradient.samples, m_classes));
    if (m_layer)
    {
        Unstack(m_layer->Backward(std::move(gradient), tape.layer), result);
        ClearMissing(tape.presence, result);
        return result;
    }
    for (std::size_t i = 0; i < gradient.values.size(); ++i)
    {
        const int n = static_cast<int>(i) / m_classes;
        if (m_aggregation == Aggregation::Max)
        {
            result[GetWinner(tape.inputs, tape.presence, n, i)].values[i] = gradient.values[i];
            continue;
        }
        const int count = tape.presence.IsComplete() ? m_inputs : tape.presence.Count(n);
        for (RealBatch& part : result)
        {
            part.values[i] = gradient.values[i] / static_cast<float>(count);
        }
    }
    ClearMissing(tape.presence, result);
    return result;
}

void
ScoreAggregation::CollectTensors(const std::string& prefix, std::vector<NamedTensor>& tensors)
{
    if (m_layer)
    {
        m_layer->CollectTensors(prefix, tensors);
    }
}

FrozenScoreAggregation::FrozenScoreAggregation(const ScoreAggregation& aggregation)
    : m_aggregation(aggregation.GetAggregation()), m_inputs(aggregation.GetInputCount())
{
    if (aggregation.GetLayer())
    {
        m_layer.emplace(*aggregation.GetLayer());
    }
}

int
FrozenScoreAggregation::GetInputCount() const
{
    return m_inputs;
}

RealBatch
FrozenScoreAggregation::Run(const std::vector<const RealBatch*>& inputs) const
{
    const RealBatch combined = Combine(m_aggregation, inputs);
    return m_layer ? m_layer->Run(combined) : combined;
}

} // namespace nn
