// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_PACKED_SECTION_H
#define NN_PACKED_SECTION_H

#include "nn/network/network-inference.h"
#include "nn/network/section-place.h"
#include "nn/network/section.h"
#include "nn/packed/binary-block.h"
#include "nn/packed/integer-block.h"
#include "nn/packed/packed-inputs.h"
#include "nn/packed/packed-linear.h"

#include <optional>
#include <vector>

namespace nn
{

/// SectionInference with weights and activations in bits. The answers are those of TrainedSection,
/// bit by bit, whatever the kernels and whatever is missing.
///
/// The first block works on integers if its input is raw views or an average of maps, with one set
/// of thresholds for each number of maps that may be there; all else works on bits.
class PackedSection : public SectionInference
{
  public:
    /// Whether a section can be packed: all but float layers, linear layers of real numbers (no
    /// block, and raw views or an average for input), averages of more than maximumAveragedMaps
    /// maps, and raw views that are not stacked (no network has them).
    static bool IsPossible(const Section& section, const SectionPlace& place);

    PackedSection(const Section& section, SectionPlace place, const BitKernels& kernels);

    int GetInputCount() const override;
    std::size_t GetInputBytes(int i) const override;
    SectionOutput Run(const std::vector<const std::vector<std::uint8_t>*>& inputs) const override;
    OperationCount GetOperations() const override;
    std::size_t GetParameterBytes() const override;

  private:
    PackedBits RunIntegerBlock(const PackedInputs& inputs) const;
    template <typename T>
    PackedBits RunIntegerBlockWith(const PackedInputs& inputs) const;
    PackedBits RunFirstBinaryBlock(const PackedInputs& inputs) const;
    SectionOutput RunWithoutBlocks(const PackedInputs& inputs) const;

    SectionPlace m_place;
    const BitKernels* m_kernels;
    OperationCount m_operations;
    std::optional<IntegerBlock> m_integerBlock; //!< the first one
    std::vector<BinaryBlock> m_binaryBlocks;    //!< all others
    PackedLinear m_exit;
};

} // namespace nn

#endif // NN_PACKED_SECTION_H
