// SPDX-License-Identifier: GPL-2.0-only
#include "nn/input-error.h"
#include "simulator/study/results-file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

using simulator::ResultsDirectory;
using simulator::ResultsFile;
using Earlier = ResultsDirectory::Earlier;
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

TEST_F(ResultsDirectoryTest, IsRemovedIfNothingInItIsWorthKeeping)
{
    {
        const ResultsDirectory results(root / "out", Earlier::Continue);
        std::ofstream(results.GetStoreFile()) << "text";
    }
    EXPECT_EQ(CountEntries(), 0U);
    {
        ResultsDirectory results(root / "out", Earlier::Continue);
        results.Keep();
    }
    EXPECT_TRUE(fs::exists(root / "out"));
    {
        const ResultsDirectory results(root / "out/", Earlier::Continue); // not made by this one
    }
    EXPECT_TRUE(fs::exists(root / "out"));
}

TEST_F(ResultsDirectoryTest, AFileAppearsWhole)
{
    ResultsDirectory results(root / "deep" / "out", Earlier::Continue);
    {
        ResultsFile file(results, "runs.csv");
        file.GetStream() << "half";
    }
    EXPECT_TRUE(fs::is_empty(results.GetPath()));
    for (const char* text : {"first", "second"})
    {
        ResultsFile file(results, "runs.csv");
        file.GetStream() << text;
        file.Close();
        EXPECT_NE(Read(results.GetPath() / "runs.csv"), text);
        file.Commit();
        EXPECT_EQ(Read(results.GetPath() / "runs.csv"), text);
    }
}

TEST_F(ResultsDirectoryTest, AFullDiskIsSaid)
{
    const ResultsDirectory results(root / "out", Earlier::Continue);
    fs::create_symlink("/dev/full", results.GetPath() / "runs.csv.partial");
    ResultsFile file(results, "runs.csv");
    file.GetStream() << "text";
    try
    {
        file.Close();
        ADD_FAILURE();
    }
    catch (const simulator::WriteFailure& failure)
    {
        EXPECT_EQ(failure.what(),
                  results.GetName() + ": runs.csv cannot be written: No space left on device");
    }
}

TEST_F(ResultsDirectoryTest, ResultsWithoutAStoreAreReplacedOnlyIfAsked)
{
    fs::create_directories(root / "out");
    std::ofstream(root / "out" / "manifest.json") << R"({"ddnnsim": "1"})";
    std::ofstream(root / "out" / "run-12-local-1.pcap") << "old";
    EXPECT_THROW(ResultsDirectory(root / "out", Earlier::Continue), nn::InputError);
    const ResultsDirectory results(root / "out", Earlier::Replace);
    EXPECT_TRUE(fs::exists(root / "out" / "manifest.json"));
    results.RemoveFiles();
    EXPECT_TRUE(fs::is_empty(root / "out"));
}

TEST_F(ResultsDirectoryTest, TouchesNothingThatIsNotResults)
{
    fs::create_directories(root / "thesis");
    std::ofstream(root / "thesis" / "chapter.tex") << "text";
    EXPECT_THROW(ResultsDirectory(root / "thesis", Earlier::Replace), nn::InputError);
    std::ofstream(root / "file") << "text";
    EXPECT_THROW(ResultsDirectory(root / "file", Earlier::Replace), nn::InputError);
    EXPECT_THROW(ResultsDirectory(root / "file" / "out", Earlier::Replace), nn::InputError);
    EXPECT_TRUE(fs::exists(root / "thesis" / "chapter.tex"));
    EXPECT_EQ(CountEntries(), 2U);
}

TEST_F(ResultsDirectoryTest, AManifestOfSomethingElseDoesNotMakeItOurs)
{
    fs::create_directories(root / "extension");
    std::ofstream(root / "extension" / "manifest.json") << R"({"name": "web extension"})";
    EXPECT_THROW(ResultsDirectory(root / "extension", Earlier::Replace), nn::InputError);
}

TEST_F(ResultsDirectoryTest, NoNameAndLinksAreRefused)
{
    EXPECT_THROW(ResultsDirectory("", Earlier::Replace), nn::InputError);
    fs::create_directory_symlink(root / "nowhere", root / "link");
    EXPECT_THROW(ResultsDirectory(root / "link", Earlier::Replace), nn::InputError);
}
