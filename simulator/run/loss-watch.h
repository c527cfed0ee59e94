// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LOSS_WATCH_H
#define SIMULATOR_LOSS_WATCH_H

#include "analysis/records.h"
#include "simulator/topology/deployment.h"

#include <vector>

namespace simulator
{

/// Follows every sample through a deployment, to say why it was lost if nobody answers.
///
/// A sample passes stages: it is seen, judged by the local exit, collected by an edge, judged by
/// the edge exit, collected by the cloud. The reason is what was to happen next at the highest
/// stage that it reached.
class LossWatch
{
  public:
    /// \param deployment its simulation must be over before this goes
    explicit LossWatch(const Deployment& deployment);
    LossWatch(const LossWatch&) = delete;
    LossWatch& operator=(const LossWatch&) = delete;

    /// Of a sample that nobody answered.
    analysis::LossReason GetReason(ns3::ddnn::SampleId id) const;

  private:
    enum class Stage
    {
        Captured,
        Seen,
        JudgedLocally,
        AtEdge,
        JudgedByEdges,
        AtCloud
    };

    struct State
    {
        Stage stage = Stage::Captured;
        analysis::LossReason reason = analysis::LossReason::NoView;
        bool isExpired = false; //!< somewhere
    };

    void ConnectSite(const DeployedSite& site);
    void ConnectNode(const DeployedNode& node);
    void ConnectExit(const ns3::Ptr<ns3::ddnn::ExitApplication>& exit);
    void Connect(const ns3::Ptr<ns3::Application>& application,
                 const char* source,
                 Stage stage,
                 analysis::LossReason reason);
    void ConnectExpiry(const ns3::Ptr<ns3::Application>& application);
    void Reach(ns3::ddnn::SampleId id, Stage stage, analysis::LossReason reason);
    State& GetState(ns3::ddnn::SampleId id);

    std::vector<std::vector<State>> m_states; //!< by site and sample
};

} // namespace simulator

#endif // SIMULATOR_LOSS_WATCH_H
