// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/failure-check.h"

#include "nn/input-error.h"
#include "simulator/failures/failure-kind.h"
#include "simulator/scenario/failure-keys.h"
#include "simulator/scenario/text.h"
#include "simulator/topology/failure-plan.h"
#include "simulator/topology/name-check.h"
#include "simulator/topology/node-names.h"

#include <set>

namespace simulator
{

namespace
{

/// Checks one record of the list.
class FailureCheck
{
  public:
    FailureCheck(const Scenario& scenario,
                 const nn::NetworkDescription& network,
                 std::size_t record)
        : m_scenario(scenario),
          m_network(network),
          m_failure(scenario.failures[record]),
          m_kind(GetFailureKind(m_failure.kind)),
          m_path(KeyTable::GetRecordPath(failureList, record))
    {
    }

    void Check() const
    {
        CheckTarget();
        CheckTimes();
        for (const FailureUnit& unit : GetFailureUnits(m_scenario, m_network, m_failure))
        {
            for (const std::string& name : unit)
            {
                CheckKind(name);
            }
        }
    }

  private:
    /// Blames a key, or else the record.
    [[noreturn]] void RefuseKey(const std::string& key, const std::string& reason) const
    {
        const std::string path = JoinPath(m_path, key);
        if (m_scenario.places.count(path) == 0)
        {
            RefuseRecord(key + ": " + reason);
        }
        Refuse(m_scenario, path, reason);
    }

    /// Blames the record, by the place of one of its keys.
    [[noreturn]] void RefuseRecord(const std::string& reason) const
    {
        const std::string prefix = m_path + ".";
        const auto first = m_scenario.places.lower_bound(prefix);
        const bool has = first != m_scenario.places.end() && first->first.rfind(prefix, 0) == 0;
        throw nn::InputError((has ? first->second : m_scenario.file) + ": " + m_path + ": " +
                             reason);
    }

    std::vector<std::string> GetGivenTargets() const
    {
        std::vector<std::string> given;
        for (const auto& [key, name] : m_failure.names)
        {
            if (!name.empty())
            {
                given.push_back(key);
            }
        }
        if (!m_failure.group.empty())
        {
            given.emplace_back("group");
        }
        return given;
    }

    void CheckTarget() const
    {
        const std::vector<std::string> given = GetGivenTargets();
        if (given.size() != 1)
        {
            RefuseRecord(
                (given.empty() ? "says not what fails, expected "
                               : "fails several things, expected one of ") +
                JoinAlternatives({"node", "link", "camera", "processor", "class", "group"}));
        }
        const std::string& key = given.front();
        if (key == "class")
        {
            CheckClass();
        }
        else if (key == "group")
        {
            CheckGroup();
        }
        else if (key == m_kind.target)
        {
            CheckTargetName(key, m_failure.names.at(key));
        }
        else
        {
            RefuseKey("kind",
                      "a " + key + " does not fail in the way '" + m_failure.kind + "', expected " +
                          JoinAlternatives(GetKindsOf(key)));
        }
    }

    static std::vector<std::string> GetKindsOf(const std::string& target)
    {
        std::vector<std::string> kinds;
        for (const FailureKind& kind : GetFailureKinds())
        {
            if (kind.target == target)
            {
                kinds.emplace_back(kind.name);
            }
        }
        return kinds;
    }

    FailureCandidates GetCandidates() const
    {
        return GetFailureCandidates(m_scenario, m_network, m_kind.target);
    }

    /// What messages call a target: cameras and processors go by the names of nodes.
    std::string GetWord() const
    {
        return std::string(m_kind.target) == "link" ? "link" : "node";
    }

    void CheckTargetName(const std::string& key, const std::string& name) const
    {
        const std::vector<std::string> names = GetCandidates().names;
        const bool isNode = std::string(m_kind.target) == "node";
        // The cloud comes first.
        const std::string example = isNode ? names[1] + " or cloud" : names.back();
        CheckName(m_scenario, JoinPath(m_path, key), GetWord(), name, names, example);
    }

    void CheckGroup() const
    {
        std::set<std::string> members;
        for (const std::string& name : m_failure.group)
        {
            CheckTargetName("group", name);
            if (!members.insert(name).second)
            {
                RefuseKey("group", Quote(name) + " is there twice, expected each once");
            }
        }
    }

    void CheckClass() const
    {
        const FailureCandidates candidates = GetCandidates();
        const std::string& name = m_failure.names.at("class");
        CheckName(m_scenario,
                  JoinPath(m_path, "class"),
                  "class of " + std::string(m_kind.target) + "s",
                  name,
                  candidates.classes,
                  JoinAlternatives(candidates.classes));
        if (GetFailureUnits(m_scenario, m_network, m_failure).empty())
        {
            RefuseKey("class",
                      "there is nothing of the class " + Quote(name) + " with network '" +
                          m_scenario.network + "'");
        }
    }

    void CheckTimes() const
    {
        if (m_failure.at.has_value() == m_failure.mtbf.has_value())
        {
            RefuseRecord(m_failure.at ? "fails both at a time and at random, expected at or mtbf"
                                      : "says not when, expected at or mtbf");
        }
        if (m_failure.mtbf && m_failure.duration)
        {
            RefuseKey("for", "fails at random, expected mttr");
        }
        if (m_failure.at && m_failure.mttr)
        {
            RefuseKey("mttr", "fails at a given time, expected for");
        }
        if (m_failure.mtbf && !m_failure.mttr)
        {
            RefuseKey("mtbf", "says not how long failures last, expected mttr beside it");
        }
    }

    /// \param name of a node or link that is to fail
    void CheckKind(const std::string& name) const
    {
        const bool isLink = GetWord() == "link";
        const std::string link = isLink ? SplitName(name).kind : "";
        const LinkType* const type =
            isLink ? &GetLinkType(m_scenario.links.at(link).type) : nullptr;
        if (const auto refusal = m_kind.check(m_failure.values, type))
        {
            RefuseKey("kind", name + ": " + *refusal);
        }
    }

    const Scenario& m_scenario;
    const nn::NetworkDescription& m_network;
    const FailureSettings& m_failure;
    const FailureKind& m_kind;
    std::string m_path;
};

} // namespace

void
CheckFailures(const Scenario& scenario, const nn::NetworkDescription& network)
{
    for (std::size_t record = 0; record < scenario.failures.size(); ++record)
    {
        FailureCheck(scenario, network, record).Check();
    }
}

} // namespace simulator
