// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_QUOTE_H
#define NN_QUOTE_H

#include <string>

namespace nn
{

/// Text of unknown origin for a one-line message: in single quotes, at most 60 characters of it,
/// and
/// '?' for whatever is not printable ASCII.
std::string Quote(const std::string& text);

} // namespace nn

#endif // NN_QUOTE_H
