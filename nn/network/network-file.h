// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_NETWORK_FILE_H
#define NN_NETWORK_FILE_H

#include "nn/data/data-set-source.h"
#include "nn/network/network-description.h"
#include "nn/network/training-settings.h"

#include <memory>
#include <string>
#include <vector>

namespace nn
{

class HierarchicalNetwork;

/// A network file is an .npz that numpy opens; a PyTorch user can write one. Arrays, float32 unless
/// said, row-major, in PyTorch's layouts:
///
/// | array | shape | |
/// |---|---|---|
/// | `devices.D.blocks.B.weight` | (filters, C, 3, 3) | convolution of ConvP block B of device D |
/// | `devices.D.blocks.B.gamma`, `.beta`, `.mean`, `.var` | (filters) | its batch normalization |
/// | `devices.D.exit.weight` | (classes, filters H W) | linear layer on the last map, flattened |
/// | `devices.D.exit.gamma`, `.beta`, `.mean`, `.var` | (classes) | its batch normalization |
/// | `edges.E.blocks.B. ...`, `edges.E.exit. ...` | | of edge E, as of a device |
/// | `cloud.blocks.B. ...`, `cloud.exit. ...` | | of the cloud |
/// | `local.weight`, `.gamma`, ... | (classes, devices classes) | if the local exit is concat |
/// | `edge.weight`, `.gamma`, ... | (classes, edges classes) | if the edge exit is concat |
/// | `test.views` | (N, devices, C, H, W) uint8 | test vectors, N = 10 as written here |
/// | `test.devices`, `test.edges` | (N, nodes, classes) | scores of each node for them |
/// | `test.local`, `test.edge`, `test.cloud` | (N, classes) | scores of each exit |
///
/// D, E, B count from 0. Devices without blocks have no arrays. Weights are the real-valued ones of
/// training; the network uses +1 for w >= 0, else -1. Statistics belong to pixels in [0, 1] and to
/// averages in [-1, 1]; the variance is the unbiased one; epsilon is 2e-5. Channels of concatenated
/// maps: those of the first child first. The entry `network.json` has the structure
/// (NetworkDescription), the training settings and the data set: see network-json.cc.
///
/// A reader computes the scores of the test vectors; they may differ by 0.001 from those of the
/// file. Convolve the integer pixels (0..255, exact also in float32) to get the same map bits.

/// What is known of how a network file came about; written into it.
struct NetworkOrigin
{
    TrainingSettings training;
    DataSetSource dataset;
    std::string datasetHash;     //!< MultiViewDataSet::GetHash() of what it was trained on
    std::vector<int> validation; //!< samples of the data set that were held out
};

struct NetworkFile
{
    std::shared_ptr<const HierarchicalNetwork> network;
    NetworkOrigin origin;
};

/// Writes an .npz: one array per tensor, `network.json`, and ten test vectors (views and the
/// answers to them) taken from `samples`. Writes a temporary file and renames it: never half a
/// network.
void SaveNetwork(const std::string& path,
                 const HierarchicalNetwork& network,
                 const NetworkOrigin& origin,
                 const MultiViewDataSet& samples);

/// Reads a network and checks it against its own test vectors.
/// \throw InputError with the path if it is missing, damaged, inconsistent, or its answers differ.
NetworkFile LoadNetwork(const std::string& path);

} // namespace nn

#endif // NN_NETWORK_FILE_H
