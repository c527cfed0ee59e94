// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_NPZ_FILE_H
#define NN_NPZ_FILE_H

/// Reading and writing of .npz files.
#include "nn/data/npz-reader.h" // IWYU pragma: export
#include "nn/data/npz-writer.h" // IWYU pragma: export

#endif // NN_NPZ_FILE_H
