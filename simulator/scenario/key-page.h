// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_KEY_PAGE_H
#define SIMULATOR_KEY_PAGE_H

#include "simulator/scenario/key-table.h"

#include <string>

namespace simulator
{

/// A key table as a table in Markdown: key, type, range, default, meaning.
std::string FormatMarkdown(const KeyTable& table);

/// The reference page of all files that users write: `docs/scenario-keys.md`.
std::string FormatReferencePage();

} // namespace simulator

#endif // SIMULATOR_KEY_PAGE_H
