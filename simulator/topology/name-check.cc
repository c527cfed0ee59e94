// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/name-check.h"

#include "nn/input-error.h"
#include "simulator/scenario/text.h"

#include <algorithm>

namespace simulator
{

void
Refuse(const Scenario& scenario, const std::string& path, const std::string& reason)
{
    throw nn::InputError(GetPlace(scenario, path) + ": " + path + ": " + reason);
}

void
CheckName(const Scenario& scenario,
          const std::string& path,
          const std::string& what,
          const std::string& name,
          const std::vector<std::string>& names,
          const std::string& example)
{
    if (std::find(names.begin(), names.end(), name) == names.end())
    {
        const std::string hint = Suggest(name, names);
        Refuse(scenario,
               path,
               "there is no " + what + " " + Quote(name) +
                   (hint.empty() ? ", expected one such as " + example : hint));
    }
}

} // namespace simulator
