// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_EXPERIMENTS_H
#define SIMULATOR_EXPERIMENTS_H

#include "simulator/reproduce/experiment.h"

namespace simulator
{

// One file each: experiments/NAME.cc.
Experiment MakeTable1();
Experiment MakeTable2();
Experiment MakeFigure6();
Experiment MakeFigure7();
Experiment MakeFigure8();
Experiment MakeFigure9();
Experiment MakeFigure10();

} // namespace simulator

#endif // SIMULATOR_EXPERIMENTS_H
