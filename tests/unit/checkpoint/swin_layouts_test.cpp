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

/// Swin and convolutions take any input; the picture is not what is wrong where none is left.
TEST_F(Layouts, AStatedInputSmallerThanAPatchIsRefusedByItsKey)
{
    writeSafetensors(folder / "model.safetensors", timmSwin(false));
    const std::pair<const char*, const char*> cases[]{
        {R"({"architecture": "my_swin", "num_classes": 5, "pretrained_cfg": {"input_size": [3, 3, 48], "mean": [0,0,0], "std": [1,1,1]}})",
            "'input_size' states pictures of 3 × 48 pixels"},
        {R"({"architecture": "my_swin", "num_classes": 5, "model_args": {"img_size": 2}})", "'img_size' states pictures of 2 × 2 pixels"},
        {R"({"model_type": "swin", "image_size": 1})", "'image_size' states pictures of 1 × 1 pixels"}};
    for (const auto& [config, wanted] : cases) {
        writeText(folder / "config.json", config);
        const auto refused = openCheckpoint(folder.path(), {}, {});
        ASSERT_FALSE(refused) << config;
        EXPECT_EQ(refused.error().code, ErrorCode::Malformed);
        EXPECT_NE(refused.error().message.find(wanted), std::string::npos) << refused.error().message;
        EXPECT_NE(refused.error().message.find("config.json"), std::string::npos) << refused.error().message;
        Overrides given;
        given.imageSize = GridSize{48, 48};
        EXPECT_TRUE(openCheckpoint(folder.path(), given, {})) << config;
    }
    writeText(folder / "preprocessor_config.json", R"({"image_processor_type": "ViTImageProcessor", "size": 48})");
    EXPECT_TRUE(openCheckpoint(folder.path(), {}, {})) << "the processor says what the network gets";
}

TEST_F(Layouts, AStatedInputSmallerThanACellOfABitIsRefusedByItsKey)
{
    std::filesystem::copy(PATCHLIGHT_FIXTURES "/families/timm-bit/model.safetensors", folder / "model.safetensors");
    writeText(folder / "config.json",
        R"({"architecture": "resnetv2_50x1_bit", "pretrained_cfg": {"input_size": [3, 8, 8], "mean": [0,0,0], "std": [1,1,1]}})");
    const auto refused = openCheckpoint(folder.path(), {}, {});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("'input_size'"), std::string::npos) << refused.error().message;
}

}
}
