// SPDX-License-Identifier: GPL-2.0-only
#include "models/failures/ddnn-node-state.h"
#include "simulator/failures/failure-kinds.h"

namespace simulator
{

namespace
{

class NodeOff : public Failure
{
  public:
    explicit NodeOff(const ns3::Ptr<ns3::Node>& node)
        : m_state(node->GetObject<ns3::ddnn::NodeState>())
    {
    }

    void Begin() override
    {
        m_state->Fail();
    }

    void End() override
    {
        m_state->Recover();
    }

  private:
    ns3::Ptr<ns3::ddnn::NodeState> m_state;
};

std::unique_ptr<Failure>
Create(const std::any& /*values*/, const FailingPart& part)
{
    return std::make_unique<NodeOff>(part.node);
}

} // namespace

const FailureKind nodeOff = {
    "off",
    "node",
    "The node is off: it captures, computes, sends, receives and forwards nothing; what waited in "
    "its queues is lost.",
    MakeNoSettings,
    AddNoKeys,
    AcceptAll,
    Create};

} // namespace simulator
