// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_DATAGRAM_SOCKETS_H
#define SIMULATOR_DATAGRAM_SOCKETS_H

#include "simulator/transports/network-layer.h"

#include <ns3/address.h>

namespace simulator
{

// NetworkLayer::makeSender and listen by UDP sockets of ns-3.

/// \param own what the socket is bound to
DatagramSender MakeSocketSender(const ns3::Ptr<ns3::Node>& from,
                                const ns3::Address& own,
                                const ns3::Address& to);

void ListenOnSocket(const ns3::Ptr<ns3::Node>& node,
                    const ns3::Address& own,
                    DatagramReceiver receiver);

} // namespace simulator

#endif // SIMULATOR_DATAGRAM_SOCKETS_H
