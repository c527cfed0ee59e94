// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_NETWORK_JSON_H
#define NN_NETWORK_JSON_H

#include "nn/network/exit-temperatures.h"
#include "nn/network/network-description.h"
#include "nn/network/network-file.h"

#include <string>

namespace nn
{

/// What `network.json` holds.
struct NetworkHead
{
    NetworkDescription description;
    NetworkOrigin origin;
    ExitTemperatures temperatures;
};

std::string WriteNetworkJson(const NetworkHead& head);

/// \throw InputError (without a path) if the text is no such JSON; the description is not validated
NetworkHead ReadNetworkJson(const std::string& text);

} // namespace nn

#endif // NN_NETWORK_JSON_H
