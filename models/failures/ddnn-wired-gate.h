// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_WIRED_GATE_H
#define DDNN_WIRED_GATE_H

#include "models/failures/ddnn-node-state.h"

#include <ns3/error-model.h>
#include <ns3/net-device.h>
#include <ns3/packet.h>
#include <ns3/queue-fwd.h>
#include <ns3/queue-size.h>

namespace ns3::ddnn
{

/// Cuts a point-to-point or CSMA device off while its node is off: what waits in its queue is lost,
/// and so are frames that arrive, or that a protocol below the transport still wants to send.
///
/// Leaves out: a frame that is being sent when the node goes off, or waits for a busy cable, is
/// sent to its end.
///
/// It puts itself before the device's own error model when the node goes off for the first time.
/// ns-3 has no better place: with the interface set down, the static routes are forgotten.
class WiredGate : public ErrorModel
{
  public:
    static TypeId GetTypeId();

    /// The device must have the attributes ReceiveErrorModel and TxQueue.
    void Install(Ptr<NetDevice> device, Ptr<NodeState> state);

  protected:
    void DoDispose() override;

  private:
    bool DoCorrupt(Ptr<Packet> frame) override;
    void DoReset() override;
    void Close();
    void Open();

    Ptr<Queue<Packet>> GetQueue() const;

    Ptr<NetDevice> m_device;
    Ptr<ErrorModel> m_loss; //!< of the device while its node is on; may be null
    QueueSize m_room;       //!< of its queue while its node is on
    bool m_closed = false;
};

} // namespace ns3::ddnn

#endif // DDNN_WIRED_GATE_H
