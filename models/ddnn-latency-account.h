// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_LATENCY_ACCOUNT_H
#define DDNN_LATENCY_ACCOUNT_H

#include <ns3/nstime.h>

namespace ns3::ddnn
{

/// Where the time since the capture of a sample went, along the chain of events that led here. The
/// four parts sum to the time since the capture exactly: every stage adds what it took.
struct LatencyAccount
{
    Time compute; //!< service times of processors
    Time queue;   //!< waiting for a processor
    Time network; //!< from send to last byte received
    Time wait;    //!< waiting for inputs that did not come, until a timer expired

    Time GetTotal() const;
};

} // namespace ns3::ddnn

#endif // DDNN_LATENCY_ACCOUNT_H
