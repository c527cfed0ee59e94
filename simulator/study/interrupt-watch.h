// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_INTERRUPT_WATCH_H
#define SIMULATOR_INTERRUPT_WATCH_H

#include <csignal>
#include <stdexcept>

namespace simulator
{

/// The user pressed Ctrl-C, or the process was asked to end.
class Interrupted : public std::runtime_error
{
  public:
    Interrupted();
};

/// While it lives, SIGINT, SIGTERM and SIGHUP do not end the process but wait to be noticed, so
/// that unfinished results can be removed first. Those that were ignored before (`nohup`) still
/// are. One at a time.
class InterruptWatch
{
  public:
    InterruptWatch();
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;

    /// Whether one of the signals has come.
    static bool IsInterrupted();
    /// \throw Interrupted if so
    static void Check();
    /// Signals to block while waiting in ppoll: one that comes ends the wait.
    const sigset_t* GetWaitMask() const;

  private:
    sigset_t m_oldMask{};
    struct sigaction m_oldActions[3] = {};
    bool m_isWatched[3] = {}; //!< not ignored when the watch began
};

} // namespace simulator

#endif // SIMULATOR_INTERRUPT_WATCH_H
