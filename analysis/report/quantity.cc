// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/quantity.h"

#include <charconv>
#include <map>

namespace analysis
{

namespace
{

struct Unit
{
    double factor;
    const char* base;
};

const std::map<std::string, Unit>&
GetUnits()
{
    static const std::map<std::string, Unit> units = {{"bps", {1, "bps"}},
                                                      {"kbps", {1e3, "bps"}},
                                                      {"Mbps", {1e6, "bps"}},
                                                      {"Gbps", {1e9, "bps"}},
                                                      {"ns", {1e-9, "s"}},
                                                      {"us", {1e-6, "s"}},
                                                      {"ms", {1e-3, "s"}},
                                                      {"s", {1, "s"}},
                                                      {"min", {60, "s"}},
                                                      {"h", {3600, "s"}},
                                                      {"mW", {1e-3, "W"}},
                                                      {"W", {1, "W"}}};
    return units;
}

} // namespace

std::optional<Quantity>
ParseQuantity(const std::string& text)
{
    double value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc())
    {
        return std::nullopt;
    }
    const std::string unit(stop);
    const auto known = GetUnits().find(unit);
    return known == GetUnits().end() ? Quantity{value, unit}
                                     : Quantity{value * known->second.factor, known->second.base};
}

} // namespace analysis
