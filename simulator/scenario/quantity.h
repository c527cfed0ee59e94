// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_QUANTITY_H
#define SIMULATOR_QUANTITY_H

#include <ns3/data-rate.h>
#include <ns3/nstime.h>

#include <cstdint>
#include <string>

namespace simulator
{

// Values with units as the user writes them, in ns-3's spelling. ns-3 itself ends the program on
// bad text, so nothing of the user's ever reaches its parsers.
//
// A number is decimal digits, perhaps with a point between digits ("1.5"): no sign but "-", no
// spaces, no leading zeros ("010" is refused), no exponents unless said. All functions named Parse
// throw nn::InputError with what was found and what is wrong with it ("'10' has no unit"); what
// would be right, and where it stands, is added by the caller. Format gives the shortest text that
// parses to the same value.

/// Digits and a unit of ns, us, ms, s, min, h. Exact: what is no whole number of nanoseconds or
/// does not fit into ns3::Time is refused. May be negative.
ns3::Time ParseTime(const std::string& text);
std::string FormatTime(const ns3::Time& time);

/// Digits and a unit of bps, kbps, Mbps, Gbps (also b/s, Kbps), bytes: Bps, kBps (also kB/s),
/// binary: Kib/s, KiB/s, Mib/s, ... A whole number of bits per second.
ns3::DataRate ParseDataRate(const std::string& text);
std::string FormatDataRate(const ns3::DataRate& rate);

/// Digits and a unit of uW, mW, W, kW. In watts, not negative.
double ParsePower(const std::string& text);
std::string FormatPower(double watt);

/// Digits and a unit of mJ, J, kJ, MJ, or mWh, Wh, kWh (1 Wh = 3600 J). In joules, not negative.
double ParseEnergy(const std::string& text);
std::string FormatEnergy(double joules);

/// Digits and a unit of cm, m, km. In metres, not negative.
double ParseLength(const std::string& text);
std::string FormatLength(double metres);

/// Digits and the unit dBm: decibels over 1 mW. May be negative.
double ParsePowerLevel(const std::string& text);
std::string FormatPowerLevel(double dbm);

/// Digits and the unit dB: a ratio of powers, ten of its decimal logarithm. May be negative.
double ParseDecibels(const std::string& text);
std::string FormatDecibels(double decibels);

/// Real number without unit; may have an exponent ("1e-3").
double ParseNumber(const std::string& text);
std::string FormatNumber(double number);

/// Whole number without unit, not negative.
std::uint64_t ParseInteger(const std::string& text);

} // namespace simulator

#endif // SIMULATOR_QUANTITY_H
