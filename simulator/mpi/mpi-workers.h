// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_MPI_WORKERS_H
#define SIMULATOR_MPI_WORKERS_H

#include "simulator/mpi/mpi-messages.h"
#include "simulator/study/workers.h"

#include <cstddef>
#include <vector>

namespace simulator
{

/// The ranks of an MPI job but this one, rank 0, which hands out the pieces. Each does one piece at
/// a time (ServeMpi), in a child process: its crash ends no rank.
class MpiWorkers : public Workers
{
  public:
    MpiWorkers();

    /// Once per job. \throw nn::InputError if a rank refuses, Interrupted
    void Do(const std::vector<std::size_t>& pieces,
            const Work& work,
            const Finish& finish) override;

    /// Sends home the ranks that have not begun.
    void Dismiss();
    /// Whether ranks are still at work: after an error, for example.
    bool HasWorking() const;

  private:
    void HandOut(int rank);

    std::vector<std::size_t> m_pieces;
    std::size_t m_next = 0;
    int m_working; //!< ranks that were not sent home
};

} // namespace simulator

#endif // SIMULATOR_MPI_WORKERS_H
