// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_FIGURE_TABLE_H
#define ANALYSIS_FIGURE_TABLE_H

#include "analysis/report/estimate.h"

#include <optional>
#include <string>
#include <vector>

namespace analysis
{

struct FigureColumn
{
    std::string title;
    std::string unit; //!< empty: none
};

/// A figure with its interval, ready to be read.
struct FigureCell
{
    enum class Weight
    {
        Normal,
        Strong
    };

    std::string value = "-"; //!< as it is: there is no such figure
    std::string low;         //!< of the interval; empty: none
    std::string high;
    Weight weight = Weight::Normal;
};

/// \param digits behind the decimal point
FigureCell MakeCell(const std::optional<Estimate>& estimate, int digits);

/// A table for people: first the names of a row, then its figures.
struct FigureTable
{
    struct Row
    {
        /// One per head. Rows that follow each other and have the same name say it once, but for
        /// the last name.
        std::vector<std::string> names;
        std::vector<FigureCell> cells; //!< one per column
    };

    std::string title;
    std::vector<std::string> heads;
    std::vector<FigureColumn> columns;
    std::vector<Row> rows;
    std::size_t leftOut = 0; //!< rows that are too many to be shown
};

/// HTML, without the title.
std::string RenderFigureTable(const FigureTable& table);

/// Text for a cell or a head of Markdown: bars and line ends would end it.
std::string EscapeMarkdown(const std::string& text);

/// Without the title.
std::string WriteMarkdownTable(const FigureTable& table);

} // namespace analysis

#endif // ANALYSIS_FIGURE_TABLE_H
