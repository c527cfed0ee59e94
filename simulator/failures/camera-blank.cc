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
    return std::make_unique<CameraFailure>(part, [] {
        return [](ns3::ddnn::Bytes& view) { std::fill(view.begin(), view.end(), 0); };
    });
}

} // namespace

const FailureKind cameraBlank = {"blank",
                                 "camera",
                                 "All pixels are 0, as in a view in which the object is absent.",
                                 MakeNoSettings,
                                 AddNoKeys,
                                 AcceptAll,
                                 Create};

} // namespace simulator
