// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_TRANSPORT_TYPE_H
#define SIMULATOR_TRANSPORT_TYPE_H

#include "models/transport/ddnn-address-book.h"
#include "models/transport/ddnn-transport.h"
#include "simulator/scenario/key-table.h"
#include "simulator/scenario/scenario.h"
#include "simulator/transports/network-layer.h"

#include <string>
#include <vector>

namespace simulator
{

/// A protocol that `transport` may name: its keys, and how it is put on a node. Each type is one
/// file; transport-type.cc lists them.
struct TransportType
{
    const char* name;
    const char* help;   //!< what it models
    const char* limits; //!< what it leaves out, where its defaults come from
    /// Adds the type's keys, below its name. They may be set whatever the transport is, so that
    /// one file can be run with several.
    void (*addKeys)(KeyTable& table, Scenario& scenario);
    const NetworkLayer& layer; //!< unless links need another
    /// The transport of one node, which gets the layer first.
    ns3::Ptr<ns3::ddnn::Transport> (*create)(
        const Scenario& scenario, const ns3::Ptr<const ns3::ddnn::AddressBook>& addresses);
    /// In place of `layer` if a link carries only IPv6; null: the transport does not go over IP.
    const NetworkLayer* ipv6Layer = nullptr;
};

const std::vector<TransportType>& GetTransportTypes();
std::vector<std::string> GetTransportTypeNames();

/// \throw std::out_of_range if there is no such type: the parser has checked names
const TransportType& GetTransportType(const std::string& name);

} // namespace simulator

#endif // SIMULATOR_TRANSPORT_TYPE_H
