// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/text.h"

#include <algorithm>
#include <numeric>

namespace simulator
{

namespace
{

constexpr std::size_t quoteLimit = 60;

bool
IsControl(unsigned char byte)
{
    return byte < 0x20 || byte == 0x7f;
}

bool
IsContinuation(unsigned char byte)
{
    return (byte & 0xc0) == 0x80;
}

/// Optimal string alignment: insertions, deletions, substitutions, swaps of neighbours.
std::size_t
GetDistance(const std::string& a, const std::string& b)
{
    std::vector<std::vector<std::size_t>> distance(a.size() + 1,
                                                   std::vector<std::size_t>(b.size() + 1));
    std::iota(distance[0].begin(), distance[0].end(), 0);
    for (std::size_t i = 1; i <= a.size(); ++i)
    {
        distance[i][0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j)
        {
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            distance[i][j] = std::min(
                {distance[i - 1][j] + 1, distance[i][j - 1] + 1, distance[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            {
                distance[i][j] = std::min(distance[i][j], distance[i - 2][j - 2] + 1);
            }
        }
    }
    return distance[a.size()][b.size()];
}

/// Bytes of the UTF-8 sequence at the offset; 0 if there is none (overlong forms, surrogates and
/// values above U+10FFFF are none).
std::size_t
GetSequenceLength(const std::string& text, std::size_t offset)
{
    const auto byte = [&text, offset](std::size_t i) {
        return offset + i < text.size() ? static_cast<unsigned char>(text[offset + i]) : 0U;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80)
    {
        return 1;
    }
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    const unsigned lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    const unsigned highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (lead < 0xc2 || lead > 0xf4 || byte(1) < lowest || byte(1) > highest)
    {
        return 0;
    }
    for (std::size_t i = 2; i < length; ++i)
    {
        if (!IsContinuation(static_cast<unsigned char>(byte(i))))
        {
            return 0;
        }
    }
    return length;
}

} // namespace

std::string
Quote(const std::string& text)
{
    std::string quoted = text;
    if (quoted.size() > quoteLimit)
    {
        std::size_t end = quoteLimit;
        while (end > 0 && IsContinuation(static_cast<unsigned char>(quoted[end])))
        {
            --end;
        }
        quoted = quoted.substr(0, end) + "...";
    }
    std::replace_if(quoted.begin(), quoted.end(), IsControl, '?');
    return "'" + quoted + "'";
}

std::optional<std::string>
FindNearest(const std::string& word, const std::vector<std::string>& candidates)
{
    if (word.size() > quoteLimit)
    {
        return std::nullopt;
    }
    std::optional<std::string> nearest;
    std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const std::string& candidate : candidates)
    {
        const std::size_t distance = GetDistance(word, candidate);
        if (distance < least && distance < candidate.size())
        {
            least = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

std::string
Suggest(const std::string& word, const std::vector<std::string>& candidates)
{
    const std::optional<std::string> nearest = FindNearest(word, candidates);
    return nearest ? ", did you mean '" + *nearest + "'?" : "";
}

std::vector<std::string>
SplitText(const std::string& text, char separator)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t end = 0; end != std::string::npos; begin = end + 1)
    {
        end = text.find(separator, begin);
        parts.push_back(text.substr(begin, end - begin));
    }
    return parts;
}

std::string
JoinAlternatives(const std::vector<std::string>& words)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
    {
        text += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
    }
    return text;
}

std::optional<std::size_t>
FindBadCharacter(const std::string& text)
{
    for (std::size_t offset = 0; offset < text.size();)
    {
        const char character = text[offset];
        const bool white = character == '\t' || character == '\n' || character == '\r';
        const std::size_t length = GetSequenceLength(text, offset);
        if (length == 0 || (IsControl(static_cast<unsigned char>(character)) && !white))
        {
            return offset;
        }
        offset += length;
    }
    return std::nullopt;
}

} // namespace simulator
