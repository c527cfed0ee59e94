// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_ZIP_ENTRY_H
#define NN_ZIP_ENTRY_H

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

struct zip;
struct zip_file;

namespace nn
{

/// One entry of a zip archive while it is read, from its start to its end.
/// Errors are InputErrors without the path.
class ZipEntry
{
  public:
    /// \param archive must live as long as the entry
    /// \throw InputError if it is encrypted, or compressed in a way that is not known
    ZipEntry(zip* archive, std::uint64_t index);

    /// Length when decompressed, as the archive says. Not to be trusted.
    std::uint64_t GetSize() const;

    /// The next bytes. Memory grows with what is really there, not with what is asked for.
    /// \throw InputError if the entry ends before
    std::vector<std::uint8_t> Read(std::size_t count);

    /// To be called after the last byte.
    /// \throw InputError if there are more bytes, or if the checksum is wrong
    void Finish();

  private:
    struct Closer
    {
        void operator()(zip_file* file) const;
    };

    /// \return number of bytes, 0 at the end
    std::size_t ReadSome(std::uint8_t* bytes, std::size_t count);

    std::unique_ptr<zip_file, Closer> m_file;
    std::uint64_t m_size = 0;
};

} // namespace nn

#endif // NN_ZIP_ENTRY_H
