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
    table.Add(MakeRateKey(JoinPath(path, "rate"),
                          condition.rate,
                          ns3::DataRate(1'000'000'000'000),
                          "as before",
                          "Bit rate meanwhile, each direction; degrade only."));
    table.Add(MakeTimeKey(JoinPath(path, "delay"),
                          condition.delay,
                          {ns3::Seconds(0), ns3::Hours(1)},
                          "as before",
                          "Propagation delay meanwhile; degrade only."));
    table.Add(MakeNumberKey(JoinPath(path, "loss"),
                            condition.loss,
                            {0, 1},
                            "Probability that a frame is lost, each direction, beside the link's "
                            "own losses; degrade only."));
}

std::optional<std::string>
Check(const std::any& values, const LinkType* link)
{
    const auto& condition = std::any_cast<const LinkCondition&>(values);
    const bool changes = condition.rate || condition.delay;
    if (!changes && condition.loss == 0)
    {
        return "nothing gets worse, expected rate, delay or loss";
    }
    if (changes && link->failures == LinkFailures::Losses)
    {
        return "links of type '" + std::string(link->name) +
               "' keep their rate and delay, expected loss alone";
    }
    return CheckLosses(values, link);
}

} // namespace

const FailureKind linkDegrade = {"degrade",
                                 "link",
                                 "The link has another rate or delay, or loses frames, beside "
                                 "those that it loses anyway.",
                                 MakeLinkCondition,
                                 AddKeys,
                                 Check,
                                 CreateLinkFailure};

} // namespace simulator
