// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/zip-entry.h"

#include "nn/input-error.h"

#include <zip.h>

#include <algorithm>

namespace nn
{

void
ZipEntry::Closer::operator()(zip_file* file) const
{
    zip_fclose(file);
}

ZipEntry::ZipEntry(zip* archive, std::uint64_t index)
{
    zip_stat_t status;
    zip_stat_init(&status);
    m_file.reset(zip_fopen_index(archive, index, 0));
    if (!m_file || zip_stat_index(archive, index, 0, &status) != 0)
    {
        throw InputError(std::string("not readable: ") + zip_strerror(archive));
    }
    m_size = status.size;
}

std::uint64_t
ZipEntry::GetSize() const
{
    return m_size;
}

std::vector<std::uint8_t>
ZipEntry::Read(std::size_t count)
{
    constexpr std::size_t chunk = std::size_t{1} << 20;
    std::vector<std::uint8_t> bytes;
    while (bytes.size() < count)
    {
        const std::size_t start = bytes.size();
        bytes.resize(start + std::min(chunk, count - start));
        const std::size_t got = ReadSome(&bytes[start], bytes.size() - start);
        if (got == 0)
        {
            throw InputError("ends after " + std::to_string(start) + " bytes, expected " +
                             std::to_string(count));
        }
        bytes.resize(start + got);
    }
    return bytes;
}

void
ZipEntry::Finish()
{
    std::uint8_t more = 0;
    if (ReadSome(&more, 1) != 0)
    {
        throw InputError("longer than the archive says");
    }
}

std::size_t
ZipEntry::ReadSome(std::uint8_t* bytes, std::size_t count)
{
    const zip_int64_t got = zip_fread(m_file.get(), bytes, count);
    if (got < 0)
    {
        throw InputError(std::string("damaged: ") + zip_file_strerror(m_file.get()));
    }
    return static_cast<std::size_t>(got);
}

} // namespace nn
