// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_GILBERT_ELLIOTT_ERROR_MODEL_H
#define DDNN_GILBERT_ELLIOTT_ERROR_MODEL_H

#include <ns3/error-model.h>
#include <ns3/random-variable-stream.h>

#include <cstdint>

namespace ns3::ddnn
{

/// Loses frames alone and in bursts: the Gilbert-Elliott channel, one step for every frame.
///
/// The channel is good or bad. Each frame finds it in one of both states and is lost with the
/// probability `Loss` or `BurstLoss`; from one frame to the next a good channel becomes bad with
/// the probability p (`BurstStart`), a bad one good with r (`BurstEnd`). Hence
///
///     share of frames in the bad state    p / (p + r)
///     loss in the long run                (r Loss + p BurstLoss) / (p + r)
///     mean length of a burst              1 / r frames
///
/// The first frame finds the channel bad with the probability p / (p + r), as any later one does.
/// With p = 0, the default, frames are lost independently of each other. The states are drawn the
/// same whatever the two losses are, so that variants of a scenario meet the same bursts.
/// Source: Gilbert, "Capacity of a burst-noise channel", 1960 (Loss = 0); Elliott, "Estimates of
/// error rates for codes on burst-noise channels", 1963.
/// Leaves out: time. A channel on which nothing is sent stays in its state.
class GilbertElliottErrorModel : public ErrorModel
{
  public:
    static TypeId GetTypeId();

    GilbertElliottErrorModel();

    /// \return number of streams used
    std::int64_t AssignStreams(std::int64_t stream);

  private:
    bool DoCorrupt(Ptr<Packet> packet) override;
    void DoReset() override;
    void Step();

    Ptr<UniformRandomVariable> m_random; //!< 0 to 1
    double m_loss = 0;
    double m_burstStart = 0;
    double m_burstEnd = 1;
    double m_burstLoss = 1;
    bool m_begun = false; //!< a frame was there
    bool m_bad = false;
};

} // namespace ns3::ddnn

#endif // DDNN_GILBERT_ELLIOTT_ERROR_MODEL_H
