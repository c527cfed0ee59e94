// SPDX-License-Identifier: GPL-2.0-only
/// Speed of training configuration (c): six devices with one ConvP(4) each, the cloud with
/// ConvP(16) on the concatenated maps, batches of 32 of 680 samples.
#include "nn/blocks/kernels/kernels.h"
#include "nn/data/split-mix64.h"
#include "nn/keep-freed-memory.h"
#include "nn/network/trainer.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <numeric>

namespace
{

constexpr int samples = 680;
constexpr int cameras = 6;
constexpr int batch = 32;

nn::NetworkDescription
MakeDescription()
{
    nn::NetworkDescription network;
    network.name = "c";
    network.view = {3, 32, 32};
    network.cameras = {0, 1, 2, 3, 4, 5};
    network.device.filters = {4};
    network.cloud.filters = {16};
    return network;
}

/// Random pixels: the time does not depend on what the pictures show.
nn::MultiViewDataSet
MakeDataSet(const nn::NetworkDescription& network)
{
    nn::MultiViewDataSet dataset("noise", network.classes, network.view, samples, cameras);
    nn::SplitMix64 random(1);
    for (int sample = 0; sample < samples; ++sample)
    {
        dataset.SetLabel(sample, random.Index(network.GetClassCount()));
        for (int camera = 0; camera < cameras; ++camera)
        {
            dataset.SetSeen(sample, camera, true);
            std::uint8_t* view = dataset.GetView(sample, camera);
            std::generate_n(view, network.view.Size(), [&]() { return random.Index(256); });
        }
    }
    return dataset;
}

/// One batch: forward, backward, optimizer.
void
TrainingStep(benchmark::State& state)
{
    const nn::NetworkDescription description = MakeDescription();
    const nn::MultiViewDataSet dataset = MakeDataSet(description);
    nn::HierarchicalNetwork network(description, 1);
    nn::Trainer trainer(network, nn::TrainingSettings{});
    std::vector<int> order(batch);
    std::iota(order.begin(), order.end(), 0);
    for (auto _ : state)
    {
        benchmark::DoNotOptimize(trainer.Step(dataset, order));
    }
    state.SetLabel(nn::GetKernels().instructionSet);
    state.SetItemsProcessed(state.iterations() * batch);
}

/// All samples once, the last batch smaller.
void
TrainingEpoch(benchmark::State& state)
{
    const nn::NetworkDescription description = MakeDescription();
    const nn::MultiViewDataSet dataset = MakeDataSet(description);
    nn::HierarchicalNetwork network(description, 1);
    nn::Trainer trainer(network, nn::TrainingSettings{});
    const std::vector<int>& order = dataset.GetTrainingSamples();
    for (auto _ : state)
    {
        for (auto begin = order.begin(); begin != order.end();)
        {
            const auto size = std::min<std::ptrdiff_t>(batch, order.end() - begin);
            benchmark::DoNotOptimize(trainer.Step(dataset, {begin, begin + size}));
            begin += size;
        }
    }
    state.SetLabel(nn::GetKernels().instructionSet);
    state.SetItemsProcessed(state.iterations() * samples);
}

/// All of Trainer::Train: the epochs, and the statistics estimated again. Arguments: threads,
/// epochs.
void
Training(benchmark::State& state)
{
    const nn::NetworkDescription description = MakeDescription();
    const nn::MultiViewDataSet dataset = MakeDataSet(description);
    nn::TrainingSettings settings;
    settings.epochs = static_cast<int>(state.range(1));
    settings.batch = batch;
    for (auto _ : state)
    {
        nn::HierarchicalNetwork network(description, 1);
        nn::Trainer trainer(network, settings);
        trainer.SetJobs(static_cast<int>(state.range(0)));
        trainer.Train(dataset);
    }
    state.SetLabel(nn::GetKernels().instructionSet);
    state.SetItemsProcessed(state.iterations() * settings.epochs * samples);
}

BENCHMARK(Training)
    ->ArgNames({"threads", "epochs"})
    ->ArgsProduct({{1, 2}, {10, 100}})
    ->UseRealTime()
    ->Unit(benchmark::kSecond);
BENCHMARK(TrainingStep)->Unit(benchmark::kMillisecond);
BENCHMARK(TrainingEpoch)->Unit(benchmark::kMillisecond);

} // namespace

int
main(int argc, char** argv)
{
    nn::KeepFreedMemory(); // as ddnnsim does
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
