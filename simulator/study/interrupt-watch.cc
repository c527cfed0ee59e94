// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/interrupt-watch.h"

#include <iterator>

namespace simulator
{

namespace
{

constexpr int watched[] = {SIGINT, SIGTERM, SIGHUP};

volatile std::sig_atomic_t noticed = 0;

/// As `nohup`, or a shell for a process in the background, sets it.
bool
IsIgnored(int signal)
{
    struct sigaction action
    {
    };
    sigaction(signal, nullptr, &action);
    return action.sa_handler == SIG_IGN;
}

} // namespace

Interrupted::Interrupted() : std::runtime_error("interrupted") {}

InterruptWatch::InterruptWatch()
{
    noticed = 0;
    sigset_t signals;
    sigemptyset(&signals);
    for (std::size_t i = 0; i < std::size(watched); ++i)
    {
        m_isWatched[i] = !IsIgnored(watched[i]);
        if (!m_isWatched[i])
        {
            continue;
        }
        sigaddset(&signals, watched[i]);
        struct sigaction action
        {
        };
        action.sa_handler = [](int) { noticed = 1; };
        sigaction(watched[i], &action, &m_oldActions[i]);
    }
    sigprocmask(SIG_BLOCK, &signals, &m_oldMask);
}

InterruptWatch::~InterruptWatch()
{
    sigprocmask(SIG_SETMASK, &m_oldMask, nullptr); // what is pending is delivered here, to us
    for (std::size_t i = 0; i < std::size(watched); ++i)
    {
        if (m_isWatched[i])
        {
            sigaction(watched[i], &m_oldActions[i], nullptr);
        }
    }
}

bool
InterruptWatch::IsInterrupted()
{
    sigset_t pending;
    sigpending(&pending);
    bool interrupted = noticed != 0;
    for (int signal : watched)
    {
        interrupted = interrupted || sigismember(&pending, signal) == 1;
    }
    return interrupted;
}

void
InterruptWatch::Check()
{
    if (IsInterrupted())
    {
        throw Interrupted();
    }
}

const sigset_t*
InterruptWatch::GetWaitMask() const
{
    return &m_oldMask;
}

} // namespace simulator
