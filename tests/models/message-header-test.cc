// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-message-header.h"

#include <ns3/packet.h>

#include <gtest/gtest.h>

using namespace ns3;
using namespace ns3::ddnn;

TEST(MessageHeader, EveryByteIsWhereTheDocumentationSays)
{
    Message message;
    message.type = MessageType::Features;
    message.senderTier = Tier::Edge;
    message.sender = 0x0102;
    message.views = 0x0304;
    message.id = {0x05060708, 0x090a0b0c};
    Ptr<Packet> packet = Create<Packet>();
    packet->AddHeader(MessageHeader(message, 0x0d0e, 0x0f10));
    std::vector<std::uint8_t> bytes(packet->GetSize());
    packet->CopyData(bytes.data(), packet->GetSize());
    // type 2 (features), tier 1 (edge), then the fields in network byte order.
    const std::vector<std::uint8_t> expected = {2,
                                                1,
                                                0x01,
                                                0x02,
                                                0x05,
                                                0x06,
                                                0x07,
                                                0x08,
                                                0x09,
                                                0x0a,
                                                0x0b,
                                                0x0c,
                                                0x03,
                                                0x04,
                                                0x0d,
                                                0x0e,
                                                0x0f,
                                                0x10};
    EXPECT_EQ(bytes, expected);
}

TEST(MessageHeader, RoundTrip)
{
    Message sent;
    sent.type = MessageType::Answer;
    sent.senderTier = Tier::Cloud;
    sent.sender = 65535;
    sent.views = 6;
    sent.id = {4000000000U, 7};
    Ptr<Packet> packet = Create<Packet>();
    packet->AddHeader(MessageHeader(sent, 2, 3));
    MessageHeader header;
    EXPECT_EQ(packet->RemoveHeader(header), MessageHeader::size);
    Message received;
    header.CopyTo(received);
    EXPECT_TRUE(header.IsValid());
    EXPECT_EQ(received.type, sent.type);
    EXPECT_EQ(received.senderTier, sent.senderTier);
    EXPECT_EQ(received.sender, sent.sender);
    EXPECT_EQ(received.views, sent.views);
    EXPECT_EQ(received.id, sent.id);
    EXPECT_EQ(header.GetFragment(), 2);
    EXPECT_EQ(header.GetFragments(), 3);
}

TEST(MessageHeader, RefusesWhatCannotBe)
{
    EXPECT_FALSE(MessageHeader(Message(), 0, 0).IsValid()); // no fragments
    EXPECT_FALSE(MessageHeader(Message(), 3, 3).IsValid()); // fragment behind the last
    Message message;
    message.type = static_cast<MessageType>(8);
    EXPECT_FALSE(MessageHeader(message, 0, 1).IsValid());
    message.type = MessageType::Scores;
    message.senderTier = static_cast<Tier>(3);
    EXPECT_FALSE(MessageHeader(message, 0, 1).IsValid());
}
