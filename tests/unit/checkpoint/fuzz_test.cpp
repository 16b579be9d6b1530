// tests/unit/checkpoint/fuzz_test.cpp: damaged files of every container, the same ones on every run: an error with
// a sentence or a network, never a crash, a hang, or memory beyond the file's size and a margin.
#include "core/checkpoint/checkpoint.h"
#include "made_files.h"
#include "tests/support/limited.h"
#include <ATen/Parallel.h>
#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace patchlight
{
namespace
{

using Random = std::mt19937;
const std::filesystem::path kGoldens = std::filesystem::path(PATCHLIGHT_FIXTURES) / "goldens";
constexpr std::size_t kMargin = std::size_t{192} << 20; // the reader's own 64 MiB, its bookkeeping, the heap's arenas
constexpr rlim_t kLongest = 60; // seconds of computing for all tries on one file; they take about two

std::size_t pick(Random& random, std::size_t below)
{
    return below == 0 ? 0 : random() % below;
}

/// Where headers and directories are: more likely at either end.
std::size_t place(Random& random, std::size_t size)
{
    const std::size_t end = std::min<std::size_t>(size, 6000);
    switch (random() % 4) {
    case 0:
        return pick(random, size);
    case 1:
        return size - 1 - pick(random, end);
    default:
        return pick(random, end);
    }
}

void flipBits(std::string& bytes, Random& random)
{
    for (auto i = random() % 6; i-- > 0;)
        bytes[place(random, bytes.size())] ^= static_cast<char>(1U << random() % 8);
}

/// Sizes and offsets that lie.
void overwriteNumber(std::string& bytes, Random& random)
{
    constexpr std::uint64_t lies[]{0, 1, 0x7f, 0xff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff, std::uint64_t{1} << 60,
        ~std::uint64_t{0}, ~std::uint64_t{0} >> 1};
    const auto lie = lies[pick(random, std::size(lies))];
    const std::size_t size = std::size_t{1} << random() % 4;
    const auto at = place(random, bytes.size());
    bytes.replace(
        at, std::min(size, bytes.size() - at), reinterpret_cast<const char*>(&lie), std::min(size, bytes.size() - at));
}

/// Digits of a JSON header or an array's shape.
void changeDigits(std::string& bytes, Random& random)
{
    auto at = place(random, bytes.size());
    for (int tries = 0; tries < 500 && (bytes[at] < '0' || bytes[at] > '9'); ++tries)
        at = (at + 1) % bytes.size();
    const char* lies[]{"-1", "9", "1152921504606846976", "99999999999999999999", "1e9", "[[[[", "{\"a\":", "null"};
    bytes.replace(at, 1, lies[pick(random, std::size(lies))]);
}

void moveParts(std::string& bytes, Random& random)
{
    const auto from = place(random, bytes.size());
    const auto part = bytes.substr(from, pick(random, 400));
    if (random() % 2)
        bytes.insert(place(random, bytes.size()), part);
    else
        bytes.erase(from, part.size());
}

void nestDeeply(std::string& bytes, Random& random)
{
    constexpr char openings[]{'[', '{', '(', '\x85', 'N', ']', '}'};
    bytes.insert(
        place(random, bytes.size()), std::string(1 + pick(random, 20000), openings[pick(random, std::size(openings))]));
}

/// One of the pickle machine's opcodes in place of another byte.
void changeOpcode(std::string& bytes, Random& random)
{
    constexpr std::string_view opcodes
        = "(.012FIJKLMNPQRSTUVX]}abcdeghijlopqrstu)\x80\x81\x82\x85\x86\x87\x88\x89\x8a\x8b\x8c"
          "\x8d\x8e\x8f\x90\x91\x92\x93\x94\x95\x96\x97\x98";
    for (auto i = 1 + random() % 4; i-- > 0;)
        bytes[place(random, bytes.size())] = opcodes[pick(random, opcodes.size())];
}

std::string mutated(std::string bytes, Random& random)
{
    for (auto rounds = 1 + random() % 3; rounds-- > 0 && bytes.size() > 16;)
        switch (random() % 8) {
        case 0:
            bytes.resize(place(random, bytes.size()));
            break;
        case 1:
            flipBits(bytes, random);
            break;
        case 2:
            overwriteNumber(bytes, random);
            break;
        case 3:
            changeDigits(bytes, random);
            break;
        case 4:
            moveParts(bytes, random);
            break;
        case 5:
            nestDeeply(bytes, random);
            break;
        default:
            changeOpcode(bytes, random);
        }
    return bytes;
}

/// Opens damaged versions of one file; how many were wrong in a way they must not be.
int misbehaviours(
    const std::string& original, const std::string& name, const TemporaryFolder& folder, unsigned seed, int tries)
{
    Random random(seed);
    int wrong = 0;
    for (int tried = 0; tried < tries; ++tried) {
        writeText(folder / name, mutated(original, random));
        const auto checkpoint = openCheckpoint(folder / name, {}, {});
        const bool silent = !checkpoint && checkpoint.error().message.find(folder.path().string()) == std::string::npos;
        const bool greedy = !checkpoint && checkpoint.error().code == ErrorCode::OutOfMemory;
        if (silent || greedy) {
            ++wrong;
            std::fprintf(
                stderr, "%s seed %u try %d: %s\n", name.c_str(), seed, tried, checkpoint.error().message.c_str());
        }
    }
    return wrong;
}

void fuzz(const std::string& original, const std::string& name, unsigned seed, int tries)
{
    at::set_num_threads(1); // threads do not survive a fork
    const TemporaryFolder folder;
    expectModest(
        name.c_str(), [&] { return misbehaviours(original, name, folder, seed, tries); }, original.size() + kMargin,
        kLongest);
}

TEST(CheckpointFuzz, Safetensors)
{
    fuzz(readText(kGoldens / "timm-vit-bf16" / "model.safetensors"), "model.safetensors", 1, 700);
}

TEST(CheckpointFuzz, HuggingFaceSwin)
{
    fuzz(readText(kGoldens / "hf-swin" / "model.safetensors"), "model.safetensors", 2, 800);
}

TEST(CheckpointFuzz, ZipPickle)
{
    fuzz(readText(kGoldens / "swin-official-pth" / "model.pth"), "model.pth", 3, 550);
}

TEST(CheckpointFuzz, LegacyPickle)
{
    fuzz(readText(kGoldens / "timm-vit-legacy-pth" / "model.pth"), "model.pth", 4, 700);
}

TEST(CheckpointFuzz, StoredArrays)
{
    fuzz(readText(kGoldens / "google-npz-vit" / "model.npz"), "model.npz", 5, 750);
}

TEST(CheckpointFuzz, DeflatedArrays)
{
    const TemporaryFolder folder;
    writeNpz(folder / "a.npz", {{"cls", {1, 1, 64}}, {"embedding/kernel", {4, 4, 3, 64}}, {"head/kernel", {64, 10}}});
    fuzz(readText(folder / "a.npz"), "model.npz", 6, 1800);
}

TEST(CheckpointFuzz, PicklesAlone)
{
    // A small archive, so that most changes hit the pickle.
    fuzz(torchZip({{"model|cls_token", {1, 1, 64}}, {"model|head.weight", {2, 64}}},
             pickledText("args") + pickledGlobal("argparse", "Namespace") + ")\x81}b"),
        "model.pt", 7, 1800);
}

TEST(CheckpointFuzz, Configurations)
{
    const TemporaryFolder folder;
    std::filesystem::copy(kGoldens / "hf-swin" / "model.safetensors", folder / "model.safetensors");
    const auto original = readText(kGoldens / "hf-swin" / "config.json");
    Random random(8);
    for (int tried = 0; tried < 1700; ++tried) {
        writeText(folder / "config.json", mutated(original, random));
        const auto checkpoint = openCheckpoint(folder.path(), {}, {});
        EXPECT_TRUE(checkpoint || checkpoint.error().message.find(folder.path().string()) != std::string::npos);
    }
}

TEST(CheckpointFuzz, Indices)
{
    const TemporaryFolder folder;
    const auto from = kGoldens / "hf-vit-sharded";
    for (const std::string name :
        {"model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors", "config.json"})
        std::filesystem::copy(from / name, folder / name);
    const auto original = readText(from / "model.safetensors.index.json");
    Random random(9);
    for (int tried = 0; tried < 1700; ++tried) {
        writeText(folder / "model.safetensors.index.json", mutated(original, random));
        const auto checkpoint = openCheckpoint(folder.path(), {}, {});
        EXPECT_TRUE(checkpoint || checkpoint.error().message.find(folder.path().string()) != std::string::npos)
            << checkpoint.error().message;
    }
}

}
}
