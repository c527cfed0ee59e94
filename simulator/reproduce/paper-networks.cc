// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/reproduce/paper-networks.h"

#include <numeric>
#include <utility>

namespace simulator
{

Variant
MakeBaseline(const Study& study)
{
    std::vector<int> cameras(study.GetCameraCount());
    std::iota(cameras.begin(), cameras.end(), 0);
    return MakeWithCameras(study, std::move(cameras));
}

Variant
MakeWithCameras(const Study& study, std::vector<int> cameras)
{
    Variant variant;
    nn::NetworkDescription& network = variant.network;
    network.name = "of " + std::to_string(cameras.size()) + " devices";
    network.classes = study.GetDataSet(1).GetClasses();
    network.view = study.GetDataSet(1).GetViewShape();
    network.cameras = std::move(cameras);
    network.device.filters = {4};
    network.device.exit = nn::Aggregation::Max;
    network.cloud.filters = {16};
    network.cloud.input = nn::Aggregation::Concatenate;
    return variant;
}

Variant
MakeWithFilters(const Study& study, int filters)
{
    Variant variant = MakeBaseline(study);
    variant.network.device.filters = {filters};
    return variant;
}

Variant
MakeWithAggregation(const Study& study, nn::Aggregation local, nn::Aggregation cloud)
{
    Variant variant = MakeBaseline(study);
    variant.network.device.exit = local;
    variant.network.cloud.input = cloud;
    return variant;
}

Variant
MakeIndividual(const Study& study, int camera)
{
    Variant variant = MakeWithCameras(study, {camera});
    variant.network.name = "of device " + std::to_string(camera + 1) + " alone";
    variant.network.cloud.filters = {};
    variant.weights = {1, 0, 0, 0};
    return variant;
}

} // namespace simulator
