// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_CSV_TABLE_H
#define ANALYSIS_CSV_TABLE_H

#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace analysis
{

/// Results that cannot be read. The text is one line: where, what was found, what was expected.
class ReadFailure : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// A csv file (RFC 4180, with or without carriage returns) in memory. Cells are found by the name
/// of their column: columns may be absent, and come in any order.
class CsvTable
{
  public:
    /// \param name of the file, for messages
    /// \throw ReadFailure if a row has another number of cells than the head, a name is there
    /// twice, a quote is not closed, or the text has 2 GiB or more
    CsvTable(const std::string& name, std::string text);
    const std::vector<std::string>& GetColumns() const;
    bool Has(const std::string& column) const;
    std::size_t GetRowCount() const;

    /// \return empty if there is no such column
    std::string_view GetText(std::size_t row, const std::string& column) const;
    /// \return none if there is no such column, or the cell is empty
    /// \throw ReadFailure if the cell is no number
    std::optional<double> GetNumber(std::size_t row, const std::string& column) const;
    /// \throw ReadFailure as above, or if there is no number
    double GetRequired(std::size_t row, const std::string& column) const;

  private:
    /// Part of the text, or, behind its end, of the unquoted cells. Half as large as a string_view:
    /// there are millions.
    struct Cell
    {
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };

    void Parse();
    Cell ParseCell(std::size_t& at);
    Cell ParseQuoted(std::size_t& at);
    std::string_view GetView(const Cell& cell) const;
    void TakeHead(const std::vector<Cell>& cells);
    [[noreturn]] void Fail(std::size_t line, const std::string& reason) const;

    std::string m_name;
    std::string m_text;
    std::string m_unquoted; //!< cells that stand in quotes, without them
    std::vector<std::string> m_columns;
    std::map<std::string, std::size_t> m_index; //!< by name
    std::vector<Cell> m_cells;                  //!< (row, column)
};

} // namespace analysis

#endif // ANALYSIS_CSV_TABLE_H
