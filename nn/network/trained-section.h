// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_TRAINED_SECTION_H
#define NN_TRAINED_SECTION_H

#include "nn/network/feature-bytes.h"
#include "nn/network/network-inference.h"
#include "nn/network/score-aggregation.h"
#include "nn/network/section.h"

#include <vector>

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

/// SectionInference with the blocks of a trained Section.
///
/// All sums are exact integers up to the batch normalization, whose scale and shift are float32;
/// then the order of evaluation is fixed. The answers are those of HierarchicalNetwork::Evaluate,
/// bit by bit, on every machine.
class TrainedSection : public SectionInference
{
  public:
    TrainedSection(const Section& section, SectionPlace place);

    int GetInputCount() const override;
    std::size_t GetInputBytes(int i) const override;
    SectionOutput Run(const std::vector<const std::vector<std::uint8_t>*>& inputs) const override;
    /// Convolutions at every position (stride 1, with the border) and the linear layer.
    /// Aggregation, pooling, batch normalization and activation are not counted.
    OperationCount GetOperations() const override;
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
    explicit TrainedExit(const ScoreAggregation& aggregation);

    int GetInputCount() const override;
    Classification Classify(const std::vector<const std::vector<float>*>& scores) const override;

  private:
    FrozenScoreAggregation m_aggregation;
    int m_classes;
};

/// What some scores say.
Classification Judge(std::vector<float> scores);

} // namespace nn

#endif // NN_TRAINED_SECTION_H
