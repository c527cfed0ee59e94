// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_TEXT_H
#define SIMULATOR_TEXT_H

#include <optional>
#include <string>
#include <vector>

namespace simulator
{

/// What the user wrote, for a message of one line: in single quotes, control characters and line
/// ends as '?', cut after 60 bytes.
std::string Quote(const std::string& text);

/// The candidate nearest to a mistyped word, if one is near: at most one wrong, missing, additional
/// or swapped letter for every three letters of the word (but for short words one).
std::optional<std::string> FindNearest(const std::string& word,
                                       const std::vector<std::string>& candidates);

/// ", did you mean 'NEAREST'?", or nothing if no candidate is near.
std::string Suggest(const std::string& word, const std::vector<std::string>& candidates);

/// The parts of a text between separators: at least one, which may be empty.
std::vector<std::string> SplitText(const std::string& text, char separator);

/// "a, b or c".
std::string JoinAlternatives(const std::vector<std::string>& words);

/// Byte offset of the first thing in a text that is no UTF-8, or is a control character other than
/// tab and line ends; nothing if all is well.
std::optional<std::size_t> FindBadCharacter(const std::string& text);

} // namespace simulator

#endif // SIMULATOR_TEXT_H
