// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/failures/camera-failure.h"
#include "simulator/failures/failure-kinds.h"

#include <algorithm>

namespace simulator
{

namespace
{

std::unique_ptr<Failure>
Create(const std::any& /*values*/, const FailingPart& part)
{
    return std::make_unique<CameraFailure>(part, [camera = part.camera] {
        return [before = camera->GetView()](ns3::ddnn::Bytes& view) {
            if (before.empty())
            {
                std::fill(view.begin(), view.end(), 0);
            }
            else
            {
                view = before;
            }
        };
    });
}

} // namespace

const FailureKind cameraFrozen = {"frozen",
                                  "camera",
                                  "The camera shows its latest picture again and again; a blank "
                                  "one if it took none before.",
                                  MakeNoSettings,
                                  AddNoKeys,
                                  AcceptAll,
                                  Create};

} // namespace simulator
