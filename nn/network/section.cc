// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/section.h"

#include <cstddef>
#include <type_traits>
#include <utility>

namespace nn
{

namespace
{

std::vector<Block>
MakeBlocks(MapShape input, const std::vector<int>& filters, SplitMix64& random, Precision precision)
{
    std::vector<Block> blocks;
    for (const int count : filters)
    {
        blocks.push_back(MakeBlock(precision, input, count, random));
        input = GetOutputShape(blocks.back());
    }
    return blocks;
}

std::vector<BlockKinds::Frozen>
Freeze(const std::vector<Block>& blocks)
{
    std::vector<BlockKinds::Frozen> frozen;
    for (const Block& block : blocks)
    {
        std::visit(
            [&frozen](const auto& kind) {
                using Frozen = typename std::decay_t<decltype(kind)>::Frozen;
                frozen.emplace_back(std::in_place_type<Frozen>, kind);
            },
            block);
    }
    return frozen;
}

/// The tape of a kind of block, with the memory of the last time.
template <typename Kind>
typename Kind::Tape&
PrepareTape(BlockKinds::Tape& tape)
{
    if (auto* kept = std::get_if<typename Kind::Tape>(&tape))
    {
        return *kept;
    }
    return tape.emplace<typename Kind::Tape>();
}

std::vector<float>
BackwardBlock(Block& block,
              std::vector<float> gradient,
              const BlockKinds::Tape& tape,
              Workers& workers)
{
    return std::visit(
        [&](auto& kind) {
            using Tape = typename std::decay_t<decltype(kind)>::Tape;
            return kind.BackwardToInput(std::move(gradient), std::get<Tape>(tape), workers);
        },
        block);
}

/// From the gradient for real numbers to that for the integers that stand for them.
void
Divide(int divisor, std::vector<float>& gradient)
{
    for (float& value : gradient)
    {
        value /= static_cast<float>(divisor);
    }
}

/// The features of a result.
FeatureBatch
TakeFeatures(Activations& activations)
{
    auto* features = std::get_if<FeatureBatch>(&activations);
    return features == nullptr ? FeatureBatch() : std::move(*features);
}

} // namespace

Section::Section(MapShape input,
                 const std::vector<int>& filters,
                 int classes,
                 SplitMix64& random,
                 Precision precision)
    : m_input(input),
      m_blocks(MakeBlocks(input, filters, random, precision)),
      m_exit(static_cast<int>(GetOutputShape().Size()), classes, random, precision)
{
}

MapShape
Section::GetInputShape() const
{
    return m_input;
}

MapShape
Section::GetOutputShape() const
{
    return m_blocks.empty() ? m_input : nn::GetOutputShape(m_blocks.back());
}

const std::vector<Block>&
Section::GetBlocks() const
{
    return m_blocks;
}

const FcBlock&
Section::GetExit() const
{
    return m_exit;
}

SectionResult
Section::Forward(FeatureBatch input, double momentum, Tape& tape, Workers& workers)
{
    tape.inputDivisor = input.divisor;
    tape.blocks.resize(m_blocks.size());
    Activations activations = std::move(input);
    for (std::size_t i = 0; i < m_blocks.size(); ++i)
    {
        activations = std::visit(
            [&](auto& kind) -> Activations {
                using Kind = std::decay_t<decltype(kind)>;
                return kind.Forward(Take<typename Kind::Input>(std::move(activations)),
                                    momentum,
                                    PrepareTape<Kind>(tape.blocks[i]),
                                    workers);
            },
            m_blocks[i]);
    }
    SectionResult result;
    ToReal(activations, tape.exit.input);
    result.scores = m_exit.Forward(momentum, tape.exit);
    result.features = TakeFeatures(activations);
    tape.divisor = result.features.divisor;
    return result;
}

/// Gradient for the output of the first block, or for the input if there is no block.
std::vector<float>
Section::BackwardToFirstBlock(RealBatch scores,
                              const std::vector<float>& features,
                              const Tape& tape,
                              Workers& workers)
{
    std::vector<float> gradient = m_exit.Backward(std::move(scores), tape.exit).values;
    for (std::size_t i = 0; i < gradient.size(); ++i)
    {
        gradient[i] =
            gradient[i] / static_cast<float>(tape.divisor) + (features.empty() ? 0 : features[i]);
    }
    for (std::size_t i = m_blocks.size(); i > 1; --i)
    {
        gradient = BackwardBlock(m_blocks[i - 1], std::move(gradient), tape.blocks[i - 1], workers);
    }
    return gradient;
}

void
Section::Backward(RealBatch scores,
                  const std::vector<float>& features,
                  const Tape& tape,
                  Workers& workers)
{
    std::vector<float> gradient = BackwardToFirstBlock(std::move(scores), features, tape, workers);
    if (m_blocks.empty())
    {
        return;
    }
    std::visit(
        [&](auto& kind) {
            using Tape = typename std::decay_t<decltype(kind)>::Tape;
            kind.Backward(std::move(gradient), std::get<Tape>(tape.blocks.front()), workers);
        },
        m_blocks.front());
}

std::vector<float>
Section::BackwardToInput(RealBatch scores,
                         const std::vector<float>& features,
                         const Tape& tape,
                         Workers& workers)
{
    std::vector<float> gradient = BackwardToFirstBlock(std::move(scores), features, tape, workers);
    if (m_blocks.empty())
    {
        return gradient;
    }
    gradient = BackwardBlock(m_blocks.front(), std::move(gradient), tape.blocks.front(), workers);
    if (GetPrecision(m_blocks.front()) == Precision::Float)
    {
        Divide(tape.inputDivisor, gradient);
    }
    return gradient;
}

void
Section::CollectTensors(const std::string& prefix, std::vector<NamedTensor>& tensors)
{
    for (std::size_t i = 0; i < m_blocks.size(); ++i)
    {
        std::visit(
            [&](auto& kind) {
                kind.CollectTensors(prefix + "blocks." + std::to_string(i) + ".", tensors);
            },
            m_blocks[i]);
    }
    m_exit.CollectTensors(prefix + "exit.", tensors);
}

FrozenSection::FrozenSection(const Section& section)
    : m_input(section.GetInputShape()),
      m_output(section.GetOutputShape()),
      m_blocks(Freeze(section.GetBlocks())),
      m_exit(section.GetExit())
{
}

MapShape
FrozenSection::GetInputShape() const
{
    return m_input;
}

MapShape
FrozenSection::GetOutputShape() const
{
    return m_output;
}

SectionResult
FrozenSection::Run(FeatureBatch input) const
{
    Activations activations = std::move(input);
    for (const BlockKinds::Frozen& block : m_blocks)
    {
        activations = std::visit(
            [&](const auto& frozen) -> Activations {
                using Input = typename std::decay_t<decltype(frozen)>::Input;
                return frozen.Run(Take<Input>(std::move(activations)));
            },
            block);
    }
    SectionResult result;
    result.scores = m_exit.Run(ToReal(activations));
    result.features = TakeFeatures(activations);
    return result;
}

} // namespace nn
