// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/npy-header.h"
#include "nn/data/npz-file.h"
#include "nn/data/split-mix64.h"
#include "tests/nn/data/expect-input-error.h"
#include "tests/nn/data/temporary-folder.h"

#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace
{

using nn::NpzReader;
using nn::NpzShape;
using nn::NpzType;
using nn::NpzWriter;

const std::vector<float> someFloats = {0, 0.5F, -1, 2, 1e30F, -0.125F};

NpzWriter
MakeWriter()
{
    NpzWriter file;
    file.AddFloats("floats", {2, 3}, someFloats);
    file.AddInts("ints", {2}, {std::numeric_limits<int>::min(), std::numeric_limits<int>::max()});
    file.AddBytes("bytes", {3, 1}, {0, 7, 255});
    file.AddInts("scalar", {}, {3});
    file.AddFloats("empty", {0, 4}, {});
    file.AddText("note.json", "{\"a\": 1}");
    return file;
}

/// A file whose only array is made of these bytes.
std::string
WriteRaw(const TemporaryFolder& folder, const std::string& bytes)
{
    NpzWriter file;
    file.AddText("a.npy", bytes);
    file.Write(folder / "raw.npz");
    return folder / "raw.npz";
}

TEST(NpzFile, IsReadAsItWasWritten)
{
    const TemporaryFolder folder;
    MakeWriter().Write(folder / "a.npz");
    const NpzReader file(folder / "a.npz");
    EXPECT_EQ(file.GetPath(), folder / "a.npz");
    EXPECT_THAT(file.GetNames(),
                testing::ElementsAre("bytes", "empty", "floats", "ints", "scalar"));
    EXPECT_EQ(file.ReadFloats("floats", {2, 3}), someFloats);
    EXPECT_THAT(
        file.ReadInts("ints", {2}),
        testing::ElementsAre(std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
    EXPECT_THAT(file.ReadBytes("bytes", {3, 1}), testing::ElementsAre(0, 7, 255));
    EXPECT_THAT(file.ReadInts("scalar", {}), testing::ElementsAre(3));
    EXPECT_TRUE(file.ReadFloats("empty", {0, 4}).empty());
    EXPECT_EQ(file.ReadText("note.json"), "{\"a\": 1}");
    EXPECT_EQ(file.GetShape("floats"), (NpzShape{2, 3}));
    EXPECT_EQ(file.GetType("bytes"), NpzType::U1);
}

TEST(NpzFile, TellsArraysFromOtherEntries)
{
    const TemporaryFolder folder;
    MakeWriter().Write(folder / "a.npz");
    const NpzReader file(folder / "a.npz");
    EXPECT_TRUE(file.Has("floats"));
    EXPECT_FALSE(file.Has("note.json"));
    EXPECT_FALSE(file.Has("nothing"));
    EXPECT_TRUE(file.HasText("note.json"));
    EXPECT_FALSE(file.HasText("floats.npy"));
}

TEST(NpzFile, SameContentGivesSameBytes)
{
    const TemporaryFolder folder;
    MakeWriter().Write(folder / "a.npz");
    MakeWriter().Write(folder / "b.npz");
    EXPECT_EQ(ReadWholeFile(folder / "a.npz"), ReadWholeFile(folder / "b.npz"));
    EXPECT_EQ(folder.CountFiles(), 2U); // no temporary file is left
}

TEST(NpzFile, ReplacesAnOlderFile)
{
    const TemporaryFolder folder;
    WriteWholeFile(folder / "a.npz", "something old that is no archive");
    MakeWriter().Write(folder / "a.npz");
    EXPECT_EQ(NpzReader(folder / "a.npz").ReadFloats("floats", {2, 3}), someFloats);
    EXPECT_EQ(folder.CountFiles(), 1U);
}

TEST(NpzFile, CannotBeWrittenEverywhere)
{
    const TemporaryFolder folder;
    ExpectInputError([&] { MakeWriter().Write(folder / "no/a.npz"); },
                     "no/a.npz: cannot be written");
    ExpectInputError([&] { MakeWriter().Write(folder / ""); }, "cannot be written");
}

TEST(NpzFile, WriterRefusesMistakes)
{
    NpzWriter file;
    EXPECT_THROW(file.AddFloats("a", {2, 3}, {1, 2}), std::invalid_argument);
    file.AddInts("a", {1}, {1});
    EXPECT_THROW(file.AddFloats("a", {1}, {1}), std::invalid_argument);
}

TEST(NpzFile, ReaderNamesWhatItMisses)
{
    const TemporaryFolder folder;
    ExpectInputError([&] { NpzReader(folder / "no.npz"); }, "no.npz: No such file");
    ExpectInputError([&] { NpzReader(folder / ""); }, "expected an .npz file");
    WriteWholeFile(folder / "text.npz", "no archive at all");
    ExpectInputError([&] { NpzReader(folder / "text.npz"); }, "text.npz: Not a zip archive");
    WriteWholeFile(folder / "empty.npz", "");
    ExpectInputError([&] { NpzReader(folder / "empty.npz"); }, "expected an .npz file");
    MakeWriter().Write(folder / "a.npz");
    const NpzReader file(folder / "a.npz");
    ExpectInputError([&] { file.Read("b"); }, "a.npz: array 'b' is missing");
    ExpectInputError([&] { file.ReadText("b"); }, "a.npz: entry 'b' is missing");
    ExpectInputError(
        [&] {
            file.ReadFloats("floats", {3, 2});
        },
        "a.npz: array 'floats': shape (2, 3), expected (3, 2)");
    ExpectInputError([&] { file.ReadFloats("ints", {2}); },
                     "array 'ints': elements of type i4, expected f4 or f8");
    ExpectInputError(
        [&] {
            file.ReadInts("floats", {2, 3});
        },
        "array 'floats': elements of type f4, expected integers");
    ExpectInputError([&] { file.ReadBytes("ints", {2}); },
                     "array 'ints': -2147483648 at [0], expected 0 to 255");
}

class NumpyFile : public testing::TestWithParam<const char*>
{
};

TEST_P(NumpyFile, IsRead)
{
    const NpzReader file(std::string(TEST_DATA_DIR) + "/" + GetParam());
    std::vector<int> numbers(24);
    std::iota(numbers.begin(), numbers.end(), 0);
    const std::vector<float> reals(numbers.begin(), numbers.end());
    const std::vector<std::uint8_t> bytes(numbers.begin(), numbers.end());
    for (const char* const name :
         {"f4", "f8", "big_f4", "big_f8", "fortran", "version2", "version3"})
    {
        EXPECT_EQ(file.ReadFloats(name, {2, 3, 4}), reals) << name;
    }
    for (const char* const name : {"i1",
                                   "i2",
                                   "i4",
                                   "i8",
                                   "u1",
                                   "u2",
                                   "u4",
                                   "u8",
                                   "big_i2",
                                   "big_i4",
                                   "big_i8",
                                   "big_u2",
                                   "big_u4",
                                   "big_u8",
                                   "big_fortran"})
    {
        EXPECT_EQ(file.ReadInts(name, {2, 3, 4}), numbers) << name;
        EXPECT_EQ(file.ReadBytes(name, {2, 3, 4}), bytes) << name;
    }
    EXPECT_THAT(file.ReadInts("scalar", {}), testing::ElementsAre(7));
    EXPECT_THAT(file.ReadInts("negative", {3}), testing::ElementsAre(-128, -1, 127));
    EXPECT_TRUE(file.Read("empty").bytes.empty());
    EXPECT_EQ(file.ReadText("note.json"), "{\"a\": 1}");
    ExpectInputError([&] { file.ReadInts("large", {2}); },
                     "array 'large': 9223372036854775808 at [1], expected -2147483648 to");
    for (const char* const name : {"bool", "complex", "string", "structured", "object"})
    {
        ExpectInputError([&] { file.Read(name); }, "expected a real number or an integer");
    }
}

INSTANTIATE_TEST_SUITE_P(NpzFile,
                         NumpyFile,
                         testing::Values("numpy-stored.npz", "numpy-deflated.npz"));

TEST(NpzFile, HeaderThatLiesAboutSizesIsRefused)
{
    const TemporaryFolder folder;
    const std::string elements(12, 'x');
    const auto read = [&](const NpzShape& shape) {
        const std::string header = nn::FormatNpyHeader(NpzType::F4, shape);
        NpzReader(WriteRaw(folder, header + elements)).Read("a");
    };
    EXPECT_NO_THROW(read({3}));
    ExpectInputError([&] { read({2}); }, "8 of elements for shape (2,) of f4");
    ExpectInputError([&] { read({4}); }, "16 of elements");
    ExpectInputError([&] { read({1000000, 1000000}); }, "4000000000000 of elements");
    ExpectInputError([&] { read({std::size_t{1} << 62}); }, "larger than any memory");
    ExpectInputError([&] { NpzReader(WriteRaw(folder, "")).Read("a"); }, "ends after 0 bytes");
    ExpectInputError([&] { NpzReader(WriteRaw(folder, "\x93NUMPY\x01")).Read("a"); }, "ends after");
}

/// Replaces four bytes of the (only) entry of the central directory of a zip archive.
void
PatchDirectory(const std::string& path, std::size_t offset, std::uint32_t value)
{
    std::string bytes = ReadWholeFile(path);
    const std::size_t entry = bytes.find("PK\x01\x02");
    ASSERT_NE(entry, std::string::npos);
    for (std::size_t i = 0; i < 4; ++i)
    {
        bytes[entry + offset + i] = static_cast<char>(value >> (8 * i));
    }
    WriteWholeFile(path, bytes);
}

TEST(NpzFile, DirectoryThatLiesAboutSizesIsRefused)
{
    const TemporaryFolder folder;
    constexpr std::uint32_t claimed = 0x7FFFFFF0;
    const std::string header = nn::FormatNpyHeader(NpzType::U1, {claimed - 128});
    ASSERT_EQ(header.size(), 128U);
    const std::string path = WriteRaw(folder, header + "abc");
    constexpr std::size_t uncompressedSize = 24;
    PatchDirectory(path, uncompressedSize, claimed);
    ExpectInputError([&] { NpzReader(path).Read("a"); }, "raw.npz");
    PatchDirectory(path, uncompressedSize, 0xFFFFFFF0);
    ExpectInputError([&] { NpzReader(path).Read("a"); }, "raw.npz");
}

TEST(NpzFile, BadChecksumIsRefused)
{
    const TemporaryFolder folder;
    NpzWriter file;
    file.AddFloats("a", {6}, someFloats);
    file.Write(folder / "a.npz");
    constexpr std::size_t checksum = 16;
    PatchDirectory(folder / "a.npz", checksum, 0x12345678);
    ExpectInputError([&] { NpzReader(folder / "a.npz").ReadFloats("a", {6}); },
                     "array 'a': damaged: CRC error");
}

TEST(NpzFile, TruncatedFilesAreRefused)
{
    const TemporaryFolder folder;
    MakeWriter().Write(folder / "a.npz");
    const std::string bytes = ReadWholeFile(folder / "a.npz");
    for (std::size_t length = 0; length < bytes.size(); length += 13)
    {
        WriteWholeFile(folder / "b.npz", bytes.substr(0, length));
        EXPECT_THROW(NpzReader(folder / "b.npz"), nn::InputError) << length;
    }
}

TEST(NpzFile, DamagedFilesNeverDoHarm)
{
    const TemporaryFolder folder;
    MakeWriter().Write(folder / "a.npz");
    const std::string good = ReadWholeFile(folder / "a.npz");
    nn::SplitMix64 random(1);
    for (int i = 0; i < 1000; ++i)
    {
        std::string bytes = good;
        for (int k = 0; k < 3; ++k)
        {
            bytes[random.Index(static_cast<int>(bytes.size()))] =
                static_cast<char>(random.Index(256));
        }
        WriteWholeFile(folder / "b.npz", bytes);
        try
        {
            const NpzReader file(folder / "b.npz");
            for (const std::string& name : file.GetNames())
            {
                file.Read(name);
            }
        }
        catch (const nn::InputError&)
        {
        }
    }
}

} // namespace
