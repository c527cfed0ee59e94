// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/csv.h"

#include "analysis/detection.h"
#include "analysis/number-format.h"
#include "analysis/run-columns.h"
#include "analysis/timeline.h"

#include <optional>

namespace analysis
{

std::string
QuoteCsv(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
    {
        return text;
    }
    std::string quoted = "\"";
    for (const char character : text)
    {
        quoted += character;
        if (character == '"')
        {
            quoted += '"';
        }
    }
    return quoted + '"';
}

namespace
{

/// One line: fields are added from left to right; the destructor ends the line.
class Row
{
  public:
    explicit Row(std::ostream& stream) : m_stream(stream) {}

    ~Row()
    {
        m_stream << '\n';
    }

    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;

    Row& Text(const std::string& text)
    {
        m_stream << m_separator << QuoteCsv(text);
        m_separator = ",";
        return *this;
    }

    template <typename Integer>
    Row& Count(Integer value)
    {
        return Text(std::to_string(value));
    }

    Row& Number(std::optional<double> value)
    {
        return Text(value ? FormatNumber(*value) : "");
    }

    Row& Seconds(std::optional<std::int64_t> nanoseconds)
    {
        return Text(nanoseconds ? FormatSeconds(*nanoseconds) : "");
    }

  private:
    std::ostream& m_stream;
    const char* m_separator = "";
};

} // namespace

namespace
{

/// Lines as one.
std::string
JoinLines(const std::string& text)
{
    std::string joined;
    for (const char character : text)
    {
        joined += character == '\n' ? std::string(" | ") : std::string(1, character);
    }
    return joined;
}

} // namespace

void
WriteRunsHeader(std::ostream& stream, const std::vector<std::string>& sweptPaths)
{
    stream << "scenario,run,seed,replication,";
    for (const std::string& path : sweptPaths)
    {
        stream << QuoteCsv(path) << ',';
    }
    for (const RunColumn& column : GetRunColumns())
    {
        stream << column.name << ',';
    }
    stream << "status,error,log\n";
}

void
WriteRunRow(std::ostream& stream, const RunSummary& run)
{
    Row row(stream);
    row.Text(run.scenario).Count(run.run).Count(run.seed).Count(run.replication);
    for (const std::string& value : run.sweptValues)
    {
        row.Text(value);
    }
    const bool isDone = run.status == RunStatus::Done;
    for (const RunColumn& column : GetRunColumns())
    {
        row.Text(isDone ? column.format(run) : "");
    }
    row.Text(isDone ? "done" : "failed").Text(run.error).Text(JoinLines(run.log));
}

void
WriteSamplesHeader(std::ostream& stream)
{
    stream << "run,site,sample,capture_s,label,prediction,exit,entropy_local,entropy_edge,"
              "decision_latency_s,response_latency_s,compute_s,queue_s,network_s,wait_s,"
              "payload_bytes,views_missing,fallback,lost_reason\n";
}

namespace
{

std::string
GetName(LossReason reason)
{
    switch (reason)
    {
    case LossReason::NoView:
        return "no-view";
    case LossReason::NoScores:
        return "no-scores";
    case LossReason::NoFeatures:
        return "no-features";
    case LossReason::Expired:
        return "expired";
    case LossReason::NodeOff:
        return "node-off";
    }
    return "";
}

/// A lost sample has no prediction, no latencies and no parts of them.
void
WriteSampleRow(std::ostream& stream, std::uint32_t run, const SampleRecord& sample)
{
    const bool decided = !sample.IsLost();
    const auto part = [decided](std::int64_t value) {
        return decided ? std::optional(value) : std::nullopt;
    };
    Row row(stream);
    row.Count(run).Count(sample.site).Count(sample.sample).Seconds(sample.capture);
    row.Count(sample.label).Text(decided ? std::to_string(sample.prediction) : "");
    row.Text(sample.exit).Number(sample.entropyLocal).Number(sample.entropyEdge);
    row.Seconds(sample.decisionLatency).Seconds(sample.responseLatency);
    row.Seconds(part(sample.compute)).Seconds(part(sample.queue));
    row.Seconds(part(sample.network)).Seconds(part(sample.wait));
    row.Count(sample.payloadBytes).Count(sample.viewsMissing);
    row.Text(sample.isFallback ? "1" : "0").Text(decided ? "" : GetName(sample.lossReason));
}

} // namespace

void
WriteSampleRows(std::ostream& stream, const RunRecord& run)
{
    for (const SampleRecord& sample : run.samples)
    {
        WriteSampleRow(stream, run.run, sample);
    }
}

void
WriteLinksHeader(std::ostream& stream)
{
    stream << "run,link,direction,kind,bytes,packets,dropped,utilization\n";
}

void
WriteLinkRows(std::ostream& stream, const RunRecord& run)
{
    for (const LinkRecord& link : run.links)
    {
        Row row(stream);
        row.Count(run.run).Text(link.link).Text(link.direction).Text(link.kind);
        row.Count(link.bytes).Count(link.packets);
        row.Text(link.kind == "total" ? std::to_string(link.dropped) : "");
        row.Number(link.utilization);
    }
}

void
WriteNodesHeader(std::ostream& stream)
{
    stream << "run,node,tier,busy_s,queue_max,inferences,energy_compute_j,energy_radio_j,alive_s,"
              "expired,late,incomplete,energy_compute_busy_j,energy_compute_idle_j,"
              "energy_radio_idle_j,energy_radio_send_j,energy_radio_receive_j,energy_j,battery_j\n";
}

void
WriteNodeRows(std::ostream& stream, const RunRecord& run)
{
    for (const NodeRecord& node : run.nodes)
    {
        Row row(stream);
        row.Count(run.run).Text(node.node).Text(node.tier).Number(node.busySeconds);
        row.Count(node.queueMax).Count(node.inferences);
        row.Number(node.energy.GetCompute()).Number(node.energy.GetRadio());
        row.Number(node.aliveSeconds);
        row.Count(node.expired).Count(node.late).Count(node.incomplete);
        row.Number(node.energy.computeBusy).Number(node.energy.computeIdle);
        row.Number(node.energy.radioIdle).Number(node.energy.radioSend);
        row.Number(node.energy.radioReceive).Number(node.energy.GetTotal());
        row.Number(node.batteryJoules);
    }
}

namespace
{

std::optional<double>
ToSeconds(std::optional<double> nanoseconds)
{
    return nanoseconds ? std::optional(*nanoseconds / 1e9) : std::nullopt;
}

} // namespace

void
WriteTimelineHeader(std::ostream& stream)
{
    stream << "run,second,begin_s,samples,accuracy,lost,decision_latency_mean_s,"
              "decision_latency_p95_s,wire_bytes,wire_payload_bytes,devices_alive,gateways_alive,"
              "edges_alive,cloud_alive\n";
}

void
WriteTimelineRows(std::ostream& stream, const RunRecord& run)
{
    for (const TimelineRow& second : MakeTimeline(run))
    {
        Row row(stream);
        row.Count(run.run).Count(second.second).Seconds(second.begin).Count(second.samples);
        row.Number(second.accuracy).Number(second.lost);
        row.Number(ToSeconds(second.decisionLatencyMean)).Seconds(second.decisionLatencyP95);
        row.Count(second.wireBytes).Count(second.payloadBytes);
        row.Number(second.devicesAlive).Number(second.gatewaysAlive);
        row.Number(second.edgesAlive).Number(second.cloudAlive);
    }
}

void
WriteFailuresHeader(std::ostream& stream)
{
    stream << "run,target,what,kind,begin_s,end_s,detected_s,recovered_s\n";
}

void
WriteFailureRows(std::ostream& stream, const RunRecord& run)
{
    const std::vector<Detection> detections = FindDetections(run);
    for (std::size_t i = 0; i < run.failures.size(); ++i)
    {
        const FailureRecord& failure = run.failures[i];
        Row row(stream);
        row.Count(run.run).Text(failure.target).Text(failure.what).Text(failure.kind);
        row.Seconds(failure.begin).Seconds(failure.end);
        row.Seconds(detections[i].detected).Seconds(detections[i].recovered);
    }
}

void
WriteSuspicionsHeader(std::ostream& stream)
{
    stream << "run,time_s,node,point,child,event\n";
}

void
WriteSuspicionRows(std::ostream& stream, const RunRecord& run)
{
    for (const SuspicionRecord& suspicion : run.suspicions)
    {
        Row row(stream);
        row.Count(run.run).Seconds(suspicion.time).Text(suspicion.node).Text(suspicion.point);
        row.Text(suspicion.child);
        row.Text(suspicion.kind == SuspicionRecord::Kind::Suspected ? "suspected" : "rejoined");
    }
}

} // namespace analysis
