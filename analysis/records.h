// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_RECORDS_H
#define ANALYSIS_RECORDS_H

#include "analysis/story.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace analysis
{

/// Why a sample was lost: what is known to have happened to it last. In this order in the files.
enum class LossReason
{
    NoView,     //!< no device of the site was on at the capture
    NoScores,   //!< nothing arrived at the next exit
    NoFeatures, //!< escalated, or sent without asking, but nothing arrived at the next section
    Expired,    //!< escalated when its features had been forgotten already
    NodeOff     //!< the node that had it was off, or went off over it
};

/// What became of one sample. Times in nanoseconds of simulated time.
struct SampleRecord
{
    std::uint32_t site = 0;   //!< from 1
    std::uint32_t sample = 0; //!< from 0, in order of capture
    std::int64_t capture = 0;
    int label = 0;
    int prediction = -1;                        //!< -1: lost
    std::string exit = "lost";                  //!< local, edge, cloud, lost
    LossReason lossReason = LossReason::NoView; //!< if it is lost
    bool isFallback = false; //!< the deadline came, and the exit's verdict although it was not sure
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

    bool IsLost() const
    {
        return exit == "lost";
    }

    bool IsCorrect() const
    {
        return !IsLost() && prediction == label;
    }
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

/// An aggregation point begins to suspect one of those whom it waits for, or trusts it again.
struct SuspicionRecord
{
    enum class Kind
    {
        Suspected,
        Rejoined
    };

    Kind kind = Kind::Suspected;
    std::int64_t time = 0; //!< ns of simulated time
    std::string point;     //!< local exit, edge exit, edge, cloud
    std::string node;      //!< that hosts it
    std::string child;     //!< whom it waits for
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

/// A node goes off, whatever the reason, or on again.
struct SwitchRecord
{
    enum class To
    {
        Off,
        On
    };

    std::int64_t time = 0; //!< ns of simulated time
    std::string tier;      //!< of the node
    To to = To::Off;
};

/// What was put on all links in one second, both directions.
struct TrafficRecord
{
    std::int64_t second = 0; //!< since the first capture, from 0
    std::uint64_t wireBytes = 0;
    std::uint64_t payloadBytes = 0; //!< those of them that are payload
};

/// From when to when something failed. Times in nanoseconds of simulated time.
struct FailureRecord
{
    std::string target; //!< name of a node or link; of a camera or processor: that of its node
    std::string what;   //!< node, link, camera, processor
    std::string kind;   //!< off, battery, down, frozen, ...
    std::int64_t begin = 0;
    std::optional<std::int64_t> end; //!< none: it lasted to the end of the run
};

/// One simulation.
struct RunRecord
{
    std::string scenario;
    std::uint32_t run = 0; //!< from 1, over all runs of one results directory
    std::uint64_t seed = 0;
    std::uint32_t replication = 1;
    std::uint32_t deviceCount = 0;            //!< of all sites
    std::uint64_t events = 0;                 //!< simulator events executed
    std::optional<std::int64_t> deadline;     //!< of an answer at the gateway, from the capture, ns
    std::optional<std::int64_t> outageWindow; //!< length in ns
    double outageAccuracy = 0;                //!< below which a window is an outage
    std::int64_t firstCapture = 0;            //!< from which seconds count; ns of simulated time
    std::int64_t end = 0;                     //!< of the run: the last thing that happened
    std::vector<SampleRecord> samples;
    std::vector<LinkRecord> links;
    std::vector<NodeRecord> nodes;
    std::vector<SuspicionRecord> suspicions; //!< in order of time
    std::vector<FailureRecord> failures;     //!< by begin
    std::vector<SwitchRecord> switches;      //!< in order of time; all nodes are on at first
    std::vector<TrafficRecord> traffic;      //!< of the seconds that have any, in order
    std::vector<LinkEnds> topology;          //!< of the first site
    std::vector<SampleStory> stories;        //!< some samples in detail
    std::vector<std::string> warnings;       //!< what the user should know, a line each
};

} // namespace analysis

#endif // ANALYSIS_RECORDS_H
