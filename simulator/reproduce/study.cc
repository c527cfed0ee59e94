// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/reproduce/study.h"

#include <cstdint>
#include <set>
#include <utility>

namespace simulator
{

Study::Study(StudySettings settings, const Progress& progress) : m_settings(std::move(settings))
{
    for (int seed = 1; seed <= m_settings.seeds; ++seed)
    {
        progress(seed);
        m_datasets.push_back(
            std::make_shared<const nn::MultiViewDataSet>(nn::LoadDataSet(MakeSource(seed))));
        m_hashes.push_back(m_datasets.back()->GetHash());
    }
}

const StudySettings&
Study::GetSettings() const
{
    return m_settings;
}

const nn::MultiViewDataSet&
Study::GetDataSet(int seed) const
{
    return *m_datasets.at(seed - 1);
}

int
Study::GetCameraCount() const
{
    return m_datasets.front()->GetCameraCount();
}

nn::DataSetSource
Study::MakeSource(int seed) const
{
    nn::DataSetSource source;
    source.source = m_settings.source;
    source.seed = static_cast<std::uint64_t>(seed);
    return source;
}

Training
Study::MakeTraining(const Variant& variant, int seed) const
{
    Training training{
        variant, {}, MakeSource(seed), m_datasets.at(seed - 1), m_hashes.at(seed - 1)};
    training.settings.epochs = m_settings.epochs;
    training.settings.seed = static_cast<std::uint64_t>(seed);
    training.settings.weights = variant.weights;
    return training;
}

void
Study::Train(const std::vector<Variant>& variants, TrainingRunner& runner)
{
    std::vector<Training> trainings;
    std::vector<std::string> names;
    std::set<std::string> planned;
    for (const Variant& variant : variants)
    {
        std::string name = DescribeVariant(variant);
        if (m_results.count(name) == 0 && planned.insert(name).second)
        {
            names.push_back(std::move(name));
            for (int seed = 1; seed <= m_settings.seeds; ++seed)
            {
                trainings.push_back(MakeTraining(variant, seed));
            }
        }
    }
    std::vector<TrainingResult> results = runner.Run(trainings);
    for (std::size_t i = 0; i < results.size(); ++i)
    {
        m_results[names[i / m_settings.seeds]].push_back(std::move(results[i]));
    }
}

bool
Study::Knows(const Variant& variant) const
{
    return m_results.count(DescribeVariant(variant)) > 0;
}

const std::vector<TrainingResult>&
Study::GetResults(const Variant& variant) const
{
    return m_results.at(DescribeVariant(variant));
}

} // namespace simulator
