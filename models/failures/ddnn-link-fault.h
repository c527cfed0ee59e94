// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_LINK_FAULT_H
#define DDNN_LINK_FAULT_H

#include <ns3/error-model.h>
#include <ns3/random-variable-stream.h>

#include <cstdint>
#include <string>

namespace ns3::ddnn
{

/// Makes a receiver lose frames while its link fails: all, or each with a probability of its own,
/// independently. What counts is the moment when a frame arrives.
///
/// The receiver's own error model goes on drawing for every frame, so that a failure changes no
/// draw of it.
class LinkFault : public ErrorModel
{
  public:
    static TypeId GetTypeId();

    LinkFault();

    /// Puts itself before the error model that a receiver has at this moment.
    /// \param receiver device or physical layer
    /// \param attribute of it that holds its error model
    void Install(Ptr<Object> receiver, const std::string& attribute);
    /// \param loss probability; 0: the link is well, 1: it is down
    void SetLoss(double loss);
    bool IsDown() const;
    /// Fixes the random streams; returns how many there are.
    std::int64_t AssignStreams(std::int64_t first);

  protected:
    void DoDispose() override;

  private:
    bool DoCorrupt(Ptr<Packet> frame) override;
    void DoReset() override;

    Ptr<ErrorModel> m_own; //!< of the receiver; may be null
    Ptr<UniformRandomVariable> m_random;
    double m_loss = 0;
};

} // namespace ns3::ddnn

#endif // DDNN_LINK_FAULT_H
