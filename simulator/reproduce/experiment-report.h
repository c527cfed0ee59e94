// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_EXPERIMENT_REPORT_H
#define SIMULATOR_EXPERIMENT_REPORT_H

#include "simulator/reproduce/experiment.h"

#include <filesystem>
#include <ostream>

namespace simulator
{

/// \throw nn::InputError, before anything is trained, if the data sets do not allow the experiments
void CheckAll(const std::vector<Experiment>& experiments, const Study& study);

/// Trains what the experiments need: networks that several need once.
/// \throw nn::InputError, RunFailure, Interrupted
void TrainAll(const std::vector<Experiment>& experiments, Study& study, TrainingRunner& runner);

/// Prints our numbers beside the paper's, and what differs; writes FOLDER/NAME.csv. Everything the
/// experiment needs is trained.
void Report(const Experiment& experiment,
            const Study& study,
            const PaperNumbers& paper,
            const std::filesystem::path& folder,
            std::ostream& stream);

} // namespace simulator

#endif // SIMULATOR_EXPERIMENT_REPORT_H
