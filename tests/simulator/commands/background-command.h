// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_BACKGROUND_COMMAND_H
#define TESTS_BACKGROUND_COMMAND_H

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

/// `ddnnsim` running beside the test, which sends it signals. Killed at the end of its life.
class BackgroundCommand
{
  public:
    /// \param folder to run it in; its messages go to the file `errors` there
    BackgroundCommand(const std::filesystem::path& folder,
                      const std::vector<std::string>& arguments);
    ~BackgroundCommand();
    BackgroundCommand(const BackgroundCommand&) = delete;
    BackgroundCommand& operator=(const BackgroundCommand&) = delete;

    pid_t GetPid() const;
    /// Whether the command, or a process that it has made, is there.
    bool HasFamily() const;
    /// Waits until something holds, or the command has ended.
    void WaitUntil(const std::function<bool()>& holds);
    void Send(int signal) const;
    /// \return exit status; 128 + signal if it was killed
    int Wait();

  private:
    bool HasEnded();

    pid_t m_pid = -1;
    int m_status = 0; //!< as waitpid gives it
    bool m_ended = false;
};

#endif // TESTS_BACKGROUND_COMMAND_H
