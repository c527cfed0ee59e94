// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_TIER_APPLICATION_H
#define DDNN_TIER_APPLICATION_H

#include "models/ddnn-partition.h"
#include "models/ddnn-processor.h"
#include "models/ddnn-sample-buffer.h"
#include "models/transport/ddnn-transport.h"

#include <ns3/application.h>

#include <map>
#include <memory>
#include <optional>

namespace ns3::ddnn
{

/// What devices and edges have in common: run a section on the node's processor, offer the scores
/// to the tier's exit, and keep the features until the exit says to send or to forget them.
///
/// With Eager, features go up together with the scores, and the next tier keeps them. Without an
/// exit in this tier, features go up at once.
class TierApplication : public Application
{
  public:
    /// Which node this is.
    struct Identity
    {
        Tier tier = Tier::Device;
        std::uint32_t site = 0;
        std::uint16_t index = 0; //!< in its tier and site, from 0
    };

    using ExpiredCallback = void (*)(SampleId id); //!< of Dropped and Missing, too

    static TypeId GetTypeId();

    void SetIdentity(const Identity& identity);
    const Identity& GetIdentity() const;
    void SetPartition(std::shared_ptr<const Partition> partition, Ptr<Processor> processor);
    /// From now on; may change while the application runs.
    void SetExit(const Endpoint& exit);
    /// From now on; may change while the application runs.
    void SetParent(const Endpoint& parent);
    /// Time that the section takes on an idle processor.
    Time GetServiceTime() const;
    /// Samples whose section is queued or runs.
    std::size_t CountRunning() const;

  protected:
    void StartApplication() override;
    void DoDispose() override;

    /// Queues the section for one sample. One without operations takes no time and no processor.
    /// \param views device views among the inputs
    /// \param account of what led here
    /// \param inputs as Partition::Run takes them; they need not outlive the call
    void RunSection(SampleId id,
                    const std::vector<const Bytes*>& inputs,
                    std::uint16_t views,
                    LatencyAccount account);
    /// What to do with a finished section's output, if the exit has not said to forget it. Devices
    /// and edges offer their scores to the exit.
    /// \param escalated whether the exit has asked for the features already
    virtual void Finish(const Message& scores, Message features, bool escalated);
    /// Messages of this application, from whichever node.
    virtual void Receive(const Message& message);
    void Send(const Endpoint& to, const Message& message);
    void ConfigureBuffer(SampleBuffer& buffer);
    bool IsEager() const;
    /// The node was off when the sample was to be processed, or went off over it.
    void Drop(SampleId id);
    /// The exit has escalated a sample of which nothing is here.
    void Miss(SampleId id);

  private:
    /// What the exit may have said while the section still ran.
    enum class Word
    {
        None,
        Escalate,
        Release
    };

    Transport& GetTransport();
    void Complete(const Message& scores, Message features);
    void Escalate(const Message& message);
    void Release(SampleId id);
    void ForgetRunning();
    Message MakeMessage(MessageType type, SampleId id, std::uint16_t views, Bytes payload) const;

    Identity m_identity;
    std::shared_ptr<const Partition> m_partition;
    Ptr<Processor> m_processor;
    Ptr<Transport> m_transport; //!< of the node; null: not looked up yet
    std::optional<Endpoint> m_exit;
    std::optional<Endpoint> m_parent;
    std::uint16_t m_port = 0;
    bool m_eager = false;
    std::uint32_t m_bufferSamples = 0;
    Time m_bufferLifetime;
    SampleBuffer m_features;
    std::map<SampleId, Word> m_running;
    TracedCallback<SampleId> m_expiredTrace;
    TracedCallback<SampleId> m_droppedTrace;
    TracedCallback<SampleId> m_missingTrace;
};

} // namespace ns3::ddnn

#endif // DDNN_TIER_APPLICATION_H
