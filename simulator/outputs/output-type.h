// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_OUTPUT_TYPE_H
#define SIMULATOR_OUTPUT_TYPE_H

#include "simulator/topology/deployment.h"
#include "simulator/transports/transport-type.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace simulator
{

/// Files that a run writes beside its records. They change none of them.
class Output
{
  public:
    Output() = default;
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    virtual ~Output() = default;

    /// Writes what is left when the run is over. \throw std::runtime_error if not everything could
    /// be written
    virtual void Finish() = 0;

    /// Simulator events that are its own.
    virtual std::uint64_t CountEvents() const
    {
        return 0;
    }
};

/// A kind of output, which `outputs.NAME` turns on. Each type is one file; output-type.cc lists
/// them.
struct OutputType
{
    const char* name;
    const char* help; //!< what is in its files
    /// What speaks against it; nothing if it can be.
    std::optional<std::string> (*check)(const TransportType& transport);
    /// Listens from now on; the simulation has not begun.
    /// \param prefix of the paths of its files
    /// \throw std::runtime_error if a file cannot be made
    std::unique_ptr<Output> (*create)(const Deployment& deployment, const std::string& prefix);
};

const std::vector<OutputType>& GetOutputTypes();

} // namespace simulator

#endif // SIMULATOR_OUTPUT_TYPE_H
