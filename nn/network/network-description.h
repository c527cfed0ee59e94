// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_NETWORK_DESCRIPTION_H
#define NN_NETWORK_DESCRIPTION_H

#include "nn/blocks/precision.h"
#include "nn/data/multi-view-data-set.h"

#include <string>
#include <vector>

namespace nn
{

/// How children's vectors become one (paper, section III-B).
enum class Aggregation
{
    Max,        //!< MP: maximum of each component
    Average,    //!< AP: mean of each component
    Concatenate //!< CC: stacked; scores get a binary linear layer back to one per class
};

/// "max", "average", "concat".
std::string ToString(Aggregation aggregation);

/// "binary", "float".
std::string ToString(Precision precision);

/// The sections of one tier. All nodes of a tier have the same structure and their own weights.
struct TierDescription
{
    std::vector<int> filters;                     //!< filters of each ConvP block, first to last
    Aggregation input = Aggregation::Concatenate; //!< of the children's feature maps (edge, cloud)
    Aggregation exit = Aggregation::Max; //!< of the scores of all nodes of the tier (device, edge)
    Precision precision = Precision::Binary; //!< of all layers; float in the cloud only
};

/// Structure of a hierarchical network: a tree of devices, optional edges, and one cloud.
///
/// A device without blocks (`device.filters` empty) sends its raw view; the network then has no
/// local exit (configuration (a) of the paper's Figure 2).
struct NetworkDescription
{
    std::string name;
    std::vector<std::string> classes = {"car", "bus", "person"};
    ViewShape view;
    std::vector<int> cameras;             //!< camera of each device, 0-based
    std::vector<std::vector<int>> groups; //!< devices of each edge, 0-based; empty: no edge tier
    TierDescription device;
    TierDescription edge;
    TierDescription cloud;

    int GetDeviceCount() const
    {
        return static_cast<int>(cameras.size());
    }

    int GetEdgeCount() const
    {
        return static_cast<int>(groups.size());
    }

    int GetClassCount() const
    {
        return static_cast<int>(classes.size());
    }

    bool HasLocalExit() const
    {
        return !device.filters.empty();
    }

    bool HasEdges() const
    {
        return !groups.empty();
    }

    /// \throw InputError "key: what", in the words of a network file (counting from 1), if this is
    /// no tree that can be built: no devices, a device in no group or in two, a map too small for
    /// the next block, edge or cloud without blocks where it needs them, fewer than two classes,
    /// ...
    void Validate() const;
};

} // namespace nn

#endif // NN_NETWORK_DESCRIPTION_H
