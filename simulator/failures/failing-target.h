// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_FAILING_TARGET_H
#define SIMULATOR_FAILING_TARGET_H

#include "models/failures/ddnn-failure-log.h"
#include "simulator/failures/failure-kind.h"

#include <cstdint>
#include <string>

namespace simulator
{

/// One node or link that fails in one way, perhaps for several reasons at the same time: failures
/// that overlap are one, which lasts until the last of them is over, and is as the first of them.
class FailingTarget
{
  public:
    FailingTarget(std::string name, std::string kind, const ns3::Ptr<ns3::ddnn::FailureLog>& log);

    void Begin(Failure& failure);
    void End();

  private:
    std::string m_name;
    std::string m_kind;
    ns3::Ptr<ns3::ddnn::FailureLog> m_log;
    Failure* m_failure = nullptr; //!< that holds; null: none
    std::uint32_t m_failures = 0;
};

} // namespace simulator

#endif // SIMULATOR_FAILING_TARGET_H
