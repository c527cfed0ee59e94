// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_RECORD_CODEC_H
#define SIMULATOR_RECORD_CODEC_H

#include "analysis/records.h"

#include <cstdint>
#include <vector>

namespace simulator
{

/// The records of a run as bytes (CBOR), exactly: how a child process hands them to its parent.
std::vector<std::uint8_t> Encode(const analysis::RunRecord& record);

/// \throw std::exception if the bytes are no record
analysis::RunRecord Decode(const std::vector<std::uint8_t>& bytes);

} // namespace simulator

#endif // SIMULATOR_RECORD_CODEC_H
