// SPDX-License-Identifier: GPL-2.0-only
#include "models/applications/ddnn-device-application.h"

#include "models/ddnn-logging.h"

#include <ns3/log.h>

namespace ns3::ddnn
{

NS_LOG_COMPONENT_DEFINE("DdnnDeviceApplication");
NS_OBJECT_ENSURE_REGISTERED(DeviceApplication);

TypeId
DeviceApplication::GetTypeId()
{
    static TypeId tid = TypeId("ns3::ddnn::DeviceApplication")
                            .SetParent<TierApplication>()
                            .SetGroupName("Ddnn")
                            .AddConstructor<DeviceApplication>();
    return tid;
}

void
DeviceApplication::See(SampleId id, const Bytes& view)
{
    NS_LOG_INFO("device " << GetIdentity().index + 1 << " sees " << id);
    RunSection(id, {&view}, 1, {});
}

} // namespace ns3::ddnn
