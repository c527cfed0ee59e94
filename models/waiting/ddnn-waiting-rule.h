// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_WAITING_RULE_H
#define DDNN_WAITING_RULE_H

#include <ns3/nstime.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace ns3::ddnn
{

/// How long, and for how many inputs, the samples of one site wait at one aggregation point. Whom
/// it waits for at all is the business of Suspicion: a sample is closed at the latest when all that
/// are believed alive have reported.
class WaitingRule
{
  public:
    /// What a rule is made from. Each rule takes what it knows of.
    struct Parameters
    {
        Time longest;     //!< wait of a sample for its missing inputs, from the first that came
        Time granularity; //!< of a rule that adapts: what it waits at least beyond what is usual
        /// Inputs that are enough; none: more than half of the children.
        std::optional<std::uint32_t> quorum;
        std::uint32_t children = 0; //!< of the aggregation point
    };

    WaitingRule() = default;
    WaitingRule(const WaitingRule&) = delete;
    WaitingRule& operator=(const WaitingRule&) = delete;
    virtual ~WaitingRule() = default;

    /// Wait of a sample whose first input comes now.
    virtual Time GetWait() const = 0;
    /// Whether a sample is closed although someone who is believed alive is missing.
    /// \param arrived number of its inputs
    virtual bool IsEnough(std::uint32_t arrived) const;
    /// How far the inputs of one sample are apart: the time from its first input to the last one
    /// before it was closed, or to one that came later.
    virtual void Measured(Time spread);
};

/// A kind of rule, by its name in scenarios. Each is one file; ddnn-waiting-rule.cc lists them.
struct WaitingRuleType
{
    const char* name;
    const char* help; //!< when it closes a sample
    std::unique_ptr<WaitingRule> (*make)(const WaitingRule::Parameters& parameters);
};

const std::vector<WaitingRuleType>& GetWaitingRuleTypes();

} // namespace ns3::ddnn

#endif // DDNN_WAITING_RULE_H
