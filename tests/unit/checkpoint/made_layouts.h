// tests/unit/checkpoint/made_layouts.h: networks as lists of names and shapes, and the test that loads them.
#pragma once
#include "core/checkpoint/checkpoint.h"
#include "core/model/network.h"
#include "made_files.h"
#include <functional>
#include <gtest/gtest.h>

namespace patchlight
{

inline constexpr std::int64_t kWidth = 128, kHidden = 256, kPatch = 4, kClasses = 5;
inline constexpr int kDepth = 3;

std::string blockName(int i);
void append(Shapes& to, const Shapes& more);
Shapes linear(const std::string& name, std::int64_t out, std::int64_t in);
Shapes norm(const std::string& name, std::int64_t width);
/// A ViT with timm's names: 3 blocks of 128 channels on 5×5 patches.
Shapes timmVit(int prefixPositions = 1, bool head = true);
Shapes renamed(const Shapes& shapes, const std::function<std::string(const std::string&)>& rename);
std::string replaced(std::string text, const std::string& from, const std::string& to);

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

}
