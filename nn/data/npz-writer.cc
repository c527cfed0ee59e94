// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/npz-writer.h"

#include "nn/data/npy-header.h"
#include "nn/input-error.h"

#include <zip.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <utility>

namespace nn
{

namespace
{

static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__,
              "elements are written as they are in memory");

/// 1980-01-01 00:00, the earliest time of a zip entry, in the form of MS-DOS.
constexpr zip_uint16_t earliestTime = 0;
constexpr zip_uint16_t earliestDate = (0U << 9) | (1U << 5) | 1U;

struct Discarder
{
    void operator()(zip* archive) const
    {
        zip_discard(archive);
    }
};

using Archive = std::unique_ptr<zip, Discarder>;

[[noreturn]] void
Fail(const std::string& path, const std::string& reason)
{
    throw InputError(path + ": cannot be written: " + reason);
}

Archive
Create(const std::string& path)
{
    int code = 0;
    Archive archive(zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code));
    if (!archive)
    {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const std::string reason = zip_error_strerror(&error);
        zip_error_fini(&error);
        Fail(path, reason);
    }
    return archive;
}

/// \return whether it worked; the archive knows the reason if not
bool
AddEntry(zip* archive, const std::string& name, const std::vector<std::uint8_t>& bytes)
{
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const zip_int64_t index =
        source == nullptr ? -1 : zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0)
    {
        zip_source_free(source);
        return false;
    }
    const auto entry = static_cast<zip_uint64_t>(index);
    return zip_file_set_dostime(archive, entry, earliestTime, earliestDate, 0) == 0 &&
           zip_set_file_compression(archive, entry, ZIP_CM_DEFLATE, 6) == 0;
}

template <typename T>
NpzArray
MakeArray(NpzType type, const NpzShape& shape, const std::vector<T>& values)
{
    NpzArray array{shape, type, std::vector<std::uint8_t>(values.size() * sizeof(T))};
    if (!values.empty())
    {
        std::memcpy(array.bytes.data(), values.data(), array.bytes.size());
    }
    return array;
}

} // namespace

void
NpzWriter::AddFloats(const std::string& name,
                     const NpzShape& shape,
                     const std::vector<float>& values)
{
    Add(name, MakeArray(NpzType::F4, shape, values));
}

void
NpzWriter::AddInts(const std::string& name,
                   const NpzShape& shape,
                   const std::vector<std::int32_t>& values)
{
    Add(name, MakeArray(NpzType::I4, shape, values));
}

void
NpzWriter::AddBytes(const std::string& name,
                    const NpzShape& shape,
                    const std::vector<std::uint8_t>& values)
{
    Add(name, MakeArray(NpzType::U1, shape, values));
}

void
NpzWriter::Add(const std::string& name, const NpzArray& array)
{
    std::size_t expected = GetSize(array.type);
    for (const std::size_t extent : array.shape)
    {
        expected *= extent;
    }
    if (array.bytes.size() != expected)
    {
        throw std::invalid_argument("array '" + name + "': " + std::to_string(array.bytes.size()) +
                                    " bytes for shape " + ToString(array.shape));
    }
    const std::string header = FormatNpyHeader(array.type, array.shape);
    std::vector<std::uint8_t> bytes(header.begin(), header.end());
    bytes.insert(bytes.end(), array.bytes.begin(), array.bytes.end());
    Append(name + ".npy", std::move(bytes));
}

void
NpzWriter::AddText(const std::string& entry, const std::string& text)
{
    Append(entry, std::vector<std::uint8_t>(text.begin(), text.end()));
}

void
NpzWriter::Append(const std::string& entry, std::vector<std::uint8_t> bytes)
{
    const bool taken = std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry& other) {
        return other.name == entry;
    });
    if (taken)
    {
        throw std::invalid_argument("entry '" + entry + "' twice");
    }
    m_entries.push_back({entry, std::move(bytes)});
}

void
NpzWriter::Write(const std::string& path) const
{
    Archive archive = Create(path);
    for (const Entry& entry : m_entries)
    {
        if (!AddEntry(archive.get(), entry.name, entry.bytes))
        {
            Fail(path, zip_strerror(archive.get()));
        }
    }
    // zip_close() writes a temporary file in the same folder and renames it.
    if (zip_close(archive.get()) != 0)
    {
        Fail(path, zip_strerror(archive.get()));
    }
    // It has freed the archive; nothing is left to discard.
    static_cast<void>(archive.release());
}

} // namespace nn
