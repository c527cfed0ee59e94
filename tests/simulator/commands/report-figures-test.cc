// SPDX-License-Identifier: GPL-2.0-only
// Figures for a paper, with the program that makes PNG of SVG and without it.
#include "command-runner.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

namespace
{

namespace fs = std::filesystem;

/// What is looked for in PATH is looked for there alone.
class Path
{
  public:
    explicit Path(const std::string& folders)
    {
        const char* const path = std::getenv("PATH");
        m_before = path ? path : "";
        setenv("PATH", folders.c_str(), 1);
    }

    ~Path()
    {
        setenv("PATH", m_before.c_str(), 1);
    }

    Path(const Path&) = delete;
    Path& operator=(const Path&) = delete;

  private:
    std::string m_before;
};

class ReportFigures : public testing::Test
{
  protected:
    void SetUp() override
    {
        fs::create_directory(runner.GetFolder() / "r");
        runner.Write("r/manifest.json", "{}");
        runner.Write("r/runs.csv",
                     "scenario,run,seed,replication,samples,exit_local,accuracy,payload_bytes\n"
                     "c,1,1,1,1,1,1,62\n");
        runner.Write("r/samples.csv", "run,capture_s,label\n1,0,0\n");
        runner.Write("r/links.csv", "run,link,direction,kind,bytes\n");
        runner.Write("r/nodes.csv", "run,node,tier\n");
        // The folder of the test can be all of PATH: the runner needs no more than this.
        fs::create_symlink("/usr/bin/env", runner.GetFolder() / "env");
    }

    CommandRunner runner;
};

/// A number of four bytes, the highest first.
unsigned
ReadPngNumber(const std::string& bytes, std::size_t at)
{
    unsigned number = 0;
    for (std::size_t i = 0; i < 4; ++i)
    {
        number = number * 256 + static_cast<unsigned char>(bytes.at(at + i));
    }
    return number;
}

bool
HasRsvgConvert()
{
    return std::system("command -v rsvg-convert >/dev/null") == 0;
}

} // namespace

TEST_F(ReportFigures, APngOfTwiceTheSizeIsBesideEverySvg)
{
    if (!HasRsvgConvert())
    {
        GTEST_SKIP() << "needs rsvg-convert (Debian: librsvg2-bin)";
    }
    // A dash in front makes no option of it.
    const CommandResult report = runner.RunInShell(" report r --figures=-f");
    EXPECT_EQ(report.status, 0) << report.error;
    EXPECT_EQ(report.error, "");
    const fs::path folder = runner.GetFolder() / "-f";
    EXPECT_TRUE(fs::exists(folder / "accuracy.png"));
    // The bars: 190 for names, 4 for each of 100 per cent, 20 of margin: 610 wide. One row of 26,
    // 62 for the axis and the legend: 88 high. Twice that. PNG: 8 bytes of signature; 4 of length
    // and 4 of type of the first part; width; height.
    const std::string png = ReadText(folder / "exits.png");
    EXPECT_EQ(png.substr(0, 8), "\x89PNG\r\n\x1a\n");
    EXPECT_EQ(png.substr(12, 4), "IHDR");
    EXPECT_EQ(ReadPngNumber(png, 16), 1220U);
    EXPECT_EQ(ReadPngNumber(png, 20), 176U);
}

TEST_F(ReportFigures, WithoutTheConverterThereAreSvgFilesAndOneLineSaysWhy)
{
    const Path path(runner.GetFolder());
    const CommandResult report = runner.Run({"report", "r", "--figures", "f"});
    EXPECT_EQ(report.status, 0);
    EXPECT_EQ(report.error,
              "ddnnsim report: no PNG files: they need rsvg-convert (Debian: librsvg2-bin)\n");
    EXPECT_TRUE(fs::exists(runner.GetFolder() / "f/exits.svg"));
    EXPECT_FALSE(fs::exists(runner.GetFolder() / "f/exits.png"));
}

TEST_F(ReportFigures, AConverterThatFailsLeavesNoHalfPng)
{
    const fs::path program =
        runner.Write("rsvg-convert",
                     "#!/bin/sh\nfor word; do\n"
                     "  case $word in --output=*) echo half > ${word#--output=};; esac\n"
                     "done\nexit 1\n");
    fs::permissions(program, fs::perms::owner_exec, fs::perm_options::add);
    const Path path(runner.GetFolder());
    const CommandResult report = runner.Run({"report", "r", "--figures", "f"});
    EXPECT_EQ(report.status, 2);
    EXPECT_EQ(std::count(report.error.begin(), report.error.end(), '\n'), 1) << report.error;
    EXPECT_NE(report.error.find("cannot be made"), std::string::npos) << report.error;
    for (const auto& entry : fs::directory_iterator(runner.GetFolder() / "f"))
    {
        EXPECT_EQ(entry.path().extension(), ".svg");
    }
}
