// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/failures/failure-kinds.h"
#include "simulator/failures/link-failure.h"
#include "simulator/scenario/key-types.h"

namespace simulator
{

namespace
{

std::any
MakeDefaults()
{
    return LinkCondition{};
}

void
AddKeys(KeyTable& table, const std::string& path, std::any& values)
{
    auto& condition = std::any_cast<LinkCondition&>(values);
    Key probability = MakeNumberKey(JoinPath(path, "probability"),
                                    condition.loss,
                                    {0, 1},
                                    "Probability that a frame is lost, each direction, beside the "
                                    "link's own losses; loss only.");
    probability.defaultText.reset();
    table.Add(probability);
}

std::unique_ptr<Failure>
Create(const std::any& values, const FailingPart& part)
{
    return std::make_unique<LinkFailure>(part, std::any_cast<const LinkCondition&>(values));
}

} // namespace

const FailureKind linkLoss = {"loss",
                              "link",
                              "The link loses frames, beside those that it loses anyway.",
                              MakeDefaults,
                              AddKeys,
                              CheckLosses,
                              Create};

} // namespace simulator
