// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/whole-number.h"

#include "nn/input-error.h"
#include "simulator/scenario/text.h"

#include <charconv>
#include <sstream>

namespace simulator
{

std::uint64_t
ParseWhole(const std::string& option,
           const std::string& text,
           std::uint64_t least,
           std::uint64_t greatest)
{
    std::uint64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stop != end || number < least || number > greatest)
    {
        throw nn::InputError("--" + option + ": found " + Quote(text) +
                             ", expected a whole number from " + std::to_string(least) + " to " +
                             std::to_string(greatest));
    }
    return number;
}

std::vector<std::uint64_t>
ParseWholeList(const std::string& option,
               const std::string& text,
               std::uint64_t least,
               std::uint64_t greatest)
{
    std::vector<std::uint64_t> numbers;
    std::istringstream stream(text + ",");
    for (std::string part; std::getline(stream, part, ',');)
    {
        numbers.push_back(ParseWhole(option, part, least, greatest));
    }
    return numbers;
}

} // namespace simulator
