// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_MESSAGE_ASSEMBLER_H
#define DDNN_MESSAGE_ASSEMBLER_H

#include "models/ddnn-message.h"

#include <functional>
#include <map>
#include <tuple>
#include <vector>

namespace ns3::ddnn
{

class MessageHeader;

/// Puts together messages that were cut into several datagrams, whose parts come in any order. A
/// message of which a part is missing is forgotten when none of its parts has come for a while.
class MessageAssembler
{
  public:
    /// \param forgotten called with the number of parts that were there
    void SetForgotten(std::function<void(std::uint32_t parts)> forgotten);
    void SetTimeout(Time timeout);

    /// Adds one part of a message to a port; true when the message is whole, with its payload in
    /// `message`.
    bool Add(std::uint16_t port, const MessageHeader& header, Bytes part, Message& message);
    void Clear();

  private:
    /// Who sent what about which sample: tells apart the messages that are being put together.
    using Key = std::tuple<std::uint16_t, MessageType, Tier, std::uint16_t, SampleId>;

    struct Parts
    {
        Time last; //!< when the latest part came
        std::vector<Bytes> parts;
        std::vector<bool> arrived;
        std::uint16_t missing = 0;
    };

    void ForgetOld();

    Time m_timeout;
    Time m_nextStale; //!< nothing is to be forgotten before
    std::function<void(std::uint32_t)> m_forgotten;
    std::map<Key, Parts> m_assembling;
};

} // namespace ns3::ddnn

#endif // DDNN_MESSAGE_ASSEMBLER_H
