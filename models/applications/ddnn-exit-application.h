// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_EXIT_APPLICATION_H
#define DDNN_EXIT_APPLICATION_H

#include "models/ddnn-exit-report.h"
#include "models/ddnn-input-collector.h"
#include "models/ddnn-partition.h"
#include "models/transport/ddnn-transport.h"

#include <ns3/application.h>

#include <memory>
#include <vector>

namespace ns3::ddnn
{

/// The exit of a tier: the local aggregator of the devices, or the exit of the edges (paper,
/// section III-D). Collects the scores of all nodes of its tier, aggregates what came, and answers
/// if the normalized entropy is at most Threshold; otherwise it escalates.
///
/// Leaves out: the time that aggregating a few scores takes.
class ExitApplication : public Application
{
  public:
    using ClassifiedCallback = void (*)(const ExitReport& report);

    static TypeId GetTypeId();

    /// \param nodes number of nodes of the tier
    void SetClassifier(Tier tier,
                       std::shared_ptr<const Classifier> classifier,
                       std::uint32_t nodes);
    void SetCollector(Ptr<InputCollector> collector);
    /// Who keeps the features: the nodes of the tier, or the next tier if they are sent eagerly.
    void SetHolders(std::vector<Endpoint> holders);
    /// Where answers go.
    void SetGateway(const Endpoint& gateway);

  protected:
    void StartApplication() override;
    void DoDispose() override;

  private:
    void Classify(const CollectedInputs& inputs);
    void TellHolders(Message message, MessageType type) const;

    Tier m_tier = Tier::Device;
    std::shared_ptr<const Classifier> m_classifier;
    std::uint32_t m_nodes = 0;
    Ptr<InputCollector> m_collector;
    Ptr<Transport> m_transport; //!< of the node, while started
    std::vector<Endpoint> m_holders;
    Endpoint m_gateway;
    double m_threshold = 0;
    TracedCallback<const ExitReport&> m_classifiedTrace;
    TracedCallback<const Message&> m_lateTrace;
};

} // namespace ns3::ddnn

#endif // DDNN_EXIT_APPLICATION_H
