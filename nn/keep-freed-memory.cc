// SPDX-License-Identifier: GPL-2.0-only
#include "nn/keep-freed-memory.h"

#include <cstdlib>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace nn
{

void
KeepFreedMemory()
{
#if defined(__GLIBC__)
    constexpr int mebibyte = 1 << 20;
    mallopt(M_MMAP_THRESHOLD, 32 * mebibyte); // the greatest that it takes
    mallopt(M_TRIM_THRESHOLD, 1024 * mebibyte);
    mallopt(M_TOP_PAD, 64 * mebibyte);
#endif
}

} // namespace nn
