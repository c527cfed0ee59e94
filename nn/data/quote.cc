// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/quote.h"

namespace nn
{

std::string
Quote(const std::string& text)
{
    constexpr std::size_t greatestLength = 60;
    std::string quoted = "'";
    for (const char c : text.substr(0, greatestLength))
    {
        quoted += c >= ' ' && c <= '~' ? c : '?';
    }
    return quoted + (text.size() > greatestLength ? "...'" : "'");
}

} // namespace nn
