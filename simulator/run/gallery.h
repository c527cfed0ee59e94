// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_GALLERY_H
#define SIMULATOR_GALLERY_H

#include "analysis/records.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace simulator
{

struct PlannedRun;
struct FinishedRun;

/// Shares the samples that the gallery shows out among the scenarios: as many of each, at most 12,
/// of its first replication.
void ShareStories(std::vector<PlannedRun>& plan, std::size_t stories);

/// The stories of a run; pictures are base64 texts.
nlohmann::json DescribeStories(const analysis::RunRecord& record);

/// The links of a run's first site.
nlohmann::json DescribeTopology(const analysis::RunRecord& record);

/// Text of gallery.json: the stories of all runs, every picture once.
std::string MakeGallery(const std::vector<FinishedRun>& finished);

} // namespace simulator

#endif // SIMULATOR_GALLERY_H
