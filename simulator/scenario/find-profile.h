// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_FIND_PROFILE_H
#define SIMULATOR_FIND_PROFILE_H

#include <algorithm>
#include <string>
#include <vector>

namespace simulator
{

/// \return null if there is no profile of this name
template <typename Profile>
const Profile*
FindProfile(const std::vector<Profile>& profiles, const std::string& name)
{
    const auto found = std::find_if(profiles.begin(), profiles.end(), [&name](const auto& other) {
        return other.name == name;
    });
    return found == profiles.end() ? nullptr : &*found;
}

} // namespace simulator

#endif // SIMULATOR_FIND_PROFILE_H
