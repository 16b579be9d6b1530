// tests/unit/checkpoint/adapters_test.cpp: what adapter_config.json says counts as PEFT counts it, or is refused by its
// key.
#include "made_layouts.h"
#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <algorithm>

namespace patchlight
{
namespace
{

class Adapters : public Layouts
{
protected:
    const std::string changedName = "blocks.0.attn.proj";

    void SetUp() override
    {
        for (const char* name : {"base", "adapter"})
            std::filesystem::create_directories(folder / name);
        writeSafetensors(folder / "base/model.safetensors", timmVit());
        writeText(folder / "base/config.json",
            R"({"architecture": "my_vit", "num_classes": 5, "model_args": {"num_heads": 2}})");
        const auto module = "base_model.model." + changedName;
        writeSafetensors(folder / "adapter/adapter_model.safetensors",
            {{module + ".lora_A.weight", {4, kWidth}}, {module + ".lora_B.weight", {kWidth, 4}}});
    }

    /// With these members beside the kind and the base.
    Result<Checkpoint> merged(const std::string& members)
    {
        writeText(folder / "adapter/adapter_config.json",
            R"({"peft_type": "LORA", "base_model_name_or_path": "base")" + (members.empty() ? "" : ", " + members) + "}");
        return openCheckpoint(folder / "adapter", {}, {});
    }

