// tests/unit/checkpoint/swin_layouts_test.cpp: Swin's layouts.
#include "made_layouts.h"

namespace patchlight
{
namespace
{

Shapes timmSwin(bool old)
{
    Shapes shapes{{"patch_embed.proj.weight", {32, 3, 4, 4}}, {"patch_embed.proj.bias", {32}}};
    append(shapes, norm("patch_embed.norm", 32));
    const int depths[]{2, 1, 3};
    const int windows[]{5, 5, 3};
    for (int stage = 0; stage < 3; ++stage) {
        const std::int64_t width = std::int64_t{32} << stage;
        const auto layer = "layers." + std::to_string(stage) + ".";
        for (int i = 0; i < depths[stage]; ++i) {
            const auto block = layer + "blocks." + std::to_string(i) + ".";
            append(shapes, norm(block + "norm1", width));
            append(shapes, linear(block + "attn.qkv", 3 * width, width));
            append(shapes, linear(block + "attn.proj", width, width));
            const std::int64_t offsets = 2 * windows[stage] - 1;
            append(shapes, {{block + "attn.relative_position_bias_table", {offsets * offsets, 1 << stage}}});
            append(shapes, norm(block + "norm2", width));
            append(shapes, linear(block + "mlp.fc1", 3 * width, width));
            append(shapes, linear(block + "mlp.fc2", width, 3 * width));
        }
        if (stage < 2) {
            const auto merging = "layers." + std::to_string(old ? stage : stage + 1) + ".downsample.";
            append(shapes, norm(merging + "norm", 4 * width));
            append(shapes, {{merging + "reduction.weight", {2 * width, 4 * width}}});
        }
    }
    append(shapes, norm("norm", 128));
    append(shapes, linear(old ? "head" : "head.fc", kClasses, 128));
    return shapes;
}

TEST_F(Layouts, OldAndNewSwinMergePatchesInDifferentPlaces)
{
    for (const bool old : {true, false}) {
        const auto config = fillsSafetensors(timmSwin(old)).config;
        EXPECT_EQ(config.layout, old ? "swin" : "timm");
        EXPECT_EQ(config.depths.value, (std::vector{2, 1, 3}));
        EXPECT_EQ(config.heads.value, (std::vector{1, 2, 4}));
        EXPECT_EQ(config.window.value, 5);
        // The last stage has windows of 3, so its grid is 3×3: 3 · 4 · 2² pixels.
        EXPECT_EQ(config.imageSize.value, (GridSize{48, 48}));
        EXPECT_EQ(config.imageSize.origin, Origin::Inferred);
    }
}

TEST_F(Layouts, HuggingFaceSwinWithNewNames)
{
    Shapes shapes;
    for (const auto& [name, shape] : timmSwin(true)) {
        auto other = name;
        if (const auto at = name.find("attn.qkv"); at != std::string::npos) {
            auto third = shape;
            third[0] /= 3;
            for (const std::string part : {"q", "k", "v"})
                shapes.emplace_back("swin.encoder." + replaced(name, "attn.qkv", "attention." + part + "_proj"), third);
            continue;
        }
        other = replaced(other, "attn.proj", "attention.o_proj");
        other = replaced(other, "attn.relative", "attention.relative_position_bias.relative");
        if (name.starts_with("layers."))
            other = "swin.encoder." + replaced(replaced(other, "blocks.0.norm", "blocks.0.N"), "N", "norm");
        if (name.find(".blocks.") != std::string::npos)
            other = replaced(replaced(other, ".norm1.", ".layernorm_before."), ".norm2.", ".layernorm_after.");
        other = replaced(other, "patch_embed.proj", "swin.embeddings.patch_embeddings.projection");
        other = replaced(other, "patch_embed.norm", "swin.embeddings.norm");
        if (name.starts_with("norm."))
            other = "swin.layer" + name;
        if (name.starts_with("head."))
            other = replaced(name, "head", "classifier");
        shapes.emplace_back(other, shape);
    }
    EXPECT_EQ(fillsSafetensors(shapes).config.layout, "huggingface");
}

}
}
