// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/failout.h"

#include <algorithm>
#include <vector>

namespace nn
{

namespace
{

/// Which devices fail for one sample: not all.
std::vector<bool>
DrawSample(SplitMix64& random, int devices, double probability)
{
    std::vector<bool> failed(devices);
    do
    {
        for (int device = 0; device < devices; ++device)
        {
            failed[device] = random.Uniform() < probability;
        }
    } while (std::find(failed.begin(), failed.end(), false) == failed.end());
    return failed;
}

} // namespace

Presence
DrawFailures(SplitMix64& random, int devices, int samples, double probability)
{
    if (probability == 0)
    {
        return {};
    }
    Presence presence(devices, samples);
    for (int sample = 0; sample < samples; ++sample)
    {
        const std::vector<bool> failed = DrawSample(random, devices, probability);
        for (int device = 0; device < devices; ++device)
        {
            if (failed[device])
            {
                presence.Remove(device, sample);
            }
        }
    }
    return presence;
}

} // namespace nn
