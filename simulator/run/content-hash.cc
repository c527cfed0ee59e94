// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/content-hash.h"

#include "nn/input-error.h"

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace simulator
{

std::string
HashText(const std::string& text)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const unsigned char byte : text)
    {
        hash = (hash ^ byte) * 0x100000001b3;
    }
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
    return digits;
}

std::string
HashFile(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    if (!file)
    {
        throw nn::InputError(path + ": cannot be read any more");
    }
    return HashText(content.str());
}

} // namespace simulator
