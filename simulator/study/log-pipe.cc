// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/log-pipe.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <iostream>
#include <system_error>

namespace simulator
{

namespace
{

constexpr std::size_t keptBytes = 2000;

void
Close(int& descriptor)
{
    if (descriptor >= 0)
    {
        close(descriptor);
        descriptor = -1;
    }
}

} // namespace

LogPipe::LogPipe()
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_NONBLOCK | O_CLOEXEC) != 0)
    {
        throw std::system_error(errno, std::generic_category(), "pipe");
    }
    m_readEnd = ends[0];
    m_writeEnd = ends[1];
}

LogPipe::~LogPipe()
{
    Close(m_readEnd);
    Close(m_writeEnd);
}

void
LogPipe::TakeStandardError()
{
    fcntl(m_writeEnd, F_SETFL, 0); // the child waits when the pipe is full
    dup2(m_writeEnd, STDERR_FILENO);
    Close(m_writeEnd);
    Close(m_readEnd);
}

void
LogPipe::CloseWriteEnd()
{
    Close(m_writeEnd);
}

int
LogPipe::GetDescriptor() const
{
    return m_readEnd;
}

void
LogPipe::Pass()
{
    std::array<char, 4096> buffer{};
    ssize_t count = 1;
    while (m_readEnd >= 0 && count > 0)
    {
        count = read(m_readEnd, buffer.data(), buffer.size());
        if (count > 0)
        {
            std::cerr.write(buffer.data(), count);
            m_last.append(buffer.data(), static_cast<std::size_t>(count));
            m_last.erase(0, m_last.size() - std::min(m_last.size(), keptBytes));
        }
        else if (count == 0)
        {
            Close(m_readEnd);
        }
    }
}

std::string
LogPipe::GetLastLines() const
{
    const std::size_t end = m_last.find_last_not_of(" \r\n");
    return end == std::string::npos ? "" : m_last.substr(0, end + 1);
}

} // namespace simulator
