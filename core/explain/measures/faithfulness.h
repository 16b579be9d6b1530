// core/explain/measures/faithfulness.h: does the class really hang on what a map calls important?
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/explain/measures/faithfulness_curves.h"
#include "core/explain/request.h"
#include <ATen/core/Tensor.h>
#include <span>
#include <vector>

namespace patchlight
{
struct LogitSource;

/// RISE's curves, cell by cell of the map instead of pixel by pixel; NaN cells go last, equal ones in reading order.
/// input [1, 3, H, W]; `target` is the class whose probability is followed (the top class where absent).
/// `cellsPerStep` 0: usualCellsPerStep of the map.
/// Errors: InvalidOption (no such class, a map finer than the input, cellsPerStep < 0), Unsupported (no
/// head), Cancelled. Cost: two forward passes a step, as predictions are made where the source has an inference, else
/// in batches. Source: Petsiuk, Das & Saenko, "RISE", BMVC 2018, section 4.2 (blur 11 pixels, sigma 5, as in its code).
Result<Faithfulness> faithfulness(const LogitSource& source, const at::Tensor& input, const Grid<float>& map,
    std::optional<ClassIndex> target, int cellsPerStep = 1, const RunContext& run = {});

/// Of several maps of one picture: the pictures that curves start and end with are looked at once for all.
Result<std::vector<Faithfulness>> faithfulness(const LogitSource& source, const at::Tensor& input,
    std::span<const Grid<float>> maps, std::optional<ClassIndex> target, int cellsPerStep, const RunContext& run = {});

/// The picture as insertion starts it.
at::Tensor blurred(const at::Tensor& input);

}
