// tests/unit/checkpoint/refusals_test.cpp: what lies, breaks off or could do harm is refused, and the sentence says
// why.
#include "core/base/mapped_file.h"
#include "core/checkpoint/checkpoint.h"
#include "core/checkpoint/containers/torch_pickle.h"
#include "core/checkpoint/containers/zip.h"
#include "made_files.h"
#include <gtest/gtest.h>

namespace patchlight
{
namespace
{

class Refusals : public testing::Test
{
protected:
    TemporaryFolder folder;

    Error refused(const std::string& name, const Overrides& overrides = {})
    {
        const auto checkpoint = openCheckpoint(folder / name, overrides, {});
        EXPECT_FALSE(checkpoint) << name << " was opened";
        return checkpoint ? Error{} : checkpoint.error();
    }

    /// The file is refused with this code and a sentence that names it and contains `reason`.
    void expectRefused(const std::string& name, const std::string& bytes, ErrorCode code, const std::string& reason)
    {
        writeText(folder / name, bytes);
        const auto error = refused(name);
        EXPECT_EQ(error.code, code) << error.message;
        EXPECT_NE(error.message.find(reason), std::string::npos) << error.message;
        EXPECT_NE(error.message.find((folder / name).string()), std::string::npos) << error.message;
        EXPECT_LT(error.message.size(), 2000U);
    }
};

std::string oneTensor(const std::string& shape, const std::string& offsets, const std::string& type = "F32")
{
    return R"({"a":{"dtype":")" + type + R"(","shape":)" + shape + R"(,"data_offsets":)" + offsets + "}}";
}

TEST_F(Refusals, SafetensorsHeadersThatLie)
{
    struct Case {
        std::string header, reason;
        ErrorCode code = ErrorCode::Malformed;
    };
    const Case cases[]{
        {oneTensor("[4]", "[0,16]"), "reaches to byte 16 of 8", ErrorCode::Unreadable},
        {oneTensor("[-2]", "[0,8]"), "negative"},
        {oneTensor("[2]", "[-8,0]"), "negative"},
        {oneTensor("[2147483648]", "[0,8]"), "does not fill"},
        {oneTensor("[2147483649]", "[0,8]"), "2147483649"},
        {oneTensor("[1152921504606846977]", "[0,8]"), "1152921504606846977"},
        {oneTensor("[1048576,1048576,1048576,16]", "[0,8]"), "does not fill"},
        {oneTensor("[3]", "[0,8]"), "does not fill"},
        {oneTensor("[2]", "[8,0]"), "ends before it begins"},
        {oneTensor("[2.5]", "[0,8]"), "no whole number"},
        {oneTensor("[[2]]", "[0,8]"), "list where none belongs"},
        {oneTensor("[2]", "[0,8,8]"), "lacks"},
        {oneTensor("[1,1,1,1,1,1,1,1,2]", "[0,8]"), "axes"},
        {oneTensor("{\"x\":1}", "[0,8]"), "nested"},
        {oneTensor("[2]", "[0,8]", "F3"), "unknown type", ErrorCode::Unsupported},
        {R"({"a":{"dtype":"F32","shape":[2]}})", "lacks"},
        {R"({"a":{"dtype":"F32","shape":[2],"shape":[2],"data_offsets":[0,8]}})", "unexpected field"},
        {R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
            "twice"},
        {R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
            "overlap"},
        {R"({"a":5})", "number where none belongs"},
        {R"({"a":)", "no JSON"},
        {"{" + std::string(4096, '['), "no JSON"},
        {R"({"a":)" + std::string(100000, '['), "list where none belongs"},
        {"{}", "holds no tensors", ErrorCode::Unsupported},
    };
    for (const auto& each : cases)
        expectRefused("bad.safetensors", safetensorsWith(each.header, 8), each.code, each.reason);
}

TEST_F(Refusals, FilesThatBreakOff)
{
    expectRefused("empty.safetensors", "", ErrorCode::Unreadable, "empty");
    expectRefused("short.safetensors", "abc", ErrorCode::Unreadable, "only 3 bytes");
    expectRefused(
        "long.safetensors", std::string("\xff\xff\xff\x04\0\0\0\0{", 9), ErrorCode::Unreadable, "header claims");
    expectRefused("huge.safetensors", std::string(8, '\x7f') + "{}", ErrorCode::Malformed, "header claims");
    const auto zip = zipOf({{"a.npy", "x"}});
    expectRefused("cut.npz", zip.substr(0, zip.size() - 8), ErrorCode::Unreadable, "zip directory");
}

TEST_F(Refusals, OtherFormatsAreNamed)
{
    expectRefused("a.safetensors", "version https://git-lfs.github.com/spec/v1\n", ErrorCode::Unsupported, "Git LFS");
    expectRefused("a.h5", "\x89HDF\r\n", ErrorCode::Unsupported, "HDF5");
    expectRefused("a.bin", "GGUF....", ErrorCode::Unsupported, "GGUF");
    expectRefused("a.pth", "<!DOCTYPE html>", ErrorCode::Unsupported, "web page");
    expectRefused("a.pkl", "\x80\x02}.", ErrorCode::Unsupported, "torch.save");
    expectRefused("a.txt", "hello, world", ErrorCode::Unsupported, "no format of weights");
    expectRefused("a.pt", "hello, world", ErrorCode::Unsupported, "whatever its name"); // whose ending is right
    expectRefused("a.zip", zipOf({{"readme.txt", "x"}}), ErrorCode::Unsupported, "zip archive without weights");
}

TEST_F(Refusals, AZipWithoutAPickleIsNoModelOfTorch)
{
    writeText(folder / "a.zip", zipOf({{"readme.txt", "x"}}));
    auto archive = ZipArchive::open(*MappedFile::open(folder / "a.zip"), "a.zip");
    ASSERT_TRUE(archive);
    const auto read = readTorchZip(*archive, 100, "a.zip");
    ASSERT_FALSE(read);
    EXPECT_NE(read.error().message.find("data.pkl"), std::string::npos) << read.error().message;
}

TEST_F(Refusals, FoldersWithoutOneFileOfWeights)
{
    EXPECT_EQ(refused("absent.safetensors").code, ErrorCode::NotFound);
    EXPECT_NE(refused("").message.find("holds no weights"), std::string::npos);
    writeText(folder / "one.pth", "x");
    writeText(folder / "two.npz", "x");
    EXPECT_NE(refused("").message.find("one.pth, two.npz"), std::string::npos);
}

TEST_F(Refusals, AnIndexCannotReachOutOfItsFolder)
{
    for (const std::string shard : {"../secret.safetensors", "/etc/passwd", "a/b.safetensors", "..", "a\\\\b", ""})
        expectRefused("model.safetensors.index.json", R"({"weight_map":{"a":")" + shard + R"("}})",
            ErrorCode::Malformed, "not the name of a file beside it");
    expectRefused("model.safetensors.index.json", R"({"weight_map":{"a":7}})", ErrorCode::Malformed, "no file");
    expectRefused("model.safetensors.index.json", "{}", ErrorCode::Malformed, "no weight_map");
    expectRefused("model.safetensors.index.json",
        R"({"weight_map":)" + std::string(200, '[') + std::string(200, ']') + "}", ErrorCode::Malformed, "nested");
    writeText(folder / "model.safetensors.index.json", R"({"weight_map":{"a":"gone.safetensors"}})");
    EXPECT_EQ(refused("").code, ErrorCode::NotFound);
    writeSafetensors(folder / "here.safetensors", {{"b", {2}}});
    writeText(folder / "model.safetensors.index.json", R"({"weight_map":{"a":"here.safetensors"}})");
    EXPECT_NE(refused("").message.find("lacks 1 tensors"), std::string::npos);
}

/// A pickle in a zip as torch.save writes it.
std::string torchZipOf(const std::string& pickle)
{
    return zipOf({{"archive/data.pkl", pickle}});
}

TEST_F(Refusals, PicklesThatAskForCodeAreRefusedByItsName)
{
    struct Case {
        std::string module, name;
    };
    for (const auto& [module, name] :
        {Case{"os", "system"}, {"posix", "system"}, {"builtins", "eval"}, {"__builtin__", "exec"},
            {"subprocess", "Popen"}, {"torch.hub", "load"}}) {
        const auto called = "\x80\x02" + pickledGlobal(module, name) + "(" + pickledText("touch /tmp/harm") + "tR.";
        expectRefused("evil.pth", torchZipOf(called), ErrorCode::Unsupported, "'" + module + "." + name + "'");
        // Deep inside a dictionary of training state, where nobody would look at it.
        const auto hidden = torchZip({{"model|head.weight", {1}}},
            pickledText("args") + pickledGlobal(module, name) + "(" + pickledText("x") + "tR");
        expectRefused("evil.pth", hidden, ErrorCode::Unsupported, "'" + module + "." + name + "'");
    }
    const auto stacked = "\x80\x04\x8c\x02os\x8c\x06system\x93)R.";
    expectRefused("evil.pth", torchZipOf(stacked), ErrorCode::Unsupported, "'os.system'");
}

TEST_F(Refusals, APickleOfUnknownObjectsWithoutTensorsIsRefusedByTheirName)
{
    const auto called = "\x80\x02" + pickledGlobal("my_project.net", "Net") + ")R}(" + pickledText("width")
        + "K\x05ub.";
    expectRefused("object.pth", torchZipOf(called), ErrorCode::Unsupported, "'my_project.net.Net'");
}

TEST_F(Refusals, PicklesThatBreakTheirOwnRules)
{
    const std::string head = "\x80\x02";
    struct Case {
        std::string pickle, reason;
        ErrorCode code = ErrorCode::Malformed;
    };
    const Case cases[]{
        {head + "}", "ends without a stop", ErrorCode::Unreadable},
        {head, "ends without a stop", ErrorCode::Unreadable},
        {head + "0.", "more from the stack"},
        {head + "u.", "lacks a mark"},
        {head + "h\x05.", "never stored"},
        {head
                + "}K\x01"
                  "b}R.",
            "calls something"},
        {head
                + "X\xff\xff\xff\x7f"
                  "abc",
            "breaks off", ErrorCode::Unreadable},
        {head + "iposix\nsystem\n.", "no state_dict needs"},
        {head + "\x82\x01.", "no state_dict needs"},
        {head + "Pid\n.", "no state_dict needs"},
        {head + "\xfe.", "unknown opcode"},
        {"\x80\x09}.", "unknown protocol"},
        {head + "(K\x01u.", "more from the stack"},
        {head + "}(K\x01u.", "key without a value"},
        {head + "(K\x01K\x02tQ.", "no storage"},
        {head + std::string(500000, 'N') + ".", "more than 400000 values"},
        {head + std::string(5000, '(') + ".", "nested too deeply"},
        {head + pickledGlobal("torch._utils", "_rebuild_tensor_v2") + ")R.", "a tensor of nothing"},
        {head + pickledGlobal("torch", "FloatStorage") + ")R.", "type of numbers"},
    };
    for (const auto& each : cases)
        expectRefused("bad.pth", torchZipOf(each.pickle), each.code, each.reason);
}

TEST_F(Refusals, NestingCostsNoStack)
{
    // A tuple in a tuple, 300,000 deep, as the only value: nothing to open, and nothing crashes.
    expectRefused(
        "deep.pth", torchZipOf("\x80\x02N" + std::string(300000, '\x85') + "."), ErrorCode::Unsupported, "no tensors");
    // Each dictionary holds the one before twice: 2^30 ways to walk.
    std::string laughs = "\x80\x02}";
    for (int i = 0; i < 30; ++i)
        laughs += std::string("q") + static_cast<char>(i) + "0}(" + pickledText("a") + "h" + static_cast<char>(i)
            + pickledText("b") + "h" + static_cast<char>(i) + "u";
    expectRefused("laughs.pth", torchZipOf(laughs + "."), ErrorCode::Malformed, "nested too deeply");
    // A dictionary that holds itself.
    expectRefused("self.pth", torchZipOf("\x80\x02}q\x01" + pickledText("a") + "h\x01s."), ErrorCode::Malformed,
        "nested too deeply");
}

std::string tensorOf(std::int32_t offset, const std::string& shape, const std::string& strides)
{
    const auto number = [](std::int32_t value) { return "J" + std::string(reinterpret_cast<const char*>(&value), 4); };
    return "\x80\x02}" + pickledText("a") + pickledGlobal("torch._utils", "_rebuild_tensor_v2") + "(("
        + pickledText("storage") + pickledGlobal("torch", "FloatStorage") + pickledText("0") + pickledText("cpu")
        + number(4) + "tQ" + number(offset) + "(" + shape + "t(" + strides + "t\x89}tRs.";
}

TEST_F(Refusals, TensorsThatReachOutsideTheirStorage)
{
    const std::string two = "K\x02", four = "K\x04", five = "K\x05", zero = std::string("K\0", 2);
    const std::string huge = "\x8a\x08\xff\xff\xff\xff\xff\xff\xff\x7f";
    const std::pair<std::string, std::string> cases[]{{tensorOf(0, five, "K\x01"), "reaches outside"},
        {tensorOf(1, four, "K\x01"), "reaches outside"}, {tensorOf(0, two, four), "reaches outside"},
        {tensorOf(0, huge, "K\x01"), "reaches outside"}, {tensorOf(0, two, huge), "reaches outside"},
        {tensorOf(0, huge, zero), "reaches outside"}, {tensorOf(-1, two, "K\x01"), "of nothing"},
        {tensorOf(0, "J\xff\xff\xff\xff", "K\x01"), "negative"}, {tensorOf(0, two, ""), "no strides"}};
    for (const auto& [pickle, reason] : cases)
        expectRefused("bad.pth", zipOf({{"archive/data.pkl", pickle}, {"archive/data/0", std::string(16, '\0')}}),
            ErrorCode::Malformed, reason);
    expectRefused("bad.pth", torchZipOf(tensorOf(0, two, "K\x01")), ErrorCode::Malformed, "is missing");
}

std::string npyWith(const std::string& dictionary, std::size_t bytes)
{
    const auto length = static_cast<std::uint16_t>(dictionary.size());
    return std::string("\x93NUMPY\x01\0", 8) + std::string(reinterpret_cast<const char*>(&length), 2) + dictionary
        + std::string(bytes, '\0');
}

TEST_F(Refusals, ArraysThatLie)
{
    const auto dictionary = [](const std::string& descr, const std::string& shape) {
        return "{'descr': " + descr + ", 'fortran_order': False, 'shape': " + shape + ", }";
    };
    const std::pair<std::string, std::string> cases[]{{npyWith(dictionary("'<f4'", "(3,)"), 8), "fewer values"},
        {npyWith(dictionary("'<f4'", "(1152921504606846976, 1152921504606846976)"), 8), "fewer values"},
        {npyWith(dictionary("'<f4'", "(-3,)"), 8), "shape that cannot be read"},
        {npyWith(dictionary("'|O'", "(1,)"), 8), "'|O'"}, {npyWith(dictionary("'>f4'", "(1,)"), 8), "'>f4'"},
        {npyWith(dictionary("[('a', '<f4')]", "(1,)"), 8), "which is not read"}, {"\x93NUMPY\x01", "cut off"},
        {"abc", "does not begin"}};
    for (const auto& [array, reason] : cases) {
        writeText(folder / "bad.npz", zipOf({{"a.npy", array}}));
        EXPECT_NE(refused("bad.npz").message.find(reason), std::string::npos) << refused("bad.npz").message;
    }
}

TEST_F(Refusals, ZipBombs)
{
    // 160 MiB of zeros in 160 KiB.
    expectRefused("bomb.npz", zipOf({{"a.npy", std::string(std::size_t{160} << 20, '\0'), true}}), ErrorCode::Malformed,
        "far more than");
    // The directory points at the same bytes twice.
    auto twice = zipOf({{"a.npy", "1234"}, {"b.npy", "5678"}});
    const auto second = twice.find("PK\x01\x02", twice.find("PK\x01\x02") + 1);
    twice.replace(second + 42, 4, std::string(4, '\0'));
    expectRefused("twice.npz", twice, ErrorCode::Malformed, "overlap");
    auto changed = zipOf({{"a.npy", npyWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }", 8)}});
    changed[changed.find("PK\x01\x02") - 3] ^= 1;
    expectRefused("changed.npz", changed, ErrorCode::Malformed, "checksum");
    auto encrypted = zipOf({{"a.npy", "1234"}});
    encrypted[encrypted.find("PK\x01\x02") + 8] = 1;
    expectRefused("secret.npz", encrypted, ErrorCode::Unsupported, "encrypted");
}

TEST_F(Refusals, NetworksThatAreKnownButNotOpenedAreNamed)
{
    const std::pair<std::string, std::string> cases[]{
        {"layers.0.blocks.0.attn.meta_mlp.fc1.weight", "Swin Transformer V2"},
        {"visual.attnpool.positional_embedding", "CLIP"}, {"MAPHead_0/probe", "SigLIP"},
        {"module.stages.0.blocks.0.conv_dw.weight", "ConvNeXt"},
        {"bert.encoder.layer.0.attention.self.query.weight", "BERT"}, {"some.thing", "'some.thing'"}};
    for (const auto& [name, what] : cases) {
        writeSafetensors(folder / "other.safetensors", {{name, {2, 2}}, {"patch_embed.proj.weight", {2, 3, 4, 4}}});
        const auto error = refused("other.safetensors");
        EXPECT_EQ(error.code, ErrorCode::Unsupported);
        EXPECT_NE(error.message.find(what), std::string::npos) << error.message;
    }
}

Shapes smallVit(std::int64_t width)
{
    return {{"cls_token", {1, 1, width}}, {"pos_embed", {1, 5, width}}, {"patch_embed.proj.weight", {width, 3, 2, 2}},
        {"patch_embed.proj.bias", {width}}, {"blocks.0.norm1.weight", {width}},
        {"blocks.0.attn.qkv.weight", {3 * width, width}}};
}

TEST_F(Refusals, HeadsThatCannotBeToldAreAskedFor)
{
    writeSafetensors(folder / "odd.safetensors", smallVit(100));
    EXPECT_NE(refused("odd.safetensors").message.find("--heads"), std::string::npos);
    Overrides given;
    given.heads = 7;
    EXPECT_EQ(refused("odd.safetensors", given).code, ErrorCode::InvalidOption);
    given.heads = 5;
    EXPECT_TRUE(openCheckpoint(folder / "odd.safetensors", given, {}));
}

TEST_F(Refusals, AConfigurationOfAnotherNetworkIsNoticed)
{
    writeSafetensors(folder / "model.safetensors", smallVit(64));
    writeText(folder / "config.json", R"({"model_type": "vit", "hidden_size": 768})");
    EXPECT_EQ(refused("").code, ErrorCode::Mismatch);
    writeText(folder / "config.json", R"({"model_type": "vit", "hidden_size": "wide"})");
    EXPECT_NE(refused("").message.find("hidden_size"), std::string::npos);
    writeText(folder / "config.json", R"({"model_type": "vit", "hidden_act": "relu"})");
    EXPECT_NE(refused("").message.find("'relu'"), std::string::npos);
    writeText(folder / "config.json", "[1]");
    EXPECT_EQ(refused("").code, ErrorCode::Malformed);
}

TEST_F(Refusals, FactsThatMakeNoSenseAreNamedWithTheirValue)
{
    writeSafetensors(folder / "model.safetensors", smallVit(64));
    const std::pair<const char*, const char*> wrong[]{{"layer_norm_eps", "-1"}, {"layer_norm_eps", "0"},
        {"layer_norm_eps", "2"}, {"layer_norm_eps", "\"1e-5\""}, {"num_attention_heads", "1.5"},
        {"num_attention_heads", "\"4\""}, {"image_size", "[1, 2, 3]"}, {"image_size", "-4"}, {"hidden_act", "7"},
        {"rope_theta", "\"x\""}, {"id2label", "\"cat\""}, {"patch_size", "[]"}, {"num_hidden_layers", "true"}};
    for (const auto& [key, value] : wrong) {
        writeText(folder / "config.json",
            std::string{R"({"model_type": "vit", ")"} + key + "\": " + value + "}");
        const auto error = refused("");
        EXPECT_EQ(error.code, ErrorCode::Malformed) << key << value << error.message;
        EXPECT_NE(error.message.find(key), std::string::npos) << error.message;
    }
}

TEST_F(Refusals, FactsThatCountForNothingAreNoted)
{
    auto shapes = smallVit(64);
    shapes.push_back({"head.weight", {3, 64}});
    shapes.push_back({"head.bias", {3}});
    writeSafetensors(folder / "model.safetensors", shapes);
    const auto notesOf = [&](const std::string& json) {
        writeText(folder / "config.json", json);
        Overrides given;
        given.heads = 4;
        const auto checkpoint = openCheckpoint(folder.path(), given, {});
        EXPECT_TRUE(checkpoint) << (checkpoint ? "" : checkpoint.error().message);
        return checkpoint ? checkpoint->notes : std::vector<std::string>{};
    };
    const auto says = [&](const std::string& json, const std::string& part) {
        for (const auto& note : notesOf(json))
            if (note.find(part) != std::string::npos)
                return true;
        return false;
    };
    EXPECT_TRUE(says(R"({"model_type": "vit", "image_size": 4096})", "states pictures of 4096 × 4096 pixels"));
    EXPECT_TRUE(says(R"({"model_type": "vit", "id2label": {"0": "a", "1": "b"}})", "names 2 classes"));
    EXPECT_TRUE(says(R"({"model_type": "vit", "id2label": {"5": "a", "6": "b"}})", "'id2label'"));
    EXPECT_TRUE(says(R"({"model_type": "vit", "problem_type": "riddle"})", "'problem_type'"));
}

TEST_F(Refusals, UnknownProfilesListTheKnownOnes)
{
    writeSafetensors(folder / "model.safetensors", smallVit(64));
    Overrides given;
    given.profile = "nonsense";
    EXPECT_NE(refused("model.safetensors", given).message.find("timm-vit"), std::string::npos);
    given.profile.reset();
    given.imageSize = GridSize{1, 1};
    EXPECT_EQ(refused("model.safetensors", given).code, ErrorCode::InvalidOption);
}

TEST_F(Refusals, CancelledReadingSaysSo)
{
    writeSafetensors(folder / "model.safetensors", smallVit(64));
    CancelSource source;
    source.request();
    const auto checkpoint = openCheckpoint(folder / "model.safetensors", {}, {source.token(), {}});
    ASSERT_FALSE(checkpoint);
    EXPECT_EQ(checkpoint.error().code, ErrorCode::Cancelled);
}

}
}
