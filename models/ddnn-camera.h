// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_CAMERA_H
#define DDNN_CAMERA_H

#include "models/ddnn-message.h"

#include <ns3/object.h>
#include <ns3/traced-callback.h>

#include <cstdint>
#include <functional>
#include <map>

namespace ns3::ddnn
{

class DeviceApplication;

/// Takes a picture when the site's clock says so and hands it to its device, at no cost in time. It
/// is a part of the device: while that is off, it takes none.
class Camera : public Object
{
  public:
    /// Writes the pixels of one sample, (C, H, W), one byte each.
    using ViewSource = std::function<void(std::uint32_t sample, Bytes& view)>;
    using Fault = std::function<void(Bytes& view)>;
    using ViewCallback = void (*)(SampleId id, const Bytes& view);

    static TypeId GetTypeId();

    void Connect(ViewSource source, Ptr<DeviceApplication> device);
    void Capture(SampleId id);

    /// Changes every picture before anybody sees it, behind the faults that are there already.
    /// \return for RemoveFault
    std::uint32_t AddFault(Fault fault);
    void RemoveFault(std::uint32_t fault);
    /// The latest picture, as it was seen; empty: there was none.
    const Bytes& GetView() const;

  protected:
    void DoDispose() override;

  private:
    ViewSource m_source;
    Bytes m_view;                            //!< the latest
    std::map<std::uint32_t, Fault> m_faults; //!< in the order in which they were added
    std::uint32_t m_nextFault = 0;
    Ptr<DeviceApplication> m_device;
    TracedCallback<SampleId, const Bytes&> m_viewTrace;
};

} // namespace ns3::ddnn

#endif // DDNN_CAMERA_H
