// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_EXAMPLE_RESULTS_H
#define TESTS_EXAMPLE_RESULTS_H

#include "analysis/report/results.h"
#include "analysis/report/study.h"

#include <string>

/// Two variants of one scenario: links.backhaul.rate 1Mbps with two runs, 10Mbps with one. Every
/// run has four samples: a right local one, a wrong cloud one, a right cloud one and a lost one,
/// with latencies of 1, 30 and 20 ms.
analysis::Results MakeExampleResults();

/// The same with failures.
/// \param rows of failures.csv, without its head
analysis::Study MakeFailingStudy(const std::string& rows);

#endif // TESTS_EXAMPLE_RESULTS_H
