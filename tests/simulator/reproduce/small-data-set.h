// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_SMALL_DATA_SET_H
#define TESTS_SMALL_DATA_SET_H

#include "nn/data/multi-view-data-set.h"

/// Cameras of the data set below.
constexpr int smallCameras = 3;
/// Test samples of the data set below.
constexpr int smallTestSamples = 20;

/// 40 training and 20 test samples, views of 3 x 8 x 8: noise, brighter the higher the class.
/// Camera 0 sees every third sample, camera 1 two of three, camera 2 all.
nn::MultiViewDataSet MakeSmallDataSet();

#endif // TESTS_SMALL_DATA_SET_H
