// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-logging.h"

#include <ostream>

namespace ns3::ddnn
{

bool
IsLoggingCompiledIn()
{
#ifdef NS3_LOG_ENABLE
    return true;
#else
    return false;
#endif
}

std::ostream&
operator<<(std::ostream& stream, const SampleId& id)
{
    return stream << "sample " << id.sample << " of site " << id.site + 1;
}

std::ostream&
operator<<(std::ostream& stream, Tier tier)
{
    return stream << (tier == Tier::Device ? "local" : tier == Tier::Edge ? "edge" : "cloud");
}

} // namespace ns3::ddnn
