// tests/unit/checkpoint/found_networks_test.cpp: the network is found wherever it lies, its head under whatever name,
// and what training left beside it is named, not fatal.
#include "made_layouts.h"
#include <ATen/Functions.h>
#include <algorithm>

namespace patchlight
{
namespace
{

Shapes below(const std::string& prefix, const Shapes& shapes)
{
    return renamed(shapes, [&](const auto& name) { return prefix + name; });
}

TEST_F(Layouts, ANetworkIsFoundBelowAnyModules)
{
    for (const std::string prefix : {"state_dict|vit.", "state_dict|model.model.", "net.encoder.module.", "0.",
             "state_dict|_forward_module._orig_mod.model.", "my_very_own_name."}) {
        writeText(folder / "wrapped.pt", torchZip(below(prefix, timmVit())));
        EXPECT_EQ(fills("wrapped.pt").config.classes.value, kClasses) << prefix;
    }
}

TEST_F(Layouts, WrappersInsideOfNamesAreTakenOut)
{
    const auto sharded = renamed(
        timmVit(), [](const auto& name) { return replaced(name, ".attn.", "._fsdp_wrapped_module.attn.module."); });
    writeText(folder / "fsdp.pt", torchZip(below("module.", sharded)));
    EXPECT_EQ(fills("fsdp.pt").config.blockCount(), kDepth);
}

TEST_F(Layouts, WhatTrainingLeftIsNamedAndNotFatal)
{
    auto shapes = below("state_dict|model.", timmVit());
    append(shapes, {{"state_dict|criterion.weight", {kClasses}}, {"state_dict|model.masked_embed", {1, kWidth}},
                       {"state_dict|train_acc.total", {1}}, {"optimizer|state", {3}},
                       {"state_dict|model.blocks.0.attn.total_ops", {1}}});
    writeText(folder / "training.ckpt", torchZip(shapes));
    EXPECT_EQ(fills("training.ckpt").ignored.size(), 5U);
}

TEST_F(Layouts, AnUnknownTensorOfTheNetworkItselfStaysFatal)
{
    auto shapes = timmVit();
    append(shapes, {{"blocks.0.attn.rotary.freqs", {4}}});
    writeSafetensors(folder / "odd.safetensors", shapes);
    const auto checkpoint = opened("odd.safetensors");
    const auto network = makeNetwork(checkpoint.config);
    ASSERT_TRUE(network);
    EXPECT_FALSE(fillNetwork(**network, checkpoint.tensors));
}

TEST_F(Layouts, HeadsOfAnyNameAreRun)
{
    const auto backbone = below("backbone.", timmVit(1, false));
    for (const std::string head : {"fc", "classifier", "linear_head", "head.1", "backbone.classifier.2", "heads.head.0"}) {
        auto shapes = backbone;
        append(shapes, linear(head, 7, kWidth));
        EXPECT_EQ(fillsSafetensors(shapes).config.classes.value, 7) << head;
    }
}

TEST_F(Layouts, NormsAndHiddenLayersOfAHeadAreRun)
{
    auto shapes = below("backbone.", timmVit(1, false));
    append(shapes, norm("fc.0", kWidth));
    append(shapes, linear("fc.1", 40, kWidth));
    append(shapes, linear("fc.4", 7, 40));
    const auto checkpoint = fillsSafetensors(shapes);
    EXPECT_TRUE(checkpoint.config.fcNorm);
    EXPECT_EQ(checkpoint.config.preLogits, 40);
    EXPECT_EQ(checkpoint.config.headActivation.origin, Origin::Assumed);
    EXPECT_EQ(checkpoint.config.pooling.value, Pooling::ClassToken);
    EXPECT_EQ(checkpoint.config.classes.value, 7);
}

/// MAE's linear probe: a batch norm without weights in front of the linear layer becomes part of it.
TEST_F(Layouts, ABatchNormBecomesPartOfTheLinearLayer)
{
    auto shapes = timmVit(1, false);
    append(shapes, {{"head.0.running_mean", {kWidth}}, {"head.0.running_var", {kWidth}}});
    append(shapes, linear("head.1", 7, kWidth));
    const auto checkpoint = fillsSafetensors(shapes);
    auto plain = timmVit(1, false);
    append(plain, linear("head", 7, kWidth));
    const auto other = fillsSafetensors(plain);
    EXPECT_EQ(checkpoint.config.classes.value, 7);
    EXPECT_EQ(checkpoint.tensors.at("head.weight").sizes(), other.tensors.at("head.weight").sizes());
    EXPECT_FALSE(at::equal(checkpoint.tensors.at("head.weight"), other.tensors.at("head.weight")));
}

TEST_F(Layouts, AHeadThatCannotBeRunIsLeftOutAndNamed)
{
    auto shapes = below("backbone.", timmVit(1, false));
    append(shapes, linear("head.0", 300, kWidth));
    append(shapes, linear("head.2", 300, 300));
    append(shapes, linear("head.4", 7, 300));
    const auto checkpoint = fillsSafetensors(shapes);
    EXPECT_EQ(checkpoint.config.classes.value, 0);
    EXPECT_EQ(checkpoint.ignored.size(), 6U);
    ASSERT_EQ(checkpoint.notes.size(), 1U);
    EXPECT_NE(checkpoint.notes.front().find("3 linear layers"), std::string::npos);
}

TEST_F(Layouts, SeveralNetworksAreAskedFor)
{
    auto shapes = below("left.", timmVit());
    append(shapes, below("right.", timmVit()));
    writeSafetensors(folder / "two.safetensors", shapes);
    const auto either = openCheckpoint(folder / "two.safetensors", {}, {});
    ASSERT_FALSE(either);
    EXPECT_NE(either.error().message.find("'left.', 'right.'"), std::string::npos) << either.error().message;
    Overrides given;
    given.prefix = "right";
    EXPECT_EQ(opened("two.safetensors", given).unwrapped, (std::vector<std::string>{"right."}));
    given.prefix = "middle";
    EXPECT_FALSE(openCheckpoint(folder / "two.safetensors", given, {}));
}

/// An object of a class that nobody here knows: named, never made, its tensors read.
TEST_F(Layouts, UnknownObjectsBesideTheWeightsAreInert)
{
    const auto object = pickledText("config") + pickledGlobal("my_project", "Config") + ")\x81}(" + pickledText("lr")
        + "K\x05ub";
    writeText(folder / "last.ckpt", torchZip(below("state_dict|", timmVit()), object));
    const auto checkpoint = fills("last.ckpt");
    ASSERT_EQ(checkpoint.notes.size(), 1U);
    EXPECT_NE(checkpoint.notes.front().find("my_project.Config"), std::string::npos);
}

TEST_F(Layouts, AnArchitectureThatIsNotComputedIsRefusedByItsName)
{
    writeSafetensors(folder / "model.safetensors", timmVit());
    for (const std::string name : {"vit_relpos_base_patch16_224", "vit_base_patch16_xp_224.tag", "xcit_nano_12_p8_224",
             "resnetaa50d", "resnetblur18"}) {
        writeText(folder / "config.json", R"({"architecture": ")" + name + R"(", "num_classes": 5})");
        const auto refused = openCheckpoint(folder / "", {}, {});
        ASSERT_FALSE(refused) << name;
        EXPECT_NE(refused.error().message.find("'" + name + "'"), std::string::npos) << refused.error().message;
    }
    writeText(folder / "config.json", R"({"model_type": "yolos"})");
    EXPECT_FALSE(openCheckpoint(folder / "", {}, {}));
}

/// As timm publishes them, and as people go on calling them.
TEST_F(Layouts, AFileNamedAfterAnotherNetworkIsNotThePlainOne)
{
    for (const std::string name : {"vit_relpos_base_patch16_224-sw-49049aed", "vit_base_patch16_rope_224_best",
             "vit_pe_core_base_patch16_224.epoch-10", "resnetaa50_a1h-4cf422b3", "resnetblur50"}) {
        writeSafetensors(folder / (name + ".safetensors"), timmVit());
        const auto refused = openCheckpoint(folder / (name + ".safetensors"), {}, {});
        ASSERT_FALSE(refused) << name;
        EXPECT_NE(refused.error().message.find("its network is named"), std::string::npos) << refused.error().message;
    }
    for (const std::string name : {"vit_base_patch16_rpn_224-sw-3b07e89d", "vit_base_patch16_rpn_224"}) {
        writeSafetensors(folder / (name + ".safetensors"), timmVit());
        Overrides given;
        given.heads = 2;
        const auto checkpoint = openCheckpoint(folder / (name + ".safetensors"), given, {});
        ASSERT_TRUE(checkpoint) << checkpoint.error().message;
        EXPECT_TRUE(checkpoint->config.postNorm) << name;
    }
    for (const std::string name : {"vit_base_patch16_224-mine", "my_resnetaa50_vit", "resnetaa"}) {
        writeSafetensors(folder / (name + ".safetensors"), timmVit());
        EXPECT_TRUE(opened(name + ".safetensors").config.blockCount() > 0) << name;
    }
}

/// Arguments that no tensor shows, but every number.
TEST_F(Layouts, AnArgumentThatMakesAnotherNetworkIsRefusedByItsName)
{
    writeSafetensors(folder / "model.safetensors", timmVit());
    const auto refusal = [&](const std::string& config) {
        writeText(folder / "config.json", config);
        const auto checkpoint = openCheckpoint(folder / "", {}, {});
        return checkpoint ? std::string{"opened"} : checkpoint.error().message;
    };
    const auto withArgs = [&](const std::string& args) {
        return refusal(R"({"architecture": "vit_base_patch16_224", "num_classes": 5, "model_args": {"num_heads": 2, )" + args + "}}");
    };
    EXPECT_NE(withArgs(R"("pool_include_prefix": true)").find("'pool_include_prefix'"), std::string::npos);
    EXPECT_NE(withArgs(R"("norm_layer": "rmsnorm")").find("'norm_layer'"), std::string::npos);
    EXPECT_NE(withArgs(R"("act_layer": "relu")").find("'relu'"), std::string::npos);
    EXPECT_NE(withArgs(R"("global_pool": "avgmax")").find("'global_pool'"), std::string::npos);
    EXPECT_EQ(withArgs(R"("pool_include_prefix": false, "norm_layer": "layernorm", "global_pool": "token")"), "opened");
    EXPECT_NE(withArgs(R"("ref_feat_shape": [16, 24])").find("'ref_feat_shape'"), std::string::npos);
    for (const std::string key : {R"("downsample_in_first_stage": true)", R"("global_padding": "SAME")", R"("num_groups": 16)",
             R"("embedding_dynamic_padding": true)", R"("output_stride": 16)"})
        EXPECT_NE(refusal(R"({"model_type": "bit", "global_padding": null, )" + key + "}").find("states '"), std::string::npos)
            << key;
}

/// Swin v2 computes its position bias, so no table tells how large its windows are.
TEST_F(Layouts, WindowsThatAreAssumedAreSaid)
{
    std::filesystem::copy(PATCHLIGHT_FIXTURES "/families/timm-swinv2/model.safetensors", folder / "model.safetensors");
    const auto notes = opened("model.safetensors").notes;
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_NE(notes.front().find("windows is in no file"), std::string::npos) << notes.front();
}

/// timm's rotary networks with registers and no class token: nothing tells how they turn queries and keys.
TEST_F(Layouts, ANetworkWithoutPositionsAndClassTokenIsNoDinoV3)
{
    auto shapes = timmVit();
    std::erase_if(shapes, [](const auto& each) { return each.first == "cls_token" || each.first == "pos_embed"; });
    shapes.push_back({"reg_token", {1, 1, kWidth}});
    for (int block = 0; block < kDepth; ++block)
        for (const std::string branch : {".gamma_1", ".gamma_2"})
            shapes.push_back({"blocks." + std::to_string(block) + branch, {kWidth}});
    writeSafetensors(folder / "model.safetensors", shapes);
    const auto refused = openCheckpoint(folder / "model.safetensors", {}, {});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("positions"), std::string::npos) << refused.error().message;
    shapes.push_back({"cls_token", {1, 1, kWidth}});
    EXPECT_TRUE(fillsSafetensors(shapes).config.rotary);
}

/// A value of the wrong kind is not one that was left out.
TEST_F(Layouts, TextsThatAreNoneAreRefusedByTheirKey)
{
    writeSafetensors(folder / "model.safetensors", timmVit());
    for (const std::string key : {"architecture", "global_pool", "crop_mode", "interpolation"}) {
        const bool inside = key == "crop_mode" || key == "interpolation";
        const auto wrong = "\"" + key + "\": {\"a\": 1}";
        writeText(folder / "config.json",
            inside ? R"({"num_classes": 5, "pretrained_cfg": {)" + wrong + "}}" : R"({"num_classes": 5, )" + wrong + "}");
        const auto refused = openCheckpoint(folder / "", {}, {});
        ASSERT_FALSE(refused) << key;
        EXPECT_NE(refused.error().message.find("no sensible " + key), std::string::npos) << refused.error().message;
    }
}

TEST_F(Layouts, WhatIsStatedAndDoesNotCountIsSaid)
{
    const auto noted = [&](const std::string& config, const std::string& processor, const std::string& wanted) {
        writeText(folder / "config.json", config);
        writeText(folder / "preprocessor_config.json", processor);
        const auto notes = opened("").notes;
        EXPECT_TRUE(std::ranges::any_of(notes, [&](const auto& note) { return note.find(wanted) != std::string::npos; }))
            << wanted << ": " << (notes.empty() ? "nothing" : notes.front());
    };
    writeSafetensors(folder / "model.safetensors", timmVit());
    const std::string vit = R"({"model_type": "vit", "num_attention_heads": 2, )";
    const std::string usual = R"({"image_processor_type": "ViTImageProcessor", "size": 20})";
    noted(vit + R"("num_channels": 6})", usual, "states 6 channels of a picture");
    noted(vit + R"("intermediate_size": 512})", usual, "states 512 channels inside the MLP");
    noted(vit + R"("image_size": 20})", R"({"image_processor_type": "ViTImageProcessor", "size": {"height": 3, "width": 20}})",
        "asks for 3 × 20 pixels");
    noted(vit + R"("image_size": 20})", R"({"image_processor_type": "MyProcessor", "size": 20})", "'MyProcessor' is none known");
    const std::string timm = R"({"architecture": "my_vit", "num_classes": 5, "model_args": {"num_heads": 2, "img_size": 20}, )";
    noted(timm + R"("pretrained_cfg": {"input_size": [3, 40, 40], "mean": [0,0,0], "std": [1,1,1]}})", "{}", "'input_size'");
    noted(timm + R"("pretrained_cfg": {"crop_mode": "border", "mean": [0,0,0], "std": [1,1,1]}})", "{}", "'crop_mode' 'border'");
}

/// An embedding is explained then, which nobody asked for.
TEST_F(Layouts, ClassesThatAreStatedWithoutAHeadAreSaid)
{
    writeSafetensors(folder / "model.safetensors", timmVit(1, false));
    const auto noteOf = [&](const std::string& config) {
        writeText(folder / "config.json", config);
        std::string all;
        for (const auto& note : opened("").notes)
            all += note + "\n";
        return all;
    };
    const std::string timm = R"({"architecture": "my_vit", "model_args": {"num_heads": 2}, "num_classes": )";
    EXPECT_NE(noteOf(timm + "5}").find("states 5 classes, but the weights hold no head"), std::string::npos);
    EXPECT_EQ(noteOf(timm + "0}"), "");
    EXPECT_NE(noteOf(R"({"model_type": "vit", "num_attention_heads": 2, "id2label": {"0": "a", "1": "b"}})").find("states 2 classes"), std::string::npos);
    EXPECT_EQ(noteOf(R"({"model_type": "vit", "num_attention_heads": 2})"), "");
}

/// DINOv3 trained without registers keeps a table of none.
TEST_F(Layouts, ATableOfNoRegistersIsNone)
{
    auto shapes = timmVit();
    shapes.push_back({"reg_token", {1, 0, kWidth}});
    EXPECT_EQ(fillsSafetensors(shapes).config.registers, 0);
}

/// SigLIP's so400m at 384: 27 patches of 14 leave six pixels, which the reference's convolution does not read.
TEST_F(Layouts, AStatedSizeThatPatchesDoNotDivideIsCutAndNotResized)
{
    writeSafetensors(folder / "model.safetensors", timmVit());
    writeText(folder / "config.json",
        R"({"architecture": "vit_small", "num_classes": 5, "pretrained_cfg": {"input_size": [3, 22, 22], "crop_pct": 1.0,
            "mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5], "interpolation": "bicubic"}})");
    const auto checkpoint = opened("");
    EXPECT_EQ(checkpoint.config.imageSize.value, (GridSize{20, 20}));
    EXPECT_EQ(checkpoint.config.profile.value.crop, (GridSize{22, 22}));
    EXPECT_EQ(checkpoint.config.profile.value.patch, kPatch);
    ASSERT_EQ(checkpoint.notes.empty(), false);
    EXPECT_NE(checkpoint.notes.front().find("cut off"), std::string::npos) << checkpoint.notes.front();
}

/// A shrunk network under a published name: the name's heads are not its own.
TEST_F(Layouts, TheHeadsOfANameAreNotThoseOfAnotherWidth)
{
    writeSafetensors(folder / "model.safetensors", timmVit());
    writeText(folder / "config.json", R"({"architecture": "vit_small_patch16_224", "num_classes": 5})");
    const auto refused = openCheckpoint(folder / "", {}, {});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("'vit_small_patch16_224'"), std::string::npos) << refused.error().message;
    EXPECT_NE(refused.error().message.find("--heads"), std::string::npos);
    Overrides given;
    given.heads = 4;
    EXPECT_TRUE(openCheckpoint(folder / "", given, {}));
}

}
}
