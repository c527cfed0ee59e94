// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/street/object-builders.h"
#include "nn/data/street/palette.h"

namespace nn::street
{

namespace
{

struct Figure
{
    double height; //!< metres
    double girth;  //!< factor on widths
    double stride; //!< shear of the legs; the arms swing against them
};

void
AddLegs(SceneObject& person, const Figure& f, const Colour& trousers)
{
    for (const double side : {1.0, -1.0})
    {
        const double stride = side * f.stride;
        person.Add(Ellipsoid({stride * .10 * f.height, side * .09 * f.girth, .25 * f.height},
                             {.10 * f.girth, .085 * f.girth, .27 * f.height},
                             stride),
                   trousers);
    }
}

void
AddTorsoAndArms(SceneObject& person, const Figure& f, const Colour& shirt)
{
    person.Add(Ellipsoid({0, 0, .64 * f.height}, {.14 * f.girth, .205 * f.girth, .20 * f.height}),
               shirt);
    for (const double side : {1.0, -1.0})
    {
        const double swing = -side * f.stride;
        person.Add(Ellipsoid({swing * .08 * f.height, side * .235 * f.girth, .60 * f.height},
                             {.06, .06, .18 * f.height},
                             swing * .8),
                   shirt);
    }
}

void
AddHead(SceneObject& person, const Figure& f, const Colour& skin, const Colour& hair)
{
    person.Add(Ellipsoid({0, 0, .915 * f.height}, {.095, .08, .085 * f.height}), skin);
    person.Add(Ellipsoid({-.025, 0, .935 * f.height}, {.095, .088, .07 * f.height}), hair);
}

/// A rucksack or a bag, or nothing.
void
AddLuggage(SplitMix64& random, SceneObject& person, const Figure& f)
{
    if (random.Uniform() >= .35)
    {
        return;
    }
    const Colour cloth = DrawCloth(random);
    if (random.Uniform() < .5)
    {
        person.Add(Ellipsoid({-.19 * f.girth, 0, .67 * f.height}, {.12, .15, .13 * f.height}),
                   cloth);
    }
    else
    {
        person.Add(Ellipsoid({0, .30 * f.girth, .38 * f.height}, {.16, .08, .10 * f.height}),
                   cloth);
    }
}

/// A long coat or a skirt, or nothing.
void
AddCoat(SplitMix64& random, SceneObject& person, const Figure& f, const Colour& cloth)
{
    if (random.Uniform() < .20)
    {
        person.Add(
            Ellipsoid({0, 0, .46 * f.height}, {.16 * f.girth, .19 * f.girth, .20 * f.height}),
            cloth);
    }
}

} // namespace

SceneObject
BuildPerson(SplitMix64& random, const Pose& pose)
{
    Figure figure{};
    figure.height = random.Uniform(1.50, 1.95);
    figure.girth = random.Uniform(.85, 1.25);
    SceneObject person(
        ObjectKind::Person, pose, {.62 * figure.girth, .58 * figure.girth, figure.height});
    const Colour shirt = DrawCloth(random);
    const Colour trousers = DrawCloth(random);
    const Colour skin = DrawSkin(random);
    const Colour hair = DrawHair(random);
    figure.stride = random.Uniform(-.35, .35);
    AddLegs(person, figure, trousers);
    AddTorsoAndArms(person, figure, shirt);
    AddHead(person, figure, skin, hair);
    AddLuggage(random, person, figure);
    AddCoat(random, person, figure, shirt);
    return person;
}

SceneObject
Build(SplitMix64& random, ObjectKind kind, const Pose& pose)
{
    switch (kind)
    {
    case ObjectKind::Car:
        return BuildCar(random, pose);
    case ObjectKind::Bus:
        return BuildBus(random, pose);
    default:
        return BuildPerson(random, pose);
    }
}

} // namespace nn::street
