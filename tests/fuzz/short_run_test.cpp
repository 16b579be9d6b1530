// tests/fuzz/short_run_test.cpp: a short run of every fuzz target, the same inputs every time; and what long runs found.
#include "tests/fuzz/targets.h"
#include "tests/support/limited.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <iterator>
#include <random>

using namespace patchlight::fuzz;

namespace
{

constexpr int kRounds = 400;

/// Cuts, flips, numbers that lie, parts moved about: mostly near the start or the end, where headers are.
std::string mutated(std::string bytes, std::mt19937& random)
{
    constexpr std::uint64_t kLies[]{0, 1, 0xff, 0x7fffffff, 0xffffffff, std::uint64_t{1} << 60, ~std::uint64_t{0}};
    const auto below = [&](std::size_t most) { return most == 0 ? 0 : random() % most; };
    const auto place = [&] {
        const auto near = std::min<std::size_t>(bytes.size(), 2000);
        return random() % 3 == 0 ? below(bytes.size()) : random() % 2 == 0 ? below(near) : bytes.size() - 1 - below(near);
    };
    for (auto left = 1 + random() % 4; left > 0 && !bytes.empty(); --left) {
        const auto at = place();
        switch (random() % 5) {
        case 0:
            bytes.resize(at);
            break;
        case 1: {
            const auto lie = kLies[below(std::size(kLies))];
            const auto size = std::min<std::size_t>(std::size_t{1} << random() % 4, bytes.size() - at);
            bytes.replace(at, size, reinterpret_cast<const char*>(&lie), size);
            break;
        }
        case 2:
            bytes.insert(at, bytes.substr(place(), below(300)));
            break;
        case 3:
            bytes.erase(at, below(20));
            break;
        default:
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
        }
    }
    return bytes;
}

Bytes bytesOf(const std::string& text)
{
    return std::as_bytes(std::span{text.data(), text.size()});
}

}

TEST(Fuzz, EveryTargetUnderstandsItsSeeds)
{
    for (const auto& target : targets()) {
        const auto seeds = seedBytes(target);
        ASSERT_FALSE(seeds.empty()) << target.name;
        EXPECT_TRUE(std::ranges::any_of(seeds, [&](const std::string& seed) { return target.run(bytesOf(seed)); }))
            << target.name;
    }
}

TEST(Fuzz, AShortRunOfEveryTargetEndsWell)
{
    for (const auto& target : targets()) {
        const auto seeds = seedBytes(target);
        ASSERT_FALSE(seeds.empty()) << target.name;
        patchlight::expectModest(std::string(target.name).c_str(), [&] {
            std::mt19937 random{20250101};
            for (int round = 0; round < kRounds; ++round)
                target.run(bytesOf(mutated(seeds[random() % seeds.size()], random)));
            return 0;
        }, std::size_t{512} << 20, 30);
    }
}
