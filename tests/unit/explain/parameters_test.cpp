// tests/unit/explain/parameters_test.cpp: the table of methods says what each reads, and a parameter that is not read
// changes nothing.
#include "core/explain/from_network.h"
#include "nets.h"
#include "support.h"
#include <functional>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

struct Change {
    Parameter parameter;
    const char* name;
    std::function<void(ExplainRequest&)> apply;
};

/// Each away from the default, and answerable.
const std::vector<Change> kChanges{{Parameter::Layer, "layer", [](auto& r) { r.layer = LayerIndex{0}; }},
    {Parameter::Head, "head", [](auto& r) { r.head = HeadFusion::Max; }},
    {Parameter::Head, "head weights",
        [](auto& r) {
            r.headWeights = {1, 0, 0};
        }},
    {Parameter::Query, "query",
        [](auto& r) {
            r.query = Query::patch({1, 2});
        }},
    {Parameter::Inverse, "inverse", [](auto& r) { r.query.inverse = true; }},
    {Parameter::Target, "target", [](auto& r) { r.target = ClassIndex{3}; }},
    {Parameter::Contrast, "contrast", [](auto& r) { r.contrast = ClassIndex{4}; }},
    {Parameter::Alpha, "alpha", [](auto& r) { r.alpha = 0.2F; }},
    {Parameter::Discard, "discard", [](auto& r) { r.discard = 0.6F; }},
    {Parameter::LayerRange, "first layer", [](auto& r) { r.startLayer = LayerIndex{1}; }},
    {Parameter::LayerRange, "last layer", [](auto& r) { r.endLayer = LayerIndex{0}; }},
    {Parameter::Steps, "steps", [](auto& r) { r.steps = 4; }}, {Parameter::Seed, "seed", [](auto& r) { r.seed = 9; }}};

/// Nothing where the answer is a refusal: another answer than any map.
std::vector<float> mapOf(const Net& net, const ExplainRequest& request)
{
    const auto map = explainFromNetwork(*net.network, net.input, nullptr, request);
    if (!map)
        return {};
    auto values = map->map.values();
    for (const auto& channel : map->colours)
        values.insert(values.end(), channel.values().begin(), channel.values().end());
    return values;
}

TEST(Methods, AreSignedExactlyWhereTheTableSaysSo)
{
    const Net net = goldenNet("timm-vit");
    for (const auto& info : methods()) {
        ExplainRequest request;
        request.method = info.method;
        request.target = ClassIndex{1};
        request.steps = 2;
        if (const auto map = explainFromNetwork(*net.network, net.input, nullptr, request)) {
            EXPECT_EQ(map->isSigned, info.bothSigns) << info.name;
        }
    }
}

TEST(Parameters, ChangeTheMapExactlyWhereTheTableSaysThatTheyAreRead)
{
    const Net net = goldenNet("timm-vit");
    for (const auto& info : methods()) {
        if (info.method == Method::PoolingAttention)
            continue; // of a head that attends; families_test asks one
        ExplainRequest plain;
        plain.method = info.method;
        plain.target = ClassIndex{1};
        plain.steps = 2;
        const auto before = mapOf(net, plain);
        ASSERT_FALSE(before.empty()) << info.name;
        for (const auto& [parameter, name, apply] : kChanges) {
            ExplainRequest changed = plain;
            apply(changed);
            EXPECT_EQ(mapOf(net, changed) != before, info.reads.has(parameter)) << info.name << ", " << name;
        }
    }
}

}
