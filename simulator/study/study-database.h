// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_STUDY_DATABASE_H
#define SIMULATOR_STUDY_DATABASE_H

#include "simulator/study/database.h"

#include <filesystem>

namespace simulator
{

/// Opens the database of a study, or makes one without runs. Tables: `study` (names and values),
/// `scenarios` (by their first run), `runs`.
/// \throw nn::InputError if another process uses it or it is something else, DatabaseFailure
Database OpenStudyDatabase(const std::filesystem::path& file);

} // namespace simulator

#endif // SIMULATOR_STUDY_DATABASE_H
