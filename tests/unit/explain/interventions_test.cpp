// tests/unit/explain/interventions_test.cpp: what is switched off is off, in the network and in every map.
#include "core/explain/from_network.h"
#include "core/explain/from_record.h"
#include "core/explain/gradients/watching_hooks.h"
#include "core/explain/perturbation/intervention_hooks.h"
#include "core/record/attention_recorder.h"
#include "nets.h"
#include "support.h"
#include <torch/types.h>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

GridSize sizeOf(const Net& net)
{
    return {static_cast<int>(net.input.size(2)), static_cast<int>(net.input.size(3))};
}

/// Keeps the weights of every block as they were used.
class KeptWeights : public WatchingHooks
{
public:
    using WatchingHooks::WatchingHooks;
    std::vector<at::Tensor> all;
    void onWeights(LayerIndex l, at::Tensor& w) override
    {
        WatchingHooks::onWeights(l, w);
        all.push_back(w.clone());
    }
};

/// A sequence that really is shorter.
class Shorter : public AttentionHooks
{
public:
    explicit Shorter(at::Tensor kept) : m_kept(std::move(kept)) { }
    void onEmbedded(at::Tensor& tokens) override { tokens = tokens.index_select(1, m_kept); }

private:
    at::Tensor m_kept;
};

std::vector<float> logits(const Net& net, AttentionHooks* hooks)
{
    const torch::NoGradGuard noGraph;
    const auto out = net.network->forward(net.input, hooks, {}).value().logits.contiguous();
    return {out.data_ptr<float>(), out.data_ptr<float>() + out.numel()};
}

std::vector<float> logits(const Net& net, const Interventions& changes)
{
    InterventionHooks hooks(changes, *net.network, sizeOf(net));
    return logits(net, &hooks);
}

/// Every weight that the record of a changed run computes is the one that the network used.
void expectRecordOfUsedWeights(const Net& net, const Interventions& changes)
{
    const torch::NoGradGuard noGraph;
    InterventionHooks hooks(changes, *net.network, sizeOf(net));
    KeptWeights kept(&hooks);
    AttentionRecorder recorder(net.network->tokenLayout(sizeOf(net)), net.network->attentionLayout(sizeOf(net)), &kept);
    ASSERT_TRUE(net.network->forward(net.input, &recorder, {}));
    const auto record = intervenedRecord(recorder.take(), changes);
    for (int l = 0; l < record.layerCount(); ++l)
        for (int w = 0; w < kept.all[static_cast<std::size_t>(l)].size(0); ++w)
            for (int h = 0; h < record.headCount(LayerIndex{l}); ++h) {
                const auto used = kept.all[static_cast<std::size_t>(l)][w][h].contiguous();
                const std::vector<float> expected(used.data_ptr<float>(), used.data_ptr<float>() + used.numel());
                const auto actual = record.windowMatrix(LayerIndex{l}, HeadIndex{h}, w);
                for (std::size_t i = 0; i < expected.size(); ++i)
                    ASSERT_NEAR(actual[i], expected[i], 2e-6) << "layer " << l << " window " << w << " head " << h;
            }
}

const HeadIntervention kOff{LayerIndex{0}, HeadIndex{1}, HeadChange::Off};
const HeadIntervention kUniform{LayerIndex{1}, HeadIndex{0}, HeadChange::Uniform};
const HeadIntervention kMean{LayerIndex{1}, HeadIndex{1}, HeadChange::Mean};

}

TEST(Interventions, NoneChangeNothing)
{
    for (const char* name : {"timm-vit", "timm-swin"}) {
        const Net net = goldenNet(name);
        EXPECT_EQ(logits(net, Interventions{}), logits(net, nullptr)) << name;
    }
}

