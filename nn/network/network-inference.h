// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_NETWORK_INFERENCE_H
#define NN_NETWORK_INFERENCE_H

#include "nn/network/network-description.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace nn
{

class HierarchicalNetwork;
struct BitKernels;

/// Multiply-accumulates of one inference. A +-1 weight on a +-1 activation is binary; on an 8-bit
/// pixel or on a real number it is a float operation.
struct OperationCount
{
    std::uint64_t binary = 0;
    std::uint64_t real = 0;
};

/// What one section makes of its inputs.
struct SectionOutput
{
    std::vector<float> scores;          //!< one per class; empty if the section has no exit
    std::vector<std::uint8_t> features; //!< what goes up; empty for the cloud
};

/// One node's part of a trained network: bytes in, bytes out.
///
/// Feature bytes: one bit per activation (1 is +1), in the order filter, row, column; activation i
/// is bit i % 8 of byte i / 8; bits behind the last activation are 0. Raw views: one byte per
/// pixel.
class SectionInference
{
  public:
    virtual ~SectionInference() = default;

    /// Number of inputs: 1 for a device (its view), children otherwise.
    virtual int GetInputCount() const = 0;
    /// Bytes of input i.
    virtual std::size_t GetInputBytes(int i) const = 0;
    /// \param inputs one per child, in order; nullptr is a missing view. At least one is there.
    /// \throw std::invalid_argument if an input has the wrong number of bytes.
    virtual SectionOutput Run(
        const std::vector<const std::vector<std::uint8_t>*>& inputs) const = 0;
    virtual OperationCount GetOperations() const = 0;
    /// Memory of the parameters as a node stores them: weights one bit, 4 bytes in float layers; of
    /// a binary activation, a threshold of 32 bits and a bit for its direction, once for each
    /// number of maps in an average; of a score, float32 scale and shift. What vectors need beyond
    /// that is not counted: it is the same on every machine.
    virtual std::size_t GetParameterBytes() const = 0;
};

/// What an exit says of one sample.
struct Classification
{
    int prediction = -1;       //!< class with the highest score, the first of equals
    double entropy = 0;        //!< normalized entropy of the softmax, in [0, 1] (section III-D)
    std::vector<float> scores; //!< aggregated, one per class
};

/// The classifier at the end of a tier: aggregates the scores of all nodes of the tier.
class ExitInference
{
  public:
    virtual ~ExitInference() = default;
    virtual int GetInputCount() const = 0;
    /// \param scores one vector per node of the tier, in order; nullptr is missing. At least one is
    /// there.
    virtual Classification Classify(const std::vector<const std::vector<float>*>& scores) const = 0;
};

/// Answer of the whole network for one sample.
struct Answer
{
    enum class Exit
    {
        Local,
        Edge,
        Cloud
    };

    Exit exit = Exit::Cloud;
    int prediction = -1;
    double localEntropy = -1; //!< -1: the network has no local exit
    double edgeEntropy = -1;  //!< -1: no edge exit, or it was not reached
};

/// Exit thresholds T: an exit answers if its normalized entropy is at most T.
struct Thresholds
{
    double local = 0.8;
    double edge = 0.8;
};

/// How sections compute. The answers are the same, bit by bit.
enum class SectionForm
{
    Packed,   //!< in bits: PackedSection
    Reference //!< TrainedSection
};

/// A trained network cut into its sections. Immutable and shared.
class NetworkInference
{
  public:
    /// Packed, with the fastest kernels of this processor.
    explicit NetworkInference(const HierarchicalNetwork& network);
    NetworkInference(const HierarchicalNetwork& network,
                     SectionForm form,
                     const BitKernels& kernels);
    ~NetworkInference();

    const NetworkDescription& GetDescription() const;

    /// Null: the device sends raw views.
    std::shared_ptr<const SectionInference> GetDevice(int device) const;
    std::shared_ptr<const SectionInference> GetEdge(int edge) const;
    std::shared_ptr<const SectionInference> GetCloud() const;
    std::shared_ptr<const ExitInference> GetLocalExit() const; //!< null if there is none
    std::shared_ptr<const ExitInference> GetEdgeExit() const;  //!< null if there is none
    /// One input: the scores of the cloud's section.
    std::shared_ptr<const ExitInference> GetCloudExit() const;

    /// The whole network on one sample, without a network between its sections.
    /// \param views one per device: (C, H, W) 8-bit pixels, or nullptr for a failed device.
    Answer Classify(const std::vector<const std::uint8_t*>& views,
                    const Thresholds& thresholds) const;

  private:
    struct Parts;
    std::unique_ptr<const Parts> m_parts;
};

/// Scores as the bytes that travel: float32, little-endian.
std::vector<std::uint8_t> PackScores(const std::vector<float>& scores);
/// \throw std::invalid_argument if the number of bytes is no multiple of four.
std::vector<float> UnpackScores(const std::vector<std::uint8_t>& bytes);

} // namespace nn

#endif // NN_NETWORK_INFERENCE_H
