// SPDX-License-Identifier: GPL-2.0-only
// Inference of configuration (c), one sample at a time on one thread: six-view samples a second
// with each set of kernels, with the reference (integers, as in training), and in float32. Ratios
// of one run are what counts.

#include "nn/data/data-set-source.h"
#include "nn/network/hierarchical-network.h"
#include "nn/network/network-file.h"
#include "nn/network/network-inference.h"
#include "nn/network/tier-outputs.h"
#include "nn/packed/bit-kernels.h"

#include <benchmark/benchmark.h>

#include <memory>

namespace
{

using Bytes = std::vector<std::uint8_t>;

/// The network and the test samples.
struct Fixture
{
    std::shared_ptr<const nn::HierarchicalNetwork> network =
        nn::LoadNetwork(SCENARIOS_DIR "/networks/c.npz").network;
    nn::MultiViewDataSet dataset = nn::LoadDataSet({}, nn::DataSetPart::TestOnly);
};

const Fixture&
GetFixture()
{
    static const Fixture fixture;
    return fixture;
}

nn::NetworkInference
MakeInference(const benchmark::State& state)
{
    const auto kernels = nn::GetAvailableBitKernels();
    const auto index = static_cast<std::size_t>(state.range(0));
    const bool packed = index < kernels.size();
    return {*GetFixture().network,
            packed ? nn::SectionForm::Packed : nn::SectionForm::Reference,
            *kernels[packed ? index : 0]};
}

/// For each kernel set of this processor, and the reference after the last.
void
AddKernels(benchmark::internal::Benchmark* benchmark)
{
    benchmark->DenseRange(0, static_cast<std::int64_t>(nn::GetAvailableBitKernels().size()));
}

void
SetLabel(benchmark::State& state)
{
    const auto kernels = nn::GetAvailableBitKernels();
    const auto index = static_cast<std::size_t>(state.range(0));
    state.SetLabel(index < kernels.size() ? kernels[index]->name : "reference");
    state.SetItemsProcessed(state.iterations());
}

/// All views of the test samples.
std::vector<std::vector<Bytes>>
CopyViews(const nn::MultiViewDataSet& dataset)
{
    std::vector<std::vector<Bytes>> views;
    for (const int sample : dataset.GetTestSamples())
    {
        views.emplace_back();
        for (int camera = 0; camera < dataset.GetCameraCount(); ++camera)
        {
            const std::uint8_t* view = dataset.GetView(sample, camera);
            views.back().emplace_back(view, view + dataset.GetViewShape().Size());
        }
    }
    return views;
}

/// Six views to six maps and six vectors of scores.
void
RunDeviceSections(benchmark::State& state)
{
    const nn::NetworkInference inference = MakeInference(state);
    const std::vector<std::vector<Bytes>> views = CopyViews(GetFixture().dataset);
    std::size_t i = 0;
    while (state.KeepRunning())
    {
        for (std::size_t device = 0; device < views[i].size(); ++device)
        {
            benchmark::DoNotOptimize(
                inference.GetDevice(static_cast<int>(device))->Run({&views[i][device]}));
        }
        i = (i + 1) % views.size();
    }
    SetLabel(state);
}

/// The same layers with real weights: what the devices would take in float32. Only a cloud has
/// float layers, so this is one cloud behind one device that sends its raw view.
void
RunFloatSections(benchmark::State& state)
{
    nn::NetworkDescription description;
    description.view = GetFixture().dataset.GetViewShape();
    description.cameras = {0};
    description.cloud.filters = {4};
    description.cloud.precision = nn::Precision::Float;
    const nn::HierarchicalNetwork network(description, 1);
    const auto section = nn::NetworkInference(network).GetCloud();
    const std::vector<std::vector<Bytes>> views = CopyViews(GetFixture().dataset);
    std::size_t i = 0;
    while (state.KeepRunning())
    {
        for (const Bytes& view : views[i])
        {
            benchmark::DoNotOptimize(section->Run({&view}));
        }
        i = (i + 1) % views.size();
    }
    state.SetLabel("float32");
    state.SetItemsProcessed(state.iterations());
}

/// All sections and both exits, as if no sample exited early.
void
RunWholeNetwork(benchmark::State& state)
{
    const nn::NetworkInference inference = MakeInference(state);
    const nn::MultiViewDataSet& dataset = GetFixture().dataset;
    std::vector<std::vector<const std::uint8_t*>> views;
    for (const int sample : dataset.GetTestSamples())
    {
        views.emplace_back();
        for (int camera = 0; camera < dataset.GetCameraCount(); ++camera)
        {
            views.back().push_back(dataset.GetView(sample, camera));
        }
    }
    std::size_t i = 0;
    while (state.KeepRunning())
    {
        benchmark::DoNotOptimize(inference.Classify(views[i], {-1, -1}));
        i = (i + 1) % views.size();
    }
    SetLabel(state);
}

/// The cloud on six maps; the last argument is the number of missing ones.
void
RunCloudSection(benchmark::State& state)
{
    const nn::NetworkInference inference = MakeInference(state);
    const nn::MultiViewDataSet& dataset = GetFixture().dataset;
    std::vector<const std::uint8_t*> views;
    views.reserve(static_cast<std::size_t>(dataset.GetCameraCount()));
    for (int camera = 0; camera < dataset.GetCameraCount(); ++camera)
    {
        views.push_back(dataset.GetView(dataset.GetTestSamples().front(), camera));
    }
    nn::TierOutputs outputs = nn::RunDevices(inference, views);
    for (std::int64_t missing = 0; missing < state.range(1); ++missing)
    {
        outputs[static_cast<std::size_t>(missing)].reset();
    }
    while (state.KeepRunning())
    {
        benchmark::DoNotOptimize(nn::RunCloud(inference, outputs));
    }
    SetLabel(state);
}

void
AddKernelsAndMissing(benchmark::internal::Benchmark* benchmark)
{
    const auto last = static_cast<std::int64_t>(nn::GetAvailableBitKernels().size());
    benchmark->ArgsProduct({benchmark::CreateDenseRange(0, last, 1), {0, 1}});
}

BENCHMARK(RunDeviceSections)->Apply(AddKernels);
BENCHMARK(RunFloatSections);
BENCHMARK(RunCloudSection)->Apply(AddKernelsAndMissing);
BENCHMARK(RunWholeNetwork)->Apply(AddKernels);

} // namespace
