// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/data-set-file.h"
#include "nn/data/npz-file.h"
#include "tests/nn/data/temporary-folder.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <limits>

namespace
{

/// Real numpy on the other side. Skipped where there is none.
class Numpy : public testing::Test
{
  protected:
    void SetUp() override
    {
        if (Execute("-c 'import numpy' 2>/dev/null") != 0)
        {
            GTEST_SKIP() << "no numpy";
        }
    }

    static int Execute(const std::string& arguments)
    {
        return std::system((std::string(NUMPY_PYTHON) + " " + arguments).c_str());
    }

    static int RunScript(const std::string& arguments)
    {
        return Execute(std::string(TEST_DATA_DIR) + "/../numpy-files.py " + arguments);
    }

    TemporaryFolder m_folder;
};

TEST_F(Numpy, OpensWhatWeWrite)
{
    nn::NpzWriter file;
    file.AddFloats("floats", {2, 3}, {0, 0.5F, -1, 2, 1e30F, -0.125F});
    file.AddInts("ints", {2}, {std::numeric_limits<int>::min(), std::numeric_limits<int>::max()});
    file.AddBytes("bytes", {3, 1}, {0, 7, 255});
    file.AddInts("scalar", {}, {3});
    file.AddFloats("empty", {0, 4}, {});
    file.AddText("note.json", "{\"a\": 1}");
    file.Write(m_folder / "a.npz");
    EXPECT_EQ(RunScript("check " + (m_folder / "a.npz")), 0);
}

TEST_F(Numpy, WritesWhatWeRead)
{
    const std::string path = m_folder / "numpy.npz";
    for (const char* const how : {" stored", " deflated"})
    {
        ASSERT_EQ(RunScript("write " + path + how), 0);
        const nn::NpzReader file(path);
        for (const char* const name : {"f4", "f8", "big_f8", "fortran", "version3"})
        {
            EXPECT_EQ(file.ReadFloats(name, {2, 3, 4})[17], 17.0F) << name;
        }
        for (const char* const name : {"i8", "u1", "big_u2", "big_fortran"})
        {
            EXPECT_EQ(file.ReadInts(name, {2, 3, 4})[17], 17) << name;
        }
    }
}

TEST_F(Numpy, OpensOurDataSets)
{
    nn::MultiViewDataSet dataset("small", {"car", "bus", "person"}, {3, 2, 2}, 3, 2);
    dataset.SetLabel(0, 1);
    dataset.SetSeen(0, 0, true);
    dataset.SetLabel(1, 2);
    dataset.SetSeen(1, 1, true);
    dataset.SetSeen(2, 0, true);
    dataset.SetSeen(2, 1, true);
    for (int i = 0; i < 12; ++i)
    {
        dataset.GetView(0, 0)[i] = static_cast<std::uint8_t>(20 * i);
    }
    dataset.SetSplit({0, 2}, {1});
    nn::SaveDataSet(m_folder / "d.npz", dataset);
    EXPECT_EQ(RunScript("check-dataset " + (m_folder / "d.npz")), 0);
}

} // namespace
