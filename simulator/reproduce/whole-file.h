// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_WHOLE_FILE_H
#define SIMULATOR_WHOLE_FILE_H

#include <filesystem>
#include <string>

namespace simulator
{

/// Writes a file under a temporary name beside it and renames it: it is there whole, or not at all.
/// \throw std::runtime_error if it could not be written to its last byte (disk full)
void WriteWholeFile(const std::filesystem::path& path, const std::string& content);

/// Makes a folder, and those above it.
/// \throw nn::InputError if that is impossible
void MakeFolder(const std::filesystem::path& path);

} // namespace simulator

#endif // SIMULATOR_WHOLE_FILE_H
