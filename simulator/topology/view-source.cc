// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/view-source.h"

namespace simulator
{

SampleOrder::SampleOrder(const nn::MultiViewDataSet& dataset, std::uint32_t sites)
    : m_dataset(dataset), m_sites(sites)
{
}

int
SampleOrder::GetIndex(std::uint32_t site, std::uint32_t sample) const
{
    const std::vector<int>& test = m_dataset.GetTestSamples();
    const std::uint64_t offset = std::uint64_t{site} * test.size() / m_sites;
    return test[(offset + sample) % test.size()];
}

ns3::ddnn::Camera::ViewSource
MakeViewSource(const nn::MultiViewDataSet& dataset,
               const SampleOrder& order,
               std::uint32_t site,
               int camera)
{
    return [&dataset, order, site, camera](std::uint32_t sample, ns3::ddnn::Bytes& view) {
        const std::uint8_t* pixels = dataset.GetView(order.GetIndex(site, sample), camera);
        view.assign(pixels, pixels + dataset.GetViewShape().Size());
    };
}

} // namespace simulator
