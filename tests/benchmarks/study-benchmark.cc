// SPDX-License-Identifier: GPL-2.0-only
// What a study costs beside its simulations, and what a second job brings.
//
//   study-benchmark [RUNS [SAMPLES]]     default: 60 runs of 20000 samples, about a second each
#include "nn/keep-freed-memory.h"
#include "simulator/study/local-workers.h"
#include "simulator/study/manifest.h"
#include "simulator/study/run-work.h"
#include "simulator/study/study-planner.h"
#include "simulator/study/study-store.h"

#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

namespace
{

using namespace simulator;

StudyPlan
MakePlan(std::size_t runs, const std::string& samples)
{
    return PlanStudy({{SCENARIOS_DIR "/figure2/c.yaml"},
                      {"workload.samples=" + samples, "replications=" + std::to_string(runs)}});
}

/// Seconds for all runs of a plan: processes, results, store.
double
Measure(const StudyPlan& plan, unsigned jobs, const Workers::Work& work)
{
    const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("study-" + std::to_string(getpid()));
    const auto begin = std::chrono::steady_clock::now();
    {
        StudyStore store(file);
        const InterruptWatch watch;
        LocalWorkers(jobs, watch)
            .Do(store.Begin(plan, DescribeScenario),
                work,
                [&store](std::size_t index, const ChildResult& result) {
                    store.Put(index, result);
                });
    }
    const auto end = std::chrono::steady_clock::now();
    std::filesystem::remove(file);
    return std::chrono::duration<double>(end - begin).count();
}

std::vector<std::uint8_t>
RunOnce(const StudyPlan& plan)
{
    std::vector<std::uint8_t> bytes;
    const InterruptWatch watch;
    LocalWorkers(1, watch).Do(
        {0}, MakeRunWork(plan), [&bytes](std::size_t, const ChildResult& result) {
            bytes = result.bytes;
        });
    return bytes;
}

} // namespace

int
main(int argc, char** argv)
{
    const std::size_t runs = argc > 1 ? std::stoul(argv[1]) : 60;
    const std::string samples = argc > 2 ? argv[2] : "20000";
    nn::KeepFreedMemory(); // as ddnnsim does
    const StudyPlan few = MakePlan(200, "1");
    const std::vector<std::uint8_t> output = RunOnce(few); // of usual size
    const double empty = Measure(few, 1, [&output](std::size_t) { return output; });
    const double one = Measure(few, 1, MakeRunWork(few));
    std::cout << "a run without a simulation: " << 1000 * empty / 200
              << " ms; with a simulation of one sample: " << 1000 * one / 200 << " ms\n";
    const StudyPlan many = MakePlan(runs, samples);
    const double alone = Measure(many, 1, MakeRunWork(many));
    const double shared = Measure(many, 2, MakeRunWork(many));
    std::cout << runs << " runs of " << alone / static_cast<double>(runs) << " s: one job " << alone
              << " s, two jobs " << shared << " s, ratio " << alone / shared << std::endl;
    return 0;
}
