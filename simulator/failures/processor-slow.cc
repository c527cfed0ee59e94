// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/failures/failure-kinds.h"
#include "simulator/scenario/key-types.h"

namespace simulator
{

namespace
{

struct SlowSettings
{
    double factor = 1;
};

class ProcessorSlow : public Failure
{
  public:
    ProcessorSlow(const FailingPart& part, double factor)
        : m_processor(part.processor), m_factor(factor)
    {
    }

    void Begin() override
    {
        m_processor->SetSlowdown(m_factor);
    }

    void End() override
    {
        m_processor->SetSlowdown(1);
    }

  private:
    ns3::Ptr<ns3::ddnn::Processor> m_processor;
    double m_factor;
};

std::any
MakeDefaults()
{
    return SlowSettings{};
}

void
AddKeys(KeyTable& table, const std::string& path, std::any& values)
{
    table.Add(MakeRequired(
        MakeNumberKey(JoinPath(path, "factor"),
                      std::any_cast<SlowSettings&>(values).factor,
                      {1, 1e6},
                      "How many times as long inferences take that begin to wait or run "
                      "meanwhile; slow only.")));
}

std::unique_ptr<Failure>
Create(const std::any& values, const FailingPart& part)
{
    return std::make_unique<ProcessorSlow>(part, std::any_cast<const SlowSettings&>(values).factor);
}

} // namespace

const FailureKind processorSlow = {"slow",
                                   "processor",
                                   "Inferences take longer, at the same power.",
                                   MakeDefaults,
                                   AddKeys,
                                   AcceptAll,
                                   Create};

} // namespace simulator
