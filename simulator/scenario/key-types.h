// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_KEY_TYPES_H
#define SIMULATOR_KEY_TYPES_H

#include "simulator/scenario/key-table.h"

#include <ns3/data-rate.h>
#include <ns3/nstime.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace simulator
{

// One function per type of value: each makes the row of a key that is bound to a variable. The
// default is what the variable holds at that moment. The variable must outlive the row.

/// Lowest and highest value, both allowed.
template <typename T>
struct Range
{
    T lowest;
    T highest;
};

/// Of whole numbers; must fit into the variable.
using IntegerRange = Range<std::uint64_t>;

Key MakeTimeKey(const std::string& path,
                ns3::Time& target,
                const Range<ns3::Time>& range,
                const std::string& help);

/// \param absent what it means that the key is not there
Key MakeTimeKey(const std::string& path,
                std::optional<ns3::Time>& target,
                const Range<ns3::Time>& range,
                const std::string& absent,
                const std::string& help);

/// \param highest of the rate; 1 bit/s is the lowest
Key MakeRateKey(const std::string& path,
                ns3::DataRate& target,
                const ns3::DataRate& highest,
                const std::string& help);

/// \param absent what it means that the key is not there
Key MakeRateKey(const std::string& path,
                std::optional<ns3::DataRate>& target,
                const ns3::DataRate& highest,
                const std::string& absent,
                const std::string& help);

/// In watts.
Key MakePowerKey(const std::string& path,
                 double& target,
                 Range<double> range,
                 const std::string& help);

/// In metres.
Key MakeLengthKey(const std::string& path,
                  double& target,
                  Range<double> range,
                  const std::string& help);

/// In dBm.
Key MakePowerLevelKey(const std::string& path,
                      double& target,
                      Range<double> range,
                      const std::string& help);

/// In dB.
Key MakeDecibelKey(const std::string& path,
                   double& target,
                   Range<double> range,
                   const std::string& help);

/// In joules.
/// \param absent what it means that the key is not there
Key MakeEnergyKey(const std::string& path,
                  std::optional<double>& target,
                  Range<double> range,
                  const std::string& absent,
                  const std::string& help);

Key MakeNumberKey(const std::string& path,
                  double& target,
                  Range<double> range,
                  const std::string& help);

Key MakeIntegerKey(const std::string& path,
                   std::uint64_t& target,
                   IntegerRange range,
                   const std::string& help);
Key MakeIntegerKey(const std::string& path,
                   std::uint32_t& target,
                   IntegerRange range,
                   const std::string& help);
Key MakeIntegerKey(const std::string& path,
                   int& target,
                   IntegerRange range,
                   const std::string& help);
/// \param absent what it means that the key is not there
Key MakeIntegerKey(const std::string& path,
                   std::optional<std::uint32_t>& target,
                   IntegerRange range,
                   const std::string& absent,
                   const std::string& help);

/// A list of whole numbers.
/// \param offset what is subtracted from each number on reading
Key MakeIntegerListKey(const std::string& path,
                       std::vector<int>& target,
                       IntegerRange range,
                       int offset,
                       const std::string& help);

/// A list of lists of whole numbers.
Key MakeIntegerListsKey(const std::string& path,
                        std::vector<std::vector<int>>& target,
                        IntegerRange range,
                        int offset,
                        const std::string& help);

} // namespace simulator

#endif // SIMULATOR_KEY_TYPES_H
