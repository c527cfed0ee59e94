// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_SIMULATOR_LINK_KEY_CASES_H
#define TESTS_SIMULATOR_LINK_KEY_CASES_H

#include "tests/simulator/scenario-key-cases.h"

#include <vector>

/// Cases for every key of every link, with every type.
std::vector<KeyCase> MakeLinkKeyCases();

#endif // TESTS_SIMULATOR_LINK_KEY_CASES_H
