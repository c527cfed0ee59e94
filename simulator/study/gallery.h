// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_GALLERY_H
#define SIMULATOR_GALLERY_H

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace simulator
{

struct PlannedRun;

/// Shares the samples that the gallery shows out among the scenarios: as many of each, at most 12,
/// of its first replication.
void ShareStories(std::vector<PlannedRun>& plan, std::size_t stories);

/// Text of gallery.json: the stories of all runs, every picture once.
class Gallery
{
  public:
    /// \param stories as DescribeStories gives them
    void Add(std::uint32_t run, const nlohmann::json& stories);
    std::string Format() const;

  private:
    nlohmann::json m_pictures = nlohmann::json::object();
    nlohmann::json m_stories = nlohmann::json::array();
};

} // namespace simulator

#endif // SIMULATOR_GALLERY_H
