// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_TRAINING_CODEC_H
#define SIMULATOR_TRAINING_CODEC_H

#include "simulator/reproduce/training.h"

#include <string>

namespace simulator
{

/// A result as a text (JSON). Entropies come back to the last bit, scores do not travel.
/// \param description see DescribeTraining
std::string EncodeTraining(const std::string& description,
                           const Training& training,
                           const TrainingResult& result);

/// \throw std::exception if the text is damaged, or that of another training
TrainingResult DecodeTraining(const std::string& text,
                              const std::string& description,
                              const Training& training);

} // namespace simulator

#endif // SIMULATOR_TRAINING_CODEC_H
