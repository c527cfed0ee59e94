// SPDX-License-Identifier: GPL-2.0-only
#include "tests/simulator/link-key-cases.h"

#include "tests/simulator/value-cases.h"

namespace
{

std::vector<KeyCase>
MakeLinkCases(const std::string& path)
{
    return {{path + ".type",
             "p2p",
             "p2p",
             {{"p3p", "unknown value 'p3p', did you mean 'p2p'?"},
              {"[a]", "found a list, expected p2p, csma, wifi, lr-wpan or lte"}}},
            MakeRateCase(path + ".rate"),
            MakeTimeCase(path + ".delay", "0s to 3600s", "2h"),
            {path + ".interface",
             "ethernet-1000",
             "ethernet-1000",
             {{"ethernet-11", "unknown value 'ethernet-11', did you mean 'ethernet-10'?"},
              {"cc2420",
               "unknown value 'cc2420', expected ethernet-10, ethernet-100 or ethernet-1000"}}},
            MakeShareCase(path + ".loss"),
            {path + ".trace",
             TRACE_FILE,
             TRACE_FILE,
             {{"\"\"", "'' is not a path, expected the path of a file"},
              {"[a]", "found a list, expected the path of a file"}}},
            MakeTimeCase(path + ".trace_repeat", "1ns to 31536000s", "8761h"),
            MakeIntegerCase(path + ".queue", "1 to 1000000", "0")};
}

KeyCase
MakePositionsCase(const std::string& path)
{
    return {
        path,
        "[[3, 4], [0, -5.50]]",
        "[[3, 4], [0, -5.5]]",
        {{"3", "found a single value, expected a list of points such as [[10, 0], [0, -5.5]]"}}};
}

std::vector<KeyCase>
MakeBurstCases(const std::string& path)
{
    return {MakeShareCase(path + ".burst.start"),
            MakeShareCase(path + ".burst.end"),
            MakeShareCase(path + ".burst.loss")};
}

/// What all radio links have.
std::vector<KeyCase>
MakeRadioCases(const std::string& path, const std::string& farthest, const std::string& weakest)
{
    return {MakeLengthCase(path + ".distance", "1m to " + farthest, "0.5m"),
            MakePowerLevelCase(path + ".tx_power", weakest + " to 36dBm", "37dBm"),
            {path + ".propagation",
             "friis",
             "friis",
             {{"fries", "unknown value 'fries', did you mean 'friis'?"}}},
            MakeNumberCase(path + ".exponent", "1 to 10", "0.9"),
            MakeShareCase(path + ".loss")};
}

/// The cases, of links of a type.
std::vector<KeyCase>
MakeCasesOf(const std::string& type, std::vector<KeyCase> cases, const std::vector<KeyCase>& more)
{
    cases.insert(cases.end(), more.begin(), more.end());
    for (KeyCase& one : cases)
    {
        one.type = type;
    }
    return cases;
}

std::vector<KeyCase>
MakeWifiCases(const std::string& path)
{
    const std::vector<KeyCase> cases = {
        {path + ".standard",
         "802.11ax",
         "802.11ax",
         {{"802.11b", "unknown value '802.11b', did you mean '802.11n'?"},
          {"wifi6", "unknown value 'wifi6', expected 802.11n, 802.11ac or 802.11ax"}}},
        {path + ".mode",
         "ad-hoc",
         "ad-hoc",
         {{"adhoc", "unknown value 'adhoc', did you mean 'ad-hoc'?"}}},
        {path + ".band",
         "2.4GHz",
         "2.4GHz",
         {{"60GHz", "unknown value '60GHz', did you mean '6GHz'?"}}},
        {path + ".width",
         "40MHz",
         "40MHz",
         {{"22MHz", "unknown value '22MHz', did you mean '20MHz'?"}}},
        {path + ".modulation",
         "mcs7",
         "mcs7",
         {{"mcs12", "unknown value 'mcs12', did you mean 'mcs1'?"}}},
        MakePositionsCase(path + ".positions"),
        MakeIntegerCase(path + ".queue", "2 to 1000000", "1")};
    return MakeCasesOf("wifi", cases, MakeRadioCases(path, "1km", "-20dBm"));
}

std::vector<KeyCase>
MakeLrWpanCases(const std::string& path)
{
    const auto makeSmall = [&](const std::string& key, const std::string& range) {
        return KeyCase{path + "." + key,
                       "4",
                       "4",
                       {{"9", "'9' is out of range, expected " + range},
                        {"1.5", "'1.5' is not a whole number" + wantInteger}}};
    };
    const std::vector<KeyCase> cases = {makeSmall("retries", "0 to 7"),
                                        makeSmall("backoffs", "0 to 5"),
                                        makeSmall("min_backoff_exponent", "0 to 8"),
                                        makeSmall("max_backoff_exponent", "3 to 8"),
                                        MakeIntegerCase(path + ".queue", "1 to 1000000", "0")};
    return MakeCasesOf("lr-wpan", cases, MakeRadioCases(path, "1km", "-40dBm"));
}

std::vector<KeyCase>
MakeLteCases(const std::string& path)
{
    const std::vector<KeyCase> cases = {
        {path + ".bandwidth",
         "20MHz",
         "20MHz",
         {{"2MHz", "unknown value '2MHz', did you mean '3MHz'?"}}},
        {path + ".scheduler", "rr", "rr", {{"edf", "unknown value 'edf', expected pf or rr"}}},
        {path + ".buffer",
         "2000",
         "2000",
         {{"1499", "'1499' is out of range, expected 1500 to 100000000"},
          {"2kB", "'2kB' is not a whole number" + wantInteger}}},
        MakeRateCase(path + ".core_rate"),
        MakeTimeCase(path + ".core_delay", "0s to 3600s", "2h")};
    return MakeCasesOf("lte", cases, MakeRadioCases(path, "100km", "-20dBm"));
}

} // namespace

std::vector<KeyCase>
MakeLinkKeyCases()
{
    std::vector<KeyCase> cases;
    for (const char* link :
         {"links.local", "links.edge", "links.metro", "links.backhaul", "links.spare"})
    {
        for (const auto& more :
             {MakeLinkCases(link), MakeWifiCases(link), MakeLrWpanCases(link), MakeLteCases(link)})
        {
            cases.insert(cases.end(), more.begin(), more.end());
        }
        for (const char* type : {"p2p", "wifi", "lr-wpan"})
        {
            const auto bursts = MakeCasesOf(type, MakeBurstCases(link), {});
            cases.insert(cases.end(), bursts.begin(), bursts.end());
        }
    }
    return cases;
}
