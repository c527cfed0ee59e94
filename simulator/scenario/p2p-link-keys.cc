// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/p2p-link-keys.h"

#include "simulator/scenario/key-types.h"

namespace simulator
{

namespace
{

void
AddKeys(KeyTable& table, const std::string& path, LinkSettings& settings)
{
    table.Add(MakeRateKey(JoinPath(path, "rate"),
                          settings.rate,
                          ns3::DataRate(1'000'000'000'000),
                          "Bit rate of the medium, each direction."));
    table.Add(MakeTimeKey(JoinPath(path, "delay"),
                          settings.delay,
                          {ns3::Seconds(0), ns3::Hours(1)},
                          "Propagation delay, one way."));
    table.Add(MakeNumberKey(JoinPath(path, "loss"),
                            settings.loss,
                            {0, 1},
                            "Probability that a frame is lost, each direction."));
    table.Add(
        MakeIntegerKey(JoinPath(path, "queue"),
                       settings.queue,
                       {1, 1'000'000},
                       "Frames that may wait for the medium, each direction; more are dropped."));
}

} // namespace

const LinkKeySet p2pLinkKeys = {
    "p2p",
    "Full-duplex point-to-point link between two nodes: rate, delay, random loss, drop-tail queue.",
    "assumed: local 10Mbps 2ms, edge 100Mbps 2ms, metro 1Gbps 5ms, backhaul 10Mbps 20ms; queues of "
    "100 frames as ns-3",
    AddKeys};

} // namespace simulator
