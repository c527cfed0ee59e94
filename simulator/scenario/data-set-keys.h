// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_DATA_SET_KEYS_H
#define SIMULATOR_DATA_SET_KEYS_H

#include "nn/data/data-set-source.h"
#include "simulator/scenario/key-table.h"

namespace simulator
{

/// Adds `dataset`: a map, or for short the source alone.
void AddDataSetKeys(KeyTable& table, nn::DataSetSource& dataset);

} // namespace simulator

#endif // SIMULATOR_DATA_SET_KEYS_H
