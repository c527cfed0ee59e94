// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_NPZ_WRITER_H
#define NN_NPZ_WRITER_H

#include "nn/data/npz-array.h"

#include <cstdint>
#include <string>
#include <vector>

namespace nn
{

/// Collects arrays and writes them as an .npz file that numpy opens: deflated, little-endian,
/// row-major. The same content gives the same bytes: the time of every entry is 1980-01-01.
class NpzWriter
{
  public:
    /// \throw std::invalid_argument if the number of values is not that of the shape, or the name
    /// is already taken: programming errors.
    void AddFloats(const std::string& name,
                   const NpzShape& shape,
                   const std::vector<float>& values);
    void AddInts(const std::string& name,
                 const NpzShape& shape,
                 const std::vector<std::int32_t>& values);
    void AddBytes(const std::string& name,
                  const NpzShape& shape,
                  const std::vector<std::uint8_t>& values);
    /// Any other type.
    void Add(const std::string& name, const NpzArray& array);
    /// An entry that is no array, such as `network.json`; the name is used as it is.
    void AddText(const std::string& entry, const std::string& text);

    /// Writes a temporary file in the same folder and renames it: `path` is never half a file, and
    /// an older file of that name stays until the new one is complete. \throw InputError if it
    /// cannot be written.
    void Write(const std::string& path) const;

  private:
    struct Entry
    {
        std::string name;
        std::vector<std::uint8_t> bytes;
    };

    void Append(const std::string& entry, std::vector<std::uint8_t> bytes);

    std::vector<Entry> m_entries;
};

} // namespace nn

#endif // NN_NPZ_WRITER_H
