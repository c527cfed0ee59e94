// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_STORY_DESCRIPTION_H
#define SIMULATOR_STORY_DESCRIPTION_H

#include "analysis/records.h"

#include <nlohmann/json.hpp>

namespace simulator
{

/// The stories of a run; pictures are base64 texts.
nlohmann::json DescribeStories(const analysis::RunRecord& record);

/// The links of a run's first site.
nlohmann::json DescribeTopology(const analysis::RunRecord& record);

} // namespace simulator

#endif // SIMULATOR_STORY_DESCRIPTION_H
