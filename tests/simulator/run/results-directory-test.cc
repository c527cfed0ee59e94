// SPDX-License-Identifier: GPL-2.0-only
#include "nn/input-error.h"
#include "simulator/run/results-directory.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

using simulator::ResultsDirectory;
namespace fs = std::filesystem;

namespace
{

class ResultsDirectoryTest : public testing::Test
{
  protected:
    void SetUp() override
    {
        root = fs::path(testing::TempDir()) / ("results-" + std::to_string(getpid()));
        fs::create_directories(root);
    }

    void TearDown() override
    {
        fs::remove_all(root);
    }

    static std::string Read(const fs::path& path)
    {
        std::ifstream file(path);
        std::ostringstream text;
        text << file.rdbuf();
        return text.str();
    }

    std::size_t CountEntries() const
    {
        return std::distance(fs::directory_iterator(root), fs::directory_iterator());
    }

    fs::path root;
};

} // namespace

TEST_F(ResultsDirectoryTest, AppearsWhenItIsCommitted)
{
    const fs::path path = root / "deep" / "out";
    {
        ResultsDirectory results(path);
        results.Write("manifest.json", "new");
        EXPECT_FALSE(fs::exists(path));
        results.Commit();
    }
    EXPECT_EQ(Read(path / "manifest.json"), "new");
    EXPECT_EQ(std::distance(fs::directory_iterator(root / "deep"), fs::directory_iterator()), 1);
}

TEST_F(ResultsDirectoryTest, NothingIsLeftIfItIsNotCommitted)
{
    {
        const ResultsDirectory results(root / "out");
        results.Write("manifest.json", "half");
    }
    EXPECT_EQ(CountEntries(), 0U);
}

TEST_F(ResultsDirectoryTest, ReplacesEarlierResultsAsAWhole)
{
    for (const char* text : {"old", "new"})
    {
        ResultsDirectory results(root / "out/"); // a slash at the end is fine
        results.Write("manifest.json", text);
        results.Write(text, text);
        results.Commit();
    }
    EXPECT_EQ(Read(root / "out" / "manifest.json"), "new");
    EXPECT_FALSE(fs::exists(root / "out" / "old"));
    EXPECT_EQ(CountEntries(), 1U);
}

TEST_F(ResultsDirectoryTest, TouchesNothingThatIsNotResults)
{
    fs::create_directories(root / "thesis");
    std::ofstream(root / "thesis" / "chapter.tex") << "text";
    EXPECT_THROW(ResultsDirectory(root / "thesis"), nn::InputError);
    std::ofstream(root / "file") << "text";
    EXPECT_THROW(ResultsDirectory(root / "file"), nn::InputError);
    EXPECT_THROW(ResultsDirectory(root / "file" / "out"), nn::InputError);
    EXPECT_TRUE(fs::exists(root / "thesis" / "chapter.tex"));
    EXPECT_EQ(CountEntries(), 2U);
}
