// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/key-page.h"

#include "simulator/scenario/network-keys.h"
#include "simulator/scenario/scenario-keys.h"

namespace simulator
{

namespace
{

std::string
FormatDefault(const Key& key)
{
    return key.defaultText ? *key.defaultText : "(required)";
}

/// Markdown would take "<name>" for HTML.
std::string
EscapeTags(std::string text)
{
    for (std::size_t place = text.find('<'); place != std::string::npos;
         place = text.find('<', place + 2))
    {
        text.insert(place, "\\");
    }
    return text;
}

} // namespace

std::string
FormatMarkdown(const KeyTable& table)
{
    std::string text = "| key | type | range | default | meaning |\n|---|---|---|---|---|\n";
    for (const Key& key : table.GetKeys())
    {
        text += "| `" + key.path + "` | " + key.type.name + " | " + EscapeTags(key.range) + " | " +
                FormatDefault(key) + " | " + key.help + " |\n";
    }
    return text;
}

std::string
FormatReferencePage()
{
    Scenario scenario = MakeDefaultScenario();
    NetworkPlan plan = MakeDefaultNetworkPlan();
    return "<!-- Written by `ddnnsim list keys --markdown`; do not edit. -->\n"
           "# Keys of scenario and network files\n\n"
           "Files are YAML. A key `a.b` stands in the map `a`. Values with a unit are a number and "
           "the unit without a\nspace between them, in ns-3's spelling: times in `ns`, `us`, `ms`, "
           "`s`, `min`, `h`; data rates in `bps`,\n`kbps`, `Mbps`, `Gbps` (also `b/s`, bytes as "
           "`kBps` and `kB/s`, powers of 1024 as `Kib/s` and `KiB/s`);\npowers in `uW`, `mW`, `W`, "
           "`kW`; energies in `mJ`, `J`, `kJ`, `MJ`, `mWh`, `Wh`, `kWh`. Unknown and duplicate "
           "keys\nare errors. Relative paths start at the folder of the file. `<name>` is a name "
           "of "
           "your own.\n\n"
           "## Scenario\n\n"
           "Every key can be set on the command line: `--set links.backhaul.rate=1Mbps`. Relative "
           "paths then start at\nthe current folder. Which keys a link has depends on its "
           "type.\n\n" +
           FormatMarkdown(MakeDocumentedKeys(scenario)) + "\n## Network\n\n" +
           FormatMarkdown(MakeNetworkKeys(plan));
}

} // namespace simulator
