// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_FRAME_FLIGHTS_H
#define SIMULATOR_FRAME_FLIGHTS_H

#include "simulator/links/medium.h"

#include <ns3/address.h>

#include <map>
#include <memory>
#include <optional>
#include <utility>

namespace simulator
{

/// Frames on their way: finds out when a frame that arrives was sent.
class FrameFlights
{
  public:
    struct Flight
    {
        std::uint32_t sender = 0; //!< number of the node
        ns3::Time start;          //!< of the first bit
        ns3::Time airTime;
    };

    /// Remembers what a device of a medium sends, from now on.
    void Add(const Medium& medium, const ns3::Ptr<ns3::NetDevice>& device);

    /// \param device that a packet has arrived at
    /// \param from address of its sender on the same medium
    /// \return nothing if the sender is none that was added, or has sent nothing
    std::optional<Flight> Find(const ns3::Ptr<ns3::NetDevice>& device,
                               const ns3::Address& from,
                               const ns3::Packet& packet) const;

  private:
    /// What one device has sent.
    class Sender : public FrameSink
    {
      public:
        explicit Sender(std::uint32_t node);
        void Send(const Frame& frame) override;
        void Drop() override;
        std::optional<Flight> Find(std::uint64_t packet) const;

      private:
        std::uint32_t m_node;
        std::map<std::uint64_t, Flight> m_flights; //!< by number of the packet
        std::optional<Flight> m_latest;
    };

    /// Upper device of the medium, address.
    using Key = std::pair<const ns3::NetDevice*, ns3::Address>;

    std::map<Key, std::unique_ptr<Sender>> m_senders;
    std::map<const ns3::NetDevice*, const ns3::NetDevice*> m_uppers; //!< by device
};

} // namespace simulator

#endif // SIMULATOR_FRAME_FLIGHTS_H
