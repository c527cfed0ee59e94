// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/child-process.h"

#include "nn/input-error.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <iostream>
#include <system_error>

namespace simulator
{

namespace
{

double
GetSeconds()
{
    using namespace std::chrono;
    return duration<double>(steady_clock::now().time_since_epoch()).count();
}

double
ToSeconds(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

/// First byte: outcome; the rest: result or text of the error.
void
Write(int descriptor, ChildResult::Outcome outcome, const void* data, std::size_t size)
{
    const auto first = static_cast<std::uint8_t>(outcome);
    bool good = write(descriptor, &first, 1) == 1;
    const auto* next = static_cast<const std::uint8_t*>(data);
    while (good && size > 0)
    {
        const ssize_t written = write(descriptor, next, size);
        good = written > 0;
        next += good ? written : 0;
        size -= good ? static_cast<std::size_t>(written) : 0;
    }
}

/// Ctrl-C goes to the whole group of processes: the parent alone decides, and its end is the
/// child's.
void
DetachFromTerminal()
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    std::signal(SIGINT, SIG_IGN);
    std::signal(SIGHUP, SIG_IGN);
    std::signal(SIGTERM, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
}

void
DoWork(const ChildProcess::Work& work, int descriptor)
{
    using Outcome = ChildResult::Outcome;
    try
    {
        const std::vector<std::uint8_t> bytes = work();
        Write(descriptor, Outcome::Done, bytes.data(), bytes.size());
    }
    catch (const nn::InputError& error)
    {
        Write(descriptor, Outcome::BadInput, error.what(), std::strlen(error.what()));
    }
    catch (const std::exception& error)
    {
        Write(descriptor, Outcome::Failed, error.what(), std::strlen(error.what()));
    }
}

} // namespace

ChildProcess::ChildProcess(const Work& work) : m_started(GetSeconds())
{
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0)
    {
        throw std::system_error(errno, std::generic_category(), "pipe");
    }
    std::cout.flush();
    std::cerr.flush();
    m_pid = fork();
    if (m_pid < 0)
    {
        const int error = errno;
        close(ends[0]);
        close(ends[1]);
        throw std::system_error(error, std::generic_category(), "fork");
    }
    if (m_pid == 0)
    {
        DetachFromTerminal();
        close(ends[0]);
        m_log.TakeStandardError();
        DoWork(work, ends[1]);
        _exit(0); // no destructors of the parent's objects
    }
    close(ends[1]);
    m_log.CloseWriteEnd();
    m_descriptor = ends[0];
}

ChildProcess::~ChildProcess()
{
    if (m_descriptor >= 0)
    {
        close(m_descriptor);
    }
    if (m_pid > 0)
    {
        kill(m_pid, SIGKILL);
        waitpid(m_pid, nullptr, 0);
    }
}

int
ChildProcess::GetDescriptor() const
{
    return m_descriptor;
}

int
ChildProcess::GetLogDescriptor() const
{
    return m_log.GetDescriptor();
}

void
ChildProcess::ReadLog()
{
    m_log.Pass();
}

double
ChildProcess::GetWallSeconds() const
{
    return GetSeconds() - m_started;
}

bool
ChildProcess::Read()
{
    std::array<std::uint8_t, 65536> buffer{};
    const ssize_t count = read(m_descriptor, buffer.data(), buffer.size());
    if (count > 0)
    {
        m_received.insert(m_received.end(), buffer.begin(), buffer.begin() + count);
    }
    return count > 0 || (count < 0 && errno == EINTR);
}

ChildResult
ChildProcess::Collect()
{
    int status = 0;
    rusage usage{};
    while (wait4(m_pid, &status, 0, &usage) < 0 && errno == EINTR)
    {
    }
    m_pid = -1;
    m_log.Pass();
    ChildResult result;
    result.log = m_log.GetLastLines();
    result.cpuSeconds = ToSeconds(usage.ru_utime) + ToSeconds(usage.ru_stime);
    result.wallSeconds = GetWallSeconds();
    result.peakBytes = static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
    if (WIFSIGNALED(status))
    {
        const char* name = strsignal(WTERMSIG(status));
        result.error = "ended by signal " + std::to_string(WTERMSIG(status)) + " (" + name + ")";
    }
    else if (m_received.empty())
    {
        result.error = "ended without a result";
    }
    else
    {
        result.outcome = static_cast<ChildResult::Outcome>(m_received.front());
        result.bytes.assign(m_received.begin() + 1, m_received.end());
        if (result.outcome != ChildResult::Outcome::Done)
        {
            result.error.assign(result.bytes.begin(), result.bytes.end());
        }
    }
    return result;
}

ChildResult
ChildProcess::Kill(const std::string& error)
{
    kill(m_pid, SIGKILL);
    ChildResult result = Collect();
    result.outcome = ChildResult::Outcome::Failed;
    result.error = error;
    result.bytes.clear();
    return result;
}

} // namespace simulator
