// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/reproduce/paper-numbers.h"

#include <nlohmann/json.hpp>

namespace simulator
{

PaperNumbers::PaperNumbers(const std::string& text)
{
    const nlohmann::json file = nlohmann::json::parse(text);
    for (const auto& [name, experiment] : file.items())
    {
        if (experiment.is_object())
        {
            m_sources[name] = experiment.at("source").get<std::string>();
            m_rows[name] = experiment.at("rows").get<std::map<std::string, Row>>();
        }
    }
}

std::optional<double>
PaperNumbers::Find(const std::string& experiment,
                   const std::string& row,
                   const std::string& quantity) const
{
    const auto rows = m_rows.find(experiment);
    if (rows == m_rows.end() || rows->second.count(row) == 0 ||
        rows->second.at(row).count(quantity) == 0)
    {
        return std::nullopt;
    }
    return rows->second.at(row).at(quantity);
}

const std::string&
PaperNumbers::GetSource(const std::string& experiment) const
{
    return m_sources.at(experiment);
}

} // namespace simulator
