// SPDX-License-Identifier: GPL-2.0-only
#include "nn/input-error.h"
#include "nn/keep-freed-memory.h"
#include "simulator/commands/command.h"
#include "simulator/scenario/text.h"
#include "simulator/study/version.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <exception>
#include <iostream>

namespace
{

using simulator::Command;

constexpr int badInput = 2;
constexpr int failed = 1;

void
PrintHelp()
{
    std::cout << "usage: ddnnsim COMMAND [ARGUMENTS]\n\n"
                 "Simulates distributed deep neural networks on device, edge and cloud.\n\n"
                 "commands (ddnnsim COMMAND --help shows more):\n";
    for (const Command& command : simulator::GetCommands())
    {
        const std::string name = command.name;
        std::cout << "  " << name << std::string(12 - std::min<std::size_t>(11, name.size()), ' ')
                  << command.help << '\n';
    }
    std::cout << "\n  --help      show this help\n  --version   show the version\n";
}

std::vector<std::string>
GetNames()
{
    std::vector<std::string> names = {"--help", "--version"};
    for (const Command& command : simulator::GetCommands())
    {
        names.emplace_back(command.name);
    }
    return names;
}

int
RunCommand(const std::string& name, const std::vector<std::string>& arguments)
{
    for (const Command& command : simulator::GetCommands())
    {
        if (command.name == name)
        {
            return command.run(arguments);
        }
    }
    const std::string hint = simulator::Suggest(name, GetNames());
    throw nn::InputError("ddnnsim: unknown command " + simulator::Quote(name) +
                         (hint.empty() ? ", 'ddnnsim --help' shows all" : hint));
}

int
Run(const std::vector<std::string>& words)
{
    if (words.empty() || words[0] == "--help" || words[0] == "-h" || words[0] == "help")
    {
        PrintHelp();
        return 0;
    }
    if (words[0] == "--version")
    {
        std::cout << "ddnnsim " << simulator::GetVersion() << " (ns-" << simulator::GetNs3Version()
                  << ")\n";
        return 0;
    }
    return RunCommand(words[0], {words.begin() + 1, words.end()});
}

/// Whether nobody reads standard output any more (`ddnnsim list keys | head`).
bool
IsOutputAbandoned()
{
    pollfd output = {STDOUT_FILENO, 0, 0};
    return poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
}

/// A full disk or a closed pipe must not look like success.
int
CheckOutput(int status)
{
    if (std::cout.flush())
    {
        return status;
    }
    if (!IsOutputAbandoned())
    {
        std::cerr << "ddnnsim: error: cannot write to standard output\n";
    }
    return status == 0 ? failed : status;
}

} // namespace

int
main(int argc, char** argv)
{
    // A closed standard output must not end a run whose results go to files.
    std::signal(SIGPIPE, SIG_IGN);
    nn::KeepFreedMemory();
    try
    {
        return CheckOutput(Run({argv + 1, argv + argc}));
    }
    catch (const nn::InputError& error)
    {
        std::cout.flush();
        std::cerr << error.what() << '\n';
        return badInput;
    }
    catch (const std::exception& error)
    {
        std::cout.flush();
        std::cerr << "ddnnsim: internal error: " << error.what() << '\n';
        return failed;
    }
}
