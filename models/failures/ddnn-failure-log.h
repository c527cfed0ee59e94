// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_FAILURE_LOG_H
#define DDNN_FAILURE_LOG_H

#include <ns3/object.h>
#include <ns3/traced-callback.h>

#include <string>

namespace ns3::ddnn
{

/// Where failures are told: what fails and how, when it begins and when it ends.
class FailureLog : public Object
{
  public:
    /// \param target name of the node or link; \param kind of the failure
    using FailureCallback = void (*)(const std::string& target, const std::string& kind);

    static TypeId GetTypeId();

    void TellBegin(const std::string& target, const std::string& kind);
    void TellEnd(const std::string& target, const std::string& kind);

  private:
    TracedCallback<const std::string&, const std::string&> m_beginTrace;
    TracedCallback<const std::string&, const std::string&> m_endTrace;
};

} // namespace ns3::ddnn

#endif // DDNN_FAILURE_LOG_H
