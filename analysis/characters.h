// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_CHARACTERS_H
#define ANALYSIS_CHARACTERS_H

#include <cstddef>
#include <string>

namespace analysis
{

/// Code points of a text in UTF-8.
std::size_t CountCharacters(const std::string& text);

/// The text if it has no more characters than `most`, else its beginning and an ellipsis.
std::string ClipText(const std::string& text, std::size_t most);

} // namespace analysis

#endif // ANALYSIS_CHARACTERS_H
