// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_REQUIRE_H
#define NN_REQUIRE_H

#include "nn/input-error.h"

#include <string>

namespace nn
{

/// \throw InputError with the message if the condition does not hold
inline void
Require(bool condition, const std::string& message)
{
    if (!condition)
    {
        throw InputError(message);
    }
}

} // namespace nn

#endif // NN_REQUIRE_H
