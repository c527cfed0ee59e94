// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_SECTION_APPLICATION_H
#define DDNN_SECTION_APPLICATION_H

#include "models/applications/ddnn-tier-application.h"
#include "models/ddnn-exit-report.h"
#include "models/ddnn-input-collector.h"

#include <set>

namespace ns3::ddnn
{

/// An edge or the cloud: collects its children's features, runs its section on what came, and
/// either offers the scores to its tier's exit (edge) or answers (the last tier, which has a
/// classifier).
///
/// With Gated, features that come before the children's exit has escalated their sample are kept
/// and not used: the children send eagerly.
class SectionApplication : public TierApplication
{
  public:
    using ClassifiedCallback = void (*)(const ExitReport& report);
    using CollectedCallback = void (*)(SampleId id);

    static TypeId GetTypeId();

    /// \param children nodes of each site that send features here, by their index in their tier
    void SetCollector(Ptr<InputCollector> collector, std::vector<int> children);
    /// Makes this the last tier, which always answers.
    /// \param gateways where the answers of each site go
    void SetLast(std::shared_ptr<const Classifier> classifier, std::vector<Endpoint> gateways);

    /// Samples that wait for inputs.
    std::size_t CountOpen() const;

  protected:
    void StartApplication() override;
    void DoDispose() override;
    void Receive(const Message& message) override;

  private:
    void Finish(const Message& scores, Message features, bool escalated) override;
    void Process(const CollectedInputs& inputs);
    void ReceiveFeatures(const Message& message);
    bool IsFromChildrensExit(const Message& message) const;
    void OpenGate(const Message& message);

    Ptr<InputCollector> m_collector;
    std::vector<int> m_children;
    std::shared_ptr<const Classifier> m_classifier;
    std::vector<Endpoint> m_gateways;
    bool m_gated = false;
    SampleBuffer m_pending; //!< features behind the gate
    /// By site: escalated samples whose inputs are not complete yet.
    std::map<std::uint32_t, std::set<std::uint32_t>> m_gateOpen;
    TracedCallback<const ExitReport&> m_classifiedTrace;
    TracedCallback<const Message&> m_lateTrace;
    TracedCallback<SampleId> m_collectedTrace;
    TracedCallback<std::uint32_t, std::uint16_t> m_suspectedTrace;
    TracedCallback<std::uint32_t, std::uint16_t> m_rejoinedTrace;
};

} // namespace ns3::ddnn

#endif // DDNN_SECTION_APPLICATION_H
