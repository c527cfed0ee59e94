// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/yaml-documents.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

#include <sstream>

namespace simulator
{

namespace
{

using YAML::anchor_t;
using YAML::Mark;

/// Keeps the first mark of a document and ignores everything else.
class DocumentMarks : public YAML::EventHandler
{
  public:
    std::vector<Mark> marks;

    void OnDocumentStart(const Mark& mark) override
    {
        marks.push_back(mark);
    }

    void OnDocumentEnd() override {}

    void OnNull(const Mark&, anchor_t) override {}

    void OnAlias(const Mark&, anchor_t) override {}

    void OnScalar(const Mark&, const std::string&, anchor_t, const std::string&) override {}

    void OnSequenceStart(const Mark&,
                         const std::string&,
                         anchor_t,
                         YAML::EmitterStyle::value) override
    {
    }

    void OnSequenceEnd() override {}

    void OnMapStart(const Mark&, const std::string&, anchor_t, YAML::EmitterStyle::value) override
    {
    }

    void OnMapEnd() override {}
};

} // namespace

std::vector<YAML::Mark>
FindDocuments(const std::string& text)
{
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    DocumentMarks documents;
    if (parser.HandleNextDocument(documents))
    {
        parser.HandleNextDocument(documents);
    }
    return documents.marks;
}

} // namespace simulator
