// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/failures/camera-failure.h"

#include <utility>

namespace simulator
{

CameraFailure::CameraFailure(const FailingPart& part,
                             std::function<ns3::ddnn::Camera::Fault()> makeFault)
    : m_camera(part.camera), m_makeFault(std::move(makeFault))
{
}

void
CameraFailure::Begin()
{
    m_fault = m_camera->AddFault(m_makeFault());
}

void
CameraFailure::End()
{
    m_camera->RemoveFault(m_fault);
}

} // namespace simulator
