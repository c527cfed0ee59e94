// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/network-inference.h"

#include "nn/network/hierarchical-network.h"
#include "nn/network/tier-outputs.h"
#include "nn/network/trained-section.h"
#include "nn/packed/packed-section.h"

#include <cstddef>
#include <cstring>
#include <stdexcept>
#include <string>
#include <utility>

namespace nn
{

struct NetworkInference::Parts
{
    NetworkDescription description;
    std::vector<std::shared_ptr<const SectionInference>> devices; //!< null: raw views
    std::vector<std::shared_ptr<const SectionInference>> edges;
    std::shared_ptr<const SectionInference> cloud;
    std::shared_ptr<const ExitInference> localExit;
    std::shared_ptr<const ExitInference> edgeExit;
    std::shared_ptr<const ExitInference> cloudExit;
};

namespace
{

/// The edges' shapes and children.
SectionPlace
GetEdgePlace(const HierarchicalNetwork& network, std::size_t edge, const SectionPlace& devices)
{
    const NetworkDescription& description = network.GetDescription();
    SectionPlace place = devices;
    place.children = static_cast<int>(description.groups[edge].size());
    place.aggregation = description.edge.input;
    return place;
}

/// What the devices pass on: their features, or raw views.
SectionPlace
GetAboveDevices(const HierarchicalNetwork& network)
{
    const ViewShape& view = network.GetDescription().view;
    SectionPlace place;
    place.child = {view.channels, view.height, view.width};
    place.format = FeatureFormat::Pixels;
    if (!network.GetDevices().empty())
    {
        place.child = network.GetDevices().front().GetOutputShape();
        place.format = FeatureFormat::Bits;
    }
    return place;
}

SectionPlace
GetCloudPlace(const HierarchicalNetwork& network)
{
    const NetworkDescription& description = network.GetDescription();
    SectionPlace place = GetAboveDevices(network);
    place.children = description.GetDeviceCount();
    if (description.HasEdges())
    {
        place.children = description.GetEdgeCount();
        place.child = network.GetEdges().front().GetOutputShape();
        place.format = FeatureFormat::Bits;
    }
    place.aggregation = description.cloud.input;
    place.upward = SectionPlace::Upward::Nothing;
    return place;
}

/// What makes all sections of a network.
struct SectionMaker
{
    SectionForm form;
    const BitKernels* kernels;

