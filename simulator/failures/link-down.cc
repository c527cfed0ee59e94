// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/failures/failure-kinds.h"
#include "simulator/failures/link-failure.h"

namespace simulator
{

namespace
{

std::unique_ptr<Failure>
Create(const std::any& /*values*/, const FailingPart& part)
{
    LinkCondition condition;
    condition.loss = 1;
    return std::make_unique<LinkFailure>(part, condition);
}

} // namespace

const FailureKind linkDown = {"down",
                              "link",
                              "The link is down: no frame arrives, either direction. Senders do "
                              "not notice.",
                              MakeNoSettings,
                              AddNoKeys,
                              AcceptAll,
                              Create};

} // namespace simulator
