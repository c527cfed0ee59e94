// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_YAML_DOCUMENTS_H
#define SIMULATOR_YAML_DOCUMENTS_H

#include <yaml-cpp/mark.h>

#include <string>
#include <vector>

namespace simulator
{

/// Where the first two documents of a YAML text begin; fewer if there are fewer.
///
/// YAML::LoadAll must not be used for this: it never ends on texts such as ", a: b", on which the
/// parser makes no progress.
/// \throw YAML::Exception if the text is not YAML
std::vector<YAML::Mark> FindDocuments(const std::string& text);

} // namespace simulator

#endif // SIMULATOR_YAML_DOCUMENTS_H
