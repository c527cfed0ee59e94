// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/story-recorder.h"

#include "simulator/run/story-choice.h"
#include "simulator/run/view-picture.h"
#include "simulator/topology/node-names.h"

#include <ns3/simulator.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <set>
#include <utility>

namespace simulator
{

namespace
{

using ns3::ddnn::Message;
using ns3::ddnn::MessageType;
using ns3::ddnn::Tier;

constexpr std::size_t greatestNotes = 100'000;

const char*
GetTypeName(MessageType type)
{
    switch (type)
    {
    case MessageType::Scores:
        return "scores";
    case MessageType::Features:
        return "features";
    case MessageType::Escalate:
        return "escalate";
    case MessageType::Release:
        return "release";
    case MessageType::Answer:
        return "answer";
    default:
        return "hello";
    }
}

} // namespace

StoryRecorder::StoryRecorder(const Deployment& deployment,
                             const nn::MultiViewDataSet& dataset,
                             std::vector<int> cameras)
    : m_deployment(deployment),
      m_dataset(dataset),
      m_cameras(std::move(cameras)),
      m_order(dataset, static_cast<std::uint32_t>(deployment.sites.size())),
      m_watched(std::numeric_limits<std::uint32_t>::max())
{
    for (std::uint32_t i = 0; i < deployment.nodes.size(); ++i)
    {
        if (SplitName(deployment.nodes[i].name).site != 0)
        {
            continue;
        }
        const auto transport = deployment.nodes[i].node->GetObject<ns3::ddnn::Transport>();
        const auto send = [this, i](const Message& message, bool crosses) {
            Send(i, message, crosses);
        };
        const auto receive = [this, i](const Message& message) { Receive(i, message); };
        transport->TraceConnectWithoutContext("Tx",
                                              ns3::Callback<void, const Message&, bool>(send));
        transport->TraceConnectWithoutContext("Rx", ns3::Callback<void, const Message&>(receive));
    }
}

bool
StoryRecorder::IsWatched(const Message& message)
{
    if (message.id.site != 0 || message.id.sample >= m_watched ||
        message.type == MessageType::Hello)
    {
        return false;
    }
    if (m_notes.size() >= greatestNotes)
    {
        // Samples in the air are not told to their end: those before them are.
        m_watched = m_notes.back().sample;
        return message.id.sample < m_watched;
    }
    return true;
}

StoryRecorder::Note
StoryRecorder::MakeNote(std::uint32_t node, const Message& message) const
{
    Note note;
    note.sample = message.id.sample;
    note.node = node;
    note.type = message.type;
    note.senderTier = message.senderTier;
    note.sender = message.sender;
    note.bytes = static_cast<std::uint32_t>(message.payload.size());
    note.at = ns3::Simulator::Now();
    note.compute = message.account.compute;
    note.network = message.account.network;
    note.scores = m_scores.size();
    return note;
}

void
StoryRecorder::Send(std::uint32_t node, const Message& message, bool crossesNetwork)
{
    if (!IsWatched(message))
    {
        return;
    }
    m_notes.push_back(MakeNote(node, message));
    m_notes.back().crossesNetwork = crossesNetwork;
    if (message.type == MessageType::Scores && message.senderTier == Tier::Device)
    {
        const std::size_t count = message.payload.size() / sizeof(float);
        m_scores.resize(m_scores.size() + count);
        std::memcpy(&m_scores[m_scores.size() - count],
                    message.payload.data(),
                    count * sizeof(float)); // little-endian, as on the wire and on x86-64
    }
}

void
StoryRecorder::Receive(std::uint32_t node, const Message& message)
{
    if (IsWatched(message))
    {
        m_notes.push_back(MakeNote(node, message));
        m_notes.back().arrived = true;
    }
}

std::vector<analysis::StoryView>
StoryRecorder::DescribeViews(const std::vector<const Note*>& notes, std::uint32_t sample) const
{
    std::vector<analysis::StoryView> views;
    const int index = m_order.GetIndex(0, sample);
    for (std::size_t device = 0; device < m_cameras.size(); ++device)
    {
        analysis::StoryView view;
        const ns3::Ptr<ns3::Node>& node = m_deployment.sites.front().devices[device];
        if (m_dataset.GetViewLabel(index, m_cameras[device]) != nn::MultiViewDataSet::absent)
        {
            view.picture =
                EncodePng(m_dataset.GetView(index, m_cameras[device]), m_dataset.GetViewShape());
        }
        const auto sent = std::find_if(notes.begin(), notes.end(), [&](const Note* note) {
            return !note->arrived && note->type == MessageType::Scores &&
                   note->senderTier == Tier::Device && note->sender == device;
        });
        if (sent != notes.end())
        {
            const auto begin = m_scores.begin() + static_cast<std::ptrdiff_t>((*sent)->scores);
            view.scores.assign(begin, begin + (*sent)->bytes / sizeof(float));
        }
        view.node = std::find_if(m_deployment.nodes.begin(),
                                 m_deployment.nodes.end(),
                                 [&node](const DeployedNode& one) { return one.node == node; })
                        ->name;
        views.push_back(std::move(view));
    }
    return views;
}

/// The same words may go to several nodes at one moment: every arrival is that of the first of them
/// that has none yet.
void
StoryRecorder::AddMessages(analysis::SampleStory& story,
                           const std::vector<const Note*>& notes,
                           std::int64_t capture) const
{
    std::set<const Note*> taken;
    for (const Note* sent : notes)
    {
        if (sent->arrived || !sent->crossesNetwork)
        {
            continue;
        }
        const auto arrival = std::find_if(notes.begin(), notes.end(), [&](const Note* note) {
            return note->arrived && note->type == sent->type &&
                   note->senderTier == sent->senderTier && note->sender == sent->sender &&
                   note->node != sent->node && note->at >= sent->at && taken.count(note) == 0;
        });
        analysis::StoryMessage message;
        message.type = GetTypeName(sent->type);
        message.from = m_deployment.nodes[sent->node].name;
        message.sent = sent->at.GetNanoSeconds() - capture;
        message.bytes = sent->bytes;
        if (arrival != notes.end())
        {
            taken.insert(*arrival);
            message.to = m_deployment.nodes[(*arrival)->node].name;
            message.received = (*arrival)->at.GetNanoSeconds() - capture;
        }
        story.messages.push_back(std::move(message));
    }
}

/// A node's first message tells how long it computed: what its account has more than that of the
/// message which it followed, the latest that came to the node over as much network.
void
StoryRecorder::AddStages(analysis::SampleStory& story,
                         const std::vector<const Note*>& notes,
                         std::int64_t capture) const
{
    std::set<std::uint32_t> done;
    for (const Note* sent : notes)
    {
        const bool isResult = ns3::ddnn::IsData(sent->type) || (sent->type == MessageType::Answer &&
                                                                sent->senderTier == Tier::Cloud);
        if (sent->arrived || !isResult || !done.insert(sent->node).second)
        {
            continue;
        }
        ns3::Time before;
        for (const Note* input : notes)
        {
            if (input->arrived && input->node == sent->node && input->at <= sent->at &&
                input->network == sent->network)
            {
                before = input->compute;
            }
        }
        const std::int64_t service = (sent->compute - before).GetNanoSeconds();
        if (service > 0)
        {
            const std::int64_t end = sent->at.GetNanoSeconds() - capture;
            story.stages.push_back({m_deployment.nodes[sent->node].name, end - service, end});
        }
    }
}

analysis::SampleStory
StoryRecorder::Tell(const analysis::SampleRecord& sample, const std::string& reason) const
{
    std::vector<const Note*> notes;
    for (const Note& note : m_notes)
    {
        if (note.sample == sample.sample)
        {
            notes.push_back(&note);
        }
    }
    analysis::SampleStory story;
    story.site = sample.site;
    story.sample = sample.sample;
    story.reason = reason;
    story.views = DescribeViews(notes, sample.sample);
    AddMessages(story, notes, sample.capture);
    AddStages(story, notes, sample.capture);
    return story;
}

void
StoryRecorder::Fill(analysis::RunRecord& record, std::size_t stories) const
{
    std::vector<const analysis::SampleRecord*> watched;
    for (const analysis::SampleRecord& sample : record.samples)
    {
        if (sample.site == 1 && sample.sample < m_watched)
        {
            watched.push_back(&sample);
        }
    }
    for (const StoryChoice& choice : ChooseStories(watched, stories))
    {
        record.stories.push_back(Tell(*choice.sample, choice.reason));
    }
}

} // namespace simulator
