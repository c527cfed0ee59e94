// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/csv.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

using namespace analysis;

namespace
{

RunRecord
MakeRun()
{
    RunRecord run;
    run.scenario = "c";
    run.run = 1;
    run.seed = 7;
    run.deviceCount = 6;
    run.events = 99;
    return run;
}

SampleRecord
MakeSample()
{
    SampleRecord sample;
    sample.site = 1;
    sample.sample = 4;
    sample.capture = 1'400'000'000;
    sample.label = 2;
    sample.prediction = 1;
    sample.exit = "cloud";
    sample.entropyLocal = 0.9;
    sample.decisionLatency = 40'000'001;
    sample.responseLatency = 60'000'001;
    sample.compute = 10'000'000;
    sample.queue = 1;
    sample.network = 30'000'000;
    sample.payloadBytes = 840;
    sample.viewsMissing = 1;
    return sample;
}

} // namespace

TEST(Csv, RunsHeaderIsTheAgreedOne)
{
    std::ostringstream stream;
    WriteRunsHeader(stream, {});
    EXPECT_EQ(
        stream.str(),
        "scenario,run,seed,replication,samples,accuracy,accuracy_decided,exit_local,"
        "exit_edge,exit_cloud,lost,decision_latency_mean_s,decision_latency_p50_s,"
        "decision_latency_p95_s,decision_latency_p99_s,response_latency_p50_s,"
        "payload_bytes,wire_bytes,energy_j,events,joules_per_correct,"
        "battery_life_device_h,battery_life_gateway_h,battery_life_edge_h,lost_no_view,"
        "lost_no_scores,lost_no_features,lost_expired,lost_node_off,answer_lost,fallback_share,"
        "missed_deadline,inference_outage,late,detect_s,recover_s,status,"
        "error,log\n");
}

TEST(Csv, SweptValuesStandBehindTheReplication)
{
    std::ostringstream stream;
    WriteRunsHeader(stream, {"links.backhaul.rate", "a,b"});
    EXPECT_EQ(stream.str().substr(0, 68),
              "scenario,run,seed,replication,links.backhaul.rate,\"a,b\",samples,accu");
    RunSummary summary = Summarize(MakeRun());
    summary.sweptValues = {"64kbps", "x"};
    std::ostringstream row;
    WriteRunRow(row, summary);
    EXPECT_EQ(row.str(), "c,1,7,1,64kbps,x,0,,,,,,,,,,,,,0,0,99,,,,,,,,,,,,,,0,,,done,,\n");
}

TEST(Csv, AFailedRunHasNoMetrics)
{
    RunSummary summary;
    summary.scenario = "c";
    summary.run = 2;
    summary.seed = 7;
    summary.status = RunStatus::Failed;
    summary.error = "ended by signal 6 (Aborted)";
    summary.log = "msg=\"no route\"\nline=9";
    std::ostringstream header;
    WriteRunsHeader(header, {});
    std::ostringstream row;
    WriteRunRow(row, summary);
    EXPECT_EQ(row.str(),
              "c,2,7,1" + std::string(33, ',') +
                  "failed,ended by signal 6 (Aborted),\"msg=\"\"no route\"\" | line=9\"\n");
    const std::string columns = header.str();
    EXPECT_EQ(std::count(columns.begin(), columns.end(), ','), 3 + 33 + 2);
}

TEST(Csv, RunRow)
{
    RunRecord run = MakeRun();
    run.samples = {MakeSample()};
    run.links = {{"backhaul-1", "up", "total", 5000, 10, 0, 0.1}};
    run.samples.front().label = run.samples.front().prediction;
    run.nodes = {{"device-1", "device", 0, 0, 0, {0.125, 0, 0, 0, 0}, 450.0, 1}};
    std::ostringstream stream;
    WriteRunRow(stream, Summarize(run)); // 450 J at 0.125 W: 3600 s
    EXPECT_EQ(stream.str(),
              "c,1,7,1,1,1,1,0,0,1,0,0.040000001,0.040000001,0.040000001,0.040000001,"
              "0.060000001,140,5000,0.125,99,0.125,1,,,0,0,0,0,0,0,0,,,0,,,done,,\n");
}

TEST(Csv, Samples)
{
    RunRecord run = MakeRun();
    run.samples = {MakeSample()};
    std::ostringstream stream;
    WriteSamplesHeader(stream);
    WriteSampleRows(stream, run);
    EXPECT_EQ(stream.str(),
              "run,site,sample,capture_s,label,prediction,exit,entropy_local,entropy_edge,"
              "decision_latency_s,response_latency_s,compute_s,queue_s,network_s,wait_s,"
              "payload_bytes,views_missing,fallback,lost_reason\n"
              "1,1,4,1.4,2,1,cloud,0.9,,0.040000001,0.060000001,0.01,0.000000001,0.03,0,840,1,0,"
              "\n");
}

