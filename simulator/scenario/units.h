// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_UNITS_H
#define SIMULATOR_UNITS_H

#include "simulator/scenario/decimal.h"

#include <string>
#include <vector>

namespace simulator
{

// The units of each kind of quantity, as factors of a base unit that makes them whole numbers.

const std::vector<Unit>& GetTimeUnits();   //!< in nanoseconds, the largest first
const std::vector<Unit>& GetRateUnits();   //!< in bits per second
const std::vector<Unit>& GetPowerUnits();  //!< in microwatts
const std::vector<Unit>& GetEnergyUnits(); //!< in millijoules
const std::vector<Unit>& GetLengthUnits(); //!< in centimetres

/// One kind of quantity.
struct UnitFamily
{
    std::vector<Unit> units;
    std::vector<Unit> shown; //!< that a program writes, the largest first; factors 10^n
    bool isWhole;            //!< whether a quantity is a whole number of the base unit
};

/// The kind that has a unit; the empty unit is that of plain numbers. Null if no kind has it.
const UnitFamily* FindUnitFamily(const std::string& unit);

} // namespace simulator

#endif // SIMULATOR_UNITS_H
