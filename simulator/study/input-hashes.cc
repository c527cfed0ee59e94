// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/input-hashes.h"

#include "simulator/run/content-hash.h"
#include "simulator/scenario/scenario-keys.h"

namespace simulator
{

const std::string&
InputHashes::OfFile(const std::string& path)
{
    const auto known = m_files.find(path);
    return known != m_files.end() ? known->second
                                  : m_files.emplace(path, HashFile(path)).first->second;
}

const std::string&
InputHashes::OfDataSet(const std::shared_ptr<const nn::MultiViewDataSet>& dataset)
{
    const auto known = m_datasets.find(dataset);
    return known != m_datasets.end()
               ? known->second
               : m_datasets.emplace(dataset, dataset->GetHash()).first->second;
}

std::map<std::string, std::string>
InputHashes::OfFiles(const Scenario& scenario)
{
    Scenario copy = scenario; // a table is bound to variables
    const KeyTable keys = MakeScenarioKeys(copy);
    std::map<std::string, std::string> hashes;
    for (const Key& key : keys.GetKeys())
    {
        if (key.file && !key.file->empty())
        {
            hashes[key.path] = OfFile(*key.file);
        }
    }
    return hashes;
}

} // namespace simulator
