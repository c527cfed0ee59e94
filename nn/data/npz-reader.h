// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_NPZ_READER_H
#define NN_NPZ_READER_H

#include "nn/data/npz-array.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

struct zip;

namespace nn
{

/// Reads an .npz file: a zip archive of numpy arrays (`NAME.npy`) and, maybe, other entries.
///
/// Understands what numpy writes: stored and deflated entries, ZIP64, .npy versions 1 to 3,
/// row-major and column-major order, both byte orders. Not: structured, complex, string or pickled
/// object arrays. Nothing in the file is trusted: sizes are checked before memory is asked for (an
/// array has at most 2 GiB), checksums after reading.
///
/// Every error is an InputError, one line: the path, what was found, what was expected.
class NpzReader
{
  public:
    /// \throw InputError if there is no such file, or it is no zip archive.
    explicit NpzReader(std::string path);

    const std::string& GetPath() const;

    /// Names of the arrays (without `.npy`), in alphabetical order.
    std::vector<std::string> GetNames() const;
    /// Whether there is an array of this name.
    bool Has(const std::string& name) const;
    /// Whether there is an entry that is no array, such as `network.json`.
    bool HasText(const std::string& entry) const;

    /// Shape of an array, without reading its elements.
    NpzShape GetShape(const std::string& name) const;
    /// Element type of an array, without reading its elements.
    NpzType GetType(const std::string& name) const;

    /// Any array, as it is.
    NpzArray Read(const std::string& name) const;

    /// An array of float32 or float64, as float32 (values may be infinite or not a number).
    /// \throw InputError if its shape is not `shape`, or its elements are integers.
    std::vector<float> ReadFloats(const std::string& name, const NpzShape& shape) const;
    /// An array of any integer type, as int32.
    /// \throw InputError if its shape is not `shape`, its elements are not integers, or do not fit.
    std::vector<std::int32_t> ReadInts(const std::string& name, const NpzShape& shape) const;
    /// An array of any integer type, as uint8.
    /// \throw InputError if its shape is not `shape`, its elements are not integers, or do not fit.
    std::vector<std::uint8_t> ReadBytes(const std::string& name, const NpzShape& shape) const;

    /// An entry that is no array, whole.
    /// \throw InputError if there is none of this name, or it is longer than 64 MiB.
    std::string ReadText(const std::string& entry) const;

  private:
    struct Closer
    {
        void operator()(zip* archive) const;
    };

    void AddEntry(std::uint64_t index);
    /// Opens an entry, calls use(entry) and puts path and label before whatever goes wrong.
    template <typename Use>
    auto WithEntry(const std::string& label, const std::string& name, Use use) const;
    /// Opens an array, reads its header and calls use(entry, header).
    template <typename Use>
    auto WithArray(const std::string& name, Use use) const;

    std::string m_path;
    std::unique_ptr<zip, Closer> m_archive;
    std::map<std::string, std::uint64_t>
        m_entries; //!< entry name (with `.npy`) -> index in the archive
};

} // namespace nn

#endif // NN_NPZ_READER_H
