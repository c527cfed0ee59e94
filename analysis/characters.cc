// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/characters.h"

#include <algorithm>

namespace analysis
{

namespace
{

/// Whether a byte begins a character.
bool
IsFirst(unsigned char byte)
{
    return (byte & 0xc0) != 0x80;
}

} // namespace

std::size_t
CountCharacters(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), IsFirst));
}

std::string
ClipText(const std::string& text, std::size_t most)
{
    if (CountCharacters(text) <= most)
    {
        return text;
    }
    std::size_t left = most;
    const auto end = std::find_if(
        text.begin(), text.end(), [&left](char byte) { return IsFirst(byte) && left-- == 1; });
    return std::string(text.begin(), end) + "\u2026";
}

} // namespace analysis
