// SPDX-License-Identifier: GPL-2.0-only
#include "models/energy/ddnn-radio-energy-model.h"

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(RadioEnergyModel);

TypeId
RadioEnergyModel::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::ddnn::RadioEnergyModel").SetParent<Object>().SetGroupName("Ddnn");
    return tid;
}

void
RadioEnergyModel::Install(Ptr<NetDevice> device)
{
    device->AggregateObject(this);
    DoInstall(device, device->GetNode()->GetObject<NodeEnergy>());
}

} // namespace ns3::ddnn
