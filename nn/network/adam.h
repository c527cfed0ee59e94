// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_ADAM_H
#define NN_ADAM_H

#include "nn/blocks/tensor.h"

#include <vector>

namespace nn
{

/// The optimizer Adam (Kingma and Ba, 2015; paper, section IV-A): beta1 0.9, beta2 0.999, epsilon
/// 1e-8, with bias correction. After every step all parameters, those of the batch normalization
/// too, are clamped to [-1, 1]: the scores then have at most unit variance, which gives the
/// normalized entropy its scale.
class Adam
{
  public:
    /// Running means of a tensor's gradients and of their squares.
    struct Moments
    {
        std::vector<float> first;
        std::vector<float> second;
    };

    /// What it remembers of its steps.
    struct State
    {
        int steps = 0;
        std::vector<Moments> moments; //!< of each tensor with a gradient, in order
    };

    /// \param tensors those without a gradient are left alone; must outlive the optimizer
    Adam(const std::vector<NamedTensor>& tensors, double learningRate);

    /// One step with the gradients that the tensors hold.
    void Step();

    /// How many steps there have been.
    int GetStepCount() const;

    State GetState() const;
    /// \throw std::invalid_argument if it is the state of other tensors
    void SetState(State state);

  private:
    std::vector<Tensor*> m_tensors;
    std::vector<Moments> m_moments;
    double m_learningRate;
    int m_steps = 0;
};

} // namespace nn

#endif // NN_ADAM_H