TEST(Csv, LostSampleHasNoAnswerAndNoLatencies)
{
    RunRecord run = MakeRun();
    SampleRecord sample;
    sample.site = 1;
    sample.viewsMissing = 6;
    run.samples = {sample, sample, sample, sample, sample};
    run.samples[1].lossReason = LossReason::NoScores;
    run.samples[2].lossReason = LossReason::NoFeatures;
    run.samples[3].lossReason = LossReason::Expired;
    run.samples[4].lossReason = LossReason::NodeOff;
    std::ostringstream stream;
    WriteSampleRows(stream, run);
    EXPECT_EQ(stream.str(),
              "1,1,0,0,0,,lost,,,,,,,,,0,6,0,no-view\n"
              "1,1,0,0,0,,lost,,,,,,,,,0,6,0,no-scores\n"
              "1,1,0,0,0,,lost,,,,,,,,,0,6,0,no-features\n"
              "1,1,0,0,0,,lost,,,,,,,,,0,6,0,expired\n"
              "1,1,0,0,0,,lost,,,,,,,,,0,6,0,node-off\n");
}

TEST(Csv, Links)
{
    RunRecord run = MakeRun();
    run.links = {{"local-1", "up", "payload", 100, 2, 0, {}},
                 {"local-1", "up", "total", 160, 3, 1, 0.25}};
    std::ostringstream stream;
    WriteLinksHeader(stream);
    WriteLinkRows(stream, run);
    EXPECT_EQ(stream.str(),
              "run,link,direction,kind,bytes,packets,dropped,utilization\n"
              "1,local-1,up,payload,100,2,,\n"
              "1,local-1,up,total,160,3,1,0.25\n");
}

TEST(Csv, Nodes)
{
    RunRecord run = MakeRun();
    run.nodes = {{"device-1", "device", 0.5, 2, 171, {1, 2, 4, 8, 16}, 500.5, 18, 3, 4, 5},
                 {"gateway-1", "gateway", 0, 0, 0, {0, 0.5, 0, 0, 0}, {}, 18, 0, 0, 0}};
    std::ostringstream stream;
    WriteNodesHeader(stream);
    WriteNodeRows(stream, run);
    EXPECT_EQ(stream.str(),
              "run,node,tier,busy_s,queue_max,inferences,energy_compute_j,energy_radio_j,alive_s,"
              "expired,late,incomplete,energy_compute_busy_j,energy_compute_idle_j,"
              "energy_radio_idle_j,energy_radio_send_j,energy_radio_receive_j,energy_j,battery_j\n"
              "1,device-1,device,0.5,2,171,3,28,18,3,4,5,1,2,4,8,16,31,500.5\n"
              "1,gateway-1,gateway,0,0,0,0.5,0,18,0,0,0,0,0.5,0,0,0,0.5,\n");
}

TEST(Csv, Timeline)
{
    // The first capture at 1.4 s; the device is off for the second half of that second.
    RunRecord run = MakeRun();
    run.samples = {MakeSample()};
    run.firstCapture = 1'400'000'000;
    run.end = 3'400'000'000;
    run.nodes.resize(2);
    run.nodes[0].tier = "device";
    run.nodes[1].tier = "cloud";
    run.switches = {{1'900'000'000, "device", SwitchRecord::To::Off}};
    run.traffic = {{0, 5000, 4000}, {1, 20, 0}};
    std::ostringstream stream;
    WriteTimelineHeader(stream);
    WriteTimelineRows(stream, run);
    EXPECT_EQ(stream.str(),
              "run,second,begin_s,samples,accuracy,lost,decision_latency_mean_s,"
              "decision_latency_p95_s,wire_bytes,wire_payload_bytes,devices_alive,gateways_alive,"
              "edges_alive,cloud_alive\n"
              "1,0,1.4,1,0,0,0.040000001,0.040000001,5000,4000,0.5,,,1\n"
              "1,1,2.4,0,,,,,20,0,0,,,1\n");
}

TEST(Csv, FailuresAndSuspicions)
{
    using Kind = SuspicionRecord::Kind;
    RunRecord run = MakeRun();
    run.failures = {{"device-1", "node", "off", 1'000'000'000, 2'000'000'000},
                    {"cloud", "node", "off", 5, {}}};
    run.suspicions = {{Kind::Suspected, 1'300'000'000, "local exit", "gateway-1", "device-1"},
                      {Kind::Rejoined, 2'050'000'000, "local exit", "gateway-1", "device-1"}};
    std::ostringstream stream;
    WriteFailuresHeader(stream);
    WriteFailureRows(stream, run);
    WriteSuspicionsHeader(stream);
    WriteSuspicionRows(stream, run);
    EXPECT_EQ(stream.str(),
              "run,target,what,kind,begin_s,end_s,detected_s,recovered_s\n"
              "1,device-1,node,off,1,2,0.3,0.05\n"
              "1,cloud,node,off,0.000000005,,,\n"
              "run,time_s,node,point,child,event\n"
              "1,1.3,gateway-1,local exit,device-1,suspected\n"
              "1,2.05,gateway-1,local exit,device-1,rejoined\n");
}

TEST(Csv, TextIsQuotedAsRfc4180)
{
    RunRecord run = MakeRun();
    run.scenario = "six \"cameras\", one\ngateway";
    std::ostringstream stream;
    WriteRunRow(stream, Summarize(run));
    EXPECT_EQ(stream.str().substr(0, 33), "\"six \"\"cameras\"\", one\ngateway\",1,");
}
