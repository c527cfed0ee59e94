// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/section.h"

#include <cstddef>
#include <utility>

namespace nn
{

namespace
{

std::vector<ConvPoolBlock>
MakeBlocks(MapShape input, const std::vector<int>& filters, SplitMix64& random)
{
    std::vector<ConvPoolBlock> blocks;
    for (const int count : filters)
    {
        blocks.emplace_back(input, count, random);
        input = blocks.back().GetOutputShape();
    }
    return blocks;
}

} // namespace

Section::Section(MapShape input, const std::vector<int>& filters, int classes, SplitMix64& random)
    : m_input(input),
      m_blocks(MakeBlocks(input, filters, random)),
      m_exit(static_cast<int>(GetOutputShape().Size()), classes, random)
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
    return m_blocks.empty() ? m_input : m_blocks.back().GetOutputShape();
}

const std::vector<ConvPoolBlock>&
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
    SectionResult result;
    result.features = std::move(input);
    tape.blocks.resize(m_blocks.size());
    for (std::size_t i = 0; i < m_blocks.size(); ++i)
    {
        result.features =
            m_blocks[i].Forward(std::move(result.features), momentum, tape.blocks[i], workers);
    }
    tape.divisor = result.features.divisor;
    ToReal(result.features, tape.exit.input);
    result.scores = m_exit.Forward(momentum, tape.exit);
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
        gradient =
            m_blocks[i - 1].BackwardToInput(std::move(gradient), tape.blocks[i - 1], workers);
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
    if (!m_blocks.empty())
    {
        m_blocks.front().Backward(std::move(gradient), tape.blocks.front(), workers);
    }
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
    return m_blocks.front().BackwardToInput(std::move(gradient), tape.blocks.front(), workers);
}

void
Section::CollectTensors(const std::string& prefix, std::vector<NamedTensor>& tensors)
{
    for (std::size_t i = 0; i < m_blocks.size(); ++i)
    {
        m_blocks[i].CollectTensors(prefix + "blocks." + std::to_string(i) + ".", tensors);
    }
    m_exit.CollectTensors(prefix + "exit.", tensors);
}

FrozenSection::FrozenSection(const Section& section)
    : m_input(section.GetInputShape()),
      m_output(section.GetOutputShape()),
      m_blocks(section.GetBlocks().begin(), section.GetBlocks().end()),
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
    SectionResult result;
    result.features = std::move(input);
    for (const FrozenConvPool& block : m_blocks)
    {
        result.features = block.Run(result.features);
    }
    result.scores = m_exit.Run(ToReal(result.features));
    return result;
}

} // namespace nn