    /// What was added to the base's weights, in multiples of B·A.
    double scaleOf(const std::string& members)
    {
        const auto checkpoint = merged(members);
        EXPECT_TRUE(checkpoint) << members << ": " << (checkpoint ? "" : checkpoint.error().message);
        const auto one = merged(R"("r": 4, "lora_alpha": 4)");
        const auto base = openCheckpoint(folder / "base", {}, {});
        if (!checkpoint || !one || !base)
            return -1;
        const auto name = changedName + ".weight";
        const auto added = checkpoint->tensors.at(name) - base->tensors.at(name);
        const auto unit = one->tensors.at(name) - base->tensors.at(name);
        const double scale = (added.abs().sum() / unit.abs().sum()).item<double>();
        EXPECT_TRUE(at::allclose(added, unit * scale, 1e-3, 1e-4)) << members;
        return scale;
    }
};

TEST_F(Adapters, AreScaledByAlphaAndRankAsPeftDoes)
{
    EXPECT_NEAR(scaleOf(R"("r": 4, "lora_alpha": 8)"), 2, 1e-3);
    EXPECT_NEAR(scaleOf(R"("r": 4, "lora_alpha": 8, "use_rslora": true)"), 4, 1e-3);
    EXPECT_NEAR(scaleOf(R"("r": 4)"), 2, 1e-3) << "alpha is 8 where nothing is said";
    EXPECT_NEAR(scaleOf(R"("r": 4, "lora_alpha": 4, "alpha_pattern": {"blocks.0.attn.proj": 12})"), 3, 1e-3);
    EXPECT_NEAR(scaleOf(R"("r": 4, "lora_alpha": 4, "alpha_pattern": {"^blocks.0.attn.proj": 12, "fc1": 1})"), 3, 1e-3);
    EXPECT_NEAR(scaleOf(R"("r": 4, "lora_alpha": 4, "alpha_pattern": {"^attn.proj": 12})"), 1, 1e-3);
    EXPECT_NEAR(scaleOf(R"("r": 16, "lora_alpha": 4, "rank_pattern": {"attn.proj": 4})"), 1, 1e-3);
    EXPECT_NEAR(scaleOf(R"("r": 16, "lora_alpha": 4, "rank_pattern": {"blocks.[0-3].attn.proj": 4})"), 1, 1e-3);
    EXPECT_NEAR(scaleOf(R"("r": 4, "lora_alpha": 4, "alpha_pattern": {"blocks\\.\\d+\\..*proj": 12, "^attn.*": 1})"), 3, 1e-3);
}

/// PEFT turns it off for linear layers, and all of these networks' are.
TEST_F(Adapters, OfLinearLayersAreNeverTransposed)
{
    EXPECT_NEAR(scaleOf(R"("r": 4, "lora_alpha": 8, "fan_in_fan_out": true)"), 2, 1e-3);
    EXPECT_NE(merged(R"("r": 4, "fan_in_fan_out": true)")->notes.back().find("'fan_in_fan_out'"), std::string::npos);
}

TEST_F(Adapters, OpenWithWhatPeftWritesAndTellOfUnknownKeys)
{
    const std::string written = R"("r": 4, "lora_alpha": 8, "alpha_pattern": {}, "rank_pattern": {}, "auto_mapping": null,
        "bias": "none", "corda_config": null, "eva_config": null, "exclude_modules": null, "fan_in_fan_out": false,
        "inference_mode": true, "init_lora_weights": true, "layer_replication": null, "layers_pattern": null,
        "layers_to_transform": null, "loftq_config": {}, "lora_bias": false, "lora_dropout": 0.1, "megatron_config": null,
        "megatron_core": "megatron.core", "modules_to_save": ["head"], "qalora_group_size": 16, "revision": null,
        "target_modules": ["attn.proj"], "task_type": null, "trainable_token_indices": null, "use_dora": false,
        "use_qalora": false, "use_rslora": false, "target_parameters": null)";
    const auto checkpoint = merged(written);
    ASSERT_TRUE(checkpoint) << checkpoint.error().message;
    EXPECT_EQ(checkpoint->notes.size(), 1U);
    const auto told = merged(written + R"(, "use_something": true, "something_else": null)");
    ASSERT_TRUE(told) << told.error().message;
    ASSERT_EQ(told->notes.size(), 2U);
    EXPECT_NE(told->notes.back().find("'use_something'"), std::string::npos) << told->notes.back();
}

TEST_F(Adapters, TheBaseOfWhatIsNoneIsToldNotToCount)
{
    Overrides given;
    given.base = folder / "base";
    const auto checkpoint = openCheckpoint(folder / "base", given, {});
    ASSERT_TRUE(checkpoint) << checkpoint.error().message;
    ASSERT_FALSE(checkpoint->notes.empty());
    EXPECT_EQ(checkpoint->notes.front(), "--base does not count: these weights are no adapter");
}

TEST_F(Adapters, ValuesOfTheWrongKindAreRefusedByTheirKey)
{
    const std::pair<const char*, const char*> wrong[]{{"r", "\"gelu\""}, {"r", "true"}, {"r", "0"}, {"r", "2.5"}, {"r", "null"},
        {"lora_alpha", "true"}, {"lora_alpha", "[0]"}, {"lora_alpha", "-1"}, {"lora_alpha", "1e300"}, {"lora_alpha", "null"},
        {"use_rslora", "\"gelu\""}, {"use_dora", "100000"}, {"lora_bias", "\"x\""}, {"fan_in_fan_out", "\"x\""},
        {"bias", "\"some\""}, {"bias", "3"}, {"rank_pattern", "[4]"}, {"rank_pattern", R"({"a": "b"})"},
        {"alpha_pattern", "8"}, {"alpha_pattern", R"({"a": true})"}, {"target_modules", "100000"},
        {"target_modules", "[1]"}, {"exclude_modules", "{}"}, {"modules_to_save", "true"},
        {"layers_to_transform", "\"x\""}, {"layers_pattern", "4"}, {"init_lora_weights", "7"}};
    for (const auto& [key, value] : wrong) {
        const auto refused = merged("\"" + std::string(key) + "\": " + value);
        ASSERT_FALSE(refused) << key << value;
        const auto& said = refused.error().message;
        EXPECT_EQ(refused.error().code, ErrorCode::Malformed) << said;
        for (const std::string part : {"adapter_config.json", "must be", "; correct it"})
            EXPECT_NE(said.find(part), std::string::npos) << said;
        EXPECT_NE(said.find("'" + std::string(key) + "'"), std::string::npos) << said;
    }
    for (const char* key : {"peft_type", "base_model_name_or_path"}) {
        writeText(folder / "adapter/adapter_config.json", "{\"peft_type\": \"LORA\", \"" + std::string(key) + "\": [1]}");
        const auto refused = openCheckpoint(folder / "adapter", {}, {});
        ASSERT_FALSE(refused) << key;
        EXPECT_NE(refused.error().message.find("'" + std::string(key) + "' must be"), std::string::npos)
            << refused.error().message;
    }
}

TEST_F(Adapters, WhatMakesAnotherNetworkIsRefusedByItsKey)
{
    const std::pair<const char*, std::string> others[]{{"use_dora", "true"}, {"use_qalora", "true"}, {"lora_bias", "true"},
        {"layer_replication", "[[0, 2], [1, 3]]"}, {"megatron_config", R"({"a": 1})"},
        {"trainable_token_indices", "[1]"}, {"target_parameters", R"(["a.weight"])"}, {"alora_invocation_tokens", "[1]"},
        {"arrow_config", R"({"a": 1})"}, {"init_lora_weights", "\"pissa_niter_4\""}, {"init_lora_weights", "\"olora\""},
        {"alpha_pattern", R"j({"blocks.(?P<n>1)": 4})j"}, {"alpha_pattern", R"({"a)|(b": 4})"}, {"rank_pattern", R"({"a{9}": 4})"},
        {"target_modules", "\"(\""}, {"exclude_modules", "\"a{1000}\""}, {"layers_pattern", "\"[\""},
        {"modules_to_save", "[\"*\"]"}, {"target_modules", "\"" + std::string(600, 'a') + "\""}};
    for (const auto& [key, value] : others) {
        const auto refused = merged("\"" + std::string(key) + "\": " + value);
        ASSERT_FALSE(refused) << key << value;
        EXPECT_EQ(refused.error().code, ErrorCode::Unsupported) << refused.error().message;
        for (const std::string part : {"adapter_config.json", key, "merge_and_unload()"})
            EXPECT_NE(refused.error().message.find(part), std::string::npos) << refused.error().message;
    }
}

/// Each line as peft/tuners/tuners_utils.py's check_target_module_exists answers.
TEST_F(Adapters, ChangeTheModulesThatPeftChanges)
{
    for (const char* members : {R"("target_modules": "all-linear")", R"("target_modules": ".*proj")",
             R"j("target_modules": "blocks\\.(0|1)\\.attn\\.(qkv|proj)")j", R"("target_modules": "^(?!.*qkv).*$")",
             R"("target_modules": ["qkv", "proj"], "layers_to_transform": [0, 1], "layers_pattern": "blocks")",
             R"("target_modules": ["proj"], "layers_to_transform": 0, "layers_pattern": ["layer", "blocks"])",
             R"("target_modules": ["blocks.0.attn.proj"], "layers_to_transform": [3])",
             R"("target_modules": "(a*)*.*proj", "layers_to_transform": [3])", R"("exclude_modules": "proj")",
             R"("exclude_modules": ["attn", "roj"], "modules_to_save": ["head"])", R"("exclude_modules": [])",
             R"("target_modules": ["proj"], "layers_to_transform": [])"}) {
        const auto checkpoint = merged(members);
        EXPECT_TRUE(checkpoint) << members << ": " << (checkpoint ? "" : checkpoint.error().message);
    }
}

TEST_F(Adapters, WhatContradictsTheTensorsIsRefusedByItsKey)
{
    const std::pair<const char*, const char*> wrong[]{{"'r'", R"("r": 7)"}, {"'rank_pattern'", R"("r": 4, "rank_pattern": {"proj": 7})"},
        {"'target_modules'", R"("r": 4, "target_modules": ["qkv"])"}, {"'target_modules'", R"("target_modules": "proj")"},
        {"'target_modules'", R"("target_modules": "((a*)*)*b")"}, {"'exclude_modules'", R"("exclude_modules": ".*proj")"},
        {"'exclude_modules'", R"("exclude_modules": ["attn.proj"])"}, {"'modules_to_save'", R"("modules_to_save": ["attn"])"},
        {"'layers_to_transform'", R"("target_modules": ["proj"], "layers_to_transform": [1], "layers_pattern": "blocks")"},
        {"'layers_to_transform'", R"("target_modules": ["proj"], "layers_to_transform": 0)"},
        {"'alpha_pattern'", R"("r": 4, "alpha_pattern": {"proj": 7, "attn.proj": 8})"}};
    for (const auto& [key, members] : wrong) {
        const auto refused = merged(members);
        ASSERT_FALSE(refused) << members;
        EXPECT_EQ(refused.error().code, ErrorCode::Mismatch) << refused.error().message;
        for (const std::string part : {key, "adapter_config.json", "'blocks.0.attn.proj'"})
            EXPECT_NE(refused.error().message.find(part), std::string::npos) << refused.error().message;
    }
}

}
}
