// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_CAMERA_FAILURE_H
#define SIMULATOR_CAMERA_FAILURE_H

#include "simulator/failures/failure-kind.h"

#include <functional>

namespace simulator
{

/// Changes the pictures of a camera: what failures of cameras have in common.
class CameraFailure : public Failure
{
  public:
    /// \param makeFault called when the failure begins
    CameraFailure(const FailingPart& part, std::function<ns3::ddnn::Camera::Fault()> makeFault);
    void Begin() override;
    void End() override;

  private:
    ns3::Ptr<ns3::ddnn::Camera> m_camera;
    std::function<ns3::ddnn::Camera::Fault()> m_makeFault;
    std::uint32_t m_fault = 0; //!< of the camera, while it fails
};

} // namespace simulator

#endif // SIMULATOR_CAMERA_FAILURE_H