    std::shared_ptr<const SectionInference> Make(const Section& section,
                                                 const SectionPlace& place) const
    {
        if (form == SectionForm::Packed && PackedSection::IsPossible(section, place))
        {
            return std::make_shared<PackedSection>(section, place, *kernels);
        }
        return std::make_shared<TrainedSection>(section, place);
    }
};

std::vector<std::shared_ptr<const SectionInference>>
MakeDevices(const HierarchicalNetwork& network, const SectionMaker& maker)
{
    const NetworkDescription& description = network.GetDescription();
    std::vector<std::shared_ptr<const SectionInference>> devices(description.cameras.size());
    for (std::size_t i = 0; i < network.GetDevices().size(); ++i)
    {
        const Section& section = network.GetDevices()[i];
        SectionPlace place;
        place.child = section.GetInputShape();
        place.format = FeatureFormat::Pixels;
        devices[i] = maker.Make(section, place);
    }
    return devices;
}

} // namespace

NetworkInference::NetworkInference(const HierarchicalNetwork& network)
    : NetworkInference(network, SectionForm::Packed, GetBitKernels())
{
}

NetworkInference::NetworkInference(const HierarchicalNetwork& network,
                                   SectionForm form,
                                   const BitKernels& kernels)
{
    const SectionMaker maker{form, &kernels};
    auto parts = std::make_unique<Parts>();
    parts->description = network.GetDescription();
    parts->devices = MakeDevices(network, maker);
    const SectionPlace aboveDevices = GetAboveDevices(network);
    for (std::size_t i = 0; i < network.GetEdges().size(); ++i)
    {
        parts->edges.push_back(
            maker.Make(network.GetEdges()[i], GetEdgePlace(network, i, aboveDevices)));
    }
    parts->cloud = maker.Make(network.GetCloud(), GetCloudPlace(network));
    const ExitTemperatures& temperatures = network.GetTemperatures();
    if (network.GetLocalExit())
    {
        parts->localExit =
            std::make_shared<TrainedExit>(*network.GetLocalExit(), temperatures.local);
    }
    if (network.GetEdgeExit())
    {
        parts->edgeExit = std::make_shared<TrainedExit>(*network.GetEdgeExit(), temperatures.edge);
    }
    parts->cloudExit = std::make_shared<CloudExit>(temperatures.cloud);
    m_parts = std::move(parts);
}

NetworkInference::~NetworkInference() = default;

const NetworkDescription&
NetworkInference::GetDescription() const
{
    return m_parts->description;
}

std::shared_ptr<const SectionInference>
NetworkInference::GetDevice(int device) const
{
    return m_parts->devices.at(device);
}

std::shared_ptr<const SectionInference>
NetworkInference::GetEdge(int edge) const
{
    return m_parts->edges.at(edge);
}

std::shared_ptr<const SectionInference>
NetworkInference::GetCloud() const
{
    return m_parts->cloud;
}

std::shared_ptr<const ExitInference>
NetworkInference::GetLocalExit() const
{
    return m_parts->localExit;
}

std::shared_ptr<const ExitInference>
NetworkInference::GetEdgeExit() const
{
    return m_parts->edgeExit;
}

std::shared_ptr<const ExitInference>
NetworkInference::GetCloudExit() const
{
    return m_parts->cloudExit;
}

/// If no device has a view, nothing can be said: the prediction is -1.
Answer
NetworkInference::Classify(const std::vector<const std::uint8_t*>& views,
                           const Thresholds& thresholds) const
{
    TierOutputs outputs = RunDevices(*this, views);
    Answer answer;
    if (IsEmpty(outputs))
    {
        return answer;
    }
    if (m_parts->localExit)
    {
        const Classification local = m_parts->localExit->Classify(GetScores(outputs));
        answer.localEntropy = local.entropy;
        if (local.entropy <= thresholds.local)
        {
            answer.exit = Answer::Exit::Local;
            answer.prediction = local.prediction;
            return answer;
        }
    }
    if (m_parts->edgeExit)
    {
        outputs = RunEdges(*this, outputs);
        const Classification edge = m_parts->edgeExit->Classify(GetScores(outputs));
        answer.edgeEntropy = edge.entropy;
        if (edge.entropy <= thresholds.edge)
        {
            answer.exit = Answer::Exit::Edge;
            answer.prediction = edge.prediction;
            return answer;
        }
    }
    answer.prediction = RunCloud(*this, outputs).prediction;
    return answer;
}

std::vector<std::uint8_t>
PackScores(const std::vector<float>& scores)
{
    std::vector<std::uint8_t> bytes;
    for (const float score : scores)
    {
        std::uint32_t bits = 0;
        std::memcpy(&bits, &score, sizeof(bits));
        for (int shift = 0; shift < 32; shift += 8)
        {
            bytes.push_back(static_cast<std::uint8_t>(bits >> shift));
        }
    }
    return bytes;
}

std::vector<float>
UnpackScores(const std::vector<std::uint8_t>& bytes)
{
    if (bytes.size() % 4 != 0)
    {
        throw std::invalid_argument("scores of " + std::to_string(bytes.size()) +
                                    " bytes; expected a multiple of four");
    }
    std::vector<float> scores(bytes.size() / 4);
    for (std::size_t i = 0; i < bytes.size(); i += 4)
    {
        const std::uint32_t bits = bytes[i] | std::uint32_t{bytes[i + 1]} << 8 |
                                   std::uint32_t{bytes[i + 2]} << 16 |
                                   std::uint32_t{bytes[i + 3]} << 24;
        std::memcpy(&scores[i / 4], &bits, sizeof(bits));
    }
    return scores;
}

} // namespace nn
