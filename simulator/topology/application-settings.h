// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_APPLICATION_SETTINGS_H
#define SIMULATOR_APPLICATION_SETTINGS_H

#include "models/applications/ddnn-tier-application.h"
#include "models/ddnn-input-collector.h"
#include "simulator/scenario/scenario.h"

namespace simulator
{

/// A collector with the waiting rule of the scenario.
ns3::Ptr<ns3::ddnn::InputCollector> MakeCollector(const Scenario& scenario,
                                                  const WaitSettings& wait);

/// Sets what all section and device applications take from the scenario.
void ConfigureTier(const ns3::Ptr<ns3::ddnn::TierApplication>& application,
                   const Scenario& scenario,
                   const ns3::ddnn::TierApplication::Identity& identity);

} // namespace simulator

#endif // SIMULATOR_APPLICATION_SETTINGS_H
