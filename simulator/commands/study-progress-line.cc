// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/study-progress-line.h"

#include "analysis/number-format.h"
#include "simulator/run/run-output.h"

#include <unistd.h>

#include <sstream>

namespace simulator
{

void
StudyProgressLine::Show(const StudyProgress& progress, const ChildResult& last)
{
    if (isatty(STDERR_FILENO) == 0)
    {
        return;
    }
    Add(last);
    std::ostringstream text;
    text << "simulated " << progress.done << " of " << progress.total;
    if (progress.failed > 0)
    {
        text << ", " << progress.failed << " failed";
    }
    text << m_remaining.Describe(progress.done + progress.failed, progress.total);
    if (m_count > 0)
    {
        text.precision(3);
        text << "; accuracy so far " << 100 * m_accuracySum / static_cast<double>(m_count) << " %";
    }
    m_line.Show(text.str());
}

void
StudyProgressLine::Add(const ChildResult& result)
{
    if (result.outcome != ChildResult::Outcome::Done)
    {
        return;
    }
    if (const auto accuracy = Decode(result.bytes).summary.accuracy)
    {
        m_accuracySum += *accuracy;
        ++m_count;
    }
}

} // namespace simulator
