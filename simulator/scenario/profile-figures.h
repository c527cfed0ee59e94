// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_PROFILE_FIGURES_H
#define SIMULATOR_PROFILE_FIGURES_H

#include "simulator/scenario/key-table.h"
#include "simulator/scenario/scenario.h"

#include <string>

namespace simulator
{

// The keys of one profile that a scenario defines: its figures, required if it has no base, and
// their source, always required.

void AddFigureKeys(KeyTable& table, const std::string& path, ProcessorProfile& profile);
void AddFigureKeys(KeyTable& table, const std::string& path, InterfaceProfile& profile);

} // namespace simulator

#endif // SIMULATOR_PROFILE_FIGURES_H
