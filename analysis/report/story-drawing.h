// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_STORY_DRAWING_H
#define ANALYSIS_STORY_DRAWING_H

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace analysis
{

/// The way of one sample through the network: a row for each node, time to the right, bars for
/// inferences, slanted lines for messages from node to node.
/// \param story as in gallery.json
/// \param decision seconds from the capture to the answer, if there was one
std::string DrawStory(const nlohmann::json& story, std::optional<double> decision);

} // namespace analysis

#endif // ANALYSIS_STORY_DRAWING_H
