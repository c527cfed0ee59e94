// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_INPUT_COLLECTOR_H
#define DDNN_INPUT_COLLECTOR_H

#include "models/ddnn-message.h"
#include "models/waiting/ddnn-suspicion.h"
#include "models/waiting/ddnn-waiting-rule.h"

#include <ns3/event-id.h>
#include <ns3/object.h>
#include <ns3/traced-callback.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <queue>
#include <vector>

namespace ns3::ddnn
{

/// What was there of one sample when its collection was closed.
struct CollectedInputs
{
    SampleId id;
    std::vector<std::optional<Bytes>> inputs; //!< one per child; none: missing
    std::uint32_t views = 0;                  //!< device views among the inputs
    LatencyAccount account;                   //!< of the event that closed the collection

    /// Pointers as Partition and Classifier take them.
    std::vector<const Bytes*> GetPointers() const;
};

/// Collects the children's messages of each sample at an aggregation point, separately for every
/// site. A sample is closed when everyone believed alive has reported (Suspicion), or when its
/// WaitingRule says so: by default WaitTime after its first message.
///
/// The account of a sample closed by a message is that message's; of one closed without (its timer
/// expired, or the child it waited for became suspected) it is that of the first message plus the
/// time waited since.
class InputCollector : public Object
{
  public:
    using Closed = std::function<void(const CollectedInputs&)>;
    using CollectedCallback = void (*)(const CollectedInputs& inputs);
    using LateCallback = void (*)(const Message& message);
    using SuspicionCallback = void (*)(std::uint32_t site, std::uint16_t child);
    using MakeRule = std::unique_ptr<WaitingRule> (*)(const WaitingRule::Parameters& parameters);

    static TypeId GetTypeId();

    /// How long samples wait; without, they wait for WaitTime.
    /// \param parameters without `longest` and `children`, which the collector knows
    void SetWaitingRule(MakeRule make, const WaitingRule::Parameters& parameters);

    /// \param children who reports at each site, as `Message::sender`, in the order of the inputs
    void Configure(const std::vector<int>& children, Closed closed);
    /// Takes the message of one child (its `sender`). Messages of unknown children are ignored.
    void Add(const Message& message);
    /// The same at once for several messages of one sample that `account` led to.
    void AddAll(std::vector<Message> messages, const LatencyAccount& account);
    /// Makes what is heard of late messages and of suspicions heard at other trace sources, too,
    /// which must outlive the collector's use.
    void ForwardTraces(TracedCallback<const Message&>& late,
                       TracedCallback<std::uint32_t, std::uint16_t>& suspected,
                       TracedCallback<std::uint32_t, std::uint16_t>& rejoined);
    /// Samples of all sites that wait for inputs.
    std::size_t CountOpen() const;

  protected:
    void DoDispose() override;

  private:
    struct Collection
    {
        std::vector<std::optional<Bytes>> inputs;
        std::vector<bool> arrived;
        std::uint32_t count = 0; //!< of those that arrived
        std::uint32_t views = 0;
        std::uint32_t awaited = 0; //!< a child that may be missing
        LatencyAccount first;      //!< account of the first message
        Time opened;               //!< when it came
        Time last;                 //!< when the latest input came
        EventId timer;
    };

    struct Site
    {
        Suspicion suspicion;
        std::unique_ptr<WaitingRule> rule;
        std::map<std::uint32_t, Collection> open;
        /// The last ones, to tell late messages, and when their first message came.
        std::map<std::uint32_t, Time> closed;
        std::queue<std::uint32_t> closedInOrder; //!< the same, first closed first
    };

    Site& GetSite(std::uint32_t site);
    Site MakeSite() const;
    void TakeLate(Site& site, const Message& message);
    void Open(Collection& collection, const Message& message);
    void NoteReport(Site& site, const Message& message, std::uint32_t input);
    void NoteMisses(Site& site, SampleId id);
    bool Store(const Message& message);
    void CloseIfComplete(SampleId id, const LatencyAccount& account);
    void Expire(SampleId id);
    void CloseWaiting(SampleId id);
    void Close(SampleId id, const LatencyAccount& account);

    static constexpr std::uint32_t noInput = 0xffffffff;

    std::uint32_t m_inputs = 0;            //!< number of children
    std::vector<std::uint16_t> m_children; //!< sender, by position among the inputs
    std::vector<std::uint32_t> m_inputOf;  //!< position among the inputs, or noInput, by sender
    Closed m_closed;
    Time m_waitTime;
    MakeRule m_makeRule = nullptr; //!< null: FixedTimer
    WaitingRule::Parameters m_ruleParameters;
    std::uint32_t m_suspectAfter = 0;
    std::map<std::uint32_t, Site> m_sites;
    TracedCallback<const CollectedInputs&> m_collectedTrace;
    TracedCallback<const Message&> m_lateTrace;
    TracedCallback<std::uint32_t, std::uint16_t> m_suspectedTrace;
    TracedCallback<std::uint32_t, std::uint16_t> m_rejoinedTrace;
};

} // namespace ns3::ddnn

#endif // DDNN_INPUT_COLLECTOR_H
