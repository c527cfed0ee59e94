// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_WINDOW_GROUPS_H
#define NN_WINDOW_GROUPS_H

#include "nn/blocks/feature-batch.h"
#include "nn/blocks/kernels/kernels.h"

#include <cstddef>
#include <vector>

namespace nn
{

/// Some channels of a map, laid out for the gradients of ConvPoolKernel: a map with borders of
/// their own, (H + 2, places, channels), in which a place is one vector. Such a map stays in the
/// first cache.
struct WindowGroup
{
    MapShape shape;       //!< (channels, H, W) of the group
    WindowShape window;   //!< as many channels, and zeros up to the next width of a vector
    std::size_t input;    //!< where the group begins in a map (C, H, W)
    std::size_t firstMap; //!< where its map begins among those of all groups
};

/// Groups as wide as the vectors; the last ones may be narrower.
class WindowGroups
{
  public:
    WindowGroups(MapShape input, std::size_t lanes);

    const std::vector<WindowGroup>& Get() const;

    /// Memory for the maps of all groups, zero.
    std::vector<float> MakeMaps() const;
    /// The first of them, at the beginning of a cache line: vectors then do not straddle two.
    static float* GetFirst(std::vector<float>& maps);

  private:
    std::vector<WindowGroup> m_groups;
    std::size_t m_size = 0;
};

} // namespace nn

#endif // NN_WINDOW_GROUPS_H
