// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_DEVICE_APPLICATION_H
#define DDNN_DEVICE_APPLICATION_H

#include "models/applications/ddnn-tier-application.h"

namespace ns3::ddnn
{

/// An end device: runs the device section on what its camera sees.
class DeviceApplication : public TierApplication
{
  public:
    static TypeId GetTypeId();

    /// The camera's picture of one sample, (C, H, W), one byte per pixel. The sample's account
    /// begins here.
    void See(SampleId id, const Bytes& view);
};

} // namespace ns3::ddnn

#endif // DDNN_DEVICE_APPLICATION_H
