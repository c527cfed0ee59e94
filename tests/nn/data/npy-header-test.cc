// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/npy-header.h"
#include "tests/nn/data/expect-input-error.h"

namespace
{

using nn::NpyHeader;
using nn::NpzShape;
using nn::NpzType;

/// A header of version 1 around a dictionary.
std::string
MakeHeader(const std::string& dictionary)
{
    const auto length = static_cast<unsigned>(dictionary.size());
    return std::string("\x93NUMPY\x01") + '\0' + static_cast<char>(length % 256) +
           static_cast<char>(length / 256) + dictionary;
}

NpyHeader
Parse(const std::string& dictionary)
{
    const std::string header = MakeHeader(dictionary);
    EXPECT_EQ(nn::GetNpyHeaderBytes(header.substr(0, nn::npyPreambleBytes)), header.size());
    return nn::ParseNpyHeader(header);
}

TEST(NpyHeader, ReadsWhatNumpyWrites)
{
    const NpyHeader header =
        Parse("{'descr': '<f4', 'fortran_order': False, 'shape': (851, 6), }      \n");
    EXPECT_EQ(header.type, NpzType::F4);
    EXPECT_EQ(header.shape, (NpzShape{851, 6}));
    EXPECT_FALSE(header.bigEndian);
    EXPECT_FALSE(header.fortranOrder);
    EXPECT_EQ(header.dataBytes, 851U * 6 * 4);
}

TEST(NpyHeader, ReadsAnyOrderOfKeys)
{
    const NpyHeader header = Parse("{\"shape\":(3L,),'fortran_order':True,'descr':'>i8'}");
    EXPECT_EQ(header.type, NpzType::I8);
    EXPECT_EQ(header.shape, (NpzShape{3}));
    EXPECT_TRUE(header.bigEndian);
    EXPECT_TRUE(header.fortranOrder);
}

TEST(NpyHeader, ReadsScalarsAndEmptyArrays)
{
    EXPECT_EQ(Parse("{'descr': '|u1', 'fortran_order': False, 'shape': (), }").dataBytes, 1U);
    EXPECT_EQ(Parse("{'descr': '<f8', 'fortran_order': False, 'shape': (0, 5), }").dataBytes, 0U);
}

TEST(NpyHeader, IsWrittenAsNumpyDoes)
{
    const std::string header = nn::FormatNpyHeader(NpzType::U1, {3});
    EXPECT_EQ(header.size() % 64, 0U);
    EXPECT_EQ(header.substr(10, 58),
              "{'descr': '|u1', 'fortran_order': False, 'shape': (3,), }" + std::string(1, ' '));
    EXPECT_EQ(header.back(), '\n');
    EXPECT_EQ(nn::GetNpyHeaderBytes(header.substr(0, 12)), header.size());
    EXPECT_EQ(nn::ParseNpyHeader(header).shape, (NpzShape{3}));
}

TEST(NpyHeader, RefusesBadDictionaries)
{
    for (const char* const dictionary :
         {"  ",
          "{}",
          "{'descr': '<f4', 'fortran_order': False}",
          "{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': ()}",
          "{'descr': '<f4', 'fortran_order': False, 'shape': (), 'more': 1}",
          "{'descr': '<f4', 'fortran_order': Maybe, 'shape': ()}",
          "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}",
          "{'descr': '<f4', 'fortran_order': False, 'shape': (1 2)}",
          "{'descr': '<f4', 'fortran_order': False, 'shape': (1,",
          "{'descr': '<f4', 'fortran_order': False, 'shape': 3}",
          "{'descr': '<f4', 'fortran_order': False, 'shape': ()} more",
          "{'descr': '<f4, 'fortran_order': False, 'shape': ()}",
          "{'descr': '', 'fortran_order': False, 'shape': ()}",
          "{'descr': '<', 'fortran_order': False, 'shape': ()}",
          "{'descr': '|f4', 'fortran_order': False, 'shape': ()}",
          "{'descr': '|O', 'fortran_order': False, 'shape': ()}",
          "{'descr': '<c8', 'fortran_order': False, 'shape': ()}",
          "{'descr': '<U3', 'fortran_order': False, 'shape': ()}",
          "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': ()}",
          "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}"})
    {
        SCOPED_TRACE(dictionary);
        ExpectInputError([&] { Parse(dictionary); }, "expected");
    }
}

TEST(NpyHeader, RefusesShapesThatOverflow)
{
    ExpectInputError(
        [] {
            Parse("{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296)}");
        },
        "larger than any memory");
    std::string many = "{'descr': '|u1', 'fortran_order': False, 'shape': (";
    for (int i = 0; i < 33; ++i)
    {
        many += "1,";
    }
    ExpectInputError([&] { Parse(many + ")}"); }, "more than 32 dimensions");
}

TEST(NpyHeader, RefusesBadPreambles)
{
    const std::string good = nn::FormatNpyHeader(NpzType::F4, {3}).substr(0, 12);
    ExpectInputError([&] { nn::GetNpyHeaderBytes(good.substr(0, 11)); }, "no .npy header");
    ExpectInputError([&] { nn::GetNpyHeaderBytes("PK" + good.substr(2)); }, "no .npy header");
    std::string version = good;
    version[6] = 4;
    ExpectInputError([&] { nn::GetNpyHeaderBytes(version); }, ".npy version 4");
    std::string endless = good;
    endless[6] = 2;
    endless[10] = endless[11] = '\xff';
    ExpectInputError([&] { nn::GetNpyHeaderBytes(endless); }, "expected 2 to 65536");
}

} // namespace
