// SPDX-License-Identifier: GPL-2.0-only
#include "example-results.h"

using namespace analysis;

namespace
{

std::string
MakeSamples()
{
    std::string text =
        "run,site,sample,capture_s,label,prediction,exit,entropy_local,decision_latency_s,"
        "compute_s,queue_s,network_s,wait_s,payload_bytes,views_missing\n";
    for (const char* run : {"1", "2", "3"})
    {
        text += std::string(run) + ",1,0,0,0,0,local,0.1,0.001,0.001,0,0,0,24,0\n";
        text += std::string(run) + ",1,1,0.1,1,2,cloud,0.9,0.03,0.01,0.005,0.01,0.005,280,1\n";
        text += std::string(run) + ",1,2,0.2,1,1,cloud,0.95,0.02,0.01,0,0.01,0,280,0\n";
        text += std::string(run) + ",1,3,0.3,2,,lost,,,,,,,0,2\n";
    }
    return text;
}

nlohmann::json
MakeManifest()
{
    nlohmann::json manifest =
        nlohmann::json::parse(R"({"ddnnsim": "1", "ns3": "3.37", "command": "ddnnsim run s.yaml",
        "scenarios": [{"name": "s", "first_run": 1, "resolved": "name: s\n", "view_bytes": 3072,
        "classes": ["car", "bus", "person"],
        "settings": {"name": "s", "links.backhaul.rate": "1Mbps"},
        "topology": [
          {"name": "local-1", "upper": "gateway-1", "lower": ["device-1"]},
          {"name": "local-2", "upper": "gateway-1", "lower": ["device-2"]},
          {"name": "backhaul-1", "upper": "cloud", "lower": ["gateway-1"]}],
        "sources": [{"name": "processor p", "user": "processors.device", "source": "assumed"}]}]})");
    nlohmann::json second = manifest["scenarios"][0];
    second["first_run"] = 3;
    manifest["scenarios"].push_back(second);
    return manifest;
}

} // namespace

Results
MakeExampleResults()
{
    Results results;
    results.manifest = MakeManifest();
    results.runs = std::make_unique<CsvTable>(
        "runs.csv",
        "scenario,run,seed,replication,links.backhaul.rate,samples,accuracy,exit_local,exit_edge,"
        "exit_cloud,lost,decision_latency_p50_s,decision_latency_p95_s,payload_bytes,wire_bytes,"
        "energy_j\n"
        "s,1,1,1,1Mbps,4,0.5,0.25,0,0.5,0.25,0.02,0.03,73,4000,8\n"
        "s,2,1,2,1Mbps,4,0.5,0.25,0,0.5,0.25,0.02,0.03,73,4400,8\n"
        "s,3,1,1,10Mbps,4,0.5,0.25,0,0.5,0.25,0.02,0.03,73,4000,8\n");
    results.samples = std::make_unique<CsvTable>("samples.csv", MakeSamples());
    results.links = std::make_unique<CsvTable>(
        "links.csv",
        "run,link,direction,kind,bytes,packets,dropped,utilization\n"
        "1,local-1,up,total,100,2,0,0.25\n1,backhaul-1,down,total,10,1,1,0.5\n");
    results.nodes = std::make_unique<CsvTable>(
        "nodes.csv",
        "run,node,tier,energy_compute_j,energy_radio_j,alive_s\n"
        "1,cloud,cloud,7,,10\n1,gateway-1,gateway,,,10\n1,device-1,device,0.5,,10\n"
        "1,device-2,device,0.5,,4\n");
    return results;
}

Study
MakeFailingStudy(const std::string& rows)
{
    Results results = MakeExampleResults();
    results.failures = std::make_unique<CsvTable>(
        "failures.csv", "run,target,what,kind,begin_s,end_s,detected_s,recovered_s\n" + rows);
    return MakeStudy("t", std::move(results));
}
