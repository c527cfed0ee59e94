// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/interface-profiles.h"

#include "simulator/scenario/find-profile.h"

namespace simulator
{

namespace
{

/// 3.3 V x 120 mA; sending 40 mA more.
InterfaceProfile
MakeEthernet10()
{
    InterfaceProfile profile;
    profile.name = "ethernet-10";
    profile.medium = "wired";
    profile.idlePowerWatt = 0.396;
    profile.sendPowerWatt = 0.132;
    profile.receivePowerWatt = 0;
    profile.source =
        "data sheet: Microchip ENC28J60 (DS39662), controller for microcontrollers, at "
        "3.3 V (120 mA, sending 160 mA); its receiver is always on: part of idle";
    return profile;
}

InterfaceProfile
MakeFastEthernet(const std::string& name, double watt, const std::string& range)
{
    InterfaceProfile profile;
    profile.name = name;
    profile.medium = "wired";
    profile.idlePowerWatt = watt;
    profile.sendPowerWatt = 0;
    profile.receivePowerWatt = 0;
    profile.source = "assumed: upper end of the " + range +
                     " that Texas Instruments names for such transceivers (SSZTAM3, 2016); they "
                     "send idle symbols between frames: sending and receiving are part of idle";
    return profile;
}

/// 3 V x 426 uA, 17.4 mA, 18.8 mA.
InterfaceProfile
MakeCc2420()
{
    InterfaceProfile profile;
    profile.name = "cc2420";
    profile.medium = "lr-wpan";
    profile.idlePowerWatt = 1.278e-3;
    profile.sendPowerWatt = 52.2e-3;
    profile.receivePowerWatt = 56.4e-3;
    profile.source =
        "data sheet: Texas Instruments CC2420 (SWRS041) at 3 V, sending at 0 dBm (17.4 "
        "mA) and receiving or listening (18.8 mA); assumed: idle, transceiver off and oscillator "
        "on (426 uA)";
    return profile;
}

InterfaceProfile
MakeLte()
{
    InterfaceProfile profile;
    profile.name = "lte-2012";
    profile.medium = "lte";
    profile.idlePowerWatt = 0.02;
    profile.connectedPowerWatt = 1.288;
    profile.tail = ns3::MilliSeconds(11600);
    profile.sendJoulesPerBit = 438.39e-9;
    profile.receiveJoulesPerBit = 51.97e-9;
    profile.source =
        "paper: Huang et al., MobiSys 2012, per bit (1 mW/Mbps = 1 nJ/bit), connected, and how "
        "long it stays so behind the last frame (tail); assumed: idle, with its paging";
    return profile;
}

/// 3 V x 380, 313, 273, 33 mA.
InterfaceProfile
MakeWifi()
{
    InterfaceProfile profile;
    profile.name = "wifi-ns3";
    profile.medium = "wifi";
    profile.idlePowerWatt = 0.819;
    profile.sendPowerWatt = 1.14;
    profile.receivePowerWatt = 0.939;
    profile.sleepPowerWatt = 0.099;
    profile.source = "code of another simulator: defaults of ns-3.37's WifiRadioEnergyModel; "
                     "assumed: 3 V";
    return profile;
}

} // namespace

const std::vector<InterfaceProfile>&
GetInterfaceProfiles()
{
    static const std::vector<InterfaceProfile> profiles = {
        MakeEthernet10(),
        MakeFastEthernet("ethernet-100", 0.3, "110 to 300 mW"),
        MakeFastEthernet("ethernet-1000", 1.0, "450 to 1000 mW"),
        MakeCc2420(),
        MakeWifi(),
        MakeLte()};
    return profiles;
}

const InterfaceProfile*
FindInterfaceProfile(const std::string& name)
{
    return FindProfile(GetInterfaceProfiles(), name);
}

} // namespace simulator
