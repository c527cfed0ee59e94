// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/database.h"

#include <sqlite3.h>

namespace simulator
{

namespace
{

[[noreturn]] void
Fail(sqlite3* database)
{
    const int code = sqlite3_errcode(database);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
    {
        throw DatabaseBusy(sqlite3_errmsg(database));
    }
    if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT)
    {
        throw DatabaseDamaged(sqlite3_errmsg(database));
    }
    throw DatabaseFailure(sqlite3_errmsg(database));
}

} // namespace

Statement::Statement(sqlite3* database, const std::string& sql) : m_database(database)
{
    sqlite3_stmt* statement = nullptr;
    const int result = sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr);
    m_statement.reset(statement);
    Check(result);
}

void
Statement::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

Statement&
Statement::Check(int result)
{
    if (result != SQLITE_OK)
    {
        Fail(m_database);
    }
    return *this;
}

Statement&
Statement::Bind(std::int64_t value)
{
    return Check(sqlite3_bind_int64(m_statement.get(), ++m_bound, value));
}

Statement&
Statement::Bind(double value)
{
    return Check(sqlite3_bind_double(m_statement.get(), ++m_bound, value));
}

Statement&
Statement::Bind(const std::string& text)
{
    return Check(sqlite3_bind_text64(
        m_statement.get(), ++m_bound, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

Statement&
Statement::Bind(const std::vector<std::uint8_t>& bytes)
{
    const void* data = bytes.empty() ? "" : static_cast<const void*>(bytes.data()); // not null
    return Check(
        sqlite3_bind_blob64(m_statement.get(), ++m_bound, data, bytes.size(), SQLITE_TRANSIENT));
}

bool
Statement::Step()
{
    const int result = sqlite3_step(m_statement.get());
    if (result == SQLITE_ROW)
    {
        return true;
    }
    m_bound = 0;
    Check(sqlite3_reset(m_statement.get())); // tells an error of the step once more
    return false;
}

void
Statement::Run()
{
    while (Step())
    {
    }
}

std::int64_t
Statement::GetInteger(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double
Statement::GetReal(int column) const
{
    return sqlite3_column_double(m_statement.get(), column);
}

std::string
Statement::GetText(int column) const
{
    const std::vector<std::uint8_t> bytes = GetBytes(column);
    return {bytes.begin(), bytes.end()};
}

std::vector<std::uint8_t>
Statement::GetBytes(int column) const
{
    const auto* bytes =
        static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement.get(), column));
    return {bytes, bytes + sqlite3_column_bytes(m_statement.get(), column)};
}

void
Database::Close::operator()(sqlite3* database) const
{
    sqlite3_close(database);
}

Database::Database(const std::filesystem::path& file)
{
    sqlite3* database = nullptr;
    const int result = sqlite3_open(file.c_str(), &database);
    m_database.reset(database);
    if (result != SQLITE_OK)
    {
        throw DatabaseFailure(database ? sqlite3_errmsg(database) : "no memory");
    }
    // The lock is taken by the first access, kept, and ends with the process, however it ends.
    Execute("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; "
            "PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE; COMMIT");
}

void
Database::Execute(const std::string& sql)
{
    if (sqlite3_exec(m_database.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    {
        Fail(m_database.get());
    }
}

Statement
Database::Prepare(const std::string& sql)
{
    return {m_database.get(), sql};
}

std::int64_t
Database::GetNumber(const std::string& sql)
{
    Statement statement = Prepare(sql);
    return statement.Step() ? statement.GetInteger(0) : 0;
}

Transaction::Transaction(Database& database) : m_database(database)
{
    m_database.Execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    if (m_isOpen)
    {
        try
        {
            m_database.Execute("ROLLBACK");
        }
        catch (const DatabaseFailure&)
        {
            // SQLite has rolled it back already, or does when the file is opened next.
        }
    }
}

void
Transaction::Commit()
{
    m_database.Execute("COMMIT");
    m_isOpen = false;
}

} // namespace simulator
