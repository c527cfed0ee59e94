// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_SECTION_H
#define NN_SECTION_H

#include "nn/blocks/fc-block.h"
#include "nn/network/block.h"

#include <string>
#include <variant>
#include <vector>

namespace nn
{

/// What a section makes of its (aggregated) input.
struct SectionResult
{
    /// Of the last block (N, f, H, W), or the input if there is none. Empty if they are real
    /// numbers: those go nowhere.
    FeatureBatch features;
    RealBatch scores; //!< (N, classes)
};

/// The part of the network that one node runs: blocks, one after the other, then an FcBlock that
/// makes class scores of the last feature map (paper, Figure 4).
class Section
{
  public:
    /// Random weights.
    /// \param precision of blocks and exit
    Section(MapShape input,
            const std::vector<int>& filters,
            int classes,
            SplitMix64& random,
            Precision precision = Precision::Binary);

    MapShape GetInputShape() const;
    /// Shape of the features.
    MapShape GetOutputShape() const;
    const std::vector<Block>& GetBlocks() const;
    const FcBlock& GetExit() const;

    /// What Backward needs to know of Forward.
    struct Tape
    {
        std::vector<BlockKinds::Tape> blocks;
        FcBlock::Tape exit;
        int inputDivisor = 1;
        int divisor = 1; //!< of the features
    };

    /// Training: normalizes with the statistics of the batch.
    SectionResult Forward(FeatureBatch input, double momentum, Tape& tape, Workers& workers);

    /// Sets the gradients of the parameters.
    /// \param scores gradient of the loss for the scores
    /// \param features gradient for the features; empty if nobody uses them
    void Backward(RealBatch scores,
                  const std::vector<float>& features,
                  const Tape& tape,
                  Workers& workers);

    /// The same, and returns the gradient for the integers of the input.
    std::vector<float> BackwardToInput(RealBatch scores,
                                       const std::vector<float>& features,
                                       const Tape& tape,
                                       Workers& workers);

    /// Appends `prefix` + "blocks.0.weight", ..., "exit.weight", ...
    void CollectTensors(const std::string& prefix, std::vector<NamedTensor>& tensors);

  private:
    std::vector<float> BackwardToFirstBlock(RealBatch scores,
                                            const std::vector<float>& features,
                                            const Tape& tape,
                                            Workers& workers);

    MapShape m_input;
    std::vector<Block> m_blocks;
    FcBlock m_exit;
};

/// A trained section, for inference: immutable.
class FrozenSection
{
  public:
    explicit FrozenSection(const Section& section);

    MapShape GetInputShape() const;
    MapShape GetOutputShape() const;
    SectionResult Run(FeatureBatch input) const;

  private:
    MapShape m_input;
    MapShape m_output;
    std::vector<BlockKinds::Frozen> m_blocks;
    FrozenFc m_exit;
};

} // namespace nn

#endif // NN_SECTION_H
