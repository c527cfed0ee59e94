// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_SWITCHED_RUN_H
#define TESTS_SWITCHED_RUN_H

#include "analysis/records.h"
#include "nn/data/multi-view-data-set.h"
#include "nn/network/network-inference.h"
#include "simulator/scenario/scenario.h"

#include <ns3/nstime.h>

#include <string>
#include <vector>

/// A node goes off or on during a run.
struct Switch
{
    enum class To
    {
        Off,
        On
    };

    std::string node; //!< as in nodes.csv
    ns3::Time at;
    To to = To::Off;
};

/// simulator::Simulate with nodes that go off and on; transports that need no warm-up. Fails the
/// test if an application still has a sample in hand when the run is over.
analysis::RunRecord SimulateSwitched(const simulator::Scenario& scenario,
                                     const nn::NetworkInference& network,
                                     const nn::MultiViewDataSet& dataset,
                                     const std::vector<Switch>& switches);

#endif // TESTS_SWITCHED_RUN_H
