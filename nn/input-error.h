// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_INPUT_ERROR_H
#define NN_INPUT_ERROR_H

#include <stdexcept>

namespace nn
{

/// What the user gave cannot be used. The text is one line for the user: where (file, line and
/// column if there are any), what was found, and what was expected. The command ends with exit
/// status 2.
class InputError : public std::runtime_error
{
  public:
    using std::runtime_error::runtime_error;
};

} // namespace nn

#endif // NN_INPUT_ERROR_H
