// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LR_WPAN_DEVICE_H
#define SIMULATOR_LR_WPAN_DEVICE_H

#include <ns3/lr-wpan-net-device.h>
#include <ns3/mobility-model.h>

#include <cstdint>
#include <map>
#include <utility>

namespace simulator
{

/// A frame as those tell it apart that see it several times.
class FrameIdentity
{
  public:
    FrameIdentity() = default;
    explicit FrameIdentity(const ns3::Packet& frame);

    bool IsAcknowledgement() const;
    /// Short address of who sent it.
    ns3::Mac16Address GetSender() const;
    bool operator==(const FrameIdentity& other) const;

  private:
    // The frames of one packet have its number; the sequence numbers of frames are only 256.
    std::uint64_t m_packet = 0;
    int m_sequence = -1;
    bool m_isAcknowledgement = false;
    ns3::Mac16Address m_sender;
};

/// ns-3's device, which also drops a frame that it has had: one that is sent again because its
/// acknowledgement was lost. ns-3.37 hands it over a second time.
class LrWpanDevice : public ns3::LrWpanNetDevice
{
  public:
    /// To be called when the device is on its node.
    void DropDoubles();

    void SetReceiveCallback(ReceiveCallback callback) override;

    /// It is out of reach: what it sends has no power, and what it receives is lost.
    void SwitchOff();
    void SwitchOn();
    bool IsOn() const;

  private:
    void See(ns3::Ptr<const ns3::Packet> frame);
    bool Receive(ns3::Ptr<ns3::NetDevice> device,
                 ns3::Ptr<const ns3::Packet> packet,
                 std::uint16_t protocol,
                 const ns3::Address& from);

    ReceiveCallback m_receive;
    std::map<ns3::Mac16Address, FrameIdentity> m_latest; //!< by sender
    bool m_isDouble = false;                             //!< the frame that was seen last
    bool m_isOn = true;
    ns3::Ptr<ns3::MobilityModel> m_place; //!< while it is off
};

} // namespace simulator

#endif // SIMULATOR_LR_WPAN_DEVICE_H
