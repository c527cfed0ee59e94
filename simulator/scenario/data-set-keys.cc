// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/data-set-keys.h"

#include "simulator/scenario/key-types.h"
#include "simulator/scenario/text-keys.h"

#include <limits>

namespace simulator
{

void
AddDataSetKeys(KeyTable& table, nn::DataSetSource& dataset)
{
    const std::string what =
        "the built-in renderer, or an .npz file with X [N,6,3,32,32], y [N,6].";
    Key shortForm = MakeWordOrPathKey(
        "dataset", dataset.source, "street", "Short form of dataset.source: " + what);
    shortForm.write = nullptr;
    table.Add(shortForm);
    table.Add(MakeWordOrPathKey(
        "dataset.source", dataset.source, "street", "What the cameras see: " + what));
    table.Add(MakeIntegerKey("dataset.seed",
                             dataset.seed,
                             {0, std::numeric_limits<std::uint64_t>::max()},
                             "Seed of the renderer, or of the split of a file that holds none."));
    table.Add(MakeNumberKey("dataset.noise",
                            dataset.noise,
                            {0, 100},
                            "Factor on the sensor noise of every camera; street only."));
    table.Add(MakeIntegerKey("dataset.clutter",
                             dataset.clutter,
                             {0, 1000},
                             "Greatest number of other objects in a scene; street only."));
    table.Add(
        MakeNumberKey("dataset.occlusion",
                      dataset.occlusion,
                      {0, 1},
                      "Greatest hidden share of an object that counts as seen; street only."));
}

} // namespace simulator
