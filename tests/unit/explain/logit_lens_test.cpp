// tests/unit/explain/logit_lens_test.cpp: tokens read by the head after every block.
#include "core/explain/measures/logit_lens.h"
#include "core/explain/measures/statistics.h"
#include "core/record/attention_recorder.h"
#include "nets.h"
#include "support.h"
#include <cmath>

using namespace patchlight;
using namespace patchlight::test;

TEST(LogitLens, AgreesWithTheReferences)
{
    for (const char* name : {"timm-vit", "deit-distilled-pth"}) {
        const Net net = goldenNet(name);
        const auto lens = logitLens(*net.network, net.input, {});
        ASSERT_TRUE(lens);
        const NdArray expected = array(fixture(std::string("explanations/") + name + "/logit_lens.npy"));
        EXPECT_EQ(lens->shape, expected.shape) << name;
        EXPECT_LE(relativeError(lens->values, expected.values), 1e-3) << name;
    }
}

TEST(ExternalLogitLens, AgreesWithTheReferencesOfRealWeights)
{
    const auto shared = std::filesystem::path(PATCHLIGHT_SHARED);
    if (!std::filesystem::exists(shared / "deit-tiny/model.safetensors"))
        GTEST_SKIP() << "no weights beside the checkout";
    for (const char* picture : {"both", "elephant"}) {
        const Net net = openNet(
            shared / "deit-tiny/model.safetensors", shared / "deit-tiny" / (std::string(picture) + ".input.npy"));
        const auto folder = shared / "explanations/deit-tiny" / picture;
        EXPECT_LE(
            relativeError(logitLens(*net.network, net.input, {})->values, array(folder / "logit_lens.npy").values),
            1e-3);
        AttentionRecorder recorder(net.network->tokenLayout({224, 224}), net.network->attentionLayout({224, 224}));
        ASSERT_TRUE(net.network->forward(net.input, &recorder, {}));
        const auto numbers = attentionStatistics(recorder.take(), {16, 16});
        ASSERT_TRUE(numbers);
        std::vector<float> distances, entropies;
        for (const auto& layer : *numbers)
            for (const auto& head : layer.heads) {
                distances.push_back(head.distance);
                entropies.push_back(head.entropy);
            }
        EXPECT_LE(relativeError(distances, array(folder / "attention_distance.npy").values), 1e-3) << picture;
        EXPECT_LE(relativeError(entropies, array(folder / "attention_entropy.npy").values), 1e-3) << picture;
    }
}

TEST(LogitLens, OfTheClassTokenIsWhatAPlainNetReads)
{
    const Net net = goldenNet("timm-vit");
    const auto whole = logitLens(*net.network, net.input, {});
    const auto token = logitLens(*net.network, net.input, {Query::Kind::ClassToken, 0, {}, false});
    const auto patch = logitLens(*net.network, net.input, Query::patch({1, 2}));
    ASSERT_TRUE(whole && token && patch);
    EXPECT_LE(relativeError(token->values, whole->values), 1e-4);
    EXPECT_GT(relativeError(patch->values, whole->values), 1e-2);
}

TEST(LogitLens, OfSwinReadsOnlyTheLastStage)
{
    const Net net = goldenNet("timm-swin");
    const auto lens = logitLens(*net.network, net.input, {});
    ASSERT_TRUE(lens);
    EXPECT_TRUE(std::isnan(lens->values.front()));
    EXPECT_NEAR(lens->values.back(), logit(net, net.input, static_cast<int>(lens->dim(1)) - 1), 1e-4);
}
