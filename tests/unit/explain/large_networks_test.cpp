// tests/unit/explain/large_networks_test.cpp: networks whose graphs do not fit; their way back begins at the record.
#include "../model/random_network.h"
#include "core/explain/from_network.h"
#include "core/explain/methods.h"
#include "core/explain/perturbation/intervention_hooks.h"
#include "core/explain/perturbation/interventions.h"
#include "core/model/inference.h"
#include "core/model/pass_memory.h"
#include "core/model/plain_inference.h"
#include "core/model/reused_blocks.h"
#include "support.h"
#include <torch/types.h>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

constexpr int kPixels = 320; ///< 1,601 tokens

std::shared_ptr<Network> largeNetwork(int classes)
{
    auto config = smallVit();
    config.depths.value = {6};
    config.classes.value = classes;
    return randomNetwork(config);
}

RecordedForward recorded(
    const std::shared_ptr<Network>& network, const NdArray& input, AttentionHooks* hooks = nullptr, bool packed = true)
{
    InferenceOptions options;
    options.packed = packed;
    const auto inference = Inference::make(network, options);
    EXPECT_TRUE(inference) << inference.error().message;
    auto run = (*inference)->run(input, Keep::Record, hooks, {});
    EXPECT_TRUE(run) << run.error().message;
    return std::move(*run);
}

/// A map, and how often the blocks were run for it before the way back.
struct Answer {
    std::vector<float> map;
    int forwardSteps = 0;
};

Answer answered(Network& network, const NdArray& input, const AttentionRecord* record, const ExplainRequest& request,
    AttentionHooks* hooks = nullptr)
{
    Answer answer;
    RunContext run;
    run.report = [&](const Progress& progress) {
        answer.forwardSteps += progress.stage == "forward" || progress.stage == "block" ? 1 : 0;
    };
    const auto map = explainFromNetwork(network, viewOf(input), record, request, run, hooks);
    EXPECT_TRUE(map) << map.error().message;
    if (map)
        answer.map = map->map.values();
    return answer;
}

ExplainRequest asked(Method method)
{
    ExplainRequest request;
    request.method = method;
    return request;
}

}

TEST(LargeNetworks, AreExplainedFromTheirRecordAsWithoutIt)
{
    const auto network = largeNetwork(7);
    const auto input = randomInput(1, kPixels, kPixels);
    ASSERT_FALSE(graphsFit(*network, {kPixels, kPixels}));
    const auto packed = recorded(network, input), plain = recorded(network, input, nullptr, false);
    for (const auto method : {Method::Relevancy, Method::AttnLrp}) {
        auto request = asked(method);
        request.target = ClassIndex{2};
        const auto without = answered(*network, input, nullptr, request);
        EXPECT_EQ(without.forwardSteps, 6);
        for (const auto* run : {&packed, &plain}) {
            const auto with = answered(*network, input, &run->record, request);
            EXPECT_LE(relativeError(with.map, without.map), 1e-4) << methodInfo(method).name;
            EXPECT_EQ(with.forwardSteps, 0);
        }
    }
}

TEST(LargeNetworks, WithoutClassesAreNotRunToKnowTheirEmbeddingsWidth)
{
    const auto network = largeNetwork(0);
    const auto input = randomInput(1, kPixels, kPixels);
    const auto run = recorded(network, input);
    auto request = asked(Method::GradCam);
    request.embedding.emplace();
    request.embedding->kind = EmbeddingTarget::Kind::Component;
    request.embedding->component = 71;
    EXPECT_EQ(answered(*network, input, &run.record, request).forwardSteps, 0);
    request.embedding->component = 72;
    EXPECT_FALSE(explainFromNetwork(*network, viewOf(input), &run.record, request));
}

TEST(LargeNetworks, AreExplainedUnderInterventionsFromTheRecordOfThose)
{
    const auto network = largeNetwork(7);
    const auto input = randomInput(1, kPixels, kPixels);
    const Interventions off{{}, HideWith::Mean, {{LayerIndex{1}, HeadIndex{0}, HeadChange::Off}}, {}};
    const Interventions without{{}, HideWith::Mean, {}, {LayerIndex{2}}};
    for (const auto& changes : {off, without}) {
        InterventionHooks hooks(changes, *network, {kPixels, kPixels});
        const auto record = intervenedRecord(recorded(network, input, &hooks).record, changes);
        EXPECT_EQ(record.blockTokens() != nullptr, changes.blocksOff.empty());
        auto request = asked(Method::Relevancy);
        request.target = ClassIndex{2};
        const auto with = answered(*network, input, &record, request, &hooks);
        EXPECT_LE(relativeError(with.map, answered(*network, input, nullptr, request, &hooks).map), 1e-4);
    }
}

TEST(LargeNetworks, AloneKeepWhatTheirBlocksWereGiven)
{
    const auto large = recorded(largeNetwork(7), randomInput(1, kPixels, kPixels));
    const auto small = recorded(largeNetwork(7), randomInput(1, 48, 48));
    EXPECT_EQ(small.record.blockTokens(), nullptr);
    ASSERT_NE(large.record.blockTokens(), nullptr);
    EXPECT_EQ(large.record.blockTokens()->size(), 7U);
    EXPECT_EQ(large.record.bytes(), std::size_t{6 * 2 + 7} * 1601 * 72 * sizeof(float));
}

TEST(ReusedBlocks, GiveLargeTensorsTheMemoryOfThoseBeforeThem)
{
    constexpr std::int64_t kLarge = 3'000'000; // 12 MB
    const ReusedBlocks reused;
    auto first = at::empty({kLarge}, at::kFloat);
    auto second = at::empty({kLarge}, at::kFloat);
    const auto* was = first.data_ptr();
    EXPECT_NE(was, second.data_ptr());
    first.reset();
    const auto third = at::empty({kLarge - 1000}, at::kFloat);
    EXPECT_EQ(third.data_ptr(), was);
    EXPECT_NE(at::empty({kLarge / 2}, at::kFloat).data_ptr(), second.data_ptr());
}

TEST(ReusedBlocks, LetTensorsOutliveThem)
{
    at::Tensor tensor;
    {
        const ReusedBlocks reused;
        tensor = at::ones({3'000'000}, at::kFloat);
        at::empty({3'000'000}, at::kFloat);
    }
    EXPECT_EQ(tensor.sum().item<float>(), 3'000'000);
}
