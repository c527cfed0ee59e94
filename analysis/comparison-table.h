// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_COMPARISON_TABLE_H
#define ANALYSIS_COMPARISON_TABLE_H

#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace analysis
{

/// One cell: a text, or what was measured in independent repetitions beside a published value.
struct ComparisonCell
{
    std::string text;
    std::vector<double> values; //!< one per repetition; empty: the cell is its text
    std::optional<double> published;
};

/// Measured numbers beside published ones. A measured cell shows "mean ± half width" of the 95 %
/// confidence interval (StudentInterval), with one repetition the value alone; the published value
/// follows in brackets.
class ComparisonTable
{
  public:
    struct Column
    {
        std::string name; //!< in the csv file, with the unit
        std::string head; //!< on the terminal
        std::string unit;
        int digits = 1; //!< behind the decimal point, on the terminal
    };

    explicit ComparisonTable(std::vector<Column> columns);

    /// \param cells one per column
    /// \throw std::invalid_argument if there are more or fewer
    void AddRow(std::vector<ComparisonCell> cells);

    const std::vector<Column>& GetColumns() const;
    const std::vector<std::vector<ComparisonCell>>& GetRows() const;

    void Write(std::ostream& stream) const;

    /// Every measured column NAME becomes three: NAME (the mean), NAME_half_width (empty with one
    /// repetition) and NAME_paper (empty if there is no published value). Texts hold no commas.
    void WriteCsv(std::ostream& stream) const;

  private:
    bool IsMeasured(std::size_t column) const;

    std::vector<Column> m_columns;
    std::vector<std::vector<ComparisonCell>> m_rows;
};

} // namespace analysis

#endif // ANALYSIS_COMPARISON_TABLE_H
