// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/street/object-builders.h"

namespace nn::street
{

namespace
{

SceneObject
MakeTree(double x, double y, double height, double radius)
{
    SceneObject tree(ObjectKind::Furniture, {x, y, 0.3}, {2 * radius, 2 * radius, height});
    tree.Add(ConvexPolyhedron::MakeBox({{-.14, -.14, 0}, {.14, .14, height * .6}}),
             {.30F, .22F, .15F});
    tree.Add(Ellipsoid({0, 0, height * .72}, {radius, radius, height * .30}),
             {.16F, .30F, .12F},
             Material::Foliage);
    return tree;
}

SceneObject
MakeBlock(double x, double y, const Vector3d& size, const Colour& colour)
{
    SceneObject block(ObjectKind::Furniture, {x, y, 0}, size);
    block.Add(ConvexPolyhedron::MakeBox(
                  {{-size.x / 2, -size.y / 2, 0}, {size.x / 2, size.y / 2, size.z}}),
              colour);
    return block;
}

std::vector<SceneObject>
MakeStreetFurniture()
{
    std::vector<SceneObject> furniture = {
        MakeTree(-9.5, 4.0, 5.2, 1.7),
        MakeTree(8.5, 5.0, 4.6, 1.5),
        MakeTree(-6.5, -9.6, 4.4, 1.3),
        MakeTree(13.0, -8.6, 5.0, 1.6),
        MakeTree(-17.5, 3.5, 5.0, 1.8),
        MakeBlock(2.0, 9.6, {3.0, 2.0, 2.5}, {.50F, .44F, .38F}),    // kiosk, in front of camera 2
        MakeBlock(-13.0, -8.4, {3.6, .25, 2.2}, {.55F, .60F, .62F}), // shelter
    };
    for (const double x : {-12.0, 0.0, 12.0}) // lamp posts
    {
        furniture.push_back(MakeBlock(x, 1.6, {.16, .16, 6.0}, {.35F, .37F, .38F}));
    }
    return furniture;
}

} // namespace

const std::vector<SceneObject>&
GetStreetFurniture()
{
    static const std::vector<SceneObject> furniture = MakeStreetFurniture();
    return furniture;
}

} // namespace nn::street
