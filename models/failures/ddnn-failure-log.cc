// SPDX-License-Identifier: GPL-2.0-only
#include "models/failures/ddnn-failure-log.h"

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(FailureLog);

TypeId
FailureLog::GetTypeId()
{
    static TypeId tid = TypeId("ns3::ddnn::FailureLog")
                            .SetParent<Object>()
                            .SetGroupName("Ddnn")
                            .AddConstructor<FailureLog>()
                            .AddTraceSource("Begin",
                                            "Something fails from now on.",
                                            MakeTraceSourceAccessor(&FailureLog::m_beginTrace),
                                            "ns3::ddnn::FailureLog::FailureCallback")
                            .AddTraceSource("End",
                                            "It has recovered.",
                                            MakeTraceSourceAccessor(&FailureLog::m_endTrace),
                                            "ns3::ddnn::FailureLog::FailureCallback");
    return tid;
}

void
FailureLog::TellBegin(const std::string& target, const std::string& kind)
{
    m_beginTrace(target, kind);
}

void
FailureLog::TellEnd(const std::string& target, const std::string& kind)
{
    m_endTrace(target, kind);
}

} // namespace ns3::ddnn
