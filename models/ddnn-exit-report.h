// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_EXIT_REPORT_H
#define DDNN_EXIT_REPORT_H

#include "models/ddnn-message.h"

namespace ns3::ddnn
{

/// What an exit found out about one sample.
struct ExitReport
{
    SampleId id;
    Tier tier = Tier::Device; //!< of the exit; Device is the local exit
    int prediction = -1;
    double entropy = 0;      //!< normalized, in [0, 1]
    bool answers = false;    //!< the sample exits here
    std::uint32_t views = 0; //!< device views that took part
    LatencyAccount account;  //!< sums to the time since the capture
};

} // namespace ns3::ddnn

#endif // DDNN_EXIT_REPORT_H
