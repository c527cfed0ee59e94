// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_KEY_SCHEMA_H
#define SIMULATOR_KEY_SCHEMA_H

#include "simulator/scenario/key-table.h"

#include <string>

namespace simulator
{

/// A key table as JSON Schema, draft-07: editors complete and check files with it. It cannot say
/// everything: ranges of quantities with units are checked by the parser only.
/// \param title of the schema
std::string FormatSchema(const KeyTable& table, const std::string& title);

} // namespace simulator

#endif // SIMULATOR_KEY_SCHEMA_H
