// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_PRESENCE_H
#define NN_PRESENCE_H

#include <vector>

namespace nn
{

/// Which nodes of a tier have an output for which samples of a batch.
class Presence
{
  public:
    /// All nodes for all samples.
    Presence() = default;
    /// The same, and single ones can be removed.
    Presence(int nodes, int samples);

    /// Whether nothing is missing.
    bool IsComplete() const;
    bool Has(int node, int sample) const;
    /// Number of nodes that have an output for a sample. Not for the complete presence, which does
    /// not know how many there are.
    int Count(int sample) const;
    void Remove(int node, int sample);

    /// That of some nodes, in this order.
    Presence Select(const std::vector<int>& nodes) const;
    /// That of the parents: one is there if any node of its group is.
    Presence Join(const std::vector<std::vector<int>>& groups) const;

  private:
    int m_samples = 0;
    std::vector<std::vector<bool>> m_missing; //!< (nodes, samples); empty: complete
};

} // namespace nn

#endif // NN_PRESENCE_H
