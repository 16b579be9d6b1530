// tests/unit/checkpoint/google_layouts_test.cpp: google-research's arrays.
#include "made_layouts.h"
#include <ATen/Functions.h>

namespace patchlight
{
namespace
{

/// google-research's names and axis orders; `block` makes the beginning of a block's names, `layers` the leading axis.
Shapes googleVit(const std::string& prefix, bool stacked, bool big)
{
    Shapes shapes{{"cls", {1, 1, kWidth}}, {"embedding/kernel", {kPatch, kPatch, 3, kWidth}},
        {"embedding/bias", {kWidth}},
        {big ? "pos_embedding" : "Transformer/posembed_input/pos_embedding", {1, 26, kWidth}},
        {"Transformer/encoder_norm/scale", {kWidth}}, {"Transformer/encoder_norm/bias", {kWidth}},
        {"head/kernel", {kWidth, kClasses}}, {"head/bias", {kClasses}}};
    const std::string attention = big ? "MultiHeadDotProductAttention_0/" : "MultiHeadDotProductAttention_1/";
    const std::string mlp = big ? "MlpBlock_0/" : "MlpBlock_3/";
    const std::string second = big ? "LayerNorm_1/" : "LayerNorm_2/";
    Shapes block{{"LayerNorm_0/scale", {kWidth}}, {"LayerNorm_0/bias", {kWidth}}, {second + "scale", {kWidth}},
        {second + "bias", {kWidth}}, {attention + "out/kernel", {4, 32, kWidth}}, {attention + "out/bias", {kWidth}},
        {mlp + "Dense_0/kernel", {kWidth, kHidden}}, {mlp + "Dense_0/bias", {kHidden}},
        {mlp + "Dense_1/kernel", {kHidden, kWidth}}, {mlp + "Dense_1/bias", {kWidth}}};
    for (const std::string part : {"query", "key", "value"})
        append(block, {{attention + part + "/kernel", {kWidth, 4, 32}}, {attention + part + "/bias", {4, 32}}});
    for (int i = 0; i < (stacked ? 1 : kDepth); ++i)
        for (auto [name, shape] : block) {
            if (stacked)
                shape.insert(shape.begin(), kDepth);
            shapes.emplace_back(
                "Transformer/encoderblock" + (stacked ? "/" : "_" + std::to_string(i) + "/") + name, shape);
        }
    return renamed(shapes, [&](const auto& name) { return prefix + name; });
}

TEST_F(Layouts, GoogleArraysWithPrefixesStackedAndNot)
{
    for (const std::string prefix : {"", "opt/target/", "params/", "params/img/"})
        for (const bool stacked : {false, true})
            for (const bool big : {false, true}) {
                writeNpz(folder / "model.npz", googleVit(prefix, stacked, big));
                const auto checkpoint = fills("model.npz");
                EXPECT_EQ(checkpoint.config.layout, "google-research") << prefix << stacked << big;
                EXPECT_EQ(checkpoint.config.heads.value, std::vector{4});
                EXPECT_EQ(checkpoint.config.depths.value, std::vector{kDepth});
                EXPECT_EQ(checkpoint.unwrapped.size(), prefix.empty() ? 0U : 1U);
            }
}

TEST_F(Layouts, StackedGoogleBlocksAreTheSameNumbersAsSeparateOnes)
{
    writeNpz(folder / "one.npz", googleVit("", true, true));
    const auto all = opened("one.npz").tensors.at("blocks.1.mlp.fc1.weight");
    // Dense_0/kernel is [3, 128, 256]; block 1 begins at value 128·256, and the kernel is transposed.
    EXPECT_FLOAT_EQ(
        all.select(0, 2).select(0, 5).item<float>(), static_cast<float>((128 * 256 + 5 * 256 + 2) % 17) / 64);
}

TEST_F(Layouts, GoogleHybrid)
{
    auto shapes = googleVit("", false, false);
    for (auto& [name, shape] : shapes)
        if (name == "embedding/kernel")
            shape = {1, 1, 128, kWidth};
    append(shapes,
        {{"conv_root/kernel", {7, 7, 3, 32}}, {"gn_root/scale", {1, 1, 1, 32}}, {"gn_root/bias", {1, 1, 1, 32}}});
    for (int unit = 1; unit <= 2; ++unit) {
        const auto block = "block1/unit" + std::to_string(unit) + "/";
        append(shapes,
            {{block + "conv1/kernel", {1, 1, unit == 1 ? 32 : 128, 32}}, {block + "conv2/kernel", {3, 3, 32, 32}},
                {block + "conv3/kernel", {1, 1, 32, 128}}});
        for (const std::string gn : {"gn1", "gn2", "gn3"})
            for (const std::string part : {"/scale", "/bias"})
                append(shapes, {{block + gn + part, {1, 1, 1, gn == "gn3" ? 128 : 32}}});
    }
    append(shapes,
        {{"block1/unit1/conv_proj/kernel", {1, 1, 32, 128}}, {"block1/unit1/gn_proj/scale", {128}},
            {"block1/unit1/gn_proj/bias", {128}}});
    writeNpz(folder / "hybrid.npz", shapes);
    const auto config = fills("hybrid.npz").config;
    EXPECT_EQ(config.family, Family::Hybrid);
    EXPECT_DOUBLE_EQ(config.stemNormEps, 1e-6);
    EXPECT_DOUBLE_EQ(config.stemWeightEps, 1e-5);
}

TEST_F(Layouts, GoogleHybridWithABareStem)
{
    auto shapes = googleVit("", false, false);
    for (auto& [name, shape] : shapes)
        if (name == "embedding/kernel")
            shape = {8, 8, 32, kWidth};
    append(shapes, {{"conv_root/kernel", {7, 7, 3, 32}}, {"gn_root/scale", {32}}, {"gn_root/bias", {32}}});
    writeNpz(folder / "tiny.npz", shapes);
    const auto config = fills("tiny.npz").config;
    EXPECT_EQ(config.patch.value, 32);
    EXPECT_TRUE(config.stemDepths.empty());
}

}
}
