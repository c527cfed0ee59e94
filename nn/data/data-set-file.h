// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_DATA_SET_FILE_H
#define NN_DATA_SET_FILE_H

#include "nn/data/multi-view-data-set.h"

#include <cstdint>
#include <string>

namespace nn
{

/// A data set as an .npz file, in the layout of the original data set:
///
/// | array | type | shape | meaning |
/// |---|---|---|---|
/// | `X` | float in [0, 1], or uint8 | (N, cameras, C, H, W) | pixels; of absent views ignored |
/// | `y` | integer | (N, cameras) | class of the view; -1 or the number of classes: absent |
/// | `classes` | integer | () | number of classes, 2 to 1000; 3 if it is not there |
/// | `split` | integer | (N) | 0 training, 1 test; optional |
///
/// Without `split`, samples are shuffled (SplitMix64, stream 0 of the seed, Fisher-Yates), and the
/// first N * 680 / 851 of them (rounded, but at least one sample in each split) are the training
/// split: the shares of the original.
/// All seen views of a sample show the same class, and there is at least one. Three classes are
/// car, bus, person; others are class-0, class-1, ... The name is the content of an entry
/// `name.txt`, or the name of the file without its extension.

/// \param seed of the split, if the file holds none
/// \throw InputError naming array, index, what was found and what was expected
MultiViewDataSet ReadDataSet(const std::string& path, std::uint64_t seed);

/// Writes float32 `X`, int32 `y` with the number of classes for absent, int32 `classes`, `split` as
/// uint8, `name.txt`, and int32 `label` (N), the class of each sample, for other readers. Reading
/// the file gives the same data set if each sample is seen by a camera and belongs to one split.
/// \throw InputError if the file cannot be written
void SaveDataSet(const std::string& path, const MultiViewDataSet& dataset);

} // namespace nn

#endif // NN_DATA_SET_FILE_H
