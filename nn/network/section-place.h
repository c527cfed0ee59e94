// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_SECTION_PLACE_H
#define NN_SECTION_PLACE_H

#include "nn/network/feature-bytes.h"
#include "nn/network/network-inference.h"
#include "nn/network/section.h"

namespace nn
{

/// Where a section stands in the tree: what it gets and what it passes on.
struct SectionPlace
{
    int children = 1;
    MapShape child;                             //!< shape of a child's map, or of the view
    FeatureFormat format = FeatureFormat::Bits; //!< of the children's bytes
    Aggregation aggregation = Aggregation::Concatenate;
    enum class Upward
    {
        Features, //!< to a parent
        Nothing   //!< the cloud
    } upward = Upward::Features;
};

/// Whether the aggregated input of a section holds other numbers than +-1.
enum class InputKind
{
    Real,
    Binary
};

InputKind GetInputKind(const SectionPlace& place);

/// Convolutions at every position (stride 1, with the border) and the linear layer. Aggregation,
/// pooling, batch normalization and activation are not counted.
OperationCount CountOperations(const Section& section, const SectionPlace& place);

} // namespace nn

#endif // NN_SECTION_PLACE_H
