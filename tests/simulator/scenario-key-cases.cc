// SPDX-License-Identifier: GPL-2.0-only
#include "tests/simulator/scenario-key-cases.h"

#include "tests/simulator/link-key-cases.h"
#include "tests/simulator/value-cases.h"

namespace
{

const std::string wantEnergy = ", expected an energy such as 10kJ or 2Wh";

KeyCase
MakeRuleCase(const std::string& path)
{
    return {path,
            "quorum",
            "quorum",
            {{"fast", "unknown value 'fast', expected fixed, adaptive or quorum"},
             {"[fixed]", "found a list, expected fixed, adaptive or quorum"}}};
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
MakeOperationRateCase(const std::string& path)
{
    return {path,
            "2e9",
            "2e+09",
            {{"0", "'0' is out of range, expected 1 to 1e+18"},
             {"2GHz", "'2GHz' is not a number" + wantNumber},
             {"[1]", "found a list" + wantNumber}}};
}

KeyCase
MakeBatteryCase(const std::string& owner)
{
    return {"batteries." + owner + ".capacity",
            "2Wh",
            "7.2kJ",
            {{"10", "'10' has no unit" + wantEnergy},
             {"1000mAh", "'1000mAh' has the unknown unit 'mAh'" + wantEnergy},
             {"0J", "'0J' is out of range, expected 1mJ to 1000000MJ"},
             {"-1J", "'-1J' is negative" + wantEnergy},
             {"[1J]", "found a list" + wantEnergy}}};
}

KeyCase
MakeSourceCase(const std::string& path)
{
    return {path,
            "data sheet, table 3",
            "\"data sheet, table 3\"",
            {{"\"\"", "'' is empty, expected a name of 1 to 100 bytes"},
             {"[a]", "found a list, expected a name of 1 to 100 bytes"}}};
}

std::vector<KeyCase>
MakeProfileCases()
{
    const std::string powers = "1uW to 1000kW";
    const std::string more = "0W to 1000kW";
    return {MakeOperationRateCase("profiles.mine.binary_rate"),
            MakeOperationRateCase("profiles.mine.real_rate"),
            MakeTimeCase("profiles.mine.fixed_cost", "0s to 3600s", "2h"),
            MakePowerCase("profiles.mine.idle_power", powers, "0W"),
            MakePowerCase("profiles.mine.busy_power", powers, "1001kW"),
            MakePowerCase("interfaces.mine.idle_power", powers, "0W"),
            MakePowerCase("interfaces.mine.send_power", more, "1001kW"),
            MakePowerCase("interfaces.mine.receive_power", more, "1001kW"),
            MakeSourceCase("profiles.mine.source"),
            MakeSourceCase("interfaces.mine.source"),
            {"profiles.mine.base",
             "jetson-nano",
             "jetson-nano",
             {{"mine",
               "unknown value 'mine', expected cortex-m4, cortex-m7, raspberry-pi-3, "
               "raspberry-pi-4, jetson-nano, edge-server or gpu-server"}}},
            {"interfaces.mine.base",
             "ethernet-100",
             "ethernet-100",
             {{"lte-2012",
               "unknown value 'lte-2012', expected ethernet-10, ethernet-100 or ethernet-1000"}}}};
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

KeyCase
MakeEndCase(const std::string& path, const std::string& example = "node such as device-1")
{
    const std::string want = ", expected the name of a " + example;
    return {path,
            "site-2/device-1",
            "site-2/device-1",
            {{"\"\"", "'' is empty" + want}, {"[a]", "found a list" + want}}};
}

std::vector<KeyCase>
MakeBackgroundCases()
{
    const std::string path = "background.<number>";
    const std::string phases = "1ms to 86400s";
    const std::string times = "0s to 31536000s";
    return {MakeEndCase(path + ".from"),
            MakeEndCase(path + ".to"),
            MakeRateCase(path + ".rate"),
            MakeIntegerCase(path + ".bytes", "28 to 1500", "1501"),
            {path + ".pattern",
             "on-off",
             "on-off",
             {{"onoff", "unknown value 'onoff', did you mean 'on-off'?"},
              {"[a]", "found a list, expected constant or on-off"}}},
            MakeTimeCase(path + ".on", phases, "0s"),
            MakeTimeCase(path + ".off", phases, "25h"),
            MakeTimeCase(path + ".start", times, "8761h"),
            MakeTimeCase(path + ".stop", times, "8761h")};
}

std::vector<KeyCase>
MakeFailureTargetCases(const std::string& path)
{
    const std::string wantList = ", expected a list of names such as [device-1, device-2]";
    return {MakeEndCase(path + ".node"),
            MakeEndCase(path + ".link", "link such as local-1"),
            MakeEndCase(path + ".camera"),
            MakeEndCase(path + ".processor", "node such as edge-1"),
            MakeEndCase(path + ".class", "class such as device"),
            {path + ".group",
             "[device-1, site-2/device-1]",
             "[device-1, site-2/device-1]",
             {{"device-1", "found a single value" + wantList}}}};
}

std::vector<KeyCase>
MakeFailureCases()
{
    const std::string path = "failures.<number>";
    const std::string times = "1ns to 31536000s";
    std::vector<KeyCase> cases = MakeFailureTargetCases(path);
    for (const KeyCase& one :
         {KeyCase{path + ".kind",
                  "down",
                  "down",
                  {{"dwon", "unknown value 'dwon', did you mean 'down'?"},
                   {"asleep",
                    "unknown value 'asleep', expected off, down, degrade, loss, frozen, blank, "
                    "noisy, covered or slow"}}},
          MakeTimeCase(path + ".at", "0s to 31536000s", "8761h"),
          MakeTimeCase(path + ".for", times, "0s"),
          MakeTimeCase(path + ".mtbf", times, "0s"),
          MakeTimeCase(path + ".mttr", times, "0s"),
          KeyCase{path + ".distribution",
                  "weibull",
                  "weibull",
                  {{"weibul", "unknown value 'weibul', did you mean 'weibull'?"}}},
          KeyCase{
              path + ".shape", "0.7", "0.7", {{"0", "'0' is out of range, expected 0.1 to 100"}}},
          MakeRateCase(path + ".rate"),
          MakeTimeCase(path + ".delay", "0s to 3600s", "2h"),
          MakeShareCase(path + ".loss"),
          KeyCase{path + ".extra_loss",
                  "10.50dB",
                  "10.5dB",
                  {{"301dB", "'301dB' is out of range, expected 0dB to 300dB"},
                   {"-1dB", "'-1dB' is out of range, expected 0dB to 300dB"},
                   {"10", "'10' has no unit, expected an attenuation such as 10dB"},
                   {"10dBm",
                    "'10dBm' has the unknown unit 'dBm', expected an attenuation such as 10dB"}}},
          MakeShareCase(path + ".probability"),
          KeyCase{path + ".deviation",
                  "12.5",
                  "12.5",
                  {{"256", "'256' is out of range, expected 0 to 255"}}},
          MakeShareCase(path + ".share"),
          MakeIntegerCase(path + ".grey", "0 to 255", "256"),
          KeyCase{
              path + ".factor", "4", "4", {{"0.5", "'0.5' is out of range, expected 1 to 1e+06"}}}})
    {
        cases.push_back(one);
    }
    return cases;
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
    for (const auto& more :
         {MakeLinkKeyCases(), MakeProfileCases(), MakeBackgroundCases(), MakeFailureCases()})
    {
        cases.insert(cases.end(), more.begin(), more.end());
    }
    const std::string seeds = "1 to 4294944442";
    for (const KeyCase& one :
         {KeyCase{"sweep",
                  "{sites: [1, 2]}",
                  "",
                  {{"7", "expected a map of paths to lists of values"},
                   {"[1]", "expected a map of paths to lists of values"},
                   {"{}", "expected a map of paths to lists of values"}}},
          MakeShareCase("dataset.occlusion"),
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
          MakeIntegerCase("rng_run", "1 to 1000000000", "0"),
          MakeIntegerCase("replications", "1 to 100000", "0"),
          MakeSwitchCase("outputs.pcap"),
          MakeSwitchCase("outputs.animation"),
          MakeSwitchCase("outputs.flow_monitor"),
          MakeTimeCase("workload.period", "1ns to 86400s", "0s"),
          MakeTimeCase("workload.start", "0s to 86400s", "25h"),
          MakeShortTimeCase("waits.local", "0s to 3600s", "61min"),
          MakeShortTimeCase("waits.edge", "0s to 3600s", "61min"),
          MakeShortTimeCase("waits.edge_exit", "0s to 3600s", "61min"),
          MakeShortTimeCase("waits.cloud", "0s to 3600s", "61min"),
          MakeTimeCase("waits.local.time", "0s to 3600s", "61min"),
          MakeTimeCase("waits.local.granularity", "1ns to 3600s", "0s"),
          MakeRuleCase("waits.local.rule"),
          MakeIntegerCase("waits.local.quorum", "1 to 65535", "0"),
          MakeTimeCase("waits.edge.time", "0s to 3600s", "61min"),
          MakeTimeCase("waits.edge.granularity", "1ns to 3600s", "0s"),
          MakeRuleCase("waits.edge.rule"),
          MakeIntegerCase("waits.edge.quorum", "1 to 65535", "0"),
          MakeTimeCase("waits.edge_exit.time", "0s to 3600s", "61min"),
          MakeTimeCase("waits.edge_exit.granularity", "1ns to 3600s", "0s"),
          MakeRuleCase("waits.edge_exit.rule"),
          MakeIntegerCase("waits.edge_exit.quorum", "1 to 65535", "0"),
          MakeTimeCase("waits.cloud.time", "0s to 3600s", "61min"),
          MakeTimeCase("waits.cloud.granularity", "1ns to 3600s", "0s"),
          MakeRuleCase("waits.cloud.rule"),
          MakeIntegerCase("waits.cloud.quorum", "1 to 65535", "0"),
          MakeTimeCase("deadline", "1ns to 3600s", "0s"),
          MakeTimeCase("outage.window", "1ns to 86400s", "0s"),
          MakeShareCase("outage.accuracy"),
          MakeSwitchCase("accept_late"),
          KeyCase{"fallback",
                  "best-exit",
                  "best-exit",
                  {{"cloud", "unknown value 'cloud', expected none or best-exit"}}},
          KeyCase{"standbys.edge-1",
                  "cloud",
                  "cloud",
                  {{"[a]",
                    "found a list, expected the name of a node such as edge-2 or cloud, or none"}}},
          MakeTimeCase("heartbeat.interval", "1ms to 3600s", "0s"),
          MakeIntegerCase("heartbeat.misses", "1 to 1000", "0"),
          MakeTimeCase("buffer.lifetime", "1ns to 86400s", "0s"),
          MakeTimeCase("tcp.connect_timeout", "1ms to 3600s", "0s"),
          MakeTimeCase("tcp.minimum_rto", "1ms to 3600s", "2h"),
          MakeTimeCase("tcp.delayed_ack", "0s to 3600s", "2h"),
          MakeIntegerCase("tcp.queue", "1 to 1000000", "0"),
          MakeNodeCase("exits.local", "gateway"),
          MakeNodeCase("exits.edge", "edge"),
          MakeProcessorCase("processors.device"),
          MakeProcessorCase("processors.gateway"),
          MakeProcessorCase("processors.edge"),
          MakeProcessorCase("processors.cloud"),
          MakeBatteryCase("device"),
          MakeBatteryCase("gateway"),
          MakeBatteryCase("edge"),
          MakeBatteryCase("device-3"),
          KeyCase{"attributes.ns3::PointToPointNetDevice::Mtu",
                  "1400",
                  "1400",
                  {{"65536", "ns-3 does not take '65536', expected uint16_t 0:65535"},
                   {"[1]", "found a list, expected a value as ns-3 writes it"}}},
          KeyCase{"dataset.seed", "0", "0", {{"-1", "'-1' is negative" + wantInteger}}},
          KeyCase{
              "dataset.noise", "1e1", "10", {{"101", "'101' is out of range, expected 0 to 100"}}}})
    {
        cases.push_back(one);
    }
    return cases;
}
