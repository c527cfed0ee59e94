// SPDX-License-Identifier: GPL-2.0-only
#include "models/links/ddnn-gilbert-elliott-error-model.h"

#include <ns3/double.h>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(GilbertElliottErrorModel);

TypeId
GilbertElliottErrorModel::GetTypeId()
{
    const auto share = MakeDoubleChecker<double>(0, 1);
    static TypeId tid =
        TypeId("ns3::ddnn::GilbertElliottErrorModel")
            .SetParent<ErrorModel>()
            .SetGroupName("Ddnn")
            .AddConstructor<GilbertElliottErrorModel>()
            .AddAttribute("Loss",
                          "Probability that a frame is lost outside of bursts.",
                          DoubleValue(0),
                          MakeDoubleAccessor(&GilbertElliottErrorModel::m_loss),
                          share)
            .AddAttribute(
                "BurstStart",
                "Probability, for each frame outside of a burst, that the next is in one.",
                DoubleValue(0),
                MakeDoubleAccessor(&GilbertElliottErrorModel::m_burstStart),
                share)
            .AddAttribute("BurstEnd",
                          "Probability, for each frame in a burst, that the next is in none.",
                          DoubleValue(1),
                          MakeDoubleAccessor(&GilbertElliottErrorModel::m_burstEnd),
                          share)
            .AddAttribute("BurstLoss",
                          "Probability that a frame is lost in a burst.",
                          DoubleValue(1),
                          MakeDoubleAccessor(&GilbertElliottErrorModel::m_burstLoss),
                          share);
    return tid;
}

GilbertElliottErrorModel::GilbertElliottErrorModel()
    : m_random(CreateObject<UniformRandomVariable>())
{
}

std::int64_t
GilbertElliottErrorModel::AssignStreams(std::int64_t stream)
{
    m_random->SetStream(stream);
    return 1;
}

bool
GilbertElliottErrorModel::DoCorrupt(Ptr<Packet> /*packet*/)
{
    if (m_burstStart > 0)
    {
        Step();
    }
    return m_random->GetValue() < (m_bad ? m_burstLoss : m_loss);
}

void
GilbertElliottErrorModel::Step()
{
    const double draw = m_random->GetValue();
    if (!m_begun)
    {
        m_begun = true;
        m_bad = draw < m_burstStart / (m_burstStart + m_burstEnd);
    }
    else if (m_bad)
    {
        m_bad = draw >= m_burstEnd;
    }
    else
    {
        m_bad = draw < m_burstStart;
    }
}

void
GilbertElliottErrorModel::DoReset()
{
    m_begun = false;
    m_bad = false;
}

} // namespace ns3::ddnn
