// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/adam.h"

#include "nn/blocks/kernels/kernels.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <utility>

namespace nn
{

namespace
{

constexpr double beta1 = 0.9;
constexpr double beta2 = 0.999;
constexpr float epsilon = 1e-8F;

} // namespace

Adam::Adam(const std::vector<NamedTensor>& tensors, double learningRate)
    : m_learningRate(learningRate)
{
    for (const NamedTensor& named : tensors)
    {
        const std::size_t size = named.tensor->gradient.size();
        if (size > 0)
        {
            m_tensors.push_back(named.tensor);
            m_moments.push_back({std::vector<float>(size), std::vector<float>(size)});
        }
    }
}

int
Adam::GetStepCount() const
{
    return m_steps;
}

void
Adam::Step()
{
    ++m_steps;
    AdamStep step{};
    step.decay1 = static_cast<float>(beta1);
    step.gain1 = static_cast<float>(1.0 - beta1);
    step.decay2 = static_cast<float>(beta2);
    step.gain2 = static_cast<float>(1.0 - beta2);
    step.rate = static_cast<float>(m_learningRate / (1.0 - std::pow(beta1, m_steps)));
    step.correction = static_cast<float>(std::sqrt(1.0 - std::pow(beta2, m_steps)));
    step.epsilon = epsilon;
    for (std::size_t t = 0; t < m_tensors.size(); ++t)
    {
        GetKernels().stepAdam(step,
                              m_tensors[t]->gradient.data(),
                              m_moments[t].first.data(),
                              m_moments[t].second.data(),
                              m_tensors[t]->value.data(),
                              m_moments[t].first.size());
    }
}

Adam::State
Adam::GetState() const
{
    return {m_steps, m_moments};
}

void
Adam::SetState(State state)
{
    const auto hasSize = [](const Moments& known, const Moments& other) {
        return known.first.size() == other.first.size() &&
               known.second.size() == other.second.size();
    };
    if (!std::equal(m_moments.begin(),
                    m_moments.end(),
                    state.moments.begin(),
                    state.moments.end(),
                    hasSize))
    {
        throw std::invalid_argument("moments of other tensors");
    }
    m_steps = state.steps;
    m_moments = std::move(state.moments);
}

} // namespace nn
