// tests/unit/model/packed_test.cpp: the packed way agrees with the plain one.
#include "core/model/initialise.h"
#include "core/model/packed/buffers.h"
#include "core/model/packed/linear.h"
#include "core/model/packed_inference.h"
#include "core/record/attention_hooks.h"
#include "core/record/attention_recorder.h"
#include "golden.h"
#include "random_network.h"
#include <torch/types.h>

namespace patchlight
{
namespace
{

using test::randomInput;
using test::randomNetwork;
using test::smallSwin;
using test::smallVit;

RecordedForward runWith(const std::shared_ptr<Network>& network, bool packed, const NdArray& input,
    AttentionHooks* hooks = nullptr, Precision precision = Precision::Fp32)
{
    const auto inference = Inference::make(network, {.precision = precision, .packed = packed});
    EXPECT_TRUE(inference) << inference.error().message;
    auto result = (*inference)->run(input, Keep::Record, hooks, {});
    EXPECT_TRUE(result) << result.error().message;
    return *result;
}

void expectSame(const RecordedForward& ours, const RecordedForward& plain, float tolerance, const std::string& what)
{
    test::expectClose(ours.tokens, plain.tokens, tolerance, what + " tokens");
    test::expectClose(ours.logits, plain.logits, tolerance, what + " logits");
    ASSERT_EQ(ours.record.layerCount(), plain.record.layerCount());
    for (int layer = 0; layer < plain.record.layerCount(); ++layer)
        test::expectClose(test::attentionOf(ours.record, LayerIndex{layer}),
            test::attentionOf(plain.record, LayerIndex{layer}), tolerance, what + " attention");
}

void expectPackedEqualsPlain(const ModelConfig& config, const std::string& what)
{
    const auto network = randomNetwork(config);
    for (const auto& input : {randomInput(1, 48, 48), randomInput(2, 32, 64)})
        expectSame(runWith(network, true, input), runWith(network, false, input), 1e-4F, what);
}

TEST(Packed, EqualsPlainOnEveryKindOfVit)
{
    const auto with = [](auto change) {
        auto config = smallVit();
        change(config);
        return config;
    };
    expectPackedEqualsPlain(smallVit(), "plain ViT");
    expectPackedEqualsPlain(with([](ModelConfig& c) { c.qkNorm = true; }), "query-key norm");
    expectPackedEqualsPlain(with([](ModelConfig& c) { c.qkvBias = false; }), "no qkv bias");
    expectPackedEqualsPlain(with([](ModelConfig& c) { c.layerScale = true; }), "LayerScale");
    expectPackedEqualsPlain(with([](ModelConfig& c) { c.mlp = Mlp::SwiGlu; }), "SwiGLU");
    expectPackedEqualsPlain(with([](ModelConfig& c) { c.activation.value = Activation::GeluTanh; }), "tanh GELU");
    expectPackedEqualsPlain(with([](ModelConfig& c) { c.activation.value = Activation::QuickGelu; }), "quick GELU");
    expectPackedEqualsPlain(with([](ModelConfig& c) {
        c.distillationToken = true;
        c.pooling.value = Pooling::ClassAndDistillation;
        c.registers = 2;
    }),
        "distilled with registers");
}

TEST(Packed, EqualsPlainOnSwin)
{
    for (const auto* layout : {"timm", "torchvision", "huggingface"}) {
        auto config = smallSwin();
        config.layout = layout;
        expectPackedEqualsPlain(config, layout);
    }
}

TEST(Packed, EqualsPlainOnHybrids)
{
    auto config = smallVit();
    config.family = Family::Hybrid;
    config.stemDepths = {1, 1};
    config.stemChannels = 32;
    expectPackedEqualsPlain(config, "hybrid");
}

TEST(Packed, BFloat16StaysClose)
{
    if (!packed::Linear::hasBFloat16())
        GTEST_SKIP() << "no bfloat16 instructions here";
    const auto network = randomNetwork(smallVit());
    const auto input = randomInput(1, 48, 48);
    const auto exact = runWith(network, false, input);
    const auto rounded = runWith(network, true, input, nullptr, Precision::Bf16);
    test::expectClose(rounded.logits, exact.logits, 0.05F, "bf16 logits");
    EXPECT_NE(rounded.logits.values, exact.logits.values);
}

AttentionRecord recordOf(
    const std::shared_ptr<Network>& network, const NdArray& input, bool packed, RecordPrecision precision)
{
    std::unique_ptr<Inference> inference = std::make_unique<PlainInference>(network, precision);
    if (auto plan = packed ? packed::makePlan(*network, Precision::Fp32) : nullptr)
        inference = std::make_unique<PackedInference>(network, std::move(plan), precision);
    const auto result = inference->run(input, Keep::Record, nullptr, {});
    EXPECT_TRUE(result) << result.error().message;
    return result->record;
}

TEST(HalfRecord, TakesHalfTheBytesAndSaysNearlyTheSame)
{
    for (const auto& config : {smallVit(), smallSwin()})
        for (const bool packed : {true, false}) {
            const auto network = randomNetwork(config);
            const auto input = randomInput(2, 48, 48);
            const auto full = recordOf(network, input, packed, RecordPrecision::Float32);
            const auto half = recordOf(network, input, packed, RecordPrecision::Half);
            EXPECT_EQ(half.bytes() * 2, full.bytes());
            for (LayerIndex layer; layer.value < full.layerCount(); ++layer.value) {
                const auto exact = test::attentionOf(full, layer), rounded = test::attentionOf(half, layer);
                test::expectClose(rounded, exact, 1e-3F, "attention");
                EXPECT_NE(rounded.values, exact.values);
            }
        }
}

TEST(HalfRecord, WhatIsBeyondItsRangeStaysANumber)
{
    LayerAttention layer;
    layer.heads = layer.tokens = layer.headWidth = 2;
    layer.scale = 1e-9F;
    AttentionRecorder recorder(TokenLayout{}, {layer}, nullptr, RecordPrecision::Half);
    const auto large = at::full({1, 2, 2, 2}, 1e9, at::kBFloat16);
    recorder.onQueryKey(LayerIndex{0}, large, -large);
    for (const float weight : recorder.take().matrix(LayerIndex{0}, HeadIndex{0}))
        EXPECT_FLOAT_EQ(weight, 0.5F);
}

TEST(HalfRecord, OneRowIsThatOfTheMatrix)
{
    const auto record = recordOf(randomNetwork(smallVit()), randomInput(1, 48, 48), true, RecordPrecision::Half);
    const auto matrix = record.matrix(LayerIndex{1}, HeadIndex{1});
    const auto row = record.row(LayerIndex{1}, HeadIndex{1}, TokenIndex{3});
    for (std::size_t t = 0; t < row.size(); ++t)
        EXPECT_NEAR(row[t], matrix[3 * row.size() + t], 1e-6F);
}

TEST(Packed, AnAnswerAloneIsThatOfAWholePass)
{
    const auto distilled = [] {
        auto config = smallVit();
        config.distillationToken = true;
        config.pooling.value = Pooling::ClassAndDistillation;
        config.registers = 2;
        return config;
    }();
    auto mean = smallVit();
    mean.pooling.value = Pooling::AveragePatches;
    auto gated = smallVit();
    gated.mlp = Mlp::SwiGlu;
    for (const auto& config : {smallVit(), distilled, mean, gated, smallSwin()})
        for (const int pictures : {1, 2, 3}) {
            const auto inference = *Inference::make(randomNetwork(config), {});
            const auto input = randomInput(pictures, 48, 48);
            const auto whole = *inference->run(input, Keep::Tokens, nullptr, {});
            const auto answer = *inference->run(input, Keep::Answer, nullptr, {});
            test::expectClose(answer.logits, whole.logits, 1e-5F, "logits");
            EXPECT_TRUE(answer.tokens.empty());
            const auto again = *inference->run(input, Keep::Tokens, nullptr, {});
            EXPECT_EQ(again.logits.values, whole.logits.values) << "the weights' layout is as it was";
        }
}

/// Switches the first head of one block off, and counts what it is told.
class HeadOff : public AttentionHooks
{
public:
    bool wantsWeights(LayerIndex layer) const override { return layer.value == 1; }
    void onWeights(LayerIndex, at::Tensor& weights) override { weights.select(1, 0).zero_(); }
    bool runsBlock(LayerIndex layer) const override { return layer.value != 2; }
    void onQueryKey(LayerIndex, const at::Tensor& q, const at::Tensor&) override { queries.push_back(q.clone()); }
    void onBlock(LayerIndex, const at::Tensor& tokens) override { outputs.push_back(tokens); }
    std::vector<at::Tensor> queries, outputs;
};

TEST(Packed, TellsHooksWhatThePlainWayTells)
{
    const auto network = randomNetwork(smallVit());
    const auto input = randomInput(1, 48, 48);
    HeadOff ofPlain, ofPacked;
    const auto plain = runWith(network, false, input, &ofPlain);
    const auto packed = runWith(network, true, input, &ofPacked);
    test::expectClose(packed.logits, plain.logits, 1e-4F, "logits");
    ASSERT_EQ(ofPacked.queries.size(), ofPlain.queries.size());
    ASSERT_EQ(ofPacked.outputs.size(), ofPlain.outputs.size());
    for (std::size_t i = 0; i < ofPlain.outputs.size(); ++i) {
        EXPECT_TRUE(torch::allclose(ofPacked.queries[i], ofPlain.queries[i], 1e-4, 1e-4));
        EXPECT_TRUE(torch::allclose(ofPacked.outputs[i], ofPlain.outputs[i], 1e-4, 1e-4));
    }
}

TEST(Packed, RecordsOutliveLaterRuns)
{
    const auto network = randomNetwork(smallVit());
    const auto inference = *Inference::make(network, {});
    const auto first = *inference->run(randomInput(1, 48, 48), Keep::Record, nullptr, {});
    const auto before = test::attentionOf(first.record, LayerIndex{1});
    auto other = randomInput(1, 48, 48);
    for (auto& value : other.values)
        value = -value;
    const auto second = *inference->run(other, Keep::Record, nullptr, {});
    EXPECT_EQ(test::attentionOf(first.record, LayerIndex{1}), before);
    EXPECT_NE(test::attentionOf(second.record, LayerIndex{1}), before);
}

TEST(RecordPool, LendsAgainWhatNobodyHolds)
{
    packed::RecordPool pool;
    auto first = pool.take(100);
    const auto second = pool.take(100);
    EXPECT_NE(first.get(), second.get());
    const auto* address = first.get();
    first.reset();
    EXPECT_EQ(pool.take(100).get(), address);
}

}
}
