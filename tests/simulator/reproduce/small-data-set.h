// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_SMALL_DATA_SET_H
#define TESTS_SMALL_DATA_SET_H

#include "nn/data/multi-view-data-set.h"

#include <string>
#include <vector>

/// Cameras of the data set below, if nothing else is asked for.
constexpr int smallCameras = 3;
/// Test samples of the data set below.
constexpr int smallTestSamples = 20;

/// 40 training and 20 test samples, views of noise, brighter the higher the class. Of three
/// cameras, camera 0 sees every third sample, camera 1 two of three, camera 2 all.
nn::MultiViewDataSet MakeSmallDataSet(int cameras = smallCameras,
                                      nn::ViewShape view = {3, 8, 8},
                                      const std::vector<std::string>& classes = {
                                          "car", "bus", "person"});

#endif // TESTS_SMALL_DATA_SET_H
