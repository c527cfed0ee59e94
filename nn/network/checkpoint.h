// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_CHECKPOINT_H
#define NN_CHECKPOINT_H

#include "nn/network/network-json.h"

#include <string>

namespace nn
{

class HierarchicalNetwork;
class Trainer;

/// A checkpoint is a training that was stopped, in an .npz: the tensors of the network under the
/// names that a network file gives them, the moments of the optimizer as `adam.first.NAME` and
/// `adam.second.NAME`, the rest of TrainerState as `trainer...`, and `network.json`, which says
/// what is trained, how and on what. A training that goes on from it ends with the network of one
/// that was never stopped, bit by bit.

/// Never leaves half a file; an older one stays until this one is whole.
/// \param head of the training
/// \param network that the trainer trains
/// \throw InputError if it cannot be written
void SaveCheckpoint(const std::string& path,
                    const NetworkHead& head,
                    HierarchicalNetwork& network,
                    const Trainer& trainer);

/// Puts network and trainer to where the checkpoint was taken.
/// \param head of the training that is to go on
/// \throw InputError, one sentence with the path, if the file is damaged, or belongs to another
/// training: it names what differs. Network and trainer are of no use then.
void LoadCheckpoint(const std::string& path,
                    const NetworkHead& head,
                    HierarchicalNetwork& network,
                    Trainer& trainer);

} // namespace nn

#endif // NN_CHECKPOINT_H
