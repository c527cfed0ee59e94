// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/test-vectors.h"

#include "nn/input-error.h"
#include "nn/network/view-batch.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

namespace nn
{

namespace
{

constexpr int vectorCount = 10;
constexpr std::size_t maximumVectorCount = 1000;
constexpr float tolerance = 0.001F;

/// (nodes, N, classes) of a tier's nodes as (N, nodes, classes).
std::vector<float>
Interleave(const std::vector<RealBatch>& nodes)
{
    std::vector<float> values;
    for (int n = 0; n < nodes.front().samples; ++n)
    {
        for (const RealBatch& node : nodes)
        {
            values.insert(values.end(), node.GetRow(n), node.GetRow(n) + node.width);
        }
    }
    return values;
}

/// An array of expected scores: name, shape, values.
struct ExpectedScores
{
    std::string name;
    NpzShape shape;
    std::vector<float> values;
};

/// The arrays that hold the scores of a network.
std::vector<ExpectedScores>
ToArrays(const NetworkScores& scores)
{
    std::vector<ExpectedScores> arrays;
    const auto addTier = [&](const std::string& name, const std::vector<RealBatch>& nodes) {
        if (!nodes.empty())
        {
            const RealBatch& first = nodes.front();
            arrays.push_back({name,
                              {static_cast<std::size_t>(first.samples),
                               nodes.size(),
                               static_cast<std::size_t>(first.width)},
                              Interleave(nodes)});
        }
    };
    const auto addExit = [&](const std::string& name, const RealBatch& exit) {
        if (exit.samples > 0)
        {
            arrays.push_back(
                {name,
                 {static_cast<std::size_t>(exit.samples), static_cast<std::size_t>(exit.width)},
                 exit.values});
        }
    };
    addTier("test.devices", scores.devices);
    addExit("test.local", scores.local);
    addTier("test.edges", scores.edges);
    addExit("test.edge", scores.edge);
    addExit("test.cloud", scores.cloud);
    return arrays;
}

std::vector<FeatureBatch>
ReadViews(const NetworkDescription& network, const NpzReader& reader)
{
    const NpzShape shape = reader.GetShape("test.views");
    const std::size_t count = shape.empty() ? 0 : shape[0];
    if (count < 1 || count > maximumVectorCount)
    {
        throw InputError(reader.GetPath() + ": test.views: " + std::to_string(count) +
                         " test vectors; expected 1 to " + std::to_string(maximumVectorCount));
    }
    const ViewShape& view = network.view;
    const std::vector<std::uint8_t> pixels =
        reader.ReadBytes("test.views",
                         {count,
                          network.cameras.size(),
                          static_cast<std::size_t>(view.channels),
                          static_cast<std::size_t>(view.height),
                          static_cast<std::size_t>(view.width)});
    std::vector<FeatureBatch> views(
        network.cameras.size(),
        FeatureBatch({view.channels, view.height, view.width}, static_cast<int>(count), 255));
    auto source = pixels.begin();
    for (std::size_t n = 0; n < count; ++n)
    {
        for (FeatureBatch& batch : views)
        {
            const auto size = static_cast<std::ptrdiff_t>(view.Size());
            std::copy(source, source + size, batch.GetMap(static_cast<int>(n)));
            source += size;
        }
    }
    return views;
}

} // namespace

TestVectors
MakeTestVectors(const HierarchicalNetwork& network, const MultiViewDataSet& dataset)
{
    std::vector<int> samples = dataset.GetTestSamples();
    const std::vector<int>& training = dataset.GetTrainingSamples();
    samples.insert(samples.end(), training.begin(), training.end());
    if (samples.empty())
    {
        throw InputError("data set '" + dataset.GetName() + "': no samples");
    }
    std::vector<int> chosen;
    for (std::size_t i = 0; i < vectorCount; ++i)
    {
        chosen.push_back(samples[i % samples.size()]);
    }
    TestVectors vectors;
    vectors.views = GatherViews(dataset, chosen, network.GetDescription().cameras);
    vectors.scores = network.Evaluate(vectors.views);
    return vectors;
}

void
WriteTestVectors(const TestVectors& vectors, NpzWriter& writer)
{
    const FeatureBatch& first = vectors.views.front();
    std::vector<std::uint8_t> pixels;
    for (int n = 0; n < first.samples; ++n)
    {
        for (const FeatureBatch& view : vectors.views)
        {
            std::transform(view.GetMap(n),
                           view.GetMap(n) + view.shape.Size(),
                           std::back_inserter(pixels),
                           [](std::int16_t pixel) { return static_cast<std::uint8_t>(pixel); });
        }
    }
    writer.AddBytes("test.views",
                    {static_cast<std::size_t>(first.samples),
                     vectors.views.size(),
                     static_cast<std::size_t>(first.shape.channels),
                     static_cast<std::size_t>(first.shape.height),
                     static_cast<std::size_t>(first.shape.width)},
                    pixels);
    for (const ExpectedScores& array : ToArrays(vectors.scores))
    {
        writer.AddFloats(array.name, array.shape, array.values);
    }
}

void
CheckTestVectors(const HierarchicalNetwork& network, const NpzReader& reader)
{
    const NetworkScores scores = network.Evaluate(ReadViews(network.GetDescription(), reader));
    for (const ExpectedScores& array : ToArrays(scores))
    {
        const std::vector<float> expected = reader.ReadFloats(array.name, array.shape);
        for (std::size_t i = 0; i < expected.size(); ++i)
        {
            // Written this way round, a NaN is a difference.
            if (!(std::fabs(expected[i] - array.values[i]) <= tolerance))
            {
                throw InputError(reader.GetPath() + ": " + array.name +
                                 ": the network does not give the scores of its own test vectors"
                                 " (damaged, or written by another program)");
            }
        }
    }
}

} // namespace nn
