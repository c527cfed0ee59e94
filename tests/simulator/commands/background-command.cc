// SPDX-License-Identifier: GPL-2.0-only
#include "background-command.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <thread>

namespace
{

/// In the child: becomes the command.
[[noreturn]] void
Become(const std::filesystem::path& folder, std::vector<std::string> words)
{
    words.insert(words.begin(), DDNNSIM_COMMAND);
    std::vector<char*> pointers;
    for (std::string& word : words)
    {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    const int error = open((folder / "errors").c_str(), O_CREAT | O_TRUNC | O_WRONLY, 0600);
    const int null = open("/dev/null", O_RDWR);
    if (chdir(folder.c_str()) == 0)
    {
        dup2(null, STDIN_FILENO);
        dup2(null, STDOUT_FILENO);
        dup2(error, STDERR_FILENO);
        // The caller of the tests may ignore them; the command would, too.
        for (const int number : {SIGINT, SIGTERM, SIGHUP})
        {
            signal(number, SIG_DFL);
        }
        execv(pointers[0], pointers.data());
    }
    _exit(127);
}

} // namespace

BackgroundCommand::BackgroundCommand(const std::filesystem::path& folder,
                                     const std::vector<std::string>& arguments)
    : m_pid(fork())
{
    if (m_pid == 0)
    {
        setpgid(0, 0);
        Become(folder, arguments);
    }
}

BackgroundCommand::~BackgroundCommand()
{
    if (!m_ended)
    {
        Send(SIGKILL);
        Wait();
    }
}

pid_t
BackgroundCommand::GetPid() const
{
    return m_pid;
}

bool
BackgroundCommand::HasFamily() const
{
    return kill(-m_pid, 0) == 0;
}

bool
BackgroundCommand::HasEnded()
{
    m_ended = m_ended || waitpid(m_pid, &m_status, WNOHANG) == m_pid;
    return m_ended;
}

void
BackgroundCommand::WaitUntil(const std::function<bool()>& holds)
{
    while (!holds() && !HasEnded())
    {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

void
BackgroundCommand::Send(int signal) const
{
    if (!m_ended)
    {
        kill(m_pid, signal);
    }
}

int
BackgroundCommand::Wait()
{
    if (!m_ended)
    {
        waitpid(m_pid, &m_status, 0);
        m_ended = true;
    }
    return WIFEXITED(m_status) ? WEXITSTATUS(m_status) : 128 + WTERMSIG(m_status);
}
