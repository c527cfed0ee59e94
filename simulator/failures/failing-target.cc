// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/failures/failing-target.h"

#include <utility>

namespace simulator
{

FailingTarget::FailingTarget(std::string name,
                             std::string kind,
                             const ns3::Ptr<ns3::ddnn::FailureLog>& log)
    : m_name(std::move(name)), m_kind(std::move(kind)), m_log(log)
{
}

void
FailingTarget::Begin(Failure& failure)
{
    if (m_failures++ == 0)
    {
        m_failure = &failure;
        m_log->TellBegin(m_name, m_kind);
        m_failure->Begin();
    }
}

void
FailingTarget::End()
{
    if (--m_failures == 0)
    {
        m_failure->End();
        m_log->TellEnd(m_name, m_kind);
        m_failure = nullptr;
    }
}

} // namespace simulator
