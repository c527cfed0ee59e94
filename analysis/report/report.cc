// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/report.h"

namespace analysis
{

namespace
{

/// Members of other types than expected are found where they are used.
template <typename Make>
auto
Guard(Make make)
{
    try
    {
        return make();
    }
    catch (const nlohmann::json::exception& error)
    {
        throw ReadFailure(std::string("manifest.json or gallery.json: not what `run` writes: ") +
                          error.what());
    }
}

} // namespace

Study
ReadStudy(const std::filesystem::path& directory, const std::string& title)
{
    return Guard([&] { return MakeStudy(title, ReadResults(directory)); });
}

std::string
MakeReport(const Study& study, const PageAssets& assets)
{
    return Guard([&] { return MakePage(study, assets); });
}

} // namespace analysis
