// tests/unit/checkpoint/hostile_files_test.cpp: small files that ask for much memory or time, or state sizes that no
// int holds: each is refused with its reason, within modest means.
#include "core/checkpoint/checkpoint.h"
#include "made_files.h"
#include "tests/support/limited.h"
#include <ATen/Parallel.h>
#include <gtest/gtest.h>

namespace patchlight
{
namespace
{

class HostileFiles : public testing::Test
{
protected:
    TemporaryFolder folder;

    /// Opening `name` fails with this code and a sentence that names it and contains `reason`.
    void expectRefused(const std::string& name, ErrorCode code, const std::string& reason)
    {
        at::set_num_threads(1); // threads do not survive a fork
        expectModest(reason.c_str(), [&] {
            const auto checkpoint = openCheckpoint(folder / name, {}, {});
            const bool refused = !checkpoint && checkpoint.error().code == code
                && checkpoint.error().message.find(reason) != std::string::npos
                && checkpoint.error().message.find(folder.path().string()) != std::string::npos;
            if (!refused)
                std::fprintf(stderr, "%s\n", checkpoint ? "was opened" : checkpoint.error().message.c_str());
            return refused ? 0 : 1;
        });
    }
    void expectRefused(const std::string& name, const std::string& bytes, ErrorCode code, const std::string& reason)
    {
        writeText(folder / name, bytes);
        expectRefused(name, code, reason);
    }
};

std::string pickleOf(const std::string& opcodes)
{
    return zipOf({{"archive/data.pkl", "\x80\x02" + opcodes + "."}});
}

std::string repeated(const std::string& text, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

/// A pair in the memo's slot 1, and a list of it 100,000 times in slot 2.
const std::string kLongList = "K\x01K\x02\x86q\x01]q\x02(" + repeated("h\x01", 100'000) + "e";

TEST_F(HostileFiles, APickleCannotCopyOneListAgainAndAgain)
{
    const auto dictionary = pickledGlobal("collections", "OrderedDict") + "q\x03" + kLongList + "\x85q\x04";
    expectRefused(
        "bomb.pth", pickleOf(dictionary + repeated("h\x03h\x04R", 20'000)), ErrorCode::Malformed, "copies more");
    const auto module = pickledGlobal("__torch__", "Net") + ")\x81q\x03}q\x04(" + repeated("K\x01K\x02", 50'000) + "u0";
    expectRefused("state.pth", pickleOf(module + repeated("h\4b", 20'000)), ErrorCode::Malformed, "copies more");
}

TEST_F(HostileFiles, ADictionaryIsNotWalkedAgainAndAgain)
{
    // 100,000 items without a name, under 20,000 names.
    std::string names;
    for (int i = 0; i < 20'000; ++i)
        names += pickledText(std::to_string(i)) + "h\x05";
    const auto many = "}q\x05(" + repeated("K\x01K\x02", 100'000) + "u0}(" + names + "u";
    expectRefused("walk.pth", pickleOf(many), ErrorCode::Malformed, "hold too much");
}

TEST_F(HostileFiles, AStackedArrayHoldsNoMoreBlocksThanANetwork)
{
    const std::string name = "params/img/Transformer/encoderblock/LayerNorm_0/scale";
    writeNpz(folder / "stacked.npz",
        {{"params/img/embedding/kernel", {2, 2, 3, 8}}, {name, {1 << 30, 0}},
            {"params/img/Transformer/encoderblock/MultiHeadDotProductAttention_0/query/kernel", {1 << 30, 0, 1, 1}}});
    expectRefused("stacked.npz", ErrorCode::Mismatch, "does not suit");
}

TEST_F(HostileFiles, EmptyTensorsStateNoEndlessAxes)
{
    const auto header = [](const std::string& shape) {
        return safetensorsWith(R"({"a":{"dtype":"F32","shape":)" + shape + R"(,"data_offsets":[0,0]}})", 0);
    };
    expectRefused("a.safetensors", header("[4294967296,0]"), ErrorCode::Malformed, "4294967296");
    expectRefused(
        "a.safetensors", header("[2147483648,2147483648,2147483648,0]"), ErrorCode::Malformed, "does not fill");
    writeNpz(folder / "a.npz", {{"cls", {std::int64_t{1} << 60, 0}}});
    expectRefused("a.npz", ErrorCode::Unreadable, "fewer values");
}

TEST_F(HostileFiles, AnArrayHeaderMayBeLongAndItsArrayMustBeThere)
{
    const std::string header
        = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + std::string(60'000, ' ') + "), }";
    const auto array = std::string("\x93NUMPY\x01\0", 8) + static_cast<char>(header.size() & 255)
        + static_cast<char>(header.size() >> 8) + header;
    expectRefused("deep.npz", zipOf({{"a.npy", array}}), ErrorCode::Unreadable, "fewer values");
}

TEST_F(HostileFiles, NoPictureIsLargerThanAnIntCanCount)
{
    const auto vit = [](std::int64_t patch, std::int64_t grid) {
        return Shapes{{"cls_token", {1, 1, 1}}, {"pos_embed", {1, grid * grid + 1, 1}},
            {"patch_embed.proj.weight", {1, 3, patch, patch}}, {"blocks.0.norm1.weight", {1}},
            {"blocks.0.attn.qkv.weight", {3, 1}}, {"blocks.0.attn.q_norm.weight", {1}}};
    };
    writeSafetensors(folder / "good.safetensors", vit(512, 32));
    EXPECT_TRUE(openCheckpoint(folder / "good.safetensors", {}, {}));
    writeSafetensors(folder / "wide.safetensors", vit(512, 33));
    expectRefused("wide.safetensors", ErrorCode::Mismatch, "far too many");

    writeSafetensors(folder / "windows.safetensors",
        {{"patch_embed.proj.weight", {96, 3, 16, 16}}, {"layers.0.blocks.0.norm1.weight", {96}},
            {"layers.0.blocks.0.attn.qkv.weight", {288, 96}},
            {"layers.0.blocks.1.attn_mask", {40'000LL * 40'000, 0, 0}},
            {"layers.0.blocks.0.attn.relative_position_bias_table", {4095 * 4095, 0}}});
    expectRefused("windows.safetensors", ErrorCode::Mismatch, "far too large");

    std::filesystem::create_directory(folder / "stated");
    writeSafetensors(folder / "stated/model.safetensors", vit(4, 2));
    for (const std::string config :
        {R"({"model_type": "vit", "image_size": 16385})", R"({"model_type": "vit", "image_size": [224, 16777216]})"}) {
        writeText(folder / "stated/config.json", config);
        expectRefused("stated", ErrorCode::Malformed, "image_size");
    }
    writeText(folder / "stated/config.json", R"({"pretrained_cfg": {"input_size": [3, 16777216, 16777216]}})");
    expectRefused("stated", ErrorCode::Malformed, "input_size");
}

TEST_F(HostileFiles, NamesReachNoTerminalAsTheyAre)
{
    writeSafetensors(folder / "here.safetensors", {{"b", {2}}});
    writeText(folder / "model.safetensors.index.json", R"({"weight_map":{"\u001b[31mred":"here.safetensors"}})");
    expectRefused("model.safetensors.index.json", ErrorCode::Mismatch, "'?[31mred'");
}

}
}
