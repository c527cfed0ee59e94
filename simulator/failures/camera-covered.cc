// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/failures/camera-failure.h"
#include "simulator/failures/failure-kinds.h"
#include "simulator/scenario/key-types.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace simulator
{

namespace
{

struct CoverSettings
{
    double share = 0.5;       //!< of the rows, from the top; the default is assumed
    std::uint32_t grey = 128; //!< pixel value in all channels; assumed: the middle
};

std::any
MakeDefaults()
{
    return CoverSettings{};
}

void
AddKeys(KeyTable& table, const std::string& path, std::any& values)
{
    auto& settings = std::any_cast<CoverSettings&>(values);
    table.Add(MakeNumberKey(JoinPath(path, "share"),
                            settings.share,
                            {0, 1},
                            "Share of the picture that is covered, from the top, in whole rows; "
                            "the default is assumed; covered only."));
    table.Add(MakeIntegerKey(JoinPath(path, "grey"),
                             settings.grey,
                             {0, 255},
                             "Pixel value of the cover; covered only."));
}

/// (C, H, W): the first rows of every channel.
void
Cover(ns3::ddnn::Bytes& view, const nn::ViewShape& shape, const CoverSettings& settings)
{
    const auto width = static_cast<std::size_t>(shape.width);
    const auto channel = static_cast<std::size_t>(shape.height) * width;
    const auto rows = static_cast<std::size_t>(std::lround(settings.share * shape.height));
    for (std::size_t begin = 0; begin < view.size(); begin += channel)
    {
        std::fill_n(view.begin() + static_cast<std::ptrdiff_t>(begin),
                    rows * width,
                    static_cast<std::uint8_t>(settings.grey));
    }
}

std::unique_ptr<Failure>
Create(const std::any& values, const FailingPart& part)
{
    const auto settings = std::any_cast<CoverSettings>(values);
    return std::make_unique<CameraFailure>(part, [settings, shape = part.view] {
        return [settings, shape](ns3::ddnn::Bytes& view) { Cover(view, shape, settings); };
    });
}

} // namespace

const FailureKind cameraCovered = {"covered",
                                   "camera",
                                   "The upper part of each picture is of a constant grey.",
                                   MakeDefaults,
                                   AddKeys,
                                   AcceptAll,
                                   Create};

} // namespace simulator
