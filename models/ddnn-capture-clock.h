// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_CAPTURE_CLOCK_H
#define DDNN_CAPTURE_CLOCK_H

#include "models/ddnn-message.h"

#include <ns3/object.h>
#include <ns3/random-variable-stream.h>
#include <ns3/traced-callback.h>

namespace ns3::ddnn
{

/// Arrival of samples at one site: the moment at which all its cameras take their picture.
class CaptureClock : public Object
{
  public:
    using CaptureCallback = void (*)(SampleId id);

    static TypeId GetTypeId();

    void SetSite(std::uint32_t site);
    /// Schedules the first capture.
    /// \param first when; not before now
    void Start(Time first);
    /// Fixes the random streams; returns how many there are.
    std::int64_t AssignStreams(std::int64_t first);

  protected:
    void DoDispose() override;

  private:
    void Capture();

    std::uint32_t m_site = 0;
    std::uint32_t m_next = 0; //!< number of the next sample
    std::uint32_t m_samples = 0;
    Ptr<RandomVariableStream> m_interval;
    TracedCallback<SampleId> m_captureTrace;
};

} // namespace ns3::ddnn

#endif // DDNN_CAPTURE_CLOCK_H
