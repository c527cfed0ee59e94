// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/template.h"

#include <gtest/gtest.h>

using namespace analysis;

TEST(Template, TextIsEscaped)
{
    EXPECT_EQ(RenderTemplate("<a title=\"{{x}}\">", {{"x", "\"><script>'&{{y}}"}, {"y", "no"}}),
              "<a title=\"&quot;&gt;&lt;script&gt;&apos;&amp;{{y}}\">");
    EXPECT_EQ(RenderTemplate("{{{x}}}", {{"x", "<b>"}}), "<b>");
}

TEST(Template, ListsRepeatAndEmptyValuesLeaveOut)
{
    const nlohmann::json values = {{"rows", {{{"n", 0}}, {{"n", 1.5}}}}, {"none", ""}};
    EXPECT_EQ(RenderTemplate("{{#rows}}[{{n}}]{{/rows}}{{#none}}x{{/none}}{{none}}", values),
              "[0][1.5]");
}

TEST(Template, AWrongTemplateThrows)
{
    EXPECT_THROW(RenderTemplate("{{#open}}", nlohmann::json::object()), std::logic_error);
}

TEST(Template, JsonCannotEndItsElement)
{
    EXPECT_EQ(FormatEmbeddedJson({{"a", "</script>"}}), "{\"a\":\"\\u003c/script>\"}");
    EXPECT_NO_THROW(FormatEmbeddedJson("\xff"));
}
