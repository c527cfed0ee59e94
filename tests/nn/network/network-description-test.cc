// SPDX-License-Identifier: GPL-2.0-only
#include "nn/input-error.h"
#include "nn/network/network-description.h"
#include "test-networks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

namespace nn::test
{

namespace
{

TEST(NetworkDescription, ValidOnes)
{
    EXPECT_NO_THROW(MakeDescription(6).Validate());
    for (const NetworkDescription& network : MakeManyDescriptions())
    {
        EXPECT_NO_THROW(network.Validate()) << network.name;
    }
}

TEST(NetworkDescription, AggregationNames)
{
    EXPECT_EQ(ToString(Aggregation::Max), "max");
    EXPECT_EQ(ToString(Aggregation::Average), "average");
    EXPECT_EQ(ToString(Aggregation::Concatenate), "concat");
}

struct InvalidCase
{
    std::function<void(NetworkDescription&)> spoil;
    std::string message; //!< part of it
};

/// Four devices, groups {0, 1} and {2, 3}.
NetworkDescription
MakeEdges()
{
    NetworkDescription network = MakeDescription(4);
    network.groups = {{0, 1}, {2, 3}};
    network.edge.filters = {3};
    return network;
}

TEST(NetworkDescription, InvalidOnes)
{
    using N = NetworkDescription;
    const InvalidCase cases[] = {
        {[](N& n) { n.classes = {"car"}; }, "at least two"},
        {[](N& n) {
             n.classes = {"car", "car"};
         },
         "same name"},
        {[](N& n) { n.view.height = 0; }, "view of 3 x 0 x 8"},
        {[](N& n) { n.view.width = 100000; }, "expected 1 to"},
        {[](N& n) { n.cameras = {}; }, "cameras: none"},
        {[](N& n) {
             n.cameras = {0, 1, -1, 2};
         },
         "camera 0"},
        {[](N& n) {
             n.groups = {{0, 1}, {2}};
         },
         "device 4 belongs to no edge"},
        {[](N& n) {
             n.groups = {{0, 1}, {1, 2, 3}};
         },
         "device 2 belongs to two edges"},
        {[](N& n) {
             n.groups = {{0, 1, 2, 3}, {}};
         },
         "edges: an edge without devices"},
        {[](N& n) {
             n.groups = {{0, 1}, {2, 3, 4}};
         },
         "device 5"},
        {[](N& n) { n.edge.filters = {}; }, "edge.filters: none"},
        {[](N& n) { n.groups = {}; }, "there are no 'edges'"},
        {[](N& n) { n.device.filters = {0}; }, "device.filters: a block of 0 filters"},
        {[](N& n) { n.cloud.filters = {100000}; }, "cloud.filters: a block of 100000 filters"},
        {[](N& n) {
             n.edge.filters = {2, 2, 2};
         },
         "edge: a block on a map of 1 x 1"},
        {[](N& n) { n.device.filters = {}, n.edge.input = Aggregation::Max; }, "'concat'"},
        {[](N& n) { n.device.filters = {}, n.view.channels = 300; }, "too wide"},
        {[](N& n) { n.device.filters = {4000}, n.edge.filters = {4000}; }, "weights"},
    };
    for (const InvalidCase& test : cases)
    {
        NetworkDescription network = MakeEdges();
        test.spoil(network);
        try
        {
            network.Validate();
            ADD_FAILURE() << "accepted: " << test.message;
        }
        catch (const InputError& error)
        {
            EXPECT_THAT(error.what(), testing::HasSubstr(test.message));
            EXPECT_THAT(error.what(), testing::Not(testing::HasSubstr("\n")));
        }
    }
}

TEST(NetworkDescription, RawViewsWithoutEdges)
{
    NetworkDescription network = MakeDescription(2);
    network.device.filters = {};
    network.cloud.input = Aggregation::Average;
    EXPECT_THROW(network.Validate(), InputError);
}

} // namespace

} // namespace nn::test
