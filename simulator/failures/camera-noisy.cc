// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/failures/camera-failure.h"
#include "simulator/failures/failure-kinds.h"
#include "simulator/scenario/key-types.h"

#include <ns3/double.h>
#include <ns3/random-variable-stream.h>

#include <algorithm>
#include <cmath>

namespace simulator
{

namespace
{

struct NoiseSettings
{
    double deviation = 40; //!< standard deviation, in pixel values; the default is assumed
};

std::any
MakeDefaults()
{
    return NoiseSettings{};
}

void
AddKeys(KeyTable& table, const std::string& path, std::any& values)
{
    table.Add(MakeNumberKey(JoinPath(path, "deviation"),
                            std::any_cast<NoiseSettings&>(values).deviation,
                            {0, 255},
                            "Standard deviation of the noise, in pixel values of 0 to 255; the "
                            "default is assumed; noisy only."));
}

ns3::Ptr<ns3::NormalRandomVariable>
MakeNoise(double deviation, std::int64_t stream)
{
    auto noise = ns3::CreateObject<ns3::NormalRandomVariable>();
    noise->SetAttribute("Variance", ns3::DoubleValue(deviation * deviation));
    noise->SetStream(stream);
    return noise;
}

std::unique_ptr<Failure>
Create(const std::any& values, const FailingPart& part)
{
    const auto noise =
        MakeNoise(std::any_cast<const NoiseSettings&>(values).deviation, part.stream);
    return std::make_unique<CameraFailure>(part, [noise] {
        return [noise](ns3::ddnn::Bytes& view) {
            for (std::uint8_t& pixel : view)
            {
                const double value = std::round(pixel + noise->GetValue());
                pixel = static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0));
            }
        };
    });
}

} // namespace

const FailureKind cameraNoisy = {"noisy",
                                 "camera",
                                 "Normally distributed noise is added to each pixel, which is "
                                 "rounded, and kept within 0 to 255.",
                                 MakeDefaults,
                                 AddKeys,
                                 AcceptAll,
                                 Create};

} // namespace simulator
