// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/outputs/pcap-output.h"

#include "simulator/outputs/output-file.h"

#include <ns3/pcap-file.h>
#include <ns3/simulator.h>

#include <algorithm>
#include <cstdlib>

namespace simulator
{

namespace
{

/// The formats of captures begin with the frame itself.
ns3::Ptr<const ns3::Packet>
SkipDelimiter(const Frame& frame)
{
    return frame.packet->CreateFragment(frame.delimiter, frame.packet->GetSize() - frame.delimiter);
}

/// The file of one link.
class LinkCapture : public FrameSink
{
  public:
    LinkCapture(const std::string& path, const CaptureFormat& format)
        : m_path(path), m_prefix(format.prefix)
    {
        m_file.Open(path, std::ios::out | std::ios::binary);
        m_file.Init(format.linkType,
                    ns3::PcapFile::SNAPLEN_DEFAULT,
                    ns3::PcapFile::ZONE_DEFAULT,
                    false,
                    true);
        Check();
    }

    void Send(const Frame& frame) override
    {
        const ns3::Ptr<const ns3::Packet> packet = SkipDelimiter(frame);
        const std::uint32_t size = packet->GetSize();
        m_bytes.assign(m_prefix.begin(), m_prefix.end());
        m_bytes.resize(m_prefix.size() + size);
        packet->CopyData(m_bytes.data() + m_prefix.size(), size);
        const auto [seconds, nanoseconds] =
            std::lldiv(ns3::Simulator::Now().GetNanoSeconds(), 1'000'000'000);
        m_file.Write(static_cast<std::uint32_t>(seconds),
                     static_cast<std::uint32_t>(nanoseconds),
                     m_bytes.data(),
                     static_cast<std::uint32_t>(m_bytes.size()));
    }

    void Drop() override {}

    void Close()
    {
        m_file.Close();
        Check();
    }

  private:
    void Check() const
    {
        if (m_file.Fail())
        {
            RefuseFile(m_path);
        }
    }

    std::string m_path;
    std::vector<std::uint8_t> m_prefix;
    std::vector<std::uint8_t> m_bytes; //!< of the latest frame
    ns3::PcapFile m_file;
};

class PcapOutput : public Output
{
  public:
    PcapOutput(const Deployment& deployment, const std::string& prefix)
    {
        for (const DeployedLink& link : deployment.links)
        {
            std::string name = link.name;
            std::replace(name.begin(), name.end(), '/', '-');
            const Medium& medium = link.medium;
            m_captures.push_back(
                std::make_unique<LinkCapture>(prefix + name + ".pcap", medium.capture));
            LinkCapture& capture = *m_captures.back();
            medium.listen(medium.upper, capture, capture);
            for (const ns3::Ptr<ns3::NetDevice>& lower : medium.lower)
            {
                medium.listen(lower, capture, capture);
            }
        }
    }

    void Finish() override
    {
        for (const auto& capture : m_captures)
        {
            capture->Close();
        }
    }

  private:
    std::vector<std::unique_ptr<LinkCapture>> m_captures;
};

} // namespace

const OutputType pcapOutput = {
    "pcap",
    "Every frame on every link, in one pcap file a link: for tcpdump and Wireshark.",
    [](const TransportType& /*transport*/) { return std::optional<std::string>(); },
    [](const Deployment& deployment, const std::string& prefix) -> std::unique_ptr<Output> {
        return std::make_unique<PcapOutput>(deployment, prefix);
    }};

} // namespace simulator
