// SPDX-License-Identifier: GPL-2.0-only
#include "models/applications/ddnn-device-application.h"

namespace ns3::ddnn
{

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
    RunSection(id, {&view}, 1, {});
}

} // namespace ns3::ddnn
