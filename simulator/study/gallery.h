// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_GALLERY_H
#define SIMULATOR_GALLERY_H

#include <cstddef>
#include <string>
#include <vector>

namespace simulator
{

struct PlannedRun;
struct FinishedRun;

/// Shares the samples that the gallery shows out among the scenarios: as many of each, at most 12,
/// of its first replication.
void ShareStories(std::vector<PlannedRun>& plan, std::size_t stories);

/// Text of gallery.json: the stories of all runs, every picture once.
std::string MakeGallery(const std::vector<FinishedRun>& finished);

} // namespace simulator

#endif // SIMULATOR_GALLERY_H
