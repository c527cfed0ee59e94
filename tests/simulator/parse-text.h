// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_PARSE_TEXT_H
#define TESTS_PARSE_TEXT_H

#include "nn/input-error.h"
#include "simulator/scenario/scenario-parser.h"
#include "tests/simulator/temporary-file.h"

#include <string>
#include <vector>

/// The scenario of a file c.yaml: the name of a network in line 1, the text from line 2 on.
inline simulator::Scenario
ParseText(const std::string& text, const std::vector<std::string>& settings = {})
{
    const TemporaryFile file("c.yaml", "network: n.npz\n" + text);
    return simulator::ParseScenario(file.GetPath(), settings);
}

/// Why it is refused, without the folder of the file.
inline std::string
GetTextError(const std::string& text, const std::vector<std::string>& settings = {})
{
    const TemporaryFile file("c.yaml", "network: n.npz\n" + text);
    try
    {
        simulator::ParseScenario(file.GetPath(), settings);
    }
    catch (const nn::InputError& error)
    {
        return file.Strip(error.what());
    }
    return "accepted";
}

#endif // TESTS_PARSE_TEXT_H
