// SPDX-License-Identifier: GPL-2.0-only
// Figure 6: how many samples of each class every device sees.
#include "simulator/reproduce/experiments.h"
#include "simulator/reproduce/measure.h"

namespace simulator
{

namespace
{

std::vector<Variant>
GetVariants(const Study&)
{
    return {};
}

/// Samples of both splits at which the camera sees a class, or nothing (`absent`).
double
CountViews(const nn::MultiViewDataSet& dataset, int camera, int label)
{
    int count = 0;
    for (int sample = 0; sample < dataset.GetSampleCount(); ++sample)
    {
        count += dataset.GetViewLabel(sample, camera) == label ? 1 : 0;
    }
    return count;
}

analysis::ComparisonCell
MakeCell(const Study& study, int camera, int label)
{
    analysis::ComparisonCell cell;
    for (int seed = 1; seed <= study.GetSettings().seeds; ++seed)
    {
        cell.values.push_back(CountViews(study.GetDataSet(seed), camera, label));
    }
    return cell;
}

analysis::ComparisonTable
MakeTable(const Study& study, const PaperNumbers&)
{
    const std::vector<std::string>& classes = study.GetDataSet(1).GetClasses();
    std::vector<analysis::ComparisonTable::Column> columns = {{"device", "device", "", 0}};
    for (const std::string& name : classes)
    {
        columns.push_back({name + "_samples", name, "", 1});
    }
    columns.push_back({"absent_samples", "absent", "", 1});
    analysis::ComparisonTable table(std::move(columns));
    for (int camera = 0; camera < study.GetCameraCount(); ++camera)
    {
        std::vector<analysis::ComparisonCell> row = {Label(std::to_string(camera + 1))};
        for (int label = 0; label < static_cast<int>(classes.size()); ++label)
        {
            row.push_back(MakeCell(study, camera, label));
        }
        row.push_back(MakeCell(study, camera, nn::MultiViewDataSet::absent));
        table.AddRow(std::move(row));
    }
    return table;
}

} // namespace

Experiment
MakeFigure6()
{
    return {"fig6",
            "Figure 6: samples of each class that every device sees",
            GetVariants,
            MakeTable,
            {"No numbers of the paper's figure are known. The cameras of street see different "
             "shares of the samples because of where they stand, not to match it."}};
}

} // namespace simulator
