// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_STREET_SCENE_H
#define NN_STREET_SCENE_H

#include "nn/data/split-mix64.h"
#include "nn/data/street/scene-object.h"
#include "nn/data/street/vector.h"

#include <vector>

namespace nn::street
{

/// Sun, sky and shutter of one moment.
struct Light
{
    Vector3f sun;        //!< unit vector towards the sun
    double ambient = 0;  //!< light from everywhere; 1.15 - ambient comes from the sun
    double exposure = 0; //!< factor on the brightness of all pictures
};

/// One moment in the street: the object that the cameras look at, everything else, and the light.
struct Scene
{
    SceneObject target;
    std::vector<SceneObject> others; //!< street furniture first
    Light light;
};

/// Where an object of a kind stands, and its heading: vehicles in their lanes or in the side
/// street, persons on the square, the pavement or the crossing.
Pose DrawPose(SplitMix64& random, ObjectKind kind);

/// Draws a scene: target 33 % car, 22 % bus, 45 % person.
/// \param clutter greatest number of persons and cars beside the target, at least 0; the smallest
/// is 2, or `clutter` if that is less. Those that would overlap the target are left out.
Scene DrawScene(SplitMix64& random, int clutter);

} // namespace nn::street

#endif // NN_STREET_SCENE_H
