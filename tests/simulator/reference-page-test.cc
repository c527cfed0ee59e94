// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/key-page.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

// If this fails: ddnnsim list keys --markdown > docs/scenario-keys.md
TEST(ReferencePage, IsWhatTheTableSays)
{
    std::ifstream stream(DOCS_DIR "/scenario-keys.md");
    const std::string page{std::istreambuf_iterator<char>(stream), {}};
    EXPECT_EQ(page, simulator::FormatReferencePage());
}
