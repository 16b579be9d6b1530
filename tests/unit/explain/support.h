// tests/unit/explain/support.h: references, and records made of known attention.
#pragma once
#include "core/base/npy.h"
#include "core/explain/request.h"
#include "core/record/attention_record.h"
#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace patchlight::test
{

std::filesystem::path fixture(const std::string& relative);
/// An array of tests/fixtures, or of an absolute path; fails the test where there is none.
NdArray array(const std::filesystem::path& path);

/// ‖a − b‖ / ‖b‖; NaN must meet NaN, else infinity.
double relativeError(const std::vector<float>& a, const std::vector<float>& b);

/// A record whose softmax gives exactly these matrices: q = log A, k = I. `attention` is [heads, T, T].
LayerAttention layerOf(const NdArray& attention, GridSize grid);
/// Swin: [windows, heads, W², W²].
LayerAttention layerOf(const NdArray& attention, GridSize grid, int window, int shift);

AttentionRecord timmVit();
AttentionRecord distilled();
AttentionRecord swin();
/// `layers` layers with random attention.
AttentionRecord randomRecord(TokenLayout layout, int layers, int heads, unsigned seed = 1);

}
