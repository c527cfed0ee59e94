// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_WIFI_DATA_LOSS_H
#define SIMULATOR_WIFI_DATA_LOSS_H

#include "models/failures/ddnn-link-fault.h"

#include <ns3/error-model.h>
#include <ns3/node.h>

namespace simulator
{

/// Loses frames with data as another model does, and nothing else: no acknowledgements, no beacons,
/// no frames of association or agreement; but all while the node is off (NodeState), or the link is
/// down (LinkFault). For ns-3.37 never recovers from some losses of these: a station that believes
/// it is associated with an access point that does not, for example.
class WifiDataLoss : public ns3::ErrorModel
{
  public:
    static ns3::TypeId GetTypeId();

    /// \param model null: loses nothing while the node is on
    WifiDataLoss(const ns3::Ptr<const ns3::Node>& node, const ns3::Ptr<ns3::ErrorModel>& model);

    /// Lets failures lose frames, too.
    void SetFault(const ns3::Ptr<ns3::ddnn::LinkFault>& fault);

  private:
    bool DoCorrupt(ns3::Ptr<ns3::Packet> frame) override;
    void DoReset() override;

    ns3::Ptr<const ns3::Node> m_node;
    ns3::Ptr<ns3::ErrorModel> m_model;
    ns3::Ptr<ns3::ddnn::LinkFault> m_fault; //!< null: the link never fails
};

} // namespace simulator

#endif // SIMULATOR_WIFI_DATA_LOSS_H
