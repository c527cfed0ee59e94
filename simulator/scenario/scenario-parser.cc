// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/scenario-parser.h"

#include "simulator/scenario/attribute-keys.h"
#include "simulator/scenario/background-keys.h"
#include "simulator/scenario/battery-keys.h"
#include "simulator/scenario/failure-keys.h"
#include "simulator/scenario/key-reader.h"
#include "simulator/scenario/profile-keys.h"
#include "simulator/scenario/scenario-keys.h"
#include "simulator/scenario/standby-keys.h"
#include "simulator/scenario/sweep-reader.h"

namespace simulator
{

ScenarioFile
ReadScenarioFile(const std::string& path)
{
    ScenarioFile file;
    file.yaml = ReadYamlFile(path);
    file.sweep = TakeSweep(file.yaml);
    return file;
}

Scenario
ResolveScenario(const ScenarioFile& file, const Settings& settings)
{
    const YamlFile& yaml = file.yaml;
    Scenario scenario = MakeDefaultScenario();
    scenario.file = yaml.source.name;
    scenario.name = GetStem(yaml.source.name);
    DeclareProfiles(yaml, settings, scenario);
    DeclareBatteries(yaml, settings, scenario);
    DeclareStandbys(yaml, settings, scenario);
    DeclareAttributes(yaml, settings, scenario);
    scenario.background.resize(CountRecords(yaml, backgroundList));
    scenario.failures.resize(CountRecords(yaml, failureList));
    ReadSelection(MakeSelectionKeys(scenario), yaml, settings);
    ApplySelection(scenario);
    const KeyTable table = MakeScenarioKeys(scenario);
    KeyReader reader(table);
    reader.ReadFile(yaml);
    for (const Setting& setting : settings)
    {
        reader.ReadSetting(setting);
    }
    reader.CheckRequired(yaml);
    ResolveProfiles(scenario);
    scenario.places = reader.GetPlaces();
    return scenario;
}

Scenario
ParseScenario(const std::string& path, const std::vector<std::string>& settings)
{
    return ResolveScenario(ReadScenarioFile(path), ParseSettings(settings));
}

std::string
FormatScenario(const Scenario& scenario)
{
    Scenario copy = scenario; // a table is bound to variables
    return MakeScenarioKeys(copy).Format();
}

} // namespace simulator
