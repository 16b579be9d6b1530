// tests/unit/checkpoint/layouts_test.cpp: layouts without a golden, in sizes of their own: each must come out as
// exactly the tensors its network has.
#include "core/checkpoint/checkpoint.h"
#include "core/model/network.h"
#include "made_files.h"
#include <ATen/Functions.h>
#include <functional>
#include <gtest/gtest.h>

namespace patchlight
{
namespace
{

constexpr std::int64_t kWidth = 128, kHidden = 256, kPatch = 4, kClasses = 5;
constexpr int kDepth = 3;

std::string blockName(int i)
{
    return "blocks." + std::to_string(i) + ".";
}

void append(Shapes& to, const Shapes& more)
{
    to.insert(to.end(), more.begin(), more.end());
}

Shapes linear(const std::string& name, std::int64_t out, std::int64_t in)
{
    return {{name + ".weight", {out, in}}, {name + ".bias", {out}}};
}

Shapes norm(const std::string& name, std::int64_t width)
{
    return {{name + ".weight", {width}}, {name + ".bias", {width}}};
}

/// A ViT with timm's names: 3 blocks of 128 channels on 5×5 patches.
Shapes timmVit(int prefixPositions = 1, bool head = true)
{
    Shapes shapes{{"cls_token", {1, 1, kWidth}}, {"pos_embed", {1, 25 + prefixPositions, kWidth}},
        {"patch_embed.proj.weight", {kWidth, 3, kPatch, kPatch}}, {"patch_embed.proj.bias", {kWidth}}};
    for (int i = 0; i < kDepth; ++i) {
        append(shapes, norm(blockName(i) + "norm1", kWidth));
        append(shapes, linear(blockName(i) + "attn.qkv", 3 * kWidth, kWidth));
        append(shapes, linear(blockName(i) + "attn.proj", kWidth, kWidth));
        append(shapes, norm(blockName(i) + "norm2", kWidth));
        append(shapes, linear(blockName(i) + "mlp.fc1", kHidden, kWidth));
        append(shapes, linear(blockName(i) + "mlp.fc2", kWidth, kHidden));
    }
    append(shapes, norm("norm", kWidth));
    if (head)
        append(shapes, linear("head", kClasses, kWidth));
    return shapes;
}

Shapes renamed(const Shapes& shapes, const std::function<std::string(const std::string&)>& rename)
{
    Shapes other;
    for (const auto& [name, shape] : shapes)
        other.emplace_back(rename(name), shape);
    return other;
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    if (const auto at = text.find(from); at != std::string::npos)
        text.replace(at, from.size(), to);
    return text;
}

class Layouts : public testing::Test
{
protected:
    TemporaryFolder folder;

    Checkpoint opened(const std::string& name, const Overrides& overrides = {})
    {
        auto checkpoint = openCheckpoint(folder / name, overrides, {});
        EXPECT_TRUE(checkpoint) << (checkpoint ? "" : checkpoint.error().message);
        return checkpoint ? *checkpoint : Checkpoint{};
    }

    Checkpoint fills(const std::string& name)
    {
        auto checkpoint = opened(name);
        const auto network = makeNetwork(checkpoint.config);
        EXPECT_TRUE(network) << (network ? "" : network.error().message);
        if (network) {
            const auto filled = fillNetwork(**network, checkpoint.tensors);
            EXPECT_TRUE(filled) << (filled ? "" : filled.error().message);
        }
        return checkpoint;
    }

    Checkpoint fillsSafetensors(const Shapes& shapes)
    {
        writeSafetensors(folder / "model.safetensors", shapes);
        return fills("model.safetensors");
    }
};

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
        EXPECT_EQ(checkpoint.ignored.size(), 3U); // mask token; the head over class token and patches
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

TEST_F(Layouts, TheModelIsPreferredToItsAverage)
{
    Shapes shapes;
    for (const std::string scope : {"model_ema|", "model|"})
        append(shapes, renamed(timmVit(), [&](const auto& name) { return scope + name; }));
    writeText(folder / "both.pth", torchZip(shapes));
    const auto checkpoint = fills("both.pth");
    EXPECT_EQ(checkpoint.unwrapped, (std::vector<std::string>{"model"}));
    EXPECT_EQ(checkpoint.ignored.size(), timmVit().size());
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
