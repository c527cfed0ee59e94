// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/scenario-parser.h"

#include "simulator/scenario/background-keys.h"
#include "simulator/scenario/battery-keys.h"
#include "simulator/scenario/failure-keys.h"
#include "simulator/scenario/key-reader.h"
#include "simulator/scenario/profile-keys.h"
#include "simulator/scenario/scenario-keys.h"
#include "simulator/scenario/yaml-file.h"

namespace simulator
{

Scenario
ParseScenario(const std::string& path, const std::vector<std::string>& settings)
{
    const YamlFile file = ReadYamlFile(path);
    Scenario scenario = MakeDefaultScenario();
    scenario.file = path;
    scenario.name = GetStem(path);
    DeclareProfiles(file, settings, scenario);
    DeclareBatteries(file, settings, scenario);
    scenario.background.resize(CountRecords(file, backgroundList));
    scenario.failures.resize(CountRecords(file, failureList));
    ReadSelection(MakeSelectionKeys(scenario), file, settings);
    ApplySelection(scenario);
    const KeyTable table = MakeScenarioKeys(scenario);
    KeyReader reader(table);
    reader.ReadFile(file);
    for (const std::string& setting : settings)
    {
        reader.ReadSetting(setting);
    }
    reader.CheckRequired(file);
    ResolveProfiles(scenario);
    scenario.places = reader.GetPlaces();
    return scenario;
}

std::string
FormatScenario(const Scenario& scenario)
{
    Scenario copy = scenario; // a table is bound to variables
    return MakeScenarioKeys(copy).Format();
}

} // namespace simulator
