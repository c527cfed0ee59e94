// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_FAILURE_KIND_H
#define SIMULATOR_FAILURE_KIND_H

#include "models/ddnn-camera.h"
#include "models/ddnn-processor.h"
#include "nn/data/multi-view-data-set.h"
#include "simulator/failures/link-conditions.h"
#include "simulator/links/link-type.h"
#include "simulator/scenario/key-table.h"

#include <ns3/node.h>

#include <any>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace simulator
{

/// What a failure does to one node or link when it begins, and undoes when it ends.
class Failure
{
  public:
    Failure() = default;
    Failure(const Failure&) = delete;
    Failure& operator=(const Failure&) = delete;
    virtual ~Failure() = default;

    /// Begin and end come in turn.
    virtual void Begin() = 0;
    virtual void End() = 0;
};

/// What a failure acts on. Only what the kind's target asks for is there.
struct FailingPart
{
    ns3::Ptr<ns3::Node> node;
    ns3::Ptr<ns3::ddnn::Processor> processor;
    ns3::Ptr<ns3::ddnn::Camera> camera;
    nn::ViewShape view; //!< of its pictures
    std::shared_ptr<LinkConditions> link;
    std::int64_t stream = 0; //!< random stream of what the failure itself draws
};

/// A way to fail, which `failures.N.kind` may name: its keys, and what it does. Each kind is one
/// file, which alone knows the members of its settings; failure-kind.cc lists the kinds.
struct FailureKind
{
    const char* name;
    const char* target; //!< key that names what fails: node, link, camera, processor
    const char* help;   //!< what it does: a sentence
    std::any (*makeDefaults)();
    /// Adds the kind's keys below a path ("failures.1"), bound to the settings.
    void (*addKeys)(KeyTable& table, const std::string& path, std::any& values);
    /// What speaks against these settings.
    /// \param link type of the link that is to fail; null: another target
    std::optional<std::string> (*check)(const std::any& values, const LinkType* link);
    std::unique_ptr<Failure> (*create)(const std::any& values, const FailingPart& part);
};

const std::vector<FailureKind>& GetFailureKinds();
std::vector<std::string> GetFailureKindNames();

/// \throw std::out_of_range if there is no such kind: the parser has checked names
const FailureKind& GetFailureKind(const std::string& name);

/// For kinds without keys, and such that fit always.
std::any MakeNoSettings();
void AddNoKeys(KeyTable& table, const std::string& path, std::any& values);
std::optional<std::string> AcceptAll(const std::any& values, const LinkType* link);

} // namespace simulator

#endif // SIMULATOR_FAILURE_KIND_H
