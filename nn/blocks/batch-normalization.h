// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_BATCH_NORMALIZATION_H
#define NN_BATCH_NORMALIZATION_H

#include "nn/blocks/tensor.h"

#include <string>
#include <vector>

namespace nn
{

struct ChannelSums;

/// Batch normalization (Ioffe and Szegedy, 2015) of C channels, in every block of the paper's
/// Figure 3.
///
///     y = gamma (x - mean) / sqrt(variance + epsilon) + beta,   epsilon = 2e-5
///
/// x has the shape (N, C, P): P positions of each channel. In training, mean and (biased) variance
/// are those of the batch over N and P; afterwards stored ones, the variance unbiased.
///
/// x comes as integers times `divisor` (see FeatureBatch). The stored statistics belong to the real
/// values x / divisor; epsilon is scaled accordingly.
class BatchNormalization
{
  public:
    static constexpr double epsilon = 2e-5;
    /// stored = (1 - momentum) stored + momentum batch, while training.
    static constexpr double trainingMomentum = 0.1;
    /// The batch is the whole training set: its statistics replace the stored ones.
    static constexpr double replacingMomentum = 1.0;

    /// gamma 1, beta 0, mean 0, variance 1.
    explicit BatchNormalization(int channels);

    int GetChannelCount() const;

    /// y = scale x + shift, with the stored statistics, for real values x.
    struct Affine
    {
        float scale;
        float shift;
    };

    std::vector<Affine> GetAffines() const;

    /// What Backward needs to know of Forward.
    struct Tape
    {
        int positions = 0;                   //!< P
        std::vector<float> normalized;       //!< (N, C, P): (x - mean) / deviation
        std::vector<float> inverseDeviation; //!< (C): of the integers
    };

    /// Normalizes with the statistics of the batch and moves the stored ones towards them.
    /// \param values (N, C, P); becomes y
    void Forward(std::vector<float>& values, int samples, int divisor, double momentum, Tape& tape);

    /// Sets the gradients of gamma and beta.
    /// \param gradient (N, C, P): of the loss for y; becomes that for the integers x
    void Backward(std::vector<float>& gradient, const Tape& tape);

    /// Appends `prefix` + "gamma", "beta", "mean", "var".
    void CollectTensors(const std::string& prefix, std::vector<NamedTensor>& tensors);

  private:
    void NormalizeChannel(std::vector<float>& values,
                          int channel,
                          const ChannelSums& sums,
                          int divisor,
                          double momentum,
                          Tape& tape);
    void BackwardChannel(std::vector<float>& gradient,
                         int channel,
                         const ChannelSums& sums,
                         const Tape& tape);

    Tensor m_gamma;
    Tensor m_beta;
    Tensor m_mean;
    Tensor m_variance;
};

} // namespace nn

#endif // NN_BATCH_NORMALIZATION_H
