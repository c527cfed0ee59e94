// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_EXIT_TEMPERATURES_H
#define NN_EXIT_TEMPERATURES_H

namespace nn
{

/// What the scores of each exit are divided by before the softmax: temperature scaling (Guo et al.,
/// "On Calibration of Modern Neural Networks", 2017). Above 1 an exit becomes less certain, below 1
/// more; its prediction stays. 1: not calibrated.
struct ExitTemperatures
{
    double local = 1;
    double edge = 1;
    double cloud = 1;
};

} // namespace nn

#endif // NN_EXIT_TEMPERATURES_H
