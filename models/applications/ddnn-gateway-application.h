// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_GATEWAY_APPLICATION_H
#define DDNN_GATEWAY_APPLICATION_H

#include "models/ddnn-exit-report.h"

#include <ns3/application.h>
#include <ns3/event-id.h>
#include <ns3/traced-callback.h>

#include <map>
#include <set>

namespace ns3::ddnn
{

/// Where a site's answers are wanted.
///
/// With a Deadline it falls back: of a sample that exits have escalated it keeps the verdict of the
/// highest exit that sends its own (ExitApplication, TellsGateway), and if no answer has come by
/// the deadline, counted from the capture, that is the answer. A verdict that comes behind the
/// deadline is the answer at once. What comes after an answer is late, and changes nothing.
class GatewayApplication : public Application
{
  public:
    using AnsweredCallback = void (*)(SampleId id, int prediction);
    using FellBackCallback = void (*)(const ExitReport& report);

    static TypeId GetTypeId();

    /// Samples whose deadline is awaited.
    std::size_t CountOpen() const;

  protected:
    void StartApplication() override;
    void DoDispose() override;

  private:
    /// The best verdict so far.
    struct Kept
    {
        Message verdict;
        Time arrived;
        EventId timer;
    };

    void Receive(const Message& message);
    void TakeAnswer(const Message& message);
    void TakeVerdict(const Message& message);
    void FallBack(SampleId id);
    void Remember(SampleId id);

    Time m_deadline; //!< zero: none
    std::map<SampleId, Kept> m_kept;
    std::set<SampleId> m_answered; //!< the last ones, to tell what is late
    TracedCallback<SampleId, int> m_answeredTrace;
    TracedCallback<const ExitReport&> m_fellBackTrace;
    TracedCallback<const Message&> m_lateTrace;
};

} // namespace ns3::ddnn

#endif // DDNN_GATEWAY_APPLICATION_H