TEST(Interventions, TheRecordHoldsTheWeightsThatWereUsed)
{
    expectRecordOfUsedWeights(goldenNet("timm-vit"), {{}, HideWith::Mean, {kOff, kUniform, kMean}, {}});
    expectRecordOfUsedWeights(goldenNet("timm-vit"), {{{0, 1}, {5, 5}}, HideWith::Drop, {kOff, kUniform, kMean}, {}});
    expectRecordOfUsedWeights(goldenNet("timm-vit"), {{{2, 1}}, HideWith::Zero, {}, {}});
    expectRecordOfUsedWeights(goldenNet("timm-swin"), {{{3, 3}}, HideWith::Zero, {kOff, kUniform, kMean}, {}});
}

TEST(Interventions, DroppedPatchesAreAsGoodAsNeverThere)
{
    const Net net = goldenNet("timm-vit");
    std::vector<std::int64_t> kept;
    for (int t = 0; t < 37; ++t)
        if (t != 1 + 1 && t != 1 + 4 * 6 + 3) // after the class token: cells 0,1 and 4,3 of six columns
            kept.push_back(t);
    Shorter shorter(at::tensor(kept));
    const auto expected = logits(net, &shorter);
    EXPECT_LE(relativeError(logits(net, {{{0, 1}, {4, 3}}, HideWith::Drop, {}, {}}), expected), 1e-5);
    EXPECT_GT(relativeError(logits(net, nullptr), expected), 1e-4) << "dropping must matter";
}

TEST(Interventions, ZeroedPatchesAreZeroAfterTheEmbedding)
{
    for (const char* name : {"timm-vit", "timm-swin"}) {
        const Net net = goldenNet(name);
        const torch::NoGradGuard noGraph;
        InterventionHooks hooks({{{1, 2}}, HideWith::Zero, {}, {}}, *net.network, sizeOf(net));
        const auto before = net.network->embed(net.input);
        auto after = before;
        hooks.onEmbedded(after);
        const auto changed = (before != after).any(-1).sum().item<std::int64_t>();
        const auto cell = net.network->tokenLayout(sizeOf(net)).patch({1, 2}).value;
        EXPECT_EQ(changed, 1) << name;
        EXPECT_EQ(after.flatten(0, -2)[cell].abs().max().item<float>(), 0) << name;
    }
}

TEST(Interventions, ABlockThatIsOffPassesItsInputOn)
{
    const Net net = goldenNet("timm-vit");
    const torch::NoGradGuard noGraph;
    auto tokens = net.network->embed(net.input);
    for (const int l : {0, 2})
        tokens = net.network->block(LayerIndex{l}, tokens, nullptr);
    const auto expected = net.network->finish(tokens).logits.contiguous();
    EXPECT_EQ(logits(net, {{}, HideWith::Mean, {}, {LayerIndex{1}}}),
        std::vector<float>(expected.data_ptr<float>(), expected.data_ptr<float>() + expected.numel()));
}

TEST(Interventions, RolloutConservesItsMassAndLeavesDroppedPatchesOut)
{
    const Net net = goldenNet("timm-vit");
    const Interventions changes{{{0, 1}, {3, 3}}, HideWith::Drop, {kOff, kUniform, kMean}, {}};
    InterventionHooks hooks(changes, *net.network, sizeOf(net));
    AttentionRecorder recorder(
        net.network->tokenLayout(sizeOf(net)), net.network->attentionLayout(sizeOf(net)), &hooks);
    const torch::NoGradGuard noGraph;
    ASSERT_TRUE(net.network->forward(net.input, &recorder, {}));
    ExplainRequest request;
    request.method = Method::Rollout;
    const auto map = explainFromRecord(intervenedRecord(recorder.take(), changes), request);
    ASSERT_TRUE(map) << map.error().message;
    EXPECT_NEAR(map->shares->patches + map->shares->classToken, 1, 1e-5);
    EXPECT_EQ(map->map.at({0, 1}), 0);
    EXPECT_EQ(map->map.at({3, 3}), 0);
    EXPECT_GT(map->map.at({3, 4}), 0);
}

