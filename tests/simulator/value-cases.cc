// SPDX-License-Identifier: GPL-2.0-only
#include "tests/simulator/value-cases.h"

const std::string wantNumber = ", expected a number such as 0.5";
const std::string wantInteger = ", expected a whole number such as 3";

namespace
{

const std::string wantTime = ", expected a time such as 40ms";
const std::string wantRate = ", expected a data rate such as 10Mbps";
const std::string wantPower = ", expected a power such as 20mW";

} // namespace

KeyCase
MakeTimeCase(const std::string& path, const std::string& range, const std::string& outside)
{
    return {path,
            "1.5s",
            "1500ms",
            {{"10", "'10' has no unit" + wantTime},
             {"10kbps", "'10kbps' has the unknown unit 'kbps'" + wantTime},
             {"soon", "'soon' does not start with a number" + wantTime},
             {"-1ms", "'-1ms' is out of range, expected " + range},
             {outside, "'" + outside + "' is out of range, expected " + range},
             {"[1s]", "found a list" + wantTime},
             {"{a: 1s}", "found a map" + wantTime}}};
}

KeyCase
MakeShortTimeCase(const std::string& path, const std::string& range, const std::string& outside)
{
    KeyCase one = MakeTimeCase(path, range, outside);
    one.printed = "";
    one.bad.pop_back(); // a map is the long form
    return one;
}

KeyCase
MakeIntegerCase(const std::string& path, const std::string& range, const std::string& outside)
{
    return {path,
            "100",
            "100",
            {{"010", "'010' has a leading zero" + wantInteger},
             {"1e3", "'1e3' is not a whole number" + wantInteger},
             {"1.5", "'1.5' is not a whole number" + wantInteger},
             {"-1", "'-1' is negative" + wantInteger},
             {"12ms", "'12ms' is not a whole number" + wantInteger},
             {outside, "'" + outside + "' is out of range, expected " + range},
             {"[1]", "found a list" + wantInteger}}};
}

KeyCase
MakeNumberCase(const std::string& path, const std::string& range, const std::string& outside)
{
    return {path,
            "4.50",
            "4.5",
            {{outside, "'" + outside + "' is out of range, expected " + range},
             {"4m", "'4m' is not a number" + wantNumber},
             {"[1]", "found a list" + wantNumber}}};
}

KeyCase
MakeShareCase(const std::string& path)
{
    return {path,
            "0.25",
            "0.25",
            {{"1.01", "'1.01' is out of range, expected 0 to 1"},
             {"-0.1", "'-0.1' is out of range, expected 0 to 1"},
             {"25%", "'25%' is not a number" + wantNumber},
             {"nan", "'nan' does not start with a number" + wantNumber},
             {"[1]", "found a list" + wantNumber}}};
}

KeyCase
MakeRateCase(const std::string& path)
{
    return {path,
            "64kb/s",
            "64kbps",
            {{"10", "'10' has no unit" + wantRate},
             {"10ms", "'10ms' has the unknown unit 'ms'" + wantRate},
             {"0bps", "'0bps' is out of range, expected 1bps to 1000Gbps"},
             {"1001Gbps", "'1001Gbps' is out of range, expected 1bps to 1000Gbps"},
             {"-1Mbps", "'-1Mbps' is negative" + wantRate},
             {"{a: 1}", "found a map" + wantRate}}};
}

KeyCase
MakeSwitchCase(const std::string& path)
{
    return {path,
            "true",
            "true",
            {{"yes", "unknown value 'yes', expected true or false"},
             {"1", "unknown value '1', expected true or false"},
             {"[true]", "found a list, expected true or false"}}};
}

KeyCase
MakeLengthCase(const std::string& path, const std::string& range, const std::string& outside)
{
    const std::string want = ", expected a length such as 20m";
    return {path,
            "0.25km",
            "250m",
            {{outside, "'" + outside + "' is out of range, expected " + range},
             {"20", "'20' has no unit" + want},
             {"20mm", "'20mm' has the unknown unit 'mm'" + want},
             {"-20m", "'-20m' is negative" + want},
             {"[1m]", "found a list" + want}}};
}

KeyCase
MakePowerLevelCase(const std::string& path, const std::string& range, const std::string& outside)
{
    const std::string want = ", expected a power level such as 16dBm";
    return {path,
            "-4.50dBm",
            "-4.5dBm",
            {{outside, "'" + outside + "' is out of range, expected " + range},
             {"16", "'16' has no unit" + want},
             {"16mW", "'16mW' has the unknown unit 'mW'" + want},
             {"[1dBm]", "found a list" + want}}};
}

KeyCase
MakePowerCase(const std::string& path, const std::string& range, const std::string& outside)
{
    return {path,
            "0.015W",
            "15mW",
            {{"10", "'10' has no unit" + wantPower},
             {"10mJ", "'10mJ' has the unknown unit 'mJ'" + wantPower},
             {"-1mW", "'-1mW' is negative" + wantPower},
             {outside, "'" + outside + "' is out of range, expected " + range},
             {"{a: 1}", "found a map" + wantPower}}};
}
