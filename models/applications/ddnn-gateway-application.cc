// SPDX-License-Identifier: GPL-2.0-only
#include "models/applications/ddnn-gateway-application.h"

#include "models/transport/ddnn-transport.h"

#include <ns3/node.h>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(GatewayApplication);

TypeId
GatewayApplication::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::ddnn::GatewayApplication")
            .SetParent<Application>()
            .SetGroupName("Ddnn")
            .AddConstructor<GatewayApplication>()
            .AddTraceSource("Answered",
                            "The answer to a sample is known at the gateway.",
                            MakeTraceSourceAccessor(&GatewayApplication::m_answeredTrace),
                            "ns3::ddnn::GatewayApplication::AnsweredCallback");
    return tid;
}

void
GatewayApplication::StartApplication()
{
    GetNode()->GetObject<Transport>()->Listen(gatewayPort, [this](const Message& message) {
        if (message.type == MessageType::Answer && message.payload.size() == 1)
        {
            m_answeredTrace(message.id, message.payload.front());
        }
    });
}

} // namespace ns3::ddnn
