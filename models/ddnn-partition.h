// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_PARTITION_H
#define DDNN_PARTITION_H

#include "models/ddnn-message.h"

#include <cstdint>
#include <vector>

namespace ns3::ddnn
{

/// Multiply-accumulates of one inference, by what the hardware has to do for them.
struct Operations
{
    std::uint64_t binary = 0; //!< +-1 weight on a +-1 activation
    std::uint64_t real = 0;   //!< anything else
};

/// What a section makes of its inputs, as the bytes that travel.
struct PartitionOutput
{
    Bytes scores;   //!< empty: no exit in this section
    Bytes features; //!< empty: nothing goes up (the cloud)
};

/// The seam to the neural network: the section that one node runs. Bytes in, bytes out.
class Partition
{
  public:
    virtual ~Partition() = default;
    /// \param inputs one per child; nullptr: missing. At least one is there.
    virtual PartitionOutput Run(const std::vector<const Bytes*>& inputs) const = 0;
    virtual Operations GetOperations() const = 0;
};

/// What an exit says of one sample.
struct Verdict
{
    int prediction = -1;
    double entropy = 0; //!< normalized, in [0, 1]
};

/// The seam to the neural network: the classifier of one exit.
class Classifier
{
  public:
    virtual ~Classifier() = default;
    /// \param scores one per node of the tier; nullptr: missing. At least one is there.
    virtual Verdict Classify(const std::vector<const Bytes*>& scores) const = 0;
};

} // namespace ns3::ddnn

#endif // DDNN_PARTITION_H
