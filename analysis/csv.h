// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_CSV_H
#define ANALYSIS_CSV_H

#include "analysis/records.h"
#include "analysis/run-summary.h"

#include <ostream>
#include <string>
#include <vector>

namespace analysis
{

// The files of a results directory (RFC 4180 with line feeds). The first line names the
// columns, with units. Numbers have at most nine significant digits; a missing value is an empty
// field. The text depends on the records only: neither on locale nor machine.

/// \param sweptPaths dotted paths of the swept values: one column each
/// Field of text: quoted if it holds a comma, a quote or a line end; quotes are doubled.
std::string QuoteCsv(const std::string& text);

void WriteRunsHeader(std::ostream& stream, const std::vector<std::string>& sweptPaths);
void WriteRunRow(std::ostream& stream, const RunSummary& run);

void WriteSamplesHeader(std::ostream& stream);
void WriteSampleRows(std::ostream& stream, const RunRecord& run);

void WriteLinksHeader(std::ostream& stream);
void WriteLinkRows(std::ostream& stream, const RunRecord& run);

void WriteNodesHeader(std::ostream& stream);
void WriteNodeRows(std::ostream& stream, const RunRecord& run);

void WriteTimelineHeader(std::ostream& stream);
void WriteTimelineRows(std::ostream& stream, const RunRecord& run);

void WriteFailuresHeader(std::ostream& stream);
void WriteFailureRows(std::ostream& stream, const RunRecord& run);

void WriteSuspicionsHeader(std::ostream& stream);
void WriteSuspicionRows(std::ostream& stream, const RunRecord& run);

} // namespace analysis

#endif // ANALYSIS_CSV_H
