// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/results.h"

#include <fstream>
#include <system_error>

namespace analysis
{

namespace
{

namespace fs = std::filesystem;

std::string
ReadText(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::error_code error;
    std::string text(fs::is_regular_file(path, error) ? fs::file_size(path, error) : 0, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!file || error)
    {
        throw ReadFailure(path.string() + ": cannot be read, expected a file of a results "
                                          "directory");
    }
    return text;
}

std::unique_ptr<CsvTable>
ReadTable(const std::filesystem::path& path)
{
    return std::make_unique<CsvTable>(path.string(), ReadText(path));
}

/// \return null if there is no such file
std::unique_ptr<CsvTable>
ReadTableIfThere(const std::filesystem::path& path)
{
    return std::filesystem::exists(path) ? ReadTable(path) : nullptr;
}

nlohmann::json
ReadJson(const std::filesystem::path& path)
{
    nlohmann::json value = nlohmann::json::parse(ReadText(path), nullptr, false);
    if (!value.is_object())
    {
        throw ReadFailure(path.string() + ": is no JSON object, expected what `run` wrote");
    }
    return value;
}

} // namespace

Results
ReadResults(const std::filesystem::path& directory)
{
    Results results;
    results.manifest = ReadJson(directory / "manifest.json");
    results.runs = ReadTable(directory / "runs.csv");
    results.samples = ReadTable(directory / "samples.csv");
    results.links = ReadTable(directory / "links.csv");
    results.nodes = ReadTable(directory / "nodes.csv");
    results.timeline = ReadTableIfThere(directory / "timeline.csv");
    results.failures = ReadTableIfThere(directory / "failures.csv");
    if (std::filesystem::exists(directory / "gallery.json"))
    {
        results.gallery = ReadJson(directory / "gallery.json");
    }
    return results;
}

} // namespace analysis
