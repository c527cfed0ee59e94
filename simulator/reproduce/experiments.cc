// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/reproduce/experiments.h"

namespace simulator
{

const std::vector<Experiment>&
GetExperiments()
{
    static const std::vector<Experiment> experiments = {
        MakeTable1(),
        MakeTable2(),
        MakeFigure6(),
        MakeFigure7(),
        MakeFigure8(),
        MakeFigure9(),
        MakeFigure10(),
    };
    return experiments;
}

} // namespace simulator
