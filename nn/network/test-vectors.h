// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_TEST_VECTORS_H
#define NN_TEST_VECTORS_H

#include "nn/data/npz-file.h"
#include "nn/network/hierarchical-network.h"

#include <vector>

namespace nn
{

/// Views and the scores that the network gives to them at all its places, stored with a network so
/// that a reader can check that he computes the same.
struct TestVectors
{
    std::vector<FeatureBatch> views; //!< one batch per device
    NetworkScores scores;
};

/// Ten samples of the data set: the first of the test split, then the first of the training split;
/// over again if there are fewer.
TestVectors MakeTestVectors(const HierarchicalNetwork& network, const MultiViewDataSet& dataset);

void WriteTestVectors(const TestVectors& vectors, NpzWriter& writer);

/// Computes the answers and compares them with those of the file.
/// \throw InputError (with the path) if an array is missing or its shape is wrong, or the scores
/// differ by more than 0.001
void CheckTestVectors(const HierarchicalNetwork& network, const NpzReader& reader);

} // namespace nn

#endif // NN_TEST_VECTORS_H
