// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/npz-reader.h"

#include "nn/data/npy-header.h"
#include "nn/data/npz-conversion.h"
#include "nn/data/quote.h"
#include "nn/data/zip-entry.h"
#include "nn/input-error.h"

#include <zip.h>

#include <utility>

namespace nn
{

namespace
{

constexpr std::uint64_t greatestArray = std::uint64_t{2} << 30;
constexpr std::uint64_t greatestText = std::uint64_t{64} << 20;
const std::string arraySuffix = ".npy";

bool
IsArray(const std::string& entry)
{
    return entry.size() >= arraySuffix.size() &&
           entry.compare(entry.size() - arraySuffix.size(), arraySuffix.size(), arraySuffix) == 0;
}

std::string
GetErrorText(int code)
{
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    std::string text = zip_error_strerror(&error);
    zip_error_fini(&error);
    return text;
}

std::string
ToText(const std::vector<std::uint8_t>& bytes)
{
    return {bytes.begin(), bytes.end()};
}

void
CheckSize(const ZipEntry& entry, std::uint64_t greatest)
{
    if (entry.GetSize() > greatest)
    {
        throw InputError(std::to_string(entry.GetSize()) + " bytes, expected at most " +
                         std::to_string(greatest));
    }
}

/// Reads the header and leaves the entry at the first element.
NpyHeader
ReadHeader(ZipEntry& entry)
{
    CheckSize(entry, greatestArray);
    std::string bytes = ToText(entry.Read(npyPreambleBytes));
    const std::size_t length = GetNpyHeaderBytes(bytes);
    bytes += ToText(entry.Read(length - bytes.size()));
    NpyHeader header = ParseNpyHeader(bytes);
    if (header.dataBytes > greatestArray || entry.GetSize() != length + header.dataBytes)
    {
        throw InputError(std::to_string(entry.GetSize()) + " bytes, expected " +
                         std::to_string(length) + " of header and " +
                         std::to_string(header.dataBytes) + " of elements for shape " +
                         ToString(header.shape) + " of " + ToString(header.type));
    }
    return header;
}

void
CheckShape(const NpzShape& found, const NpzShape& expected)
{
    if (found != expected)
    {
        throw InputError("shape " + ToString(found) + ", expected " + ToString(expected));
    }
}

NpzArray
ReadElements(ZipEntry& entry, const NpyHeader& header)
{
    std::vector<std::uint8_t> bytes = entry.Read(header.dataBytes);
    entry.Finish();
    return ToArray(header, std::move(bytes));
}

} // namespace

void
NpzReader::Closer::operator()(zip* archive) const
{
    zip_discard(archive);
}

NpzReader::NpzReader(std::string path) : m_path(std::move(path))
{
    int code = 0;
    m_archive.reset(zip_open(m_path.c_str(), ZIP_RDONLY, &code));
    if (!m_archive)
    {
        throw InputError(m_path + ": " + GetErrorText(code) + ", expected an .npz file");
    }
    const zip_int64_t count = zip_get_num_entries(m_archive.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i)
    {
        AddEntry(static_cast<std::uint64_t>(i));
    }
    if (m_entries.empty())
    {
        throw InputError(m_path + ": nothing inside, expected an .npz file with arrays");
    }
}

void
NpzReader::AddEntry(std::uint64_t index)
{
    const char* name = zip_get_name(m_archive.get(), index, 0);
    if (name == nullptr)
    {
        throw InputError(m_path + ": an entry without a name, expected an .npz file");
    }
    if (!m_entries.emplace(name, index).second)
    {
        throw InputError(m_path + ": entry " + Quote(name) + " twice, expected it once");
    }
}

const std::string&
NpzReader::GetPath() const
{
    return m_path;
}

std::vector<std::string>
NpzReader::GetNames() const
{
    std::vector<std::string> names;
    for (const auto& entry : m_entries)
    {
        if (IsArray(entry.first))
        {
            names.push_back(entry.first.substr(0, entry.first.size() - arraySuffix.size()));
        }
    }
    return names;
}

bool
NpzReader::Has(const std::string& name) const
{
    return m_entries.count(name + arraySuffix) > 0;
}

bool
NpzReader::HasText(const std::string& entry) const
{
    return !IsArray(entry) && m_entries.count(entry) > 0;
}

template <typename Use>
auto
NpzReader::WithEntry(const std::string& label, const std::string& name, Use use) const
{
    const std::string where = m_path + ": " + label;
    const auto found = m_entries.find(name);
    if (found == m_entries.end())
    {
        throw InputError(where + " is missing");
    }
    try
    {
        ZipEntry entry(m_archive.get(), found->second);
        return use(entry);
    }
    catch (const InputError& error)
    {
        throw InputError(where + ": " + error.what());
    }
    catch (const std::bad_alloc&)
    {
        throw InputError(where + " is larger than the memory");
    }
}

template <typename Use>
auto
NpzReader::WithArray(const std::string& name, Use use) const
{
    return WithEntry("array " + Quote(name), name + arraySuffix, [&](ZipEntry& entry) {
        return use(entry, ReadHeader(entry));
    });
}

NpzShape
NpzReader::GetShape(const std::string& name) const
{
    return WithArray(name, [](ZipEntry&, const NpyHeader& header) { return header.shape; });
}

NpzType
NpzReader::GetType(const std::string& name) const
{
    return WithArray(name, [](ZipEntry&, const NpyHeader& header) { return header.type; });
}

NpzArray
NpzReader::Read(const std::string& name) const
{
    return WithArray(name, ReadElements);
}

std::vector<float>
NpzReader::ReadFloats(const std::string& name, const NpzShape& shape) const
{
    return WithArray(name, [&](ZipEntry& entry, const NpyHeader& header) {
        CheckShape(header.shape, shape);
        return ToFloats(ReadElements(entry, header));
    });
}

std::vector<std::int32_t>
NpzReader::ReadInts(const std::string& name, const NpzShape& shape) const
{
    return WithArray(name, [&](ZipEntry& entry, const NpyHeader& header) {
        CheckShape(header.shape, shape);
        return ToIntegers<std::int32_t>(ReadElements(entry, header));
    });
}

std::vector<std::uint8_t>
NpzReader::ReadBytes(const std::string& name, const NpzShape& shape) const
{
    return WithArray(name, [&](ZipEntry& entry, const NpyHeader& header) {
        CheckShape(header.shape, shape);
        return ToIntegers<std::uint8_t>(ReadElements(entry, header));
    });
}

std::string
NpzReader::ReadText(const std::string& entry) const
{
    return WithEntry("entry " + Quote(entry), entry, [](ZipEntry& open) {
        CheckSize(open, greatestText);
        std::string text = ToText(open.Read(static_cast<std::size_t>(open.GetSize())));
        open.Finish();
        return text;
    });
}

} // namespace nn
