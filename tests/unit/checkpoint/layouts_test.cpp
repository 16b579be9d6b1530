// tests/unit/checkpoint/layouts_test.cpp: layouts without a golden, in sizes of their own: each must come out as
// exactly the tensors its network has.
#include "made_layouts.h"
#include <ATen/Functions.h>

namespace patchlight
{
namespace
{

TEST_F(Layouts, DinoTeacherIsTakenAndItsStudentAndHeadAreNot)
{
    Shapes shapes;
    for (const std::string scope : {"student|module.backbone.", "teacher|backbone."})
        append(shapes, renamed(timmVit(1, false), [&](const auto& name) { return scope + name; }));
    append(shapes,
        {{"teacher|head.mlp.0.weight", {8, kWidth}}, {"teacher|head.last_layer.weight_g", {9, 1}},
            {"dino_loss|center", {1, 9}}});
    writeText(folder / "dino.pth", torchZip(shapes));
    const auto checkpoint = fills("dino.pth");
    EXPECT_EQ(checkpoint.config.layout, "dino");
    EXPECT_EQ(checkpoint.unwrapped, (std::vector<std::string>{"teacher", "backbone."}));
    EXPECT_EQ(checkpoint.ignored.size(), timmVit(1, false).size() + 3);
    EXPECT_EQ(checkpoint.config.positionResample, ModelConfig::PositionResample::BicubicOffset);
    EXPECT_EQ(checkpoint.config.classes.value, 0);
}

TEST_F(Layouts, DinoV2WithChunksAndGatedMlp)
{
    auto shapes = renamed(timmVit(1, false), [](std::string name) {
        if (name.starts_with("blocks."))
            name = "blocks." + std::to_string((name[7] - '0') / 2) + "." + name.substr(7);
        return replaced(replaced(name, "mlp.fc1", "mlp.w12"), "mlp.fc2", "mlp.w3");
    });
    for (auto& [name, shape] : shapes)
        if (name.ends_with("w12.weight") || name.ends_with("w12.bias"))
            shape[0] = 2 * kHidden;
    for (const std::string block : {"blocks.0.0", "blocks.0.1", "blocks.1.2"})
        append(shapes, {{block + ".ls1.gamma", {kWidth}}, {block + ".ls2.gamma", {kWidth}}});
    append(shapes, {{"mask_token", {1, kWidth}}, {"register_tokens", {1, 4, kWidth}}});
    const auto checkpoint = fillsSafetensors(shapes);
    EXPECT_EQ(checkpoint.config.layout, "dinov2");
    EXPECT_EQ(checkpoint.config.mlp, Mlp::SwiGlu);
    EXPECT_EQ(checkpoint.config.registers, 4);
    EXPECT_TRUE(checkpoint.config.layerScale);
    EXPECT_EQ(checkpoint.ignored, (std::vector<std::string>{"mask_token"}));
}

TEST_F(Layouts, Deit3KeepsPositionsForPatchesOnly)
{
    auto shapes = timmVit(0);
    for (int i = 0; i < kDepth; ++i)
        append(shapes, {{blockName(i) + "gamma_1", {kWidth}}, {blockName(i) + "gamma_2", {kWidth}}});
    const auto checkpoint = fillsSafetensors(shapes);
    EXPECT_EQ(checkpoint.config.layout, "deit");
    EXPECT_FALSE(checkpoint.config.positionsForPrefix);
    EXPECT_EQ(checkpoint.config.positionGrid, (GridSize{5, 5}));
    EXPECT_EQ(checkpoint.config.heads.value, std::vector{2});
    EXPECT_EQ(checkpoint.config.heads.origin, Origin::Assumed);
}

TEST_F(Layouts, PositionsOfRegistersAreFoldedIntoThem)
{
    auto shapes = timmVit(1 + 4);
    append(shapes, {{"reg_token", {1, 4, kWidth}}});
    const auto checkpoint = fillsSafetensors(shapes);
    EXPECT_TRUE(checkpoint.config.positionsForPrefix);
    EXPECT_EQ(checkpoint.tensors.at("pos_embed").size(1), 26);
    // Row 1 of the stored positions begins at value 128, the register tokens at value 0.
    EXPECT_FLOAT_EQ(checkpoint.tensors.at("reg_token").select(1, 0).select(1, 0).item<float>(), (128 % 17) / 64.0F);
}

TEST_F(Layouts, OldTimmLinearPatchesAndPreLogits)
{
    auto shapes = timmVit();
    for (auto& [name, shape] : shapes)
        if (name == "patch_embed.proj.weight")
            shape = {kWidth, 3 * kPatch * kPatch};
        else if (name == "head.weight")
            shape = {kClasses, 40};
    append(shapes, linear("pre_logits.fc", 40, kWidth));
    EXPECT_EQ(fillsSafetensors(shapes).config.preLogits, 40);
}

TEST_F(Layouts, TorchvisionsOldNamesOfTheMlp)
{
    const auto shapes = renamed(timmVit(), [](std::string name) {
        if (name.starts_with("blocks."))
            name = "encoder.layers.encoder_layer_" + name.substr(7);
        for (const auto& [from, to] : std::initializer_list<std::pair<const char*, const char*>>{
                 {"cls_token", "class_token"}, {"pos_embed", "encoder.pos_embedding"},
                 {"patch_embed.proj", "conv_proj"}, {".norm1.", ".ln_1."}, {".norm2.", ".ln_2."},
                 {"attn.qkv.", "self_attention.in_proj_"}, {"attn.proj", "self_attention.out_proj"},
                 {"mlp.fc1", "mlp.linear_1"}, {"mlp.fc2", "mlp.linear_2"}, {"head.", "heads.head."}})
            name = replaced(name, from, to);
        return name.starts_with("norm.") ? "encoder.ln." + name.substr(5) : name;
    });
    const auto config = fillsSafetensors(shapes).config;
    EXPECT_EQ(config.layout, "torchvision");
    EXPECT_EQ(config.positionResample, ModelConfig::PositionResample::BicubicAlignCorners);
}

TEST_F(Layouts, WrappersAndPrefixesOfAllKindsAreUndone)
{
    const std::pair<std::string, std::vector<std::string>> cases[]{
        {"state_dict|model._orig_mod.", {"state_dict", "model.", "_orig_mod."}},
        {"model_state_dict|", {"model_state_dict"}}, {"model_ema|module.", {"model_ema", "module."}},
        {"encoder.", {"encoder."}}, {"state_dict|backbone.", {"state_dict", "backbone."}}};
    for (const auto& [prefix, unwrapped] : cases) {
        writeText(folder / "wrapped.pt",
            torchZip(renamed(timmVit(), [&, p = prefix](const auto& name) { return p + name; })));
        EXPECT_EQ(fills("wrapped.pt").unwrapped, unwrapped);
    }
}

TEST_F(Layouts, TheAverageIsPreferredToTheModelAndSaysSo)
{
    Shapes shapes;
    for (const std::string scope : {"model_ema|", "model|"})
        append(shapes, renamed(timmVit(), [&](const auto& name) { return scope + name; }));
    writeText(folder / "both.pth", torchZip(shapes));
    const auto checkpoint = fills("both.pth");
    EXPECT_EQ(checkpoint.unwrapped, (std::vector<std::string>{"model_ema"}));
    EXPECT_EQ(checkpoint.ignored.size(), timmVit().size());
    EXPECT_EQ(checkpoint.weights, "ema");
    ASSERT_EQ(checkpoint.notes.size(), 1U);
    EXPECT_NE(checkpoint.notes.front().find("--weights raw"), std::string::npos);
    Overrides given;
    given.weights = Weights::Raw;
    EXPECT_EQ(opened("both.pth", given).unwrapped, (std::vector<std::string>{"model"}));
}

TEST_F(Layouts, ABiasOfQueryAndValueAloneGetsAZeroForTheKey)
{
    auto shapes = timmVit();
    std::erase_if(shapes, [](const auto& entry) { return entry.first.ends_with("qkv.bias"); });
    for (int i = 0; i < kDepth; ++i)
        append(shapes, {{blockName(i) + "attn.q_bias", {kWidth}}, {blockName(i) + "attn.v_bias", {kWidth}}});
    const auto bias = fillsSafetensors(shapes).tensors.at("blocks.2.attn.qkv.bias");
    EXPECT_EQ(bias.slice(0, kWidth, 2 * kWidth).abs().sum().item<float>(), 0);
    EXPECT_GT(bias.slice(0, 2 * kWidth).abs().sum().item<float>(), 0);
}

TEST_F(Layouts, ANonSquareGridComesFromTheStatedOrGivenSize)
{
    auto shapes = timmVit();
    for (auto& [name, shape] : shapes)
        if (name == "pos_embed")
            shape[1] = 1 + 2 * 5; // neither 11 nor 10 is a square
    writeSafetensors(folder / "wide.safetensors", shapes);
    const auto unknown = openCheckpoint(folder / "wide.safetensors", {}, {});
    ASSERT_FALSE(unknown);
    EXPECT_NE(unknown.error().message.find("--image-size"), std::string::npos);
    Overrides given;
    given.imageSize = GridSize{8, 20};
    EXPECT_EQ(opened("wide.safetensors", given).config.positionGrid, (GridSize{2, 5}));
    writeText(folder / "config.json", R"({"architecture": "vit_x", "model_args": {"img_size": [8, 20]}})");
    EXPECT_EQ(opened("wide.safetensors").config.positionGrid, (GridSize{2, 5}));
}

TEST_F(Layouts, HeadsAreSureWhereTheArchitecturesNameTellsThem)
{
    auto shapes = timmVit();
    for (auto& [name, shape] : shapes)
        for (auto& size : shape)
            size = size == kWidth || size == 3 * kWidth ? size / kWidth * 192 : size;
    writeSafetensors(folder / "named.safetensors", shapes);
    EXPECT_EQ(opened("named.safetensors").config.heads.origin, Origin::Assumed);
    writeText(folder / "config.json", R"({"architecture": "deit_tiny_patch16_224"})");
    const auto named = opened("named.safetensors").config.heads;
    EXPECT_EQ(named.value, std::vector<int>{3});
    EXPECT_EQ(named.origin, Origin::Inferred);
}

}
}
