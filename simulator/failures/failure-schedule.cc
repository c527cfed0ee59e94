// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/failures/failure-schedule.h"

namespace simulator
{

std::shared_ptr<FailingTarget>
FailureSchedule::GetTarget(const std::string& name, const std::string& kind)
{
    auto& target = m_targets[{name, kind}];
    if (!target)
    {
        target = std::make_shared<FailingTarget>(name, kind, m_log);
    }
    return target;
}

void
FailureSchedule::Add(std::unique_ptr<FailureProcess> process)
{
    m_processes.push_back(std::move(process));
}

void
FailureSchedule::Start(ns3::Time firstCapture)
{
    for (const auto& process : m_processes)
    {
        process->Start(firstCapture);
    }
}

void
FailureSchedule::Stop()
{
    for (const auto& process : m_processes)
    {
        process->Stop();
    }
}

ns3::Ptr<ns3::ddnn::FailureLog>
FailureSchedule::GetLog() const
{
    return m_log;
}

} // namespace simulator
