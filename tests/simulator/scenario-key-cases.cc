// SPDX-License-Identifier: GPL-2.0-only
#include "tests/simulator/scenario-key-cases.h"

namespace
{

const std::string wantTime = ", expected a time such as 40ms";
const std::string wantRate = ", expected a data rate such as 10Mbps";
const std::string wantNumber = ", expected a number such as 0.5";
const std::string wantInteger = ", expected a whole number such as 3";

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
MakeIntegerCase(const std::string& path, const std::string& range, const std::string& outside)
{
    return {path,
            "12",
            "12",
            {{"010", "'010' has a leading zero" + wantInteger},
             {"1e3", "'1e3' is not a whole number" + wantInteger},
             {"1.5", "'1.5' is not a whole number" + wantInteger},
             {"-1", "'-1' is negative" + wantInteger},
             {"12ms", "'12ms' is not a whole number" + wantInteger},
             {outside, "'" + outside + "' is out of range, expected " + range},
             {"[1]", "found a list" + wantInteger}}};
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

std::vector<KeyCase>
MakeLinkCases(const std::string& path)
{
    return {{path + ".type",
             "p2p",
             "p2p",
             {{"p3p", "unknown value 'p3p', did you mean 'p2p'?"},
              {"[a]", "found a list, expected p2p or csma"}}},
            {path + ".rate",
             "64kb/s",
             "64kbps",
             {{"10", "'10' has no unit" + wantRate},
              {"10ms", "'10ms' has the unknown unit 'ms'" + wantRate},
              {"0bps", "'0bps' is out of range, expected 1bps to 1000Gbps"},
              {"1001Gbps", "'1001Gbps' is out of range, expected 1bps to 1000Gbps"},
              {"-1Mbps", "'-1Mbps' is negative" + wantRate},
              {"{a: 1}", "found a map" + wantRate}}},
            MakeTimeCase(path + ".delay", "0s to 3600s", "2h"),
            MakeShareCase(path + ".loss"),
            MakeIntegerCase(path + ".queue", "1 to 1000000", "0")};
}

KeyCase
MakeProcessorCase(const std::string& path)
{
    return {path,
            "jetson-nano",
            "jetson-nano",
            {{"cortex-m6", "unknown value 'cortex-m6', did you mean 'cortex-m4'?"},
             {"abacus",
              "unknown value 'abacus', expected cortex-m4, cortex-m7, raspberry-pi-3, "
              "raspberry-pi-4, jetson-nano, edge-server or gpu-server"}}};
}

KeyCase
MakeNodeCase(const std::string& path, const std::string& kind)
{
    const std::string want = ", expected a node such as " + kind + "-1";
    return {path,
            kind + "-2",
            kind + "-2",
            {{"2", "'2' is no " + kind + want},
             {kind + "-0", "'" + kind + "-0' is out of range" + want},
             {kind + "-02", "'02' has a leading zero" + want},
             {kind + "-", "'' is not a whole number" + want},
             {"[a]", "found a list" + want}}};
}

std::vector<KeyCase>
MakeTextCases()
{
    return {
        {"name",
         "\"six cameras: \\\"c\\\"\"",
         "\"six cameras: \\\"c\\\"\"",
         {{"\"a\\x01\"",
           "'a?' has control characters or is not UTF-8, expected a name of 1 to 100 bytes"},
          {"\"\"", "'' is empty, expected a name of 1 to 100 bytes"},
          {std::string(101, 'x'),
           "'" + std::string(60, 'x') + "...' is too long, expected a name of 1 to 100 bytes"},
          {"[a]", "found a list, expected a name of 1 to 100 bytes"}}},
        {"network",
         "/nets/c.npz",
         "/nets/c.npz",
         {{"\"\"", "'' is not a path, expected the path of a file"},
          {"[a]", "found a list, expected the path of a file"}}},
        {"dataset.source",
         "/data/x.npz",
         "/data/x.npz",
         {{"[a]", "found a list, expected street or the path of a file"}}},
        {"dataset", "street", "", {{"[a]", "found a list, expected street or the path of a file"}}},
        {"workload.arrivals",
         "poisson",
         "poisson",
         {{"poison", "unknown value 'poison', did you mean 'poisson'?"},
          {"often", "unknown value 'often', expected periodic or poisson"}}},
        {"escalation",
         "eager",
         "eager",
         {{"lazy", "unknown value 'lazy', expected on-demand or eager"},
          {"{a: b}", "found a map, expected on-demand or eager"}}},
        {"transport",
         "link",
         "link",
         {{"sctp", "unknown value 'sctp', expected udp, tcp or link"},
          {"[udp]", "found a list, expected udp, tcp or link"}}},
    };
}

} // namespace

std::vector<KeyCase>
MakeKeyCases()
{
    std::vector<KeyCase> cases = MakeTextCases();
    for (const char* link : {"links.local", "links.edge", "links.metro", "links.backhaul"})
    {
        const std::vector<KeyCase> more = MakeLinkCases(link);
        cases.insert(cases.end(), more.begin(), more.end());
    }
    const std::string seeds = "1 to 4294944442";
    for (const KeyCase& one :
         {MakeShareCase("dataset.occlusion"),
          MakeShareCase("thresholds.local"),
          MakeShareCase("thresholds.edge"),
          MakeIntegerCase("dataset.clutter", "0 to 1000", "1001"),
          MakeIntegerCase("sites", "1 to 100000", "0"),
          MakeIntegerCase("sites", "1 to 100000", "100001"),
          MakeIntegerCase("workload.samples", "1 to 1000000000", "0"),
          MakeIntegerCase("suspect_after", "0 to 1000000", "1000001"),
          MakeIntegerCase("buffer.samples", "1 to 1000000", "0"),
          MakeIntegerCase("seed", seeds, "0"),
          MakeIntegerCase("seed", seeds, "4294944443"),
          MakeIntegerCase("replications", "1 to 100000", "0"),
          MakeTimeCase("workload.period", "1ns to 86400s", "0s"),
          MakeTimeCase("workload.start", "0s to 86400s", "25h"),
          MakeTimeCase("waits.local", "0s to 3600s", "61min"),
          MakeTimeCase("waits.edge", "0s to 3600s", "61min"),
          MakeTimeCase("waits.cloud", "0s to 3600s", "61min"),
          MakeTimeCase("buffer.lifetime", "1ns to 86400s", "0s"),
          MakeTimeCase("tcp.connect_timeout", "1ms to 3600s", "0s"),
          MakeTimeCase("tcp.minimum_rto", "1ms to 3600s", "2h"),
          MakeTimeCase("tcp.delayed_ack", "0s to 3600s", "2h"),
          MakeIntegerCase("tcp.queue", "1 to 1000000", "0"),
          MakeNodeCase("exits.local", "gateway"),
          MakeNodeCase("exits.edge", "edge"),
          MakeProcessorCase("processors.device"),
          MakeProcessorCase("processors.edge"),
          MakeProcessorCase("processors.cloud"),
          KeyCase{"dataset.seed", "0", "0", {{"-1", "'-1' is negative" + wantInteger}}},
          KeyCase{
              "dataset.noise", "1e1", "10", {{"101", "'101' is out of range, expected 0 to 100"}}}})
    {
        cases.push_back(one);
    }
    return cases;
}
