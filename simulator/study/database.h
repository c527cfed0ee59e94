// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_DATABASE_H
#define SIMULATOR_DATABASE_H

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace simulator
{

/// SQLite could not do something: disk full, file damaged, and the like. The text says which.
class DatabaseFailure : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// Another process uses the database.
class DatabaseBusy : public DatabaseFailure
{
    using DatabaseFailure::DatabaseFailure;
};

/// The file is no database, or is damaged.
class DatabaseDamaged : public DatabaseFailure
{
    using DatabaseFailure::DatabaseFailure;
};

/// A prepared SQL statement. Parameters are bound from left to right, columns are read from 0.
class Statement
{
  public:
    Statement(sqlite3* database, const std::string& sql);

    Statement& Bind(std::int64_t value);
    Statement& Bind(double value);
    Statement& Bind(const std::string& text);
    Statement& Bind(const std::vector<std::uint8_t>& bytes);

    /// Goes to the next row. \return whether there is one; the statement can be bound anew if not
    bool Step();
    /// Does what the statement says; for one without rows.
    void Run();

    std::int64_t GetInteger(int column) const;
    double GetReal(int column) const;
    std::string GetText(int column) const;
    std::vector<std::uint8_t> GetBytes(int column) const;

  private:
    Statement& Check(int result);

    struct Finalize
    {
        void operator()(sqlite3_stmt* statement) const;
    };

    sqlite3* m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    int m_bound = 0;
};

/// An SQLite database in a file, for this process alone as long as this lives. What is committed is
/// there after a crash of the process at any moment.
class Database
{
  public:
    /// Opens, or makes, a database. \throw DatabaseBusy, DatabaseFailure
    explicit Database(const std::filesystem::path& file);

    /// Statements without parameters and rows, separated by semicolons.
    void Execute(const std::string& sql);
    Statement Prepare(const std::string& sql);
    /// First column of the first row; 0 if there is none.
    std::int64_t GetNumber(const std::string& sql);

  private:
    struct Close
    {
        void operator()(sqlite3* database) const;
    };

    std::unique_ptr<sqlite3, Close> m_database;
};

/// Changes that take place as a whole: all at Commit, none if it is not reached.
class Transaction
{
  public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void Commit();

  private:
    Database& m_database;
    bool m_isOpen = true;
};

} // namespace simulator

#endif // SIMULATOR_DATABASE_H
