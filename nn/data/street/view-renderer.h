// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_STREET_VIEW_RENDERER_H
#define NN_STREET_VIEW_RENDERER_H

#include "nn/data/street/camera.h"
#include "nn/data/street/crop.h"
#include "nn/data/street/scene.h"

#include <cstdint>

namespace nn::street
{

/// What makes a view: besides camera and scene, everything that is random about it.
struct ViewSettings
{
    CropJitter jitter{};        //!< of the crop
    double leastVisible = 0;    //!< share of the target that must not be hidden for it to be seen
    double noise = 1;           //!< factor on the camera's sensor noise
    std::uint64_t noiseKey = 0; //!< of the noise, see Picture::Read
};

/// Renders the view that a camera has of a scene's target, by casting one ray per cell of a grid:
/// nearest surface, Lambert's law with ambient light, contact shadows, haze, lens, sensor. No
/// reflections, no cast shadows but on the ground below an object.
/// \param pixels 3 x 32 x 32 bytes; untouched if the target is not seen
/// \return whether the target is seen: in the frame, large enough, not hidden too much
bool RenderView(const Camera& camera,
                const Scene& scene,
                const ViewSettings& settings,
                std::uint8_t* pixels);

} // namespace nn::street

#endif // NN_STREET_VIEW_RENDERER_H
