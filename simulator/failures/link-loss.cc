// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/failures/failure-kinds.h"
#include "simulator/failures/link-failure.h"
#include "simulator/scenario/key-types.h"

namespace simulator
{

namespace
{

void
AddKeys(KeyTable& table, const std::string& path, std::any& values)
{
    auto& condition = std::any_cast<LinkCondition&>(values);
    table.Add(
        MakeRequired(MakeNumberKey(JoinPath(path, "probability"),
                                   condition.loss,
                                   {0, 1},
                                   "Probability that a frame is lost, each direction, beside the "
                                   "link's own losses; loss only.")));
}

} // namespace

const FailureKind linkLoss = {"loss",
                              "link",
                              "The link loses frames, beside those that it loses anyway.",
                              MakeLinkCondition,
                              AddKeys,
                              AcceptAll,
                              CreateLinkFailure};

} // namespace simulator
