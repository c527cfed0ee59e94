// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_WORKERS_H
#define SIMULATOR_WORKERS_H

#include "simulator/study/child-process.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <vector>

namespace simulator
{

/// A piece of work crashed, was killed, or threw.
class RunFailure : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// Those who do pieces of work, each piece in a process of its own: on this machine, or on many.
class Workers
{
  public:
    /// Piece number i; called in a child process.
    using Work = std::function<std::vector<std::uint8_t>(std::size_t)>;
    /// Takes the result of piece number i; called in the process that called Do, in the order in
    /// which pieces end.
    using Finish = std::function<void(std::size_t, const ChildResult&)>;

    Workers() = default;
    virtual ~Workers() = default;
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// \param pieces their numbers, in the order in which to begin them
    /// \throw Interrupted, or what `finish` throws; running children are killed then
    virtual void Do(const std::vector<std::size_t>& pieces,
                    const Work& work,
                    const Finish& finish) = 0;
};

} // namespace simulator

#endif // SIMULATOR_WORKERS_H
