// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/study-database.h"

#include "nn/input-error.h"

#include <string>

namespace simulator
{

namespace
{

/// "ddns": by it a file is known as a study.
constexpr std::int64_t applicationId = 0x64646e73;

const char* const schema =
    "CREATE TABLE study (name TEXT PRIMARY KEY, value TEXT NOT NULL);"
    "CREATE TABLE scenarios (first_run INTEGER PRIMARY KEY, description TEXT NOT NULL);"
    "CREATE TABLE runs (run INTEGER PRIMARY KEY, identity TEXT NOT NULL UNIQUE,"
    " scenario TEXT NOT NULL, seed INTEGER NOT NULL, replication INTEGER NOT NULL,"
    " swept TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'planned', error TEXT, log TEXT,"
    " stories INTEGER, output BLOB, wall_s REAL, cpu_s REAL, peak_bytes INTEGER);";

void
MakeTables(Database& database)
{
    Transaction transaction(database);
    database.Execute("PRAGMA application_id = " + std::to_string(applicationId));
    database.Execute(schema);
    transaction.Commit();
}

} // namespace

Database
OpenStudyDatabase(const std::filesystem::path& file)
{
    try
    {
        Database database(file);
        if (database.GetNumber("SELECT count(*) FROM sqlite_master") == 0)
        {
            MakeTables(database);
        }
        if (database.GetNumber("PRAGMA application_id") == applicationId)
        {
            return database;
        }
    }
    catch (const DatabaseBusy&)
    {
        throw nn::InputError(file.string() + ": is in use by another ddnnsim, expected to wait "
                                             "until it ends, or another --out DIR");
    }
    catch (const DatabaseDamaged& failure)
    {
        throw nn::InputError(file.string() + ": " + failure.what() + ", expected a study");
    }
    throw nn::InputError(file.string() + ": is a database of something else, expected a study");
}

} // namespace simulator
