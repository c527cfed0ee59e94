// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-camera.h"

#include "models/applications/ddnn-device-application.h"
#include "models/failures/ddnn-node-state.h"

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(Camera);

TypeId
Camera::GetTypeId()
{
    static TypeId tid = TypeId("ns3::ddnn::Camera")
                            .SetParent<Object>()
                            .SetGroupName("Ddnn")
                            .AddConstructor<Camera>()
                            .AddTraceSource("View",
                                            "A picture was taken.",
                                            MakeTraceSourceAccessor(&Camera::m_viewTrace),
                                            "ns3::ddnn::Camera::ViewCallback");
    return tid;
}

void
Camera::Connect(ViewSource source, Ptr<DeviceApplication> device)
{
    m_source = std::move(source);
    m_device = device;
}

void
Camera::Capture(SampleId id)
{
    if (!IsOn(m_device->GetNode()))
    {
        return;
    }
    m_source(id.sample, m_view);
    for (const auto& [number, fault] : m_faults)
    {
        fault(m_view);
    }
    m_viewTrace(id, m_view);
    m_device->See(id, m_view);
}

std::uint32_t
Camera::AddFault(Fault fault)
{
    m_faults.emplace(m_nextFault, std::move(fault));
    return m_nextFault++;
}

void
Camera::RemoveFault(std::uint32_t fault)
{
    m_faults.erase(fault);
}

const Bytes&
Camera::GetView() const
{
    return m_view;
}

void
Camera::DoDispose()
{
    m_faults.clear();
    m_source = nullptr;
    m_device = nullptr;
    Object::DoDispose();
}

} // namespace ns3::ddnn
