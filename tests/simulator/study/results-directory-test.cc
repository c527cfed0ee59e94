// SPDX-License-Identifier: GPL-2.0-only
#include "nn/input-error.h"
#include "simulator/study/results-directory.h"

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
        results.Write("manifest.json", {R"({"ddnnsim": "1"})", " "});
        EXPECT_FALSE(fs::exists(path));
        results.Commit();
    }
    EXPECT_EQ(Read(path / "manifest.json"), R"({"ddnnsim": "1"} )");
    EXPECT_EQ(std::distance(fs::directory_iterator(root / "deep"), fs::directory_iterator()), 1);
}

TEST_F(ResultsDirectoryTest, NothingIsLeftIfItIsNotCommitted)
{
    {
        const ResultsDirectory results(root / "out");
        results.Write("manifest.json", {"half"});
    }
    EXPECT_EQ(CountEntries(), 0U);
}

TEST_F(ResultsDirectoryTest, ReplacesEarlierResultsAsAWhole)
{
    for (const char* name : {"runs.csv", "nodes.csv"})
    {
        ResultsDirectory results(root / "out/"); // a slash at the end is fine
        results.Write("manifest.json", {R"({"ddnnsim": "1"})"});
        results.Write(name, {"text"});
        results.Commit();
    }
    EXPECT_TRUE(fs::exists(root / "out" / "nodes.csv"));
    EXPECT_FALSE(fs::exists(root / "out" / "runs.csv"));
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

TEST_F(ResultsDirectoryTest, AManifestOfSomethingElseDoesNotMakeItOurs)
{
    fs::create_directories(root / "extension");
    std::ofstream(root / "extension" / "manifest.json") << R"({"name": "web extension"})";
    EXPECT_THROW(ResultsDirectory(root / "extension"), nn::InputError);
}

TEST_F(ResultsDirectoryTest, NotesOfTheUserAreKept)
{
    {
        ResultsDirectory results(root / "out");
        results.Write("manifest.json", {R"({"ddnnsim": "1"})"});
        results.Commit();
    }
    ResultsDirectory again(root / "out");
    std::ofstream(root / "out" / "notes.txt") << "text"; // while the simulation runs
    EXPECT_THROW(again.Commit(), simulator::WriteFailure);
    EXPECT_TRUE(fs::exists(root / "out" / "notes.txt"));
    EXPECT_THROW(ResultsDirectory(root / "out"), nn::InputError);
}

TEST_F(ResultsDirectoryTest, NoNameAndLinksAreRefused)
{
    EXPECT_THROW(ResultsDirectory(""), nn::InputError);
    fs::create_directory_symlink(root / "nowhere", root / "link");
    EXPECT_THROW(ResultsDirectory(root / "link"), nn::InputError);
}
