// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/outputs/flow-monitor-output.h"

#include "simulator/outputs/output-file.h"

#include <ns3/flow-monitor.h>
#include <ns3/ipv4-flow-classifier.h>
#include <ns3/ipv4-flow-probe.h>
#include <ns3/ipv4-l3-protocol.h>

#include <iomanip>

namespace simulator
{

namespace
{

/// Does not look for lost packets every second: the simulation would never end.
class QuietFlowMonitor : public ns3::FlowMonitor
{
  protected:
    void NotifyConstructionCompleted() override
    {
        Object::NotifyConstructionCompleted(); // NOLINT(bugprone-parent-virtual-call): meant
    }
};

class FlowMonitorOutput : public Output
{
  public:
    FlowMonitorOutput(const Deployment& deployment, const std::string& prefix)
        : m_file(prefix + "flow-monitor.xml"), m_monitor(ns3::CreateObject<QuietFlowMonitor>())
    {
        const auto classifier = ns3::Create<ns3::Ipv4FlowClassifier>();
        m_monitor->AddFlowClassifier(classifier);
        for (const DeployedNode& node : deployment.nodes)
        {
            if (node.node->GetObject<ns3::Ipv4L3Protocol>())
            {
                // The monitor keeps it.
                ns3::Create<ns3::Ipv4FlowProbe>(m_monitor, classifier, node.node);
            }
        }
        m_monitor->StartRightNow();
    }

    void Finish() override
    {
        m_monitor->CheckForLostPackets(ns3::Time(0));
        m_file.GetStream() << "<?xml version=\"1.0\" ?>\n"
                           << std::setprecision(15); // times to the nanosecond
        m_monitor->SerializeToXmlStream(m_file.GetStream(), 0, true, true);
        m_file.Close();
    }

    std::uint64_t CountEvents() const override
    {
        return 1; // an attribute of ns3::FlowMonitor starts it once more, at 0 s
    }

  private:
    OutputFile m_file;
    ns3::Ptr<ns3::FlowMonitor> m_monitor;
};

std::optional<std::string>
Check(const TransportType& transport)
{
    if (transport.layer.packets != NetworkLayer::Packets::BareFrames)
    {
        return std::nullopt;
    }
    return std::string("transport ") + transport.name +
           " sends no IP packets that could be followed, expected false, or transport udp or tcp";
}

} // namespace

const OutputType flowMonitorOutput = {
    "flow_monitor",
    "Delay, jitter and loss of every IP flow, as ns-3's FlowMonitor writes them (xml).",
    Check,
    [](const Deployment& deployment, const std::string& prefix) -> std::unique_ptr<Output> {
        return std::make_unique<FlowMonitorOutput>(deployment, prefix);
    }};

} // namespace simulator
