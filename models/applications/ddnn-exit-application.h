// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_EXIT_APPLICATION_H
#define DDNN_EXIT_APPLICATION_H

#include "models/ddnn-exit-report.h"
#include "models/ddnn-input-collector.h"
#include "models/ddnn-partition.h"
#include "models/transport/ddnn-transport.h"

#include <ns3/application.h>

#include <map>
#include <memory>
#include <vector>

namespace ns3::ddnn
{

/// The exit of a tier: the local aggregator of the devices, or the exit of the edges (paper,
/// section III-D). Collects the scores of all nodes of its tier, aggregates what came, and answers
/// if the normalized entropy is at most Threshold; otherwise it escalates.
///
/// With TellsGateway, the gateway is told what the exit would have answered to a sample that it
/// escalates, in case that nobody else answers in time. With AcceptLate, scores that come after
/// that go into what the gateway is told, once more; the decision to escalate stays.
///
/// Leaves out: the time that aggregating a few scores takes.
class ExitApplication : public Application
{
  public:
    using ClassifiedCallback = void (*)(const ExitReport& report);
    using DroppedCallback = void (*)(SampleId id);

    static TypeId GetTypeId();

    /// \param nodes number of nodes of the tier
    void SetClassifier(Tier tier,
                       std::shared_ptr<const Classifier> classifier,
                       std::uint32_t nodes);
    void SetCollector(Ptr<InputCollector> collector);
    /// Who keeps the features: the nodes of the tier, or the next tier if they are sent eagerly.
    /// From now on; may change while the application runs.
    void SetHolders(std::vector<Endpoint> holders);
    /// Where answers go.
    void SetGateway(const Endpoint& gateway);
    Tier GetTier() const;
    /// Samples that wait for inputs.
    std::size_t CountOpen() const;

  protected:
    void StartApplication() override;
    void DoDispose() override;

  private:
    void Classify(const CollectedInputs& inputs);
    void TellGateway(Message message, MessageType type, int prediction) const;
    void Remember(const CollectedInputs& inputs);
    void TakeLate(const Message& scores);
    Message MakeMessage(const CollectedInputs& inputs) const;
    void TellHolders(Message message, MessageType type) const;

    Tier m_tier = Tier::Device;
    std::shared_ptr<const Classifier> m_classifier;
    std::uint32_t m_nodes = 0;
    Ptr<InputCollector> m_collector;
    Ptr<Transport> m_transport; //!< of the node, while started
    std::vector<Endpoint> m_holders;
    Endpoint m_gateway;
    std::uint16_t m_port = 0;
    double m_threshold = 0;
    bool m_tellsGateway = false;
    bool m_acceptLate = false;
    std::map<SampleId, CollectedInputs> m_escalated; //!< the last ones, with AcceptLate
    TracedCallback<const ExitReport&> m_classifiedTrace;
    TracedCallback<const Message&> m_lateTrace;
    TracedCallback<SampleId> m_droppedTrace;
    TracedCallback<std::uint32_t, std::uint16_t> m_suspectedTrace;
    TracedCallback<std::uint32_t, std::uint16_t> m_rejoinedTrace;
};

} // namespace ns3::ddnn

#endif // DDNN_EXIT_APPLICATION_H
