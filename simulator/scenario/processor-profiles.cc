// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/processor-profiles.h"

#include "simulator/scenario/find-profile.h"

namespace simulator
{

namespace
{

using ns3::MicroSeconds;

/// XNOR and popcount of one 32-bit word replace 32 multiply-accumulates; a microcontroller has no
/// popcount instruction and spends about a dozen instructions on one word.
constexpr double microcontrollerFactor = 2;
/// SIMD popcount against SIMD 8-bit arithmetic on the same registers.
constexpr double simdFactor = 8;

// Real rates: multiply-accumulates of a reference network (MLPerf Tiny ResNet-8: 12.5 million;
// ResNet-50: 4.1 thousand million) times inferences per second.

ProcessorProfile
MakeCortexM4()
{
    return {
        "cortex-m4",
        "",
        MicroSeconds(100),
        microcontrollerFactor * 56e6,
        56e6,
        0.010,
        0.078,
        "derived: real rate and busy power from MLPerf Tiny v1.1 (Krai), NUCLEO-L4R5ZI at 120 MHz "
        "(4.505 inferences/s, 17315 uJ each, 12.5 M operations each); assumed: idle power, "
        "fixed cost, binary rate (2 x real)"};
}

ProcessorProfile
MakeCortexM7()
{
    return {
        "cortex-m7",
        "",
        MicroSeconds(50),
        microcontrollerFactor * 228e6,
        228e6,
        0.020,
        0.139,
        "derived: real rate and busy power from MLPerf Tiny v1.1 (Krai), NUCLEO-H7A3ZI at 280 MHz "
        "(18.2 inferences/s, 7615 uJ each, 12.5 M operations each); assumed: idle power, "
        "fixed cost, binary rate (2 x real)"};
}

ProcessorProfile
MakeRaspberryPi3()
{
    return {"raspberry-pi-3",
            "",
            MicroSeconds(200),
            simdFactor * 5.7e9,
            5.7e9,
            1.4,
            3.7,
            "secondary source: idle and busy power (PiDramble, whole board); assumed: real rate "
            "(ResNet-50 at 1.4 frames/s), fixed cost, binary rate (8 x real)"};
}

ProcessorProfile
MakeRaspberryPi4()
{
    return {"raspberry-pi-4",
            "",
            MicroSeconds(100),
            simdFactor * 17e9,
            17e9,
            2.7,
            6.4,
            "secondary source: idle and busy power (PiDramble, whole board); assumed: real rate "
            "(3 x Raspberry Pi 3), fixed cost, binary rate (8 x real)"};
}

ProcessorProfile
MakeJetsonNano()
{
    return {
        "jetson-nano",
        "",
        MicroSeconds(500),
        148e9,
        148e9,
        2.0,
        6.8,
        "derived: busy power from arXiv 2207.06150 (YOLOv5n at 12.34 frames/s, 0.154 mWh each); "
        "assumed: real rate (ResNet-50 at 36 frames/s), idle power, fixed cost (kernel launches), "
        "binary rate (1 x real: no binary kernels)"};
}

ProcessorProfile
MakeEdgeServer()
{
    return {"edge-server",
            "",
            MicroSeconds(50),
            simdFactor * 250e9,
            250e9,
            83.4,
            107.3,
            "code of another simulator: idle and busy power (iFogSim, DCNSFog, fog node); assumed: "
            "real rate "
            "(0.5 Tflop/s effective), fixed cost, binary rate (8 x real)"};
}

ProcessorProfile
MakeGpuServer()
{
    return {"gpu-server",
            "",
            MicroSeconds(200),
            10e12,
            10e12,
            100,
            400,
            "assumed: all figures (one data-centre GPU, 20 Tflop/s effective of its data sheet's "
            "peak, binary rate 1 x real: no binary kernels, fixed cost of kernel launches)"};
}

} // namespace

const std::vector<ProcessorProfile>&
GetProcessorProfiles()
{
    static const std::vector<ProcessorProfile> profiles = {MakeCortexM4(),
                                                           MakeCortexM7(),
                                                           MakeRaspberryPi3(),
                                                           MakeRaspberryPi4(),
                                                           MakeJetsonNano(),
                                                           MakeEdgeServer(),
                                                           MakeGpuServer()};
    return profiles;
}

const ProcessorProfile*
FindProcessorProfile(const std::string& name)
{
    return FindProfile(GetProcessorProfiles(), name);
}

} // namespace simulator
