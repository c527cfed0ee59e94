// SPDX-License-Identifier: GPL-2.0-only
#ifndef TORCH_FIXTURE_H
#define TORCH_FIXTURE_H

#include "nn/data/multi-view-data-set.h"
#include "nn/data/npz-file.h"
#include "nn/network/hierarchical-network.h"

#include <string>
#include <vector>

namespace nn::test
{

/// What PyTorch computed for configuration (c) of the paper (six devices of four filters, one cloud
/// block of 16, exits max and concat), for 20 samples of the data set `street`: the files
/// fixture.npz and fixture_data.npz.
class TorchFixture
{
  public:
    TorchFixture();

    static NetworkDescription GetDescription();
    const MultiViewDataSet& GetDataSet() const;

    /// A floating-point array, flat.
    std::vector<float> Get(const std::string& array) const;
    /// An integer array, flat.
    std::vector<int> GetIntegers(const std::string& array) const;

    /// The network that PyTorch trained.
    HierarchicalNetwork MakeTrained() const;
    /// The network before the three training steps.
    HierarchicalNetwork MakeInitial() const;

    /// Where PyTorch's values of a tensor stand.
    struct Place
    {
        std::string array; //!< such as "wd" or "bd_gamma"
        std::size_t offset = 0;
    };

    /// \param name such as `devices.2.blocks.0.gamma`; "bd" for its batch normalization
    static Place GetPlace(const std::string& name, std::size_t size);

    /// PyTorch's values of a tensor, from the array with this prefix ("s0_", "g0_", "s3_").
    std::vector<float> GetTensor(const std::string& prefix, const NamedTensor& tensor) const;

  private:
    NpzReader m_reader;
    MultiViewDataSet m_dataset;
};

} // namespace nn::test

#endif // TORCH_FIXTURE_H
