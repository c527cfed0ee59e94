// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_STAR_H
#define TESTS_STAR_H

#include "models/transport/ddnn-transport.h"
#include "simulator/links/link-type.h"
#include "simulator/topology/address-plan.h"
#include "simulator/transports/transport-type.h"

#include <ns3/simulator.h>

#include <cstdint>
#include <string>
#include <vector>

/// One upper node and some lower nodes with transports, joined by one medium.
class Star
{
  public:
    struct Arrival
    {
        ns3::Time time;
        ns3::ddnn::Message message;
    };

    Star(const simulator::LinkSettings& settings,
         std::uint32_t lowerNodes,
         const std::string& transport = "udp")
        : m_transport(simulator::GetTransportType(transport)),
          m_layer(ChooseLayer(settings.type)),
          m_book(ns3::Create<ns3::ddnn::AddressBook>(m_layer.GetFamily()))
    {
        m_scenario.links["local"] = settings;
        place.upper = MakeNode();
        for (std::uint32_t i = 0; i < lowerNodes; ++i)
        {
            place.lower.push_back({MakeNode(), 1000 + 2 * i, 2000 + 32 * i});
        }
        medium = simulator::GetLinkType(settings.type).install(settings.values, place);
        SetAddress(medium.upper, 0);
        for (std::uint32_t i = 0; i < lowerNodes; ++i)
        {
            SetAddress(medium.lower[i], 1 + i);
        }
        GetTransport(place.upper)
            ->Listen(ns3::ddnn::exitPort, [this](const ns3::ddnn::Message& message) {
                arrivals.push_back({ns3::Simulator::Now(), message});
            });
    }

    ~Star()
    {
        ns3::Simulator::Destroy();
    }

    Star(const Star&) = delete;
    Star& operator=(const Star&) = delete;

    /// Schedules a message of scores from a lower node to the upper one.
    void SendUp(ns3::Time time, std::uint32_t lower, std::size_t bytes)
    {
        ns3::ddnn::Message message;
        message.sender = static_cast<std::uint16_t>(lower);
        message.payload.resize(bytes);
        SendUp(time, lower, message);
    }

    /// Schedules a message from a lower node to the upper one.
    void SendUp(ns3::Time time, std::uint32_t lower, const ns3::ddnn::Message& message)
    {
        ns3::Simulator::Schedule(time, [this, lower, message] {
            GetTransport(place.lower[lower].node)
                ->Send({place.upper->GetId(), ns3::ddnn::exitPort}, message);
        });
    }

    static ns3::Ptr<ns3::ddnn::Transport> GetTransport(const ns3::Ptr<ns3::Node>& node)
    {
        return node->GetObject<ns3::ddnn::Transport>();
    }

    simulator::MediumPlace place;
    simulator::Medium medium;
    std::vector<Arrival> arrivals; //!< at the upper node

  private:
    ns3::Ptr<ns3::Node> MakeNode() const
    {
        auto node = ns3::CreateObject<ns3::Node>();
        m_layer.install(node);
        node->AggregateObject(m_transport.create(m_scenario, m_book));
        return node;
    }

    void SetAddress(const ns3::Ptr<ns3::NetDevice>& device, std::uint32_t host)
    {
        m_layer.addAddress(device, {m_block.GetHost(host), m_block.mask});
        m_book->Set(device->GetNode()->GetId(), m_block.GetHost(host));
    }

    const simulator::NetworkLayer& ChooseLayer(const std::string& type) const
    {
        const bool ipv6 = simulator::GetLinkType(type).cargo == simulator::LinkCargo::OnlyIpv6;
        return ipv6 && m_transport.ipv6Layer ? *m_transport.ipv6Layer : m_transport.layer;
    }

    simulator::Scenario m_scenario; //!< for the transport
    const simulator::TransportType& m_transport;
    const simulator::NetworkLayer& m_layer;
    ns3::Ptr<ns3::ddnn::AddressBook> m_book;
    simulator::AddressBlock m_block{ns3::Ipv4Address("10.0.0.0"), ns3::Ipv4Mask("/16")};
};

#endif // TESTS_STAR_H
