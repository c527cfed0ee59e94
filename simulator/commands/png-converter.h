// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_PNG_CONVERTER_H
#define SIMULATOR_PNG_CONVERTER_H

#include <filesystem>
#include <optional>

namespace simulator
{

/// rsvg-convert (Debian: librsvg2-bin), which makes PNG files of SVG files.
class PngConverter
{
  public:
    /// \return none if it is in no folder of PATH
    static std::optional<PngConverter> Find();

    /// Two pixels of the PNG file for each of the SVG file, on white.
    /// \throw nn::InputError if the file is not made
    void Convert(const std::filesystem::path& svg, const std::filesystem::path& png) const;

  private:
    explicit PngConverter(std::filesystem::path program);

    std::filesystem::path m_program;
};

} // namespace simulator

#endif // SIMULATOR_PNG_CONVERTER_H
