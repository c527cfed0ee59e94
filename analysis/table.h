// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_TABLE_H
#define ANALYSIS_TABLE_H

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

namespace analysis
{

/// A table of text for a terminal: columns as wide as their widest cell, two spaces between them.
///
/// A table too wide for 80 columns breaks the cells of its last column between words; the other
/// columns are never cut. Widths count UTF-8 code points.
class Table
{
  public:
    enum class Align
    {
        Left, //!< text
        Right //!< numbers
    };

    struct Column
    {
        std::string head;
        std::string unit; //!< second line of the head; no such line if no column has a unit
        Align align = Align::Right;
    };

    static constexpr std::size_t maximumWidth = 80;

    explicit Table(std::vector<Column> columns);

    /// \param cells one per column
    /// \throw std::invalid_argument if there are more or fewer
    void AddRow(std::vector<std::string> cells);

    /// Code points of the longest line, before any cell is broken.
    std::size_t GetWidth() const;

    /// Head, a rule, and the rows. No line ends with a space.
    void Write(std::ostream& stream) const;

  private:
    using Cells = std::vector<std::string>;

    std::vector<std::size_t> GetFullWidths() const;
    std::vector<std::size_t> GetWidths() const;
    std::string FormatRow(const Cells& cells, const std::vector<std::size_t>& widths) const;
    void WriteRow(std::ostream& stream,
                  const Cells& cells,
                  const std::vector<std::size_t>& widths) const;
    void WriteHead(std::ostream& stream, const std::vector<std::size_t>& widths) const;

    std::vector<Column> m_columns;
    std::vector<Cells> m_rows;
};

} // namespace analysis

#endif // ANALYSIS_TABLE_H