TEST(Interventions, EveryGradientMethodFollowsThem)
{
    for (const char* name : {"timm-vit", "timm-swin"}) {
        const Net net = goldenNet(name);
        const bool swin = net.network->config().family == Family::Swin;
        const Interventions changes{{{1, 1}}, HideWith::Zero, {kOff, kUniform, kMean}, {LayerIndex{0}}};
        InterventionHooks hooks(changes, *net.network, sizeOf(net));
        for (const auto& method : methods()) {
            if (!method.network || method.needs == Needs::Weights || (swin && !method.onSwin))
                continue;
            ExplainRequest request;
            request.method = method.method;
            request.target = ClassIndex{1};
            request.steps = 2;
            const auto plain = explainFromNetwork(*net.network, net.input, nullptr, request);
            const auto changed = explainFromNetwork(*net.network, net.input, nullptr, request, {}, &hooks);
            ASSERT_TRUE(plain) << method.name << plain.error().message;
            if (method.method == Method::GradientRolloutVitExplain) {
                EXPECT_FALSE(changed) << "it pairs blocks, so it needs all of them";
                continue;
            }
            ASSERT_TRUE(changed) << name << " " << method.name << changed.error().message;
            EXPECT_NE(plain->map, changed->map) << name << " " << method.name;
        }
    }
}

TEST(Interventions, HeadsThatAreOffTakeNoPartInFusedGradients)
{
    const Net net = goldenNet("timm-vit");
    InterventionHooks hooks(
        {{}, HideWith::Mean, {{LayerIndex{1}, HeadIndex{0}, HeadChange::Off}}, {}}, *net.network, sizeOf(net));
    ExplainRequest request;
    request.method = Method::Relevancy;
    request.target = ClassIndex{1};
    request.startLayer = request.endLayer = LayerIndex{1};
    const auto mean = explainFromNetwork(*net.network, net.input, nullptr, request, {}, &hooks);
    request.headWeights = {0, 1, 1};
    const auto weighted = explainFromNetwork(*net.network, net.input, nullptr, request, {}, &hooks);
    ASSERT_TRUE(mean && weighted);
    EXPECT_LE(relativeError(mean->map.values(), weighted->map.values()), 1e-6);
    request.headWeights = {};
    request.head = HeadFusion::Min;
    const auto least = explainFromNetwork(*net.network, net.input, nullptr, request, {}, &hooks);
    ASSERT_TRUE(least);
    EXPECT_GT(*std::max_element(least->map.values().begin(), least->map.values().end()), 0);
}

TEST(Interventions, WhatCannotBeDoneIsRefusedInOneSentence)
{
    const Net vit = goldenNet("timm-vit"), swin = goldenNet("timm-swin");
    const auto code = [](const Net& net, const Interventions& changes) {
        const auto grid = net.network->tokenLayout(sizeOf(net)).grid;
        const auto checked = checkInterventions(changes, net.network->config(), grid);
        return checked ? ErrorCode::Internal : checked.error().code;
    };
    EXPECT_EQ(code(swin, {{{0, 0}}, HideWith::Drop, {}, {}}), ErrorCode::Unsupported);
    EXPECT_EQ(code(vit, {{{6, 0}}, HideWith::Mean, {}, {}}), ErrorCode::InvalidOption);
    EXPECT_EQ(code(vit, {{{0, -1}}, HideWith::Mean, {}, {}}), ErrorCode::InvalidOption);
    EXPECT_EQ(code(vit, {{}, HideWith::Mean, {{LayerIndex{3}, HeadIndex{0}, {}}}, {}}), ErrorCode::InvalidOption);
    EXPECT_EQ(code(vit, {{}, HideWith::Mean, {{LayerIndex{0}, HeadIndex{99}, {}}}, {}}), ErrorCode::InvalidOption);
    EXPECT_EQ(code(vit, {{}, HideWith::Mean, {}, {LayerIndex{-1}}}), ErrorCode::InvalidOption);
    EXPECT_EQ(code(vit, {{{5, 5}}, HideWith::Drop, {kOff}, {LayerIndex{2}}}), ErrorCode::Internal) << "nothing wrong";
}
