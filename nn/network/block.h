// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_BLOCK_H
#define NN_BLOCK_H

#include "nn/blocks/conv-pool-block.h"
#include "nn/blocks/float-conv-pool-block.h"

#include <variant>

namespace nn
{

/// The kinds of block that a section is built of. A new kind is a file in nn/blocks, its name in
/// BlockKinds, and its precision in MakeBlock.
///
/// A kind K has the members of ConvPoolBlock: K::Input, which it takes (FeatureBatch, or RealBatch
/// with a map a row) and gives for the next block; K::Tape; K::Frozen, made of a K, for inference;
/// K::precision; Forward, Backward, BackwardToInput; CollectTensors; shapes, weights,
/// normalization.
template <typename... Kinds>
struct BlockVariants
{
    using Block = std::variant<Kinds...>;
    using Tape = std::variant<typename Kinds::Tape...>;
    using Frozen = std::variant<typename Kinds::Frozen...>;
};

using BlockKinds = BlockVariants<ConvPoolBlock, FloatConvPoolBlock>;
using Block = BlockKinds::Block;

/// What goes from block to block. A kind that gives real numbers takes them, too.
using Activations = std::variant<FeatureBatch, RealBatch>;

/// With random weights.
Block MakeBlock(Precision precision, MapShape input, int filters, SplitMix64& random);

MapShape GetOutputShape(const Block& block);
Precision GetPrecision(const Block& block);

/// The real values of activations, one row a sample.
RealBatch ToReal(const Activations& activations);
void ToReal(const Activations& activations, RealBatch& real);

/// Activations in the form that a kind of block takes. Real numbers do not become integers.
template <typename Input>
Input Take(Activations activations);

} // namespace nn

#endif // NN_BLOCK_H
