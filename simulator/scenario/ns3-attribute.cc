// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/ns3-attribute.h"

#include "nn/input-error.h"
#include "simulator/scenario/owned-attributes.h"
#include "simulator/scenario/text.h"
#include "simulator/scenario/wait-for-child.h"

#include <ns3/config.h>
#include <ns3/string.h>
#include <ns3/type-id.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <system_error>
#include <vector>

namespace simulator
{

namespace
{

using Attribute = ns3::TypeId::AttributeInformation;
using nn::InputError;

constexpr std::size_t longestValue = 1000;

/// "ns3::Class::Attribute" in its two parts.
struct AttributeName
{
    std::string type;
    std::string attribute;
};

AttributeName
Split(const std::string& name)
{
    const std::size_t colons = name.rfind("::");
    if (colons == std::string::npos || colons == 0 || colons + 2 == name.size())
    {
        throw InputError(Quote(name) + " is no attribute, expected one such as "
                                       "ns3::PointToPointNetDevice::Mtu");
    }
    return {name.substr(0, colons), name.substr(colons + 2)};
}

ns3::TypeId
FindType(const std::string& name)
{
    ns3::TypeId type;
    if (ns3::TypeId::LookupByNameFailSafe(name, &type))
    {
        return type;
    }
    std::vector<std::string> all;
    for (std::uint16_t i = 0; i < ns3::TypeId::GetRegisteredN(); ++i)
    {
        all.push_back(ns3::TypeId::GetRegistered(i).GetName());
    }
    const std::string hint = Suggest(name, all);
    throw InputError("unknown class " + Quote(name) +
                     (hint.empty() ? ", expected one of ns-3 such as ns3::WifiMac" : hint));
}

/// An attribute of a class itself: defaults are kept there, not with derived ones.
std::optional<Attribute>
FindOwn(const ns3::TypeId& type, const std::string& attribute)
{
    for (std::size_t i = 0; i < type.GetAttributeN(); ++i)
    {
        if (Attribute found = type.GetAttribute(i); found.name == attribute)
        {
            return found;
        }
    }
    return std::nullopt;
}

[[noreturn]] void
RefuseUnknown(const ns3::TypeId& type, const std::string& attribute)
{
    std::vector<std::string> own;
    for (std::size_t i = 0; i < type.GetAttributeN(); ++i)
    {
        own.push_back(type.GetAttribute(i).name);
    }
    for (ns3::TypeId base = type; base.HasParent();)
    {
        base = base.GetParent();
        if (FindOwn(base, attribute))
        {
            throw InputError(type.GetName() + " has " + Quote(attribute) + " from " +
                             base.GetName() + ", expected " + base.GetName() + "::" + attribute);
        }
    }
    const std::string hint = Suggest(attribute, own);
    throw InputError(type.GetName() + " has no attribute " + Quote(attribute) +
                     (!hint.empty() ? hint
                      : own.empty() ? ", nor any other"
                                    : ", expected " + JoinAlternatives(own)));
}

Attribute
Find(const std::string& name)
{
    const AttributeName parts = Split(name);
    const ns3::TypeId type = FindType(parts.type);
    const std::optional<Attribute> found = FindOwn(type, parts.attribute);
    if (!found)
    {
        RefuseUnknown(type, parts.attribute);
    }
    return *found;
}

/// What ns-3 takes: "uint16_t 0:65535".
std::string
DescribeType(const Attribute& attribute)
{
    const std::string& type = attribute.checker->GetValueTypeName();
    if (type == "ns3::TimeValue")
    {
        return "a time such as 10ms"; // ns-3's text has wrong limits
    }
    if (type == "ns3::PointerValue")
    {
        return "a class and its attributes, such as ns3::ConstantRandomVariable[Constant=1]";
    }
    return attribute.checker->GetUnderlyingTypeInformation();
}

bool
IsTaken(const Attribute& attribute, const std::string& text)
{
    // As an unsigned number, ns-3 would take -1 for the greatest.
    if (attribute.checker->GetValueTypeName() == "ns3::UintegerValue" &&
        text.find('-') != std::string::npos)
    {
        return false;
    }
    return attribute.checker->CreateValidValue(ns3::StringValue(text)) != nullptr;
}

/// Result of IsTaken, worked out by a child; false also if it is the end of the child.
bool
IsTakenByChild(const Attribute& attribute, const std::string& text)
{
    const pid_t child = fork();
    if (child < 0)
    {
        throw std::system_error(errno, std::generic_category(), "fork");
    }
    if (child == 0)
    {
        // What ns-3 says before it aborts is none of the user's.
        const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
        _exit(IsTaken(attribute, text) ? 0 : 1);
    }
    return WaitForChild(child);
}

} // namespace

void
CheckAttributeName(const std::string& name)
{
    const Attribute attribute = Find(name);
    const bool isSettable =
        (attribute.flags & ns3::TypeId::ATTR_CONSTRUCT) != 0 && attribute.accessor->HasSetter();
    if (!isSettable)
    {
        throw InputError(name +
                         " cannot be set when an object is made, expected another attribute");
    }
    if (attribute.supportLevel == ns3::TypeId::OBSOLETE)
    {
        throw InputError(name + " is obsolete: " + attribute.supportMsg);
    }
    if (const std::optional<std::string> owner = FindOwner(name))
    {
        throw InputError(
            name + (owner->empty() ? " is always set by ddnnsim: a default would change nothing"
                                   : " is always set from " + *owner + ", expected that instead"));
    }
}

void
CheckAttributeValue(const std::string& name, const std::string& text)
{
    if (text.size() > longestValue || FindBadCharacter(text) ||
        text.find_first_of("\n\r\t") != std::string::npos)
    {
        throw InputError(Quote(text) + " is too long, has control characters or is not UTF-8");
    }
    const Attribute attribute = Find(name);
    if (!IsTakenByChild(attribute, text))
    {
        throw InputError("ns-3 does not take " + Quote(text) + ", expected " +
                         DescribeType(attribute));
    }
}

void
SetAttributeDefault(const std::string& name, const std::string& text)
{
    ns3::Config::SetDefault(name, ns3::StringValue(text));
}

} // namespace simulator
