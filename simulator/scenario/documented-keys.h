// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_DOCUMENTED_KEYS_H
#define SIMULATOR_DOCUMENTED_KEYS_H

#include "simulator/scenario/key-table.h"
#include "simulator/scenario/scenario.h"

#include <string>

namespace simulator
{

/// All keys that any scenario can have, found by the path that a scenario gives them: for what must
/// be known of a key before there is a scenario. They are bound to nothing of use.
class DocumentedKeys
{
  public:
    DocumentedKeys();
    DocumentedKeys(const DocumentedKeys&) = delete;
    DocumentedKeys& operator=(const DocumentedKeys&) = delete;

    /// \param path such as "failures.1.at", for the row "failures.<number>.at"
    /// \return null if no scenario has such a key
    const Key* Find(const std::string& path) const;

  private:
    Scenario m_scenario;
    KeyTable m_table;
};

} // namespace simulator

#endif // SIMULATOR_DOCUMENTED_KEYS_H
