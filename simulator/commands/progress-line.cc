// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/progress-line.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <iostream>

namespace simulator
{

ProgressLine::~ProgressLine()
{
    if (m_width > 0)
    {
        std::cerr << '\n';
    }
}

void
ProgressLine::Show(std::string text)
{
    if (isatty(STDERR_FILENO) != 0)
    {
        const std::size_t width = text.size();
        text.resize(std::max(width, m_width), ' ');
        std::cerr << '\r' << text << std::flush;
        m_width = width;
    }
}

std::string
RemainingTime::Describe(std::size_t done, std::size_t total)
{
    const auto now = std::chrono::steady_clock::now();
    if (!m_hasStarted)
    {
        m_started = now;
        m_doneBefore = done;
        m_hasStarted = true;
    }
    if (done == m_doneBefore || done >= total)
    {
        return "";
    }
    const double spent = std::chrono::duration<double>(now - m_started).count();
    const double left =
        spent / static_cast<double>(done - m_doneBefore) * static_cast<double>(total - done);
    return ", about " + FormatDuration(left) + " left";
}

std::string
FormatDuration(double seconds)
{
    const auto whole = std::lround(std::ceil(seconds));
    if (whole < 100)
    {
        return std::to_string(whole) + " s";
    }
    const long minutes = (whole + 30) / 60;
    if (minutes < 100)
    {
        return std::to_string(minutes) + " min";
    }
    return std::to_string(minutes / 60) + " h " + std::to_string(minutes % 60) + " min";
}

} // namespace simulator
