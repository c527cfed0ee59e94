// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_PROGRESS_LINE_H
#define SIMULATOR_PROGRESS_LINE_H

#include <chrono>
#include <cstddef>
#include <string>

namespace simulator
{

/// One line on the terminal, written over and over. Nothing at all if standard error is no
/// terminal.
class ProgressLine
{
  public:
    ProgressLine() = default;
    /// Ends the line.
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void Show(std::string text);

  private:
    std::size_t m_width = 0; //!< of what is shown
};

/// Guesses how long work will take: pieces done since the first call, over the time since then.
class RemainingTime
{
  public:
    /// \return ", about 40 s left"; empty at first and at the end
    std::string Describe(std::size_t done, std::size_t total);

  private:
    std::chrono::steady_clock::time_point m_started;
    std::size_t m_doneBefore = 0;
    bool m_hasStarted = false;
};

/// Seconds, rounded up: "40 s", "3 min", "5 h 10 min".
std::string FormatDuration(double seconds);

} // namespace simulator

#endif // SIMULATOR_PROGRESS_LINE_H
