// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SCENARIO_H
#define SIMULATOR_SCENARIO_H

#include "nn/data/data-set-source.h"

#include <ns3/data-rate.h>
#include <ns3/nstime.h>

#include <any>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace simulator
{

/// Arrival of samples at a site.
struct WorkloadSettings
{
    std::optional<std::uint32_t> samples; //!< per site; none: the whole test split, once
    ns3::Time period = ns3::MilliSeconds(100);
    std::string arrivals = "periodic"; //!< periodic, poisson (mean interval: period)
    ns3::Time start = ns3::Seconds(0); //!< first capture
};

/// How an aggregation point waits for missing inputs: see ns3::ddnn::WaitingRule.
struct WaitSettings
{
    /// Longest, from the first input. None, of the edge exit only: GetEdgeExitTime.
    std::optional<ns3::Time> time = {};
    std::string rule = "fixed"; //!< name of a WaitingRuleType
    std::optional<std::uint32_t> quorum = {};
    ns3::Time granularity = ns3::MilliSeconds(1);
};

/// What a network interface draws. Which figures there are depends on the medium: for a wired one,
/// sending and receiving come on top of idle; a wifi or lr-wpan radio is in one state at a time; an
/// lte radio spends energy per bit on top of being connected. What is not of its medium has no
/// value.
struct InterfaceProfile
{
    std::string name;
    std::string base;             //!< of one that the scenario defines: what it is made from
    std::string medium = "wired"; //!< wired, lr-wpan, wifi, lte
    double idlePowerWatt = 0;
    double sendPowerWatt = 0;
    double receivePowerWatt = 0;
    std::optional<double> sleepPowerWatt;
    std::optional<double> connectedPowerWatt; //!< from a frame until its tail is over
    std::optional<ns3::Time> tail;
    std::optional<double> sendJoulesPerBit; //!< instead of a power
    std::optional<double> receiveJoulesPerBit;
    std::string source;
};

/// One of the links: its type, and the settings that only this type knows (P2pSettings, ...).
struct LinkSettings
{
    std::string type = "p2p";
    std::any values;
    InterfaceProfile interface = {}; //!< of both ends
};

/// Speed and power of a processor. Operations are multiply-accumulates.
struct ProcessorProfile
{
    std::string name;
    std::string base;      //!< of one that the scenario defines: what it is made from
    ns3::Time fixedCost;   //!< of every inference
    double binaryRate = 0; //!< +-1 x +-1 operations per second
    double realRate = 0;   //!< other operations per second
    double idlePowerWatt = 0;
    double busyPowerWatt = 0;
    std::string source;
};

/// Of the transport tcp.
struct TcpSettings
{
    ns3::Time connectTimeout = ns3::Seconds(1);
    ns3::Time minimumRto = ns3::MilliSeconds(200);
    ns3::Time delayedAck = ns3::MilliSeconds(40);
    std::uint32_t queue = 1000; //!< messages to one node that wait
};

/// Traffic of others between two nodes: see ns3::ddnn::BackgroundFlow.
struct BackgroundSettings
{
    std::string from; //!< names of nodes as in nodes.csv
    std::string to;
    ns3::DataRate rate{1};            //!< of IP packets, in phases of sending
    std::uint32_t bytes = 1000;       //!< of an IP packet
    std::string pattern = "constant"; //!< constant, on-off
    ns3::Time on = ns3::Seconds(1);
    ns3::Time off = ns3::Seconds(1);
    ns3::Time start = ns3::Seconds(0); //!< since the first capture, as stop
    std::optional<ns3::Time> stop;
};

/// Something that fails: one node or link, all of a class, each for itself, or a group together.
struct FailureSettings
{
    /// One of these names something: `node`, `link`, `camera`, `processor` as in the csv files,
    /// `class` a tier or kind of link. Empty: not given.
    std::map<std::string, std::string> names;
    std::vector<std::string> group;           //!< or these together
    std::string kind = "off";                 //!< name of a FailureKind
    std::any values;                          //!< that only this kind knows
    std::optional<ns3::Time> at;              //!< since the first capture; none: at random
    std::optional<ns3::Time> duration;        //!< none: for ever
    std::optional<ns3::Time> mtbf;            //!< mean time from a recovery to the next failure
    std::optional<ns3::Time> mttr;            //!< mean time from a failure to the recovery
    std::string distribution = "exponential"; //!< of the first: exponential, weibull
    double shape = 0.7;                       //!< of weibull
};

/// How a gateway watches its edge: see ns3::ddnn::Heartbeat.
struct HeartbeatSettings
{
    ns3::Time interval = ns3::MilliSeconds(100); // assumed
    std::uint32_t misses = 3;                    // as Open vSwitch and FRRouting
};

/// Everything one simulation is made from: the resolved content of a scenario file.
struct Scenario
{
    std::string name;
    std::string file;    //!< path of the scenario file, as given
    std::string network; //!< path of the trained network, resolved against the file's folder
    nn::DataSetSource dataset;
    std::uint32_t sites = 1;
    WorkloadSettings workload;
    double localThreshold = 0.8;
    double edgeThreshold = 0.8;
    WaitSettings localWait{ns3::MilliSeconds(200)};
    WaitSettings edgeWait{ns3::MilliSeconds(200)};
    WaitSettings edgeExitWait;
    WaitSettings cloudWait{ns3::MilliSeconds(500)};
    std::uint32_t suspectAfter = 3;    //!< samples missed in a row; 0: never
    std::optional<ns3::Time> deadline; //!< of an answer at the gateway, from the capture
    std::string fallback = "none";     //!< none, best-exit
    bool acceptLate = false;
    std::optional<ns3::Time> outageWindow; //!< none: inference outage is not measured
    double outageAccuracy = 0.9;
    std::uint32_t localExitGateway = 1;   //!< gateway that hosts the local exit, from 1
    std::uint32_t edgeExitEdge = 1;       //!< edge that hosts the edge exit, from 1
    std::string escalation = "on-demand"; //!< on-demand, eager
    std::uint32_t bufferSamples = 64;     //!< samples whose features a node keeps
    ns3::Time bufferLifetime = ns3::Seconds(10);
    /// Which edge or cloud takes over from an edge, by its name. Empty or none: nobody.
    std::map<std::string, std::string> standbys;
    HeartbeatSettings heartbeat;               //!< of edges that have a standby
    std::map<std::string, LinkSettings> links; //!< local, edge, metro, backhaul, spare: all of them
    std::vector<BackgroundSettings> background;
    std::vector<FailureSettings> failures;
    std::string transport = "udp"; //!< name of a TransportType
    TcpSettings tcp;
    std::vector<ProcessorProfile> profiles;   //!< that the scenario defines
    std::vector<InterfaceProfile> interfaces; //!< that the scenario defines
    ProcessorProfile deviceProcessor;
    ProcessorProfile gatewayProcessor;
    ProcessorProfile edgeProcessor;
    ProcessorProfile cloudProcessor;
    /// Capacity in joules: of the battery of each node of a tier (device, gateway, edge), or of one
    /// node at every site (device-3). None, or not there: mains; for one node: as its tier.
    std::map<std::string, std::optional<double>> batteries;
    std::map<std::string, bool> outputs; //!< whether a run writes them; by name of an OutputType
    /// Defaults of ns-3's attributes, by "ns3::Class::Attribute".
    std::map<std::string, std::string> attributes;
    std::uint64_t seed = 1;
    std::uint32_t rngRun = 1; //!< replication number of the first run
    std::uint32_t replications = 1;
    /// Where each value was given, by dotted path: "c.yaml:3:10" or "--set PATH=VALUE". For
    /// messages.
    std::map<std::string, std::string> places;
};

/// "file:line:column" of a value, by its dotted path; the file alone if the value is a default.
inline std::string
GetPlace(const Scenario& scenario, const std::string& path)
{
    const auto place = scenario.places.find(path);
    return place != scenario.places.end() ? place->second : scenario.file;
}

/// How long the edge exit waits: longer than its edges, or it decides without one that waits for a
/// dead device as long as it may.
inline ns3::Time
GetEdgeExitTime(const Scenario& scenario)
{
    const ns3::Time margin = ns3::MilliSeconds(200); // assumed, as the waits themselves
    return scenario.edgeExitWait.time.value_or(scenario.edgeWait.time.value() + margin);
}

} // namespace simulator

#endif // SIMULATOR_SCENARIO_H
