// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/units.h"

#include <algorithm>
#include <cstdint>

namespace simulator
{

namespace
{

void
AddRateUnits(std::vector<Unit>& units, const std::string& prefix, std::uint64_t factor)
{
    for (const char* suffix : {"ps", "/s"})
    {
        units.push_back({prefix + "b" + suffix, factor});
        units.push_back({prefix + "B" + suffix, factor * 8});
    }
}

std::vector<Unit>
MakeRateUnits()
{
    std::vector<Unit> units;
    const std::vector<Unit> decimal = {
        {"", 1}, {"k", 1'000}, {"K", 1'000}, {"M", 1'000'000}, {"G", 1'000'000'000}};
    for (const Unit& prefix : decimal)
    {
        AddRateUnits(units, prefix.name, prefix.factor);
    }
    const std::vector<Unit> binary = {{"Ki", 1ULL << 10}, {"Mi", 1ULL << 20}, {"Gi", 1ULL << 30}};
    for (const Unit& prefix : binary)
    {
        units.push_back({prefix.name + "b/s", prefix.factor});
        units.push_back({prefix.name + "B/s", prefix.factor * 8});
    }
    return units;
}

bool
HasUnit(const UnitFamily& family, const std::string& name)
{
    return std::any_of(family.units.begin(), family.units.end(), [&name](const Unit& unit) {
        return unit.name == name;
    });
}

std::vector<UnitFamily>
MakeFamilies()
{
    return {
        {{{"", 1}}, {{"", 1}}, false},
        {{{"dBm", 1}}, {{"dBm", 1}}, false},
        {{{"dB", 1}}, {{"dB", 1}}, false},
        {GetTimeUnits(), {{"s", 1'000'000'000}, {"ms", 1'000'000}, {"us", 1'000}, {"ns", 1}}, true},
        {GetRateUnits(),
         {{"Gbps", 1'000'000'000}, {"Mbps", 1'000'000}, {"kbps", 1'000}, {"bps", 1}},
         true},
        {GetPowerUnits(),
         {{"kW", 1'000'000'000}, {"W", 1'000'000}, {"mW", 1'000}, {"uW", 1}},
         false},
        {GetEnergyUnits(),
         {{"MJ", 1'000'000'000}, {"kJ", 1'000'000}, {"J", 1'000}, {"mJ", 1}},
         false},
        {GetLengthUnits(), {{"km", 100'000}, {"m", 100}, {"cm", 1}}, false}};
}

} // namespace

const std::vector<Unit>&
GetTimeUnits()
{
    static const std::vector<Unit> units = {{"h", 3'600'000'000'000},
                                            {"min", 60'000'000'000},
                                            {"s", 1'000'000'000},
                                            {"ms", 1'000'000},
                                            {"us", 1'000},
                                            {"ns", 1}};
    return units;
}

const std::vector<Unit>&
GetRateUnits()
{
    static const std::vector<Unit> units = MakeRateUnits();
    return units;
}

const std::vector<Unit>&
GetPowerUnits()
{
    static const std::vector<Unit> units = {
        {"kW", 1'000'000'000}, {"W", 1'000'000}, {"mW", 1'000}, {"uW", 1}};
    return units;
}

const std::vector<Unit>&
GetEnergyUnits()
{
    static const std::vector<Unit> units = {{"MJ", 1'000'000'000},
                                            {"kJ", 1'000'000},
                                            {"J", 1'000},
                                            {"mJ", 1},
                                            {"kWh", 3'600'000'000},
                                            {"Wh", 3'600'000},
                                            {"mWh", 3'600}};
    return units;
}

const std::vector<Unit>&
GetLengthUnits()
{
    static const std::vector<Unit> units = {{"km", 100'000}, {"m", 100}, {"cm", 1}};
    return units;
}

const UnitFamily*
FindUnitFamily(const std::string& unit)
{
    static const std::vector<UnitFamily> families = MakeFamilies();
    const auto family =
        std::find_if(families.begin(), families.end(), [&unit](const UnitFamily& other) {
            return HasUnit(other, unit);
        });
    return family == families.end() ? nullptr : &*family;
}

} // namespace simulator
