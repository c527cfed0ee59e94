// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_STUDY_PROGRESS_LINE_H
#define SIMULATOR_STUDY_PROGRESS_LINE_H

#include "simulator/commands/progress-line.h"
#include "simulator/study/run-study.h"

namespace simulator
{

/// On a terminal: how far a study is, how long it will take, and what its runs say so far.
class StudyProgressLine
{
  public:
    void Show(const StudyProgress& progress, const ChildResult& last);

  private:
    void Add(const ChildResult& result);

    ProgressLine m_line;
    RemainingTime m_remaining;
    double m_accuracySum = 0; //!< of the runs of this attempt that have one
    std::size_t m_count = 0;
};

} // namespace simulator

#endif // SIMULATOR_STUDY_PROGRESS_LINE_H
