// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_TRAINED_SECTION_H
#define NN_TRAINED_SECTION_H

#include "nn/network/network-inference.h"
#include "nn/network/score-aggregation.h"
#include "nn/network/section-place.h"
#include "nn/network/section.h"

#include <vector>

namespace nn
{

/// SectionInference with the blocks of a trained Section: the slow reference of PackedSection, and
/// what runs where that is not possible.
///
/// All sums of binary layers are exact integers up to the batch normalization, whose scale and
/// shift are float32; then, and in float layers, the order of evaluation is fixed. The answers are
/// those of HierarchicalNetwork::Evaluate, bit by bit, on every machine.
class TrainedSection : public SectionInference
{
  public:
    TrainedSection(const Section& section, SectionPlace place);

    int GetInputCount() const override;
    std::size_t GetInputBytes(int i) const override;
    SectionOutput Run(const std::vector<const std::vector<std::uint8_t>*>& inputs) const override;
    OperationCount GetOperations() const override;
    /// Weights one bit, of float layers 4 bytes; all batch normalizations float32 scale and shift.
    std::size_t GetParameterBytes() const override;

  private:
    FrozenSection m_section;
    SectionPlace m_place;
    OperationCount m_operations;
    std::size_t m_parameterBytes = 0;
};

/// ExitInference with a trained ScoreAggregation.
class TrainedExit : public ExitInference
{
  public:
    TrainedExit(const ScoreAggregation& aggregation, double temperature);

    int GetInputCount() const override;
    Classification Classify(const std::vector<const std::vector<float>*>& scores) const override;

  private:
    FrozenScoreAggregation m_aggregation;
    int m_classes;
    double m_temperature;
};

/// ExitInference of the cloud: one vector of scores, taken as it is.
class CloudExit : public ExitInference
{
  public:
    explicit CloudExit(double temperature);

    int GetInputCount() const override;
    Classification Classify(const std::vector<const std::vector<float>*>& scores) const override;

  private:
    double m_temperature;
};

} // namespace nn

#endif // NN_TRAINED_SECTION_H
