// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_DATA_SET_SOURCE_H
#define NN_DATA_SET_SOURCE_H

#include "nn/data/multi-view-data-set.h"

#include <cstdint>
#include <string>

namespace nn
{

/// Where a data set comes from: the built-in renderer `street`, or a file.
struct DataSetSource
{
    std::string source = "street"; //!< "street", or the path of an .npz file with X and y
    std::uint64_t seed = 1;        //!< of the renderer; of the split of a file that holds none
    /// Difficulty of `street`. Meaningless for files.
    double noise = 1.0;      //!< factor on every camera's sensor noise
    int clutter = 9;         //!< greatest number of other objects in a scene
    double occlusion = 0.65; //!< greatest hidden share of an object that still counts as seen
};

/// Which samples are needed. A simulation needs only the test split: rendering takes time.
enum class DataSetPart
{
    All,
    TestOnly //!< training samples stay blank and absent (labels too); everything else is the same
};

/// Makes or reads a data set. Uses both the threads that the machine has (same result on one).
/// \throw InputError if the file cannot be read or does not hold a multi-view data set.
MultiViewDataSet LoadDataSet(const DataSetSource& source, DataSetPart part = DataSetPart::All);

} // namespace nn

#endif // NN_DATA_SET_SOURCE_H
