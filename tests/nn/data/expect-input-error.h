// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_EXPECT_INPUT_ERROR_H
#define TESTS_EXPECT_INPUT_ERROR_H

#include "nn/input-error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

/// Expects an InputError of one line that contains a text.
template <typename Action>
void
ExpectInputError(Action action, const std::string& text)
{
    try
    {
        action();
        ADD_FAILURE() << "no InputError, expected one with: " << text;
    }
    catch (const nn::InputError& error)
    {
        EXPECT_THAT(error.what(), testing::HasSubstr(text));
        EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos) << error.what();
    }
}

#endif // TESTS_EXPECT_INPUT_ERROR_H
