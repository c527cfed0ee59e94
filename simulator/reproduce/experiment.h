// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_EXPERIMENT_H
#define SIMULATOR_EXPERIMENT_H

#include "analysis/comparison-table.h"
#include "simulator/reproduce/paper-numbers.h"
#include "simulator/reproduce/study.h"

#include <string>
#include <vector>

namespace simulator
{

/// One table or figure of the paper: the networks it needs, and what is read off them. Each is one
/// file; experiments.cc lists them.
struct Experiment
{
    std::string name;  //!< word of the command, name of the csv file, key of the paper's numbers
    std::string title; //!< one line
    /// Networks that can be named by now. Called again with these trained: further ones may depend
    /// on the results.
    /// \throw nn::InputError if the data set does not allow the experiment
    std::vector<Variant> (*getVariants)(const Study& study);
    /// All of them are trained.
    analysis::ComparisonTable (*makeTable)(const Study& study, const PaperNumbers& paper);
    /// What differs from the paper with the data set `street`, and why. One sentence or two each.
    std::vector<std::string> notes;
};

/// All, in the order of the paper.
const std::vector<Experiment>& GetExperiments();

} // namespace simulator

#endif // SIMULATOR_EXPERIMENT_H
