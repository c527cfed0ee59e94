// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_SIMULATOR_VALUE_CASES_H
#define TESTS_SIMULATOR_VALUE_CASES_H

#include "tests/simulator/scenario-key-cases.h"

#include <string>

// Cases of one key each, by the kind of its value. A range is as messages give it; a value outside
// is refused with it.

KeyCase MakeTimeCase(const std::string& path, const std::string& range, const std::string& outside);
/// Short form of a group: not written.
KeyCase MakeShortTimeCase(const std::string& path,
                          const std::string& range,
                          const std::string& outside);
KeyCase MakeIntegerCase(const std::string& path,
                        const std::string& range,
                        const std::string& outside);
KeyCase MakeNumberCase(const std::string& path,
                       const std::string& range,
                       const std::string& outside);
KeyCase MakeShareCase(const std::string& path);
KeyCase MakeRateCase(const std::string& path);
KeyCase MakeSwitchCase(const std::string& path);
KeyCase MakeLengthCase(const std::string& path,
                       const std::string& range,
                       const std::string& outside);
KeyCase MakePowerLevelCase(const std::string& path,
                           const std::string& range,
                           const std::string& outside);
KeyCase MakePowerCase(const std::string& path,
                      const std::string& range,
                      const std::string& outside);

/// The ends of messages about numbers.
extern const std::string wantNumber;
extern const std::string wantInteger;

#endif // TESTS_SIMULATOR_VALUE_CASES_H
