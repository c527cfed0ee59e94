// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_KEEP_FREED_MEMORY_H
#define NN_KEEP_FREED_MEMORY_H

namespace nn
{

/// Freed memory stays with the process from now on, up to 1 GiB, instead of going back to the
/// system. Training frees and allocates the same megabytes in every step, and a page that comes
/// from the system again has to be zeroed: a sixth of the time. Memory that was never used is not
/// touched. Does nothing where the allocator is not glibc's.
void KeepFreedMemory();

} // namespace nn

#endif // NN_KEEP_FREED_MEMORY_H
