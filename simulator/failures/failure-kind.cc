// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/failures/failure-kind.h"

#include "simulator/failures/failure-kinds.h"
#include "simulator/scenario/get-names.h"

#include <stdexcept>

namespace simulator
{

const std::vector<FailureKind>&
GetFailureKinds()
{
    static const std::vector<FailureKind> kinds = {
        nodeOff,
        linkDown,
        linkDegrade,
        linkLoss,
        cameraFrozen,
        cameraBlank,
        cameraNoisy,
        cameraCovered,
        processorSlow,
    };
    return kinds;
}

std::vector<std::string>
GetFailureKindNames()
{
    return GetNames(GetFailureKinds());
}

const FailureKind&
GetFailureKind(const std::string& name)
{
    for (const FailureKind& kind : GetFailureKinds())
    {
        if (name == kind.name)
        {
            return kind;
        }
    }
    throw std::out_of_range("no failure kind " + name);
}

std::any
MakeNoSettings()
{
    return {};
}

void
AddNoKeys(KeyTable& /*table*/, const std::string& /*path*/, std::any& /*values*/)
{
}

std::optional<std::string>
AcceptAll(const std::any& /*values*/, const LinkType* /*link*/)
{
    return std::nullopt;
}

} // namespace simulator
