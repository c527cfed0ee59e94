// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/panels/repeat-panel.h"

#include "analysis/report/template.h"

#include <algorithm>

namespace analysis
{

namespace
{

using nlohmann::json;

const char* const panelTemplate =
    R"({{#command}}<h3>Command</h3><pre tabindex="0">{{command}}</pre>{{/command}}
<h3>Versions</h3>
<div class="scroll" tabindex="0" role="group" aria-label="Versions"><table><tbody>{{#versions}}<tr><th scope="row">{{name}}</th><td class="text">{{value}}</td></tr>{{/versions}}</tbody></table></div>
<p class="note">The same scenario, seed and version give the same csv files, byte by byte, on every machine of this kind.</p>
<h3>Runs</h3>
<details{{#few}} open{{/few}}><summary>{{count}} with their seeds</summary><div class="scroll" tabindex="0" role="group" aria-label="Runs"><table><thead><tr><th scope="col">run</th><th scope="col" class="text">scenario</th><th scope="col">seed</th><th scope="col">replication</th></tr></thead>
<tbody>{{#runs}}<tr><td>{{run}}</td><td class="text">{{scenario}}</td><td>{{seed}}</td><td>{{replication}}</td></tr>{{/runs}}</tbody></table></div>{{#restOfRuns}}<p class="note">{{restOfRuns}}</p>{{/restOfRuns}}</details>
{{#hasSources}}<h3>Where the figures come from</h3>
<div class="scroll" tabindex="0" role="group" aria-label="Where the figures come from"><table><thead><tr><th scope="col">figure of</th><th scope="col" class="text">used by</th><th scope="col" class="text">source</th></tr></thead>
<tbody>{{#sources}}<tr><td>{{name}}</td><td class="text">{{users}}</td><td class="text long">{{source}}</td></tr>{{/sources}}</tbody></table></div>{{/hasSources}}
<h3>Scenarios, with all defaults</h3>
{{#scenarios}}<details><summary>{{name}}: {{file}}</summary><p class="note">hash {{hash}}, network {{network_hash}}, test split {{test_split_hash}}</p><pre class="scenario" tabindex="0">{{resolved}}</pre></details>
{{/scenarios}}{{#restOfScenarios}}<p class="note">{{restOfScenarios}}</p>{{/restOfScenarios}})";

constexpr std::size_t greatestRuns = 500;

json
DescribeVersions(const json& manifest)
{
    const json host = manifest.value("host", json::object());
    json versions = json::array();
    const auto add = [&versions](const char* name, const json& source, const char* key) {
        const auto found = source.find(key);
        if (found != source.end())
        {
            versions.push_back(
                {{"name", name},
                 {"value", found->is_string() ? found->get<std::string>() : found->dump()}});
        }
    };
    add("ddnnsim", manifest, "ddnnsim");
    add("ns-3", manifest, "ns3");
    add("compiler", host, "compiler");
    add("build", host, "build_type");
    add("system", host, "system");
    add("machine", host, "machine");
    add("inference kernel", host, "kernel");
    add("written", manifest, "written");
    return versions;
}

json
DescribeRuns(const CsvTable& table)
{
    json runs = json::array();
    for (std::size_t row = 0; row < std::min(table.GetRowCount(), greatestRuns); ++row)
    {
        json run;
        for (const char* column : {"run", "scenario", "seed", "replication"})
        {
            run[column] = table.GetText(row, column);
        }
        runs.push_back(run);
    }
    return runs;
}

/// The sources that the scenarios of the manifest name, each once, with all who use them.
json
DescribeSources(const json& scenarios)
{
    json sources = json::array();
    for (const json& scenario : scenarios)
    {
        for (const json& source : scenario.value("sources", json::array()))
        {
            auto place = std::find_if(sources.begin(), sources.end(), [&source](const json& other) {
                return other["name"] == source["name"] && other["source"] == source["source"];
            });
            if (place == sources.end())
            {
                sources.push_back({{"name", source["name"]},
                                   {"source", source["source"]},
                                   {"users", source["user"]}});
                continue;
            }
            const auto user = source["user"].get<std::string>();
            auto& users = (*place)["users"].get_ref<std::string&>();
            if ((", " + users + ",").find(", " + user + ",") == std::string::npos)
            {
                users += ", " + user;
            }
        }
    }
    return sources;
}

json
KeepFirst(const json& list, std::size_t most)
{
    json kept = json::array();
    for (const json& item : list)
    {
        if (kept.size() < most)
        {
            kept.push_back(item);
        }
    }
    return kept;
}

/// What a list leaves out, if anything.
std::string
DescribeRest(std::size_t all, std::size_t shown, const char* file)
{
    return all == shown ? ""
                        : "The first " + std::to_string(shown) + " of " + std::to_string(all) +
                              "; all are in " + file + ".";
}

std::string
Render(const Study& study)
{
    constexpr std::size_t few = 12;
    const json& manifest = study.results.manifest;
    const json all = manifest.value("scenarios", json::array());
    const json scenarios = KeepFirst(all, study.CountShown());
    const json sources = DescribeSources(all);
    const std::size_t runs = study.results.runs->GetRowCount();
    return RenderTemplate(
        panelTemplate,
        {{"command", manifest.value("command", "")},
         {"versions", DescribeVersions(manifest)},
         {"count", std::to_string(runs) + (runs == 1 ? " run" : " runs")},
         {"few", runs <= few},
         {"runs", DescribeRuns(*study.results.runs)},
         {"hasSources", !sources.empty()},
         {"sources", sources},
         {"scenarios", scenarios},
         {"restOfRuns", DescribeRest(runs, std::min(runs, greatestRuns), "runs.csv")},
         {"restOfScenarios", DescribeRest(all.size(), scenarios.size(), "manifest.json")}});
}

} // namespace

const Panel repeatPanel = {"repeat", "Repeat", Render};

} // namespace analysis
