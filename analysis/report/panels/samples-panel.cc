// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/panels/samples-panel.h"

#include "analysis/number-format.h"
#include "analysis/report/story-drawing.h"
#include "analysis/report/template.h"

#include <algorithm>
#include <cmath>

namespace analysis
{

namespace
{

using nlohmann::json;

const char* const panelTemplate =
    R"(<p class="note">Samples of the first site of the chosen variant that are worth a look. Below each view: the scores of its device as shares (softmax). Lines
of the picture: <b>scores</b> green, <b>features</b> blue and thick, <b>answer</b> orange, <b>escalate</b> dashed, <b>release</b> dotted; bars: inference; a
cross: it did not arrive; time since the capture. Point at a line for its figures.</p>
<form class="filters" aria-label="Filter of the samples">
<label>Exit <select name="exit"><option value="">any</option><option>local</option><option>edge</option><option>cloud</option><option>lost</option></select></label>
<label>Answer <select name="right"><option value="">any</option><option value="yes">right</option><option value="no">wrong or lost</option></select></label>
<label>Views <select name="missing"><option value="">any</option><option value="yes">some missing</option><option value="no">all there</option></select></label>
<output aria-live="polite"></output>
</form>
<div class="stories">{{#stories}}<article class="story" data-of="{{of}}" data-exit="{{exit}}" data-right="{{right}}" data-missing="{{missing}}"{{#later}} hidden{{/later}}>
<h3>Sample {{sample}}: {{label}}, <span class="{{verdictClass}}">{{verdict}}</span></h3>
<p class="note">{{reason}}; {{facts}}</p>
<ul class="views">{{#views}}<li>{{#picture}}<img data-picture="{{picture}}" alt="What the camera of {{node}} saw" width="96" height="96">{{/picture}}{{^picture}}<span class="blank">not in view</span>{{/picture}}
{{node}}{{#scores}}<span class="scores">{{#all}}<span class="{{mark}}">{{name}}</span><i class="{{mark}}" style="width:{{share}}%"></i><span class="{{mark}}">{{share}}</span>{{/all}}</span>{{/scores}}</li>{{/views}}</ul>
<div class="scroll" tabindex="0" role="group" aria-label="Messages of sample {{sample}}">{{{drawing}}}</div>
</article>
{{/stories}}</div>
<script type="application/json" id="pictures">{{{pictures}}}</script>)";

std::string
GetClass(const json& classes, int index)
{
    return index >= 0 && static_cast<std::size_t>(index) < classes.size()
               ? classes.at(static_cast<std::size_t>(index)).get<std::string>()
               : "class " + std::to_string(index);
}

/// Softmax, in per cent.
json
DescribeScores(const json& scores, const json& classes)
{
    double greatest = -1e300;
    double sum = 0;
    for (const json& score : scores)
    {
        greatest = std::max(greatest, score.get<double>());
    }
    for (const json& score : scores)
    {
        sum += std::exp(score.get<double>() - greatest);
    }
    json all = json::array();
    for (const json& score : scores)
    {
        const double share = 100 * std::exp(score.get<double>() - greatest) / sum;
        all.push_back({{"name", GetClass(classes, static_cast<int>(all.size()))},
                       {"share", FormatFixed(share, 0)},
                       {"mark", score.get<double>() == greatest ? "top" : "other"}});
    }
    return {{"all", all}};
}

json
DescribeViews(const json& story, const json& classes)
{
    json views = json::array();
    for (const json& view : story.at("views"))
    {
        json described = {{"node", view.at("node")}, {"picture", view.at("picture")}};
        if (!view.at("scores").empty())
        {
            described["scores"] = DescribeScores(view.at("scores"), classes);
        }
        views.push_back(described);
    }
    return views;
}

std::string
DescribeFacts(const StudySample& sample)
{
    std::string text;
    const auto addEntropy = [&text](const char* exit, std::optional<double> entropy) {
        text += entropy ? std::string("entropy at the ") + exit + " exit " +
                              FormatFixed(*entropy, 3) + ", "
                        : "";
    };
    addEntropy("local", sample.entropyLocal);
    addEntropy("edge", sample.entropyEdge);
    if (!sample.latency)
    {
        return text + "nobody answered";
    }
    const auto milliseconds = [](double seconds) { return FormatFixed(seconds * 1e3, 2); };
    return text + "known after " + milliseconds(*sample.latency) + " ms = compute " +
           milliseconds(sample.compute) + " + queue " + milliseconds(sample.queue) + " + network " +
           milliseconds(sample.network) + " + wait " + milliseconds(sample.wait) + "; " +
           FormatFixed(sample.payload, 0) + " B from all devices" +
           (sample.viewsMissing > 0 ? "; " + FormatFixed(sample.viewsMissing, 0) + " views missing"
                                    : "");
}

json
DescribeStory(const json& story, const Variant& variant, const StudySample& sample)
{
    const json classes = variant.description.is_object()
                             ? variant.description.value("classes", json::array())
                             : json::array();
    const bool isLost = sample.exit == lostExit;
    const std::string answer =
        isLost ? "lost"
               : (sample.IsCorrect() ? "\u2713 answered " : "\u2717 answered ") +
                     GetClass(classes, sample.prediction) + " at the " + exitNames.at(sample.exit) +
                     " exit";
    return {{"sample", sample.sample},
            {"exit", exitNames.at(sample.exit)},
            {"right", sample.IsCorrect() ? "yes" : "no"},
            {"missing", sample.viewsMissing > 0 ? "yes" : "no"},
            {"label", GetClass(classes, sample.label)},
            {"verdict", answer},
            {"verdictClass", sample.IsCorrect() ? "verdict right" : "verdict wrong"},
            {"reason", "Chosen as: " + story.at("reason").get<std::string>()},
            {"facts", DescribeFacts(sample)},
            {"views", DescribeViews(story, classes)},
            {"drawing", DrawStory(story, sample.latency)}};
}

/// \return null if the csv files do not have the sample
json
FindStory(const Study& study, const json& story)
{
    const auto run = story.at("run").get<std::uint32_t>();
    const auto owner = study.owners.find(run);
    if (owner == study.owners.end() || owner->second >= study.CountShown())
    {
        return nullptr;
    }
    const Variant& variant = study.variants[owner->second];
    const auto sample =
        std::find_if(variant.samples.begin(), variant.samples.end(), [&](const StudySample& one) {
            return one.run == run && one.site == story.at("site") &&
                   one.sample == story.at("sample");
        });
    if (sample == variant.samples.end())
    {
        return nullptr;
    }
    json described = DescribeStory(story, variant, *sample);
    described["of"] = owner->second;
    described["later"] = owner->second > 0;
    return described;
}

std::string
Render(const Study& study)
{
    const json& gallery = study.results.gallery;
    json stories = json::array();
    if (gallery.is_object())
    {
        for (const json& story : gallery.at("stories"))
        {
            json described = FindStory(study, story);
            if (!described.is_null())
            {
                stories.push_back(std::move(described));
            }
        }
    }
    return stories.empty()
               ? ""
               : RenderTemplate(panelTemplate,
                                {{"stories", stories},
                                 {"pictures", FormatEmbeddedJson(gallery.at("pictures"))}});
}

} // namespace

const Panel samplesPanel = {"samples", "Samples", Render};

} // namespace analysis
