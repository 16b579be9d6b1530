// core/explain/gradients/class_target.cpp
#include "core/explain/gradients/class_target.h"
#include <ATen/ATen.h>
#include <algorithm>

namespace patchlight
{
namespace
{

Result<void> checkClass(std::int64_t classes, ClassIndex index)
{
    if (index.value >= 0 && index.value < classes)
        return {};
    return fail(ErrorCode::InvalidOption,
        "There is no class " + std::to_string(index.value) + ": classes are 0 to " + std::to_string(classes - 1) + ".");
}

Result<void> resolveEmbedding(const at::Tensor& embedding, ExplainRequest& request)
{
    if (request.target || request.contrast)
        return fail(ErrorCode::InvalidOption,
            "This network has no classes; what is explained is a number of its embedding: its norm, one component, or how "
            "alike it is to another picture's.");
    if (!request.embedding)
        request.embedding = EmbeddingTarget{};
    const auto& asked = *request.embedding;
    const auto width = embedding.size(-1);
    if (asked.kind == EmbeddingTarget::Kind::Component && (asked.component < 0 || asked.component >= width))
        return fail(ErrorCode::InvalidOption,
            "There is no component " + std::to_string(asked.component) + ": those of the embedding are 0 to "
                + std::to_string(width - 1) + ".");
    if (asked.kind != EmbeddingTarget::Kind::Similarity)
        return {};
    if (static_cast<std::int64_t>(asked.like.size()) != width)
        return fail(ErrorCode::InvalidOption,
            "The picture to be like has an embedding of " + std::to_string(asked.like.size()) + " numbers, and this one "
                + std::to_string(width) + "; both must come from one network.");
    if (std::all_of(asked.like.begin(), asked.like.end(), [](float value) { return value == 0; }))
        return fail(ErrorCode::InvalidOption, "The embedding of the picture to be like is zero, so nothing is like it.");
    return {};
}

/// embedding [B, D] → [B]
at::Tensor embeddingValue(const at::Tensor& embedding, const EmbeddingTarget& asked)
{
    switch (asked.kind) {
    case EmbeddingTarget::Kind::Component:
        return embedding.select(-1, asked.component);
    case EmbeddingTarget::Kind::Similarity: {
        const auto like = at::tensor(asked.like, at::kFloat).to(embedding.options().requires_grad(false));
        return at::matmul(embedding, like / like.norm()) / embedding.norm(2, -1);
    }
    case EmbeddingTarget::Kind::Norm:
        break;
    }
    return embedding.norm(2, -1);
}

}

Result<void> resolveTarget(const ForwardOutput& output, ExplainRequest& request)
{
    if (!output.logits.defined() && output.embedding.defined())
        return resolveEmbedding(output.embedding, request);
    if (!output.logits.defined())
        return fail(ErrorCode::Unsupported,
            "This network has neither classes nor an embedding to explain; use attention or rollout.");
    if (request.embedding)
        return fail(ErrorCode::InvalidOption,
            "This network has classes, so a class is explained and not an embedding; name one as the target.");
    const auto classes = output.logits.size(1);
    if (!request.target)
        request.target = ClassIndex{static_cast<int>(output.logits[0].argmax().item<std::int64_t>())};
    if (const auto valid = checkClass(classes, *request.target); !valid)
        return valid;
    if (!request.contrast)
        return {};
    if (request.contrast == request.target)
        return fail(ErrorCode::InvalidOption, "A class cannot be contrasted with itself; choose another one.");
    return checkClass(classes, *request.contrast);
}

at::Tensor targetValue(const ForwardOutput& output, const ExplainRequest& request)
{
    if (request.embedding) {
        const auto value = embeddingValue(output.embedding, *request.embedding);
        return request.lowers ? -value : value;
    }
    const auto logit = output.logits.select(1, request.target->value);
    const auto wanted = request.contrast ? logit - output.logits.select(1, request.contrast->value) : logit;
    return request.lowers ? -wanted : wanted;
}

}
