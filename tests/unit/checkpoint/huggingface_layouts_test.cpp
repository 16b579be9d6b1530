// tests/unit/checkpoint/huggingface_layouts_test.cpp: transformers' names, old and new.
#include "made_layouts.h"

namespace patchlight
{
namespace
{

std::string huggingFaceBlock(const std::string& name, bool old)
{
    const std::pair<std::string, std::string> olds[]{{"norm1", "layernorm_before"}, {"norm2", "layernorm_after"},
        {"attn.proj", "attention.output.dense"}, {"mlp.fc1", "intermediate.dense"}, {"mlp.fc2", "output.dense"}};
    const std::pair<std::string, std::string> news[]{
        {"norm1", "layernorm_before"}, {"norm2", "layernorm_after"}, {"attn.proj", "attention.o_proj"}};
    auto other = replaced(name, "blocks.", old ? "encoder.layer." : "layers.");
    if (old)
        for (const auto& [from, to] : olds)
            other = replaced(other, "." + from + ".", "." + to + ".");
    else
        for (const auto& [from, to] : news)
            other = replaced(other, "." + from + ".", "." + to + ".");
    return other;
}

/// Splits qkv and renames as transformers does; `prefix` is "vit." or empty.
Shapes huggingFaceVit(const Shapes& timm, const std::string& prefix, bool old)
{
    Shapes shapes;
    for (const auto& [name, shape] : timm) {
        if (const auto at = name.find("attn.qkv"); at != std::string::npos) {
            auto third = shape;
            third[0] /= 3;
            for (const std::string part : {"query", "key", "value"}) {
                const auto to = old ? "attention.attention." + part : "attention." + part.substr(0, 1) + "_proj";
                shapes.emplace_back(prefix + huggingFaceBlock(replaced(name, "attn.qkv", to), old), third);
            }
        } else if (name.starts_with("blocks.")) {
            shapes.emplace_back(prefix + huggingFaceBlock(name, old), shape);
        } else if (name.starts_with("head.")) {
            shapes.emplace_back(replaced(name, "head", "classifier"), shape);
        } else {
            auto other = replaced(name, "cls_token", "embeddings.cls_token");
            other = replaced(other, "pos_embed", "embeddings.position_embeddings");
            other = replaced(other, "patch_embed.proj", "embeddings.patch_embeddings.projection");
            shapes.emplace_back(prefix + (other.starts_with("norm.") ? "layer" + other : other), shape);
        }
    }
    return shapes;
}

TEST_F(Layouts, HuggingFaceOldAndNewNamesWithAndWithoutPrefix)
{
    for (const bool old : {true, false})
        for (const std::string prefix : {"vit.", ""}) {
            auto shapes = huggingFaceVit(timmVit(), prefix, old);
            append(shapes, linear(prefix + "pooler.dense", kWidth, kWidth));
            const auto checkpoint = fillsSafetensors(shapes);
            EXPECT_EQ(checkpoint.config.layout, "huggingface");
            EXPECT_EQ(checkpoint.ignored.size(), 2U);
            EXPECT_DOUBLE_EQ(checkpoint.config.normEps.value, 1e-12);
            EXPECT_EQ(checkpoint.config.classes.value, kClasses);
        }
}

TEST_F(Layouts, HuggingFaceDinoV2)
{
    for (const bool gated : {false, true}) {
        auto shapes = huggingFaceVit(timmVit(1, false), "dinov2.", true);
        for (auto& [name, shape] : shapes) {
            name = replaced(replaced(name, "layernorm_before", "norm1"), "layernorm_after", "norm2");
            name = replaced(name, "intermediate.dense", gated ? "mlp.weights_in" : "mlp.fc1");
            if (name.find("attention.output") == std::string::npos)
                name = replaced(name, "output.dense", gated ? "mlp.weights_out" : "mlp.fc2");
            if (name.find("weights_in") != std::string::npos)
                shape[0] = 2 * kHidden;
        }
        for (int i = 0; i < kDepth; ++i)
            for (const std::string part : {".layer_scale1.lambda1", ".layer_scale2.lambda1"})
                append(shapes, {{"dinov2.encoder.layer." + std::to_string(i) + part, {kWidth}}});
        append(shapes,
            {{"dinov2.embeddings.mask_token", {1, kWidth}}, {"dinov2.embeddings.register_tokens", {1, 4, kWidth}}});
        append(shapes, linear("classifier", kClasses, 2 * kWidth));
        const auto checkpoint = fillsSafetensors(shapes);
        EXPECT_EQ(checkpoint.config.mlp, gated ? Mlp::SwiGlu : Mlp::Plain);
        EXPECT_EQ(checkpoint.config.registers, 4);
        EXPECT_DOUBLE_EQ(checkpoint.config.normEps.value, 1e-6);
        EXPECT_EQ(checkpoint.ignored.size(), 1U); // the mask token; the head over class token and patches is run
        EXPECT_EQ(checkpoint.config.pooling.value, Pooling::ClassAndPatches);
    }
}

/// ResNetV2 of one stage with two bottlenecks before the transformer, in timm's names.
Shapes timmHybrid(const std::string& backbone)
{
    Shapes shapes{{backbone + "stem.conv.weight", {32, 3, 7, 7}}};
    append(shapes, norm(backbone + "stem.norm", 32));
    for (int unit = 0; unit < 2; ++unit) {
        const auto block = backbone + "stages.0.blocks." + std::to_string(unit) + ".";
        append(shapes,
            {{block + "conv1.weight", {32, unit ? 128 : 32, 1, 1}}, {block + "conv2.weight", {32, 32, 3, 3}},
                {block + "conv3.weight", {128, 32, 1, 1}}});
        append(shapes, norm(block + "norm1", 32));
        append(shapes, norm(block + "norm2", 32));
        append(shapes, norm(block + "norm3", 128));
    }
    append(shapes, {{backbone + "stages.0.blocks.0.downsample.conv.weight", {128, 32, 1, 1}}});
    append(shapes, norm(backbone + "stages.0.blocks.0.downsample.norm", 128));
    return shapes;
}

TEST_F(Layouts, HuggingFaceHybrid)
{
    auto vit = timmVit();
    for (auto& [name, shape] : vit)
        if (name == "patch_embed.proj.weight")
            shape = {kWidth, 128, 1, 1};
    auto shapes = huggingFaceVit(vit, "vit.", true);
    const std::string bit = "vit.embeddings.patch_embeddings.backbone.bit.";
    append(shapes, renamed(timmHybrid(bit), [&](std::string name) {
        name = replaced(replaced(name, "stem.conv", "embedder.convolution"), "stem.norm", "embedder.norm");
        return replaced(replaced(name, "stages.", "encoder.stages."), "blocks.", "layers.");
    }));
    const auto config = fillsSafetensors(shapes).config;
    EXPECT_EQ(config.family, Family::Hybrid);
    EXPECT_EQ(config.stemDepths, std::vector{2});
    EXPECT_EQ(config.patch.value, 4);
    EXPECT_EQ(config.imageSize.value, (GridSize{20, 20}));
}

}
}
