// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/reproduce/training-store.h"

#include "simulator/reproduce/training-codec.h"
#include "simulator/reproduce/whole-file.h"
#include "simulator/run/content-hash.h"

#include <exception>
#include <fstream>
#include <sstream>
#include <utility>

namespace simulator
{

TrainingStore::TrainingStore(std::filesystem::path folder) : m_folder(std::move(folder))
{
    MakeFolder(m_folder);
}

std::filesystem::path
TrainingStore::GetPath(const std::string& description) const
{
    return m_folder / (HashText(description) + ".json");
}

std::optional<TrainingResult>
TrainingStore::Find(const Training& training) const
{
    const std::string description = DescribeTraining(training);
    std::ifstream file(GetPath(description), std::ios::binary);
    if (!file)
    {
        return std::nullopt;
    }
    std::ostringstream text;
    text << file.rdbuf();
    try
    {
        return DecodeTraining(text.str(), description, training);
    }
    catch (const std::exception&)
    {
        return std::nullopt; // it will be written again
    }
}

void
TrainingStore::Save(const Training& training, const std::string& text) const
{
    WriteWholeFile(GetPath(DescribeTraining(training)), text);
}

} // namespace simulator
