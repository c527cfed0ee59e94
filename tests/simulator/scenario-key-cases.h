// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_SIMULATOR_SCENARIO_KEY_CASES_H
#define TESTS_SIMULATOR_SCENARIO_KEY_CASES_H

#include <string>
#include <utility>
#include <vector>

/// What a key takes and what it refuses.
struct KeyCase
{
    std::string path;
    std::string good;    //!< as written
    std::string printed; //!< as FormatScenario prints it
    /// Bad values, and the message behind place and path.
    std::vector<std::pair<std::string, std::string>> bad;
    std::string type = "p2p"; //!< of the link that the key belongs to, if it does
};

/// At least one case for every key of a scenario file.
std::vector<KeyCase> MakeKeyCases();

#endif // TESTS_SIMULATOR_SCENARIO_KEY_CASES_H
