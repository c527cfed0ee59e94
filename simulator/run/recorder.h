// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_RECORDER_H
#define SIMULATOR_RECORDER_H

#include "analysis/records.h"
#include "nn/data/multi-view-data-set.h"
#include "simulator/run/failure-watch.h"
#include "simulator/run/link-counter.h"
#include "simulator/run/loss-watch.h"
#include "simulator/run/suspicion-watch.h"
#include "simulator/run/switch-watch.h"
#include "simulator/run/traffic-by-second.h"
#include "simulator/topology/deployment.h"
#include "simulator/topology/view-source.h"

#include <deque>
#include <memory>
#include <vector>

namespace simulator
{

/// Listens to the trace sources of a deployment and makes records of what it hears. The only place
/// where models and analysis meet.
class Recorder
{
  public:
    /// \param dataset for the labels
    Recorder(const Deployment& deployment, const nn::MultiViewDataSet& dataset);
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    /// Sets what is measured over time, up to now, of an empty record: links, nodes and their
    /// topology, traffic, failures. The run lasts from 0 to the last capture, classification or
    /// answer, or the end of the last inference or frame if that is later.
    void FillAccounts(analysis::RunRecord& record) const;
    /// Adds what has become of the samples when the simulation is over, who was suspected, and what
    /// nodes gave up on.
    /// \param record with accounts
    void FillOutcome(analysis::RunRecord& record) const;

  private:
    /// What a node gave up on.
    struct Forgotten
    {
        std::uint64_t expired = 0;
        std::uint64_t late = 0;
        std::uint64_t incomplete = 0;
    };

    void ConnectSite(const DeployedSite& site);
    void ConnectLinks();
    void ConnectNodes();
    void Begin(ns3::Time firstCapture);
    void Capture(ns3::ddnn::SampleId id);
    void CountPayload(const ns3::ddnn::Message& message, bool crossesNetwork);
    void Classify(const ns3::ddnn::ExitReport& report);
    void Decide(analysis::SampleRecord& sample, const ns3::ddnn::ExitReport& report) const;
    void Answer(ns3::ddnn::SampleId id, int prediction);
    void FallBack(const ns3::ddnn::ExitReport& report);
    analysis::SampleRecord& GetSample(ns3::ddnn::SampleId id);
    /// Devices of one site.
    std::uint32_t GetDeviceCount() const;
    ns3::Time GetEnd() const;
    void FillSamples(analysis::RunRecord& record) const;
    void FillLinks(analysis::RunRecord& record) const;
    void FillNodes(analysis::RunRecord& record) const;
    void FillTopology(analysis::RunRecord& record) const;

    const Deployment& m_deployment;
    const nn::MultiViewDataSet& m_dataset;
    SampleOrder m_order;
    LossWatch m_losses;
    SuspicionWatch m_suspicions;
    FailureWatch m_failures;
    SwitchWatch m_switches;
    TrafficBySecond m_traffic;
    ns3::Time m_firstCapture;
    ns3::Time m_lastEvent;
    std::vector<std::deque<analysis::SampleRecord>> m_samples; //!< by site, then by capture
    std::vector<std::unique_ptr<LinkCounter>> m_up;            //!< by link
    std::vector<std::unique_ptr<LinkCounter>> m_down;
    std::vector<Forgotten> m_forgotten; //!< by node
};

} // namespace simulator

#endif // SIMULATOR_RECORDER_H
