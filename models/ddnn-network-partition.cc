// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-network-partition.h"

#include "nn/network/network-inference.h"

#include <utility>

namespace ns3::ddnn
{

namespace
{

class NetworkPartition : public Partition
{
  public:
    explicit NetworkPartition(std::shared_ptr<const nn::SectionInference> section)
        : m_section(std::move(section))
    {
    }

    PartitionOutput Run(const std::vector<const Bytes*>& inputs) const override
    {
        nn::SectionOutput output = m_section->Run(inputs);
        return {nn::PackScores(output.scores), std::move(output.features)};
    }

    Operations GetOperations() const override
    {
        const nn::OperationCount count = m_section->GetOperations();
        return {count.binary, count.real};
    }

  private:
    std::shared_ptr<const nn::SectionInference> m_section;
};

class RawPartition : public Partition
{
  public:
    PartitionOutput Run(const std::vector<const Bytes*>& inputs) const override
    {
        return {{}, *inputs.at(0)};
    }

    Operations GetOperations() const override
    {
        return {};
    }
};

class NetworkClassifier : public Classifier
{
  public:
    explicit NetworkClassifier(std::shared_ptr<const nn::ExitInference> exit)
        : m_exit(std::move(exit))
    {
    }

    Verdict Classify(const std::vector<const Bytes*>& scores) const override
    {
        std::vector<std::vector<float>> unpacked(scores.size());
        std::vector<const std::vector<float>*> present(scores.size(), nullptr);
        for (std::size_t i = 0; i < scores.size(); ++i)
        {
            if (scores[i])
            {
                unpacked[i] = nn::UnpackScores(*scores[i]);
                present[i] = &unpacked[i];
            }
        }
        const nn::Classification result = m_exit->Classify(present);
        return {result.prediction, result.entropy};
    }

  private:
    std::shared_ptr<const nn::ExitInference> m_exit;
};

} // namespace

std::shared_ptr<const Partition>
MakePartition(std::shared_ptr<const nn::SectionInference> section)
{
    return std::make_shared<NetworkPartition>(std::move(section));
}

std::shared_ptr<const Partition>
MakeRawPartition()
{
    return std::make_shared<RawPartition>();
}

std::shared_ptr<const Classifier>
MakeClassifier(std::shared_ptr<const nn::ExitInference> exit)
{
    return std::make_shared<NetworkClassifier>(std::move(exit));
}

} // namespace ns3::ddnn
