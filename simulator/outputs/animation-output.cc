// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/outputs/animation-output.h"

#include "simulator/outputs/frame-flights.h"
#include "simulator/outputs/output-file.h"

#include <ns3/simulator.h>

#include <iomanip>
#include <map>

namespace simulator
{

namespace
{

/// What a tier looks like: where, in units of the picture, from its upper edge; and its colour.
struct TierLook
{
    double height;
    const char* colour;
};

const TierLook&
GetLook(const std::string& tier)
{
    static const std::map<std::string, TierLook> looks = {
        {"cloud", {0, R"(r="31" g="119" b="180")"}},
        {"edge", {30, R"(r="44" g="160" b="44")"}},
        {"gateway", {60, R"(r="255" g="127" b="14")"}},
        {"device", {90, R"(r="127" g="127" b="127")"}},
    };
    return looks.at(tier);
}

class AnimationOutput : public Output
{
  public:
    AnimationOutput(const Deployment& deployment, const std::string& prefix)
        : m_file(prefix + "animation.xml"), m_out(m_file.GetStream())
    {
        m_out << std::fixed << std::setprecision(9)
              << "<anim ver=\"netanim-3.108\" filetype=\"animation\" >\n";
        WriteNodes(deployment.nodes);
        for (const DeployedLink& link : deployment.links)
        {
            ListenTo(link.medium);
        }
    }

    void Finish() override
    {
        m_out << "</anim>\n";
        m_file.Close();
    }

  private:
    /// The nodes of a tier stand in a row as wide as that of the devices.
    void WriteNodes(const std::vector<DeployedNode>& nodes)
    {
        std::map<std::string, std::size_t> counts;
        for (const DeployedNode& node : nodes)
        {
            ++counts[node.tier];
        }
        constexpr double distance = 20;
        const double width = distance * static_cast<double>(counts["device"]);
        std::map<std::string, std::size_t> placed;
        for (const DeployedNode& node : nodes)
        {
            const auto place = static_cast<double>(placed[node.tier]++) + 0.5;
            WriteNode(node, width * place / static_cast<double>(counts[node.tier]));
        }
    }

    void WriteNode(const DeployedNode& node, double x)
    {
        const std::uint32_t id = node.node->GetId();
        const TierLook& look = GetLook(node.tier);
        m_out << "<node id=\"" << id << "\" sysId=\"0\" locX=\"" << x << "\" locY=\"" << look.height
              << "\" />\n"
              << "<nu p=\"d\" t=\"0\" id=\"" << id << "\" descr=\"" << node.name << "\" />\n"
              << "<nu p=\"c\" t=\"0\" id=\"" << id << "\" " << look.colour << " />\n"
              << "<nu p=\"s\" t=\"0\" id=\"" << id << "\" w=\"4\" h=\"4\" />\n";
    }

    void ListenTo(const Medium& medium)
    {
        ListenTo(medium, medium.upper);
        for (const ns3::Ptr<ns3::NetDevice>& lower : medium.lower)
        {
            ListenTo(medium, lower);
            m_out << "<link fromId=\"" << medium.upper->GetNode()->GetId() << "\" toId=\""
                  << lower->GetNode()->GetId() << R"(" fd="" td="" ld="" />)" << '\n';
        }
    }

    void ListenTo(const Medium& medium, const ns3::Ptr<ns3::NetDevice>& device)
    {
        m_flights.Add(medium, device);
        const auto receive = [this](const ns3::Ptr<ns3::NetDevice>& at,
                                    const ns3::Ptr<const ns3::Packet>& packet,
                                    std::uint16_t,
                                    const ns3::Address& from,
                                    const ns3::Address&,
                                    ns3::NetDevice::PacketType) {
            if (const auto flight = m_flights.Find(at, from, *packet))
            {
                WriteArrival(*flight, at->GetNode()->GetId());
            }
        };
        device->GetNode()->RegisterProtocolHandler(
            ns3::Node::ProtocolHandler(receive), 0, device); // of all protocols
    }

    void WriteArrival(const FrameFlights::Flight& flight, std::uint32_t receiver)
    {
        const ns3::Time now = ns3::Simulator::Now();
        m_out << "<p fId=\"" << flight.sender << "\" fbTx=\"" << flight.start.GetSeconds()
              << "\" lbTx=\"" << (flight.start + flight.airTime).GetSeconds() << "\" tId=\""
              << receiver << "\" fbRx=\"" << (now - flight.airTime).GetSeconds() << "\" lbRx=\""
              << now.GetSeconds() << "\" />\n";
    }

    OutputFile m_file;
    std::ostream& m_out;
    FrameFlights m_flights;
};

} // namespace

const OutputType animationOutput = {
    "animation",
    "The way of every frame from node to node: for NetAnim (xml).",
    [](const TransportType& /*transport*/) { return std::optional<std::string>(); },
    [](const Deployment& deployment, const std::string& prefix) -> std::unique_ptr<Output> {
        return std::make_unique<AnimationOutput>(deployment, prefix);
    }};

} // namespace simulator
