// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LOCAL_WORKERS_H
#define SIMULATOR_LOCAL_WORKERS_H

#include "simulator/study/interrupt-watch.h"
#include "simulator/study/workers.h"

#include <limits>
#include <map>
#include <memory>

namespace simulator
{

/// Children of this process, up to `jobs` at a time.
class LocalWorkers : public Workers
{
  public:
    static constexpr double noTimeout = std::numeric_limits<double>::infinity();

    /// \param watch notices signals while this lasts
    /// \param timeoutSeconds a piece that takes longer is killed and has failed
    LocalWorkers(unsigned jobs, const InterruptWatch& watch, double timeoutSeconds = noTimeout);

    void Do(const std::vector<std::size_t>& pieces,
            const Work& work,
            const Finish& finish) override;

  private:
    using Children = std::map<std::size_t, std::unique_ptr<ChildProcess>>; //!< by piece

    std::vector<std::size_t> Listen(const Children& children) const;
    double GetSecondsLeft(const Children& children) const;
    ChildResult End(ChildProcess& child) const;

    unsigned m_jobs;
    const InterruptWatch& m_watch;
    double m_timeoutSeconds;
};

} // namespace simulator

#endif // SIMULATOR_LOCAL_WORKERS_H
