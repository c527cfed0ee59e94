// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/failures/link-conditions.h"

#include <algorithm>
#include <utility>

namespace simulator
{

LinkConditions::LinkConditions(SetLinkCondition set) : m_set(std::move(set)) {}

void
LinkConditions::Add(const LinkCondition& condition)
{
    m_conditions.push_back(&condition);
    Apply();
}

void
LinkConditions::Remove(const LinkCondition& condition)
{
    m_conditions.erase(std::find(m_conditions.begin(), m_conditions.end(), &condition));
    Apply();
}

void
LinkConditions::Apply() const
{
    LinkCondition all;
    double arrives = 1;
    for (const LinkCondition* const one : m_conditions)
    {
        arrives *= 1 - one->loss;
        all.rate = one->rate ? one->rate : all.rate;
        all.delay = one->delay ? one->delay : all.delay;
        all.pathLoss += one->pathLoss;
    }
    all.loss = 1 - arrives;
    m_set(all);
}

} // namespace simulator
