// tests/unit/model/golden.h: what the reference libraries computed, and how close we must be.
#pragma once
#include "core/base/npy.h"
#include "core/model/inference.h"
#include <filesystem>
#include <gtest/gtest.h>

namespace patchlight::test
{

inline std::filesystem::path goldenFolder(const std::string& name)
{
    return std::filesystem::path(PATCHLIGHT_FIXTURES) / "goldens" / name;
}

inline NdArray goldenArray(const std::string& folder, const std::string& name)
{
    auto array = readNpy(goldenFolder(folder) / (name + ".npy"));
    EXPECT_TRUE(array) << folder << '/' << name;
    return array ? *array : NdArray{};
}

inline bool hasGolden(const std::string& folder, const std::string& name)
{
    return std::filesystem::exists(goldenFolder(folder) / (name + ".npy"));
}

/// |a − b| ≤ tolerance · max(1, |b|) everywhere.
inline void expectClose(const NdArray& ours, const NdArray& theirs, float tolerance, const std::string& what)
{
    ASSERT_EQ(ours.values.size(), theirs.values.size()) << what;
    float worst = 0;
    for (std::size_t i = 0; i < ours.values.size(); ++i) {
        const float difference = std::abs(ours.values[i] - theirs.values[i]);
        ASSERT_TRUE(difference == difference) << what << " holds not-a-number at " << i;
        worst = std::max(worst, difference / std::max(1.0F, std::abs(theirs.values[i])));
    }
    EXPECT_LE(worst, tolerance) << what;
}

/// All attention of one block in the goldens' order: ViT [heads, T, T]; Swin [windows, heads, W², W²].
inline NdArray attentionOf(const AttentionRecord& record, LayerIndex index)
{
    const auto& layer = record.layer(index);
    const int windows = layer.windows ? layer.windows->windows().count() : 1;
    NdArray out{{windows, layer.heads, layer.tokens, layer.tokens}, {}};
    for (int window = 0; window < windows; ++window)
        for (int head = 0; head < layer.heads; ++head) {
            const auto matrix = layer.windows ? record.windowMatrix(index, HeadIndex{head}, window)
                                              : record.matrix(index, HeadIndex{head});
            out.values.insert(out.values.end(), matrix.begin(), matrix.end());
        }
    return out;
}

inline std::string attentionName(int layer)
{
    return (layer < 10 ? "attention_0" : "attention_") + std::to_string(layer);
}

/// The goldens' README: 2e-4 relative for logits and tokens, 1e-5 for attention.
inline void expectGolden(const std::string& folder, const RecordedForward& ours)
{
    for (const auto& [name, array] : {std::pair{"logits", &ours.logits}, {"logits_class", &ours.logitsClass},
             {"logits_distillation", &ours.logitsDistillation}, {"tokens", &ours.tokens}})
        if (hasGolden(folder, name))
            expectClose(*array, goldenArray(folder, name), 2e-4F, folder + "/" + name);
    for (int layer = 0; hasGolden(folder, attentionName(layer)); ++layer) {
        ASSERT_LT(layer, ours.record.layerCount());
        expectClose(attentionOf(ours.record, LayerIndex{layer}), goldenArray(folder, attentionName(layer)), 1e-5F,
            folder + "/" + attentionName(layer));
    }
}

}
