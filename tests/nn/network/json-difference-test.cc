// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/json-difference.h"

#include <gtest/gtest.h>

namespace nn::test
{

namespace
{

TEST(JsonDifference, NoneIfOnlyOrderAndSpaceDiffer)
{
    EXPECT_EQ(FindJsonDifference(R"({"a": 1, "b": {"c": [1, 2]}})", R"({"b":{"c":[1,2]},"a":1})"),
              "");
}

TEST(JsonDifference, NamesTheMember)
{
    EXPECT_EQ(FindJsonDifference(R"({"a": 1, "b": {"c": 50}})", R"({"a": 1, "b": {"c": 100}})"),
              "b.c is '50' there and '100' here");
    EXPECT_EQ(FindJsonDifference(R"({"a": "x\ny"})", R"({"a": [1, 2]})"),
              "a is 'x?y' there and '[1,2]' here");
}

TEST(JsonDifference, MembersThatOneTextLacks)
{
    EXPECT_EQ(FindJsonDifference("{}", R"({"a": 1})"), "a is missing there and '1' here");
    EXPECT_EQ(FindJsonDifference(R"({"a": {"b": 1}})", R"({"a": {}})"),
              "a.b is '1' there and missing here");
    EXPECT_EQ(FindJsonDifference(R"({"a": 5})", R"({"a": {}})"), "a is '5' there and '{}' here");
}

TEST(JsonDifference, NoJson)
{
    EXPECT_EQ(FindJsonDifference("{", "{}"), "found no valid JSON");
    EXPECT_NE(FindJsonDifference("[1]", "{}"), "");
}

} // namespace

} // namespace nn::test
