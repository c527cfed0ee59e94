// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_STREET_OBJECT_BUILDERS_H
#define NN_STREET_OBJECT_BUILDERS_H

#include "nn/data/split-mix64.h"
#include "nn/data/street/scene-object.h"

#include <vector>

namespace nn::street
{

/// Objects of random size, shape and colour. Each kind is built in its own file.

/// A car of 3.5 to 5.2 m: body, cabin with slanted windows, four wheels. Hatchback to saloon.
SceneObject BuildCar(SplitMix64& random, const Pose& pose);
/// A bus of 6.5 to 12 m: body with windows, doors and a stripe, four wheels.
SceneObject BuildBus(SplitMix64& random, const Pose& pose);
/// A walking person of 1.50 to 1.95 m; 35 % carry a bag, 20 % wear a long coat.
SceneObject BuildPerson(SplitMix64& random, const Pose& pose);
/// Car, bus or person, by kind.
SceneObject Build(SplitMix64& random, ObjectKind kind, const Pose& pose);

/// What always stands in the street and hides what is behind it: five trees, a kiosk, the wall of
/// a bus shelter, three lamp posts.
const std::vector<SceneObject>& GetStreetFurniture();

} // namespace nn::street

#endif // NN_STREET_OBJECT_BUILDERS_H
