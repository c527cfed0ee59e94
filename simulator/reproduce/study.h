// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_STUDY_H
#define SIMULATOR_STUDY_H

#include "simulator/reproduce/training-runner.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace simulator
{

/// What all experiments are made with.
struct StudySettings
{
    std::string source = "street"; //!< of the data set: see nn::DataSetSource
    int seeds = 5;                 //!< 1 to this: of data set, initial weights and shuffling
    int epochs = nn::TrainingSettings{}.epochs;
};

/// The data sets of all seeds, and every network that was trained on them.
class Study
{
  public:
    /// Called before each data set is made or read.
    using Progress = std::function<void(int seed)>;

    /// \throw nn::InputError if a data set is unusable
    Study(StudySettings settings, const Progress& progress);

    const StudySettings& GetSettings() const;
    const nn::MultiViewDataSet& GetDataSet(int seed) const; //!< seed from 1
    int GetCameraCount() const;

    /// Trains those that are not known yet, each with all seeds.
    void Train(const std::vector<Variant>& variants, TrainingRunner& runner);
    bool Knows(const Variant& variant) const;
    /// One result per seed.
    /// \throw std::out_of_range for a variant that was not trained
    const std::vector<TrainingResult>& GetResults(const Variant& variant) const;

  private:
    Training MakeTraining(const Variant& variant, int seed) const;
    nn::DataSetSource MakeSource(int seed) const;

    StudySettings m_settings;
    std::vector<std::shared_ptr<const nn::MultiViewDataSet>> m_datasets; //!< by seed - 1
    std::vector<std::string> m_hashes;                                   //!< of them
    std::map<std::string, std::vector<TrainingResult>> m_results;        //!< by DescribeVariant
};

} // namespace simulator

#endif // SIMULATOR_STUDY_H
