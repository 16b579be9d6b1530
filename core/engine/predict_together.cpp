// core/engine/predict_together.cpp: many pictures, one forward pass for those of equal size.
#include "core/base/guard.h"
#include "core/base/parallel.h"
#include "core/engine/engine_impl.h"
#include "core/engine/picture/predictions.h"
#include "core/engine/picture/prepare.h"
#include <map>

namespace patchlight
{
namespace
{

using Predictions = std::vector<Prediction>;
using Places = std::vector<std::size_t>; ///< of pictures among those asked for

constexpr int kTogetherOnGpu = 32;

Result<NdArray> tensorOf(const PictureSource& source, const PreprocessProfile& profile)
{
    return guarded(subjectOf(source), [&]() -> Result<NdArray> {
        Image picture;
        Timings ms;
        auto input = prepare(source, profile, picture, ms);
        return input ? Result<NdArray>{std::move(input->tensor)} : fail(input.error());
    });
}

/// [1, 3, H, W] each → [B, 3, H, W]
NdArray stacked(const std::vector<Result<NdArray>>& tensors, const Places& places)
{
    NdArray all{tensors[places.front()]->shape, {}};
    all.shape.front() = static_cast<std::int64_t>(places.size());
    for (const auto place : places)
        all.values.insert(all.values.end(), tensors[place]->values.begin(), tensors[place]->values.end());
    return all;
}

NdArray rowOf(const NdArray& logits, std::size_t row)
{
    const auto classes = logits.dim(1);
    const auto first = logits.values.begin() + static_cast<std::ptrdiff_t>(row) * classes;
    return {{1, classes}, std::vector<float>(first, first + classes)};
}

Result<Predictions> answerOf(const NdArray& logits, const ModelConfig& config)
{
    const auto finite = checkFinite(logits);
    return finite ? Result<Predictions>{predictionsFrom(logits, config)} : fail(finite.error());
}

}

int Engine::picturesTogether() const
{
    return m_impl->model && m_impl->model->device() != "cpu" ? kTogetherOnGpu : 1;
}

std::vector<Result<Predictions>> Engine::predict(const std::vector<PictureSource>& pictures, const RunContext& run)
{
    if (!m_impl->model)
        return std::vector<Result<Predictions>>(
            pictures.size(), fail(ErrorCode::InvalidOption, "no model is loaded: load one first"));
    const ModelConfig& config = m_impl->model->info()->config;
    std::vector<Result<NdArray>> tensors(pictures.size());
    parallelFor(static_cast<int>(pictures.size()), [&](int, int i) {
        const auto place = static_cast<std::size_t>(i);
        tensors[place] = tensorOf(pictures[place], config.profile.value);
    });
    std::vector<Result<Predictions>> answers(pictures.size());
    std::map<std::vector<std::int64_t>, Places> bySize;
    for (std::size_t i = 0; i < pictures.size(); ++i)
        if (tensors[i])
            bySize[tensors[i]->shape].push_back(i);
        else
            answers[i] = fail(tensors[i].error());
    for (const auto& [shape, places] : bySize) {
        const auto forward = guarded("one forward pass",
            [&, &places = places] { return m_impl->model->inference().run(stacked(tensors, places), Keep::Answer, nullptr, run); });
        for (std::size_t row = 0; row < places.size(); ++row) {
            auto& answer = answers[places[row]];
            answer = forward ? answerOf(rowOf(forward->logits, row), config) : fail(forward.error());
            if (!answer)
                answer = fail(answer.error().code, subjectOf(pictures[places[row]]) + ": " + answer.error().message);
        }
    }
    return answers;
}

}
