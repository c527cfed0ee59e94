// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_VIEW_SOURCE_H
#define SIMULATOR_VIEW_SOURCE_H

#include "models/ddnn-camera.h"
#include "nn/data/multi-view-data-set.h"

#include <cstdint>

namespace simulator
{

/// Which sample of the data set a site sees: the test split in order, repeated if more are asked
/// for; each further site starts at another offset, the sites spread evenly over the split.
class SampleOrder
{
  public:
    SampleOrder(const nn::MultiViewDataSet& dataset, std::uint32_t sites);
    /// Index in the data set. \param site from 0; \param sample in order of capture, from 0
    int GetIndex(std::uint32_t site, std::uint32_t sample) const;

  private:
    const nn::MultiViewDataSet& m_dataset;
    std::uint32_t m_sites;
};

/// What one camera of one site sees. The data set must outlive it.
ns3::ddnn::Camera::ViewSource MakeViewSource(const nn::MultiViewDataSet& dataset,
                                             const SampleOrder& order,
                                             std::uint32_t site,
                                             int camera);

} // namespace simulator

#endif // SIMULATOR_VIEW_SOURCE_H
