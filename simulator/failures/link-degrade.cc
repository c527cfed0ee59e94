// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/failures/failure-kinds.h"
#include "simulator/failures/link-failure.h"
#include "simulator/scenario/key-types.h"
#include "simulator/scenario/text.h"

#include <algorithm>
#include <utility>

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
    table.Add(MakeDecibelKey(JoinPath(path, "extra_loss"),
                             condition.pathLoss,
                             {0, 300},
                             "What all signals on the way lose beside the link's own path loss; "
                             "degrade only."));
    table.Add(MakeNumberKey(JoinPath(path, "loss"),
                            condition.loss,
                            {0, 1},
                            "Probability that a frame is lost, each direction, beside the link's "
                            "own losses; degrade only."));
}

/// Keys by which links of a type get worse.
std::vector<std::string>
GetKeys(LinkFailures failures)
{
    switch (failures)
    {
    case LinkFailures::RateAndDelay:
        return {"rate", "delay", "loss"};
    case LinkFailures::PathLoss:
        return {"extra_loss", "loss"};
    case LinkFailures::All:
        return {"rate", "delay", "extra_loss", "loss"};
    default:
        return {"loss"};
    }
}

/// Keys by which a condition is worse than none.
std::vector<std::string>
GetKeys(const LinkCondition& condition)
{
    std::vector<std::string> keys;
    for (const auto& [key, isWorse] : {std::pair{"rate", condition.rate.has_value()},
                                       std::pair{"delay", condition.delay.has_value()},
                                       std::pair{"extra_loss", condition.pathLoss > 0},
                                       std::pair{"loss", condition.loss > 0}})
    {
        if (isWorse)
        {
            keys.emplace_back(key);
        }
    }
    return keys;
}

std::optional<std::string>
Check(const std::any& values, const LinkType* link)
{
    const std::vector<std::string> all = GetKeys(link->failures);
    const std::string expected = ", expected " + JoinAlternatives(all);
    const std::vector<std::string> keys = GetKeys(std::any_cast<const LinkCondition&>(values));
    if (keys.empty())
    {
        return "nothing gets worse" + expected;
    }
    for (const std::string& key : keys)
    {
        if (std::find(all.begin(), all.end(), key) == all.end())
        {
            return "links of type '" + std::string(link->name) + "' do not degrade by " + key +
                   expected;
        }
    }
    return std::nullopt;
}

} // namespace

const FailureKind linkDegrade = {"degrade",
                                 "link",
                                 "The link has another rate or delay, or a weaker signal, or "
                                 "loses frames, beside those that it loses anyway.",
                                 MakeLinkCondition,
                                 AddKeys,
                                 Check,
                                 CreateLinkFailure};

} // namespace simulator
