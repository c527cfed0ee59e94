// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_STORY_RECORDER_H
#define SIMULATOR_STORY_RECORDER_H

#include "analysis/records.h"
#include "nn/data/multi-view-data-set.h"
#include "simulator/topology/deployment.h"
#include "simulator/topology/view-source.h"

#include <cstdint>
#include <string>
#include <vector>

namespace simulator
{

/// Notes every message about the first samples of the first site, so that some of these samples can
/// be told in detail. A note is 64 bytes; when there are 100,000, later samples are passed over.
class StoryRecorder
{
  public:
    /// \param cameras camera of each device, as in the network
    StoryRecorder(const Deployment& deployment,
                  const nn::MultiViewDataSet& dataset,
                  std::vector<int> cameras);
    StoryRecorder(const StoryRecorder&) = delete;
    StoryRecorder& operator=(const StoryRecorder&) = delete;

    /// Adds the most interesting samples of the record (ChooseStories) to it, at most so many.
    void Fill(analysis::RunRecord& record, std::size_t stories) const;

  private:
    /// A message was sent or came.
    struct Note
    {
        std::uint32_t sample = 0;
        std::uint32_t node = 0; //!< index in the deployment
        ns3::ddnn::MessageType type = ns3::ddnn::MessageType::Scores;
        ns3::ddnn::Tier senderTier = ns3::ddnn::Tier::Device;
        std::uint16_t sender = 0;
        bool arrived = false;
        bool crossesNetwork = true;
        std::uint32_t bytes = 0;
        ns3::Time at;
        ns3::Time compute; //!< of the account
        ns3::Time network;
        std::size_t scores = 0; //!< of devices: where they begin in m_scores
    };

    void Send(std::uint32_t node, const ns3::ddnn::Message& message, bool crossesNetwork);
    void Receive(std::uint32_t node, const ns3::ddnn::Message& message);
    bool IsWatched(const ns3::ddnn::Message& message);
    Note MakeNote(std::uint32_t node, const ns3::ddnn::Message& message) const;
    analysis::SampleStory Tell(const analysis::SampleRecord& sample,
                               const std::string& reason) const;
    std::vector<analysis::StoryView> DescribeViews(const std::vector<const Note*>& notes,
                                                   std::uint32_t sample) const;
    void AddMessages(analysis::SampleStory& story,
                     const std::vector<const Note*>& notes,
                     std::int64_t capture) const;
    void AddStages(analysis::SampleStory& story,
                   const std::vector<const Note*>& notes,
                   std::int64_t capture) const;

    const Deployment& m_deployment;
    const nn::MultiViewDataSet& m_dataset;
    std::vector<int> m_cameras;
    SampleOrder m_order;
    std::uint32_t m_watched; //!< samples from this one on are passed over
    std::vector<Note> m_notes;
    std::vector<float> m_scores;
};

} // namespace simulator

#endif // SIMULATOR_STORY_RECORDER_H
