// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_RECORDS_H
#define ANALYSIS_RECORDS_H

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace analysis
{

/// What became of one sample. Times in nanoseconds of simulated time.
struct SampleRecord
{
    std::uint32_t site = 0;   //!< from 1
    std::uint32_t sample = 0; //!< from 0, in order of capture
    std::int64_t capture = 0;
    int label = 0;
    int prediction = -1;                //!< -1: lost
    std::string exit = "lost";          //!< local, edge, cloud, lost
    std::optional<double> entropyLocal; //!< normalized entropy at the local exit, if it was reached
    std::optional<double> entropyEdge;
    /// Capture to answer known at the exit; the sum of the four parts below.
    std::optional<std::int64_t> decisionLatency;
    /// Capture to answer known at the gateway. None: lost, or the answer was lost on its way.
    std::optional<std::int64_t> responseLatency;
    std::int64_t compute = 0;
    std::int64_t queue = 0;
    std::int64_t network = 0;
    std::int64_t wait = 0;
    std::uint64_t payloadBytes = 0; //!< sent by all devices: scores and features, or raw views
    std::uint32_t viewsMissing = 0; //!< devices whose data did not take part in the answer
};

/// Traffic of one kind on one link in one direction.
struct LinkRecord
{
    std::string link;
    std::string direction; //!< up (towards the cloud), down
    /// payload, header, control, background, ack, retransmission, warmup, total
    std::string kind;
    std::uint64_t bytes = 0;
    std::uint64_t packets = 0;
    std::uint64_t dropped = 0;         //!< of total only: queue overflow and losses
    std::optional<double> utilization; //!< of total only: share of the time the medium was busy
};

/// What a node spent its energy on, in joules.
struct EnergyRecord
{
    double computeBusy = 0;
    double computeIdle = 0;
    double radioIdle = 0; //!< network interfaces, wired ones too
    double radioSend = 0;
    double radioReceive = 0;

    double GetCompute() const
    {
        return computeBusy + computeIdle;
    }

    double GetRadio() const
    {
        return radioIdle + radioSend + radioReceive;
    }

    double GetTotal() const
    {
        return GetCompute() + GetRadio();
    }
};

/// What one node did.
struct NodeRecord
{
    std::string node;
    std::string tier; //!< device, gateway, edge, cloud
    double busySeconds = 0;
    std::uint32_t queueMax = 0;
    std::uint64_t inferences = 0;
    EnergyRecord energy;
    std::optional<double> batteryJoules; //!< its capacity; none: on mains
    double aliveSeconds = 0;
    std::uint64_t expired = 0;    //!< samples whose features were forgotten before the exit decided
    std::uint64_t late = 0;       //!< messages that came after their sample was closed
    std::uint64_t incomplete = 0; //!< messages of which parts never came
};

/// One simulation.
struct RunRecord
{
    std::string scenario;
    std::uint32_t run = 0; //!< from 1, over all runs of one results directory
    std::uint64_t seed = 0;
    std::uint32_t replication = 1;
    std::uint32_t deviceCount = 0; //!< of all sites
    std::uint64_t events = 0;      //!< simulator events executed
    std::vector<SampleRecord> samples;
    std::vector<LinkRecord> links;
    std::vector<NodeRecord> nodes;
    std::vector<std::string> warnings; //!< what the user should know, a line each
};

} // namespace analysis

#endif // ANALYSIS_RECORDS_H
