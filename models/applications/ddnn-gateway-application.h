// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_GATEWAY_APPLICATION_H
#define DDNN_GATEWAY_APPLICATION_H

#include "models/ddnn-message.h"

#include <ns3/application.h>
#include <ns3/traced-callback.h>

namespace ns3::ddnn
{

/// Where a site's answers are wanted.
class GatewayApplication : public Application
{
  public:
    using AnsweredCallback = void (*)(SampleId id, int prediction);

    static TypeId GetTypeId();

  protected:
    void StartApplication() override;

  private:
    TracedCallback<SampleId, int> m_answeredTrace;
};

} // namespace ns3::ddnn

#endif // DDNN_GATEWAY_APPLICATION_H
