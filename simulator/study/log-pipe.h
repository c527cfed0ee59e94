// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LOG_PIPE_H
#define SIMULATOR_LOG_PIPE_H

#include <string>

namespace simulator
{

/// Carries what a child process writes to standard error to that of its parent, which keeps the
/// last lines. Not copyable.
class LogPipe
{
  public:
    /// \throw std::system_error if the system has no pipe left
    LogPipe();
    ~LogPipe();
    LogPipe(const LogPipe&) = delete;
    LogPipe& operator=(const LogPipe&) = delete;

    /// In the child.
    void TakeStandardError();
    /// In the parent.
    void CloseWriteEnd();
    /// File descriptor to poll for reading; negative when the child has closed its end.
    int GetDescriptor() const;
    /// Passes on what is there, without blocking.
    void Pass();
    /// Without the end of the last one.
    std::string GetLastLines() const;

  private:
    int m_readEnd = -1;
    int m_writeEnd = -1;
    std::string m_last;
};

} // namespace simulator

#endif // SIMULATOR_LOG_PIPE_H
