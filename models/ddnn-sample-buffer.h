// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_SAMPLE_BUFFER_H
#define DDNN_SAMPLE_BUFFER_H

#include "models/ddnn-message.h"

#include <functional>
#include <map>
#include <vector>

namespace ns3::ddnn
{

/// Bounded store of messages that wait for a word about their sample. When a site has more than
/// `samples` samples in it, its oldest goes; nothing older than `lifetime` is given out.
class SampleBuffer
{
  public:
    void SetLimits(std::uint32_t samples, Time lifetime);
    /// Called for every sample that goes because there are too many or it is too old.
    void SetExpired(std::function<void(SampleId)> expired);
    void Add(Message message);
    /// Removes and returns what is kept of a sample; empty if nothing is.
    std::vector<Message> Take(SampleId id);

  private:
    struct Entry
    {
        Time added;
        std::vector<Message> messages;
    };

    using Site = std::map<std::uint32_t, Entry>; //!< by sample, which is by age

    void RemoveOld(std::uint32_t number, Site& site);

    std::uint32_t m_samples = 64;
    Time m_lifetime = Seconds(10);
    std::map<std::uint32_t, Site> m_sites;
    std::function<void(SampleId)> m_expired;
};

} // namespace ns3::ddnn

#endif // DDNN_SAMPLE_BUFFER_H
