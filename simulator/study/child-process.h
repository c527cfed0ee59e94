// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_CHILD_PROCESS_H
#define SIMULATOR_CHILD_PROCESS_H

#include "simulator/study/log-pipe.h"

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace simulator
{

/// How a child process ended.
struct ChildResult
{
    enum class Outcome
    {
        Done,
        BadInput, //!< nn::InputError
        Failed    //!< another exception, or killed by a signal
    };

    Outcome outcome = Outcome::Failed;
    std::vector<std::uint8_t> bytes; //!< what the work returned
    std::string error;               //!< one line; empty when done
    std::string log;                 //!< the last lines that it wrote to standard error
    double cpuSeconds = 0;           //!< user and system time
    double wallSeconds = 0;
    std::uint64_t peakBytes = 0; //!< largest resident set
};

/// A fork of this process that does one piece of work and hands its result back through a pipe. A
/// crash of the child is a result, too. Not copyable; killed if it is destroyed before it ended.
class ChildProcess
{
  public:
    using Work = std::function<std::vector<std::uint8_t>()>;

    /// \throw std::system_error if the system has no process or pipe left
    explicit ChildProcess(const Work& work);
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    /// File descriptor to poll for reading.
    int GetDescriptor() const;
    /// Another one: when there is something, call ReadLog.
    int GetLogDescriptor() const;
    /// Reads what is there, without blocking longer than for that.
    /// \return false when the child has ended: see Collect
    bool Read();
    void ReadLog();
    /// Since it began.
    double GetWallSeconds() const;
    /// Waits for the end, which is near after Read() was false.
    ChildResult Collect();
    /// Ends the child. \param error why
    ChildResult Kill(const std::string& error);

  private:
    LogPipe m_log;
    pid_t m_pid = -1;
    int m_descriptor = -1;
    double m_started = 0; //!< seconds of a monotonic clock
    std::vector<std::uint8_t> m_received;
};

} // namespace simulator

#endif // SIMULATOR_CHILD_PROCESS_H
