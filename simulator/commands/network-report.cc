// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/network-report.h"

#include "analysis/number-format.h"
#include "analysis/table.h"
#include "nn/network/calibration.h"

#include <string>
#include <vector>

namespace simulator
{

namespace
{

using analysis::FormatFixed;
using analysis::Table;

std::string
Percent(double share)
{
    return FormatFixed(100 * share, 1);
}

void
AddSection(Table& table, const std::string& name, const nn::SectionInference& section)
{
    const nn::OperationCount operations = section.GetOperations();
    table.AddRow({name,
                  std::to_string(section.GetParameterBytes()),
                  std::to_string(operations.binary),
                  std::to_string(operations.real)});
}

void
AddCalibration(Table& table,
               const std::string& name,
               const nn::Evaluation& evaluation,
               nn::Classification nn::SampleEvaluation::*exit,
               double temperature)
{
    std::vector<int> labels;
    nn::RealBatch scores(0, evaluation.GetDescription().GetClassCount());
    for (const nn::SampleEvaluation& sample : evaluation.GetSamples())
    {
        const std::vector<float>& row = (sample.*exit).scores;
        if (!row.empty())
        {
            labels.push_back(sample.label);
            scores.values.insert(scores.values.end(), row.begin(), row.end());
            ++scores.samples;
        }
    }
    table.AddRow({name,
                  FormatFixed(temperature, 3),
                  Percent(nn::GetExpectedCalibrationError(scores, labels, 1)),
                  Percent(nn::GetExpectedCalibrationError(scores, labels, temperature))});
}

} // namespace

void
PrintExits(std::ostream& stream,
           const nn::NetworkDescription& network,
           const nn::Evaluation& evaluation)
{
    Table table({{"exit", "", Table::Align::Left}, {"accuracy", "%"}});
    if (network.HasLocalExit())
    {
        table.AddRow({"local", Percent(evaluation.GetLocalAccuracy())});
    }
    if (network.HasEdges())
    {
        table.AddRow({"edge", Percent(evaluation.GetEdgeAccuracy())});
    }
    table.AddRow({"cloud", Percent(evaluation.GetCloudAccuracy())});
    table.Write(stream);
}

void
PrintThresholds(std::ostream& stream,
                const nn::NetworkDescription& network,
                const nn::Evaluation& evaluation,
                double edge)
{
    if (!network.HasLocalExit() && !network.HasEdges())
    {
        return;
    }
    Table table({{"threshold", ""},
                 {"local exit", "%"},
                 {"edge exit", "%"},
                 {"cloud exit", "%"},
                 {"accuracy", "%"},
                 {"payload", "bytes"}});
    for (int tenth = 1; tenth <= 10; ++tenth)
    {
        const double threshold = tenth / 10.0;
        const nn::ThresholdResult result =
            evaluation.GetResult({threshold, network.HasLocalExit() ? edge : threshold});
        table.AddRow({FormatFixed(threshold, 1),
                      Percent(result.local),
                      Percent(result.edge),
                      Percent(result.cloud),
                      Percent(result.accuracy),
                      FormatFixed(result.bytes, 1)});
    }
    table.Write(stream);
}

void
PrintDevices(std::ostream& stream,
             const nn::NetworkDescription& network,
             const nn::Evaluation& evaluation)
{
    if (!network.HasLocalExit())
    {
        return;
    }
    Table table({{"device", ""}, {"camera", ""}, {"accuracy", "%"}, {"of seen", "%"}});
    for (int device = 0; device < network.GetDeviceCount(); ++device)
    {
        table.AddRow({std::to_string(device + 1),
                      std::to_string(network.cameras[device] + 1),
                      Percent(evaluation.GetDeviceAccuracy(device)),
                      Percent(evaluation.GetSeenDeviceAccuracy(device))});
    }
    table.Write(stream);
}

void
PrintCalibration(std::ostream& stream,
                 const nn::Evaluation& evaluation,
                 const nn::ExitTemperatures& temperatures)
{
    Table table({{"exit", "", Table::Align::Left},
                 {"temperature", ""},
                 {"error before", "%"},
                 {"error after", "%"}});
    const nn::NetworkDescription& network = evaluation.GetDescription();
    if (network.HasLocalExit())
    {
        AddCalibration(
            table, "local", evaluation, &nn::SampleEvaluation::local, temperatures.local);
    }
    if (network.HasEdges())
    {
        AddCalibration(table, "edge", evaluation, &nn::SampleEvaluation::edge, temperatures.edge);
    }
    AddCalibration(table, "cloud", evaluation, &nn::SampleEvaluation::cloud, temperatures.cloud);
    table.Write(stream);
}

void
PrintSections(std::ostream& stream, const nn::NetworkInference& network)
{
    Table table({{"section", "", Table::Align::Left},
                 {"memory", "bytes"},
                 {"binary operations", ""},
                 {"real operations", ""}});
    const nn::NetworkDescription& description = network.GetDescription();
    if (description.HasLocalExit())
    {
        AddSection(table, "each device", *network.GetDevice(0));
    }
    for (int edge = 0; edge < description.GetEdgeCount(); ++edge)
    {
        AddSection(table, "edge " + std::to_string(edge + 1), *network.GetEdge(edge));
    }
    AddSection(table, "cloud", *network.GetCloud());
    table.Write(stream);
}

} // namespace simulator
