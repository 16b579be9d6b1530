// core/engine/picture/embedding_target.cpp
#include "core/engine/picture/embedding_target.h"
#include "core/base/shown_text.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace patchlight
{
namespace
{

double dot(const std::vector<float>& a, const std::vector<float>& b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

}

int embeddingComponents(const Analysis& analysis)
{
    return analysis.predictions.empty() ? static_cast<int>(analysis.embedding.values.size()) : 0;
}

EmbeddingTarget similarityTo(const Analysis& other)
{
    return {EmbeddingTarget::Kind::Similarity, 0, other.embedding.values, harmlessLine(other.name)};
}

float embeddingValue(const NdArray& embedding, const EmbeddingTarget& target)
{
    const auto& values = embedding.values;
    const double length = std::sqrt(dot(values, values));
    switch (target.kind) {
    case EmbeddingTarget::Kind::Component:
        return values.at(static_cast<std::size_t>(target.component));
    case EmbeddingTarget::Kind::Similarity:
        return static_cast<float>(dot(values, target.like) / (length * std::sqrt(dot(target.like, target.like))));
    case EmbeddingTarget::Kind::Norm:
        break;
    }
    return static_cast<float>(length);
}

bool isRounding(const Explanation& explanation, const NdArray& embedding)
{
    const auto& target = explanation.request.embedding;
    if (!target || target->kind != EmbeddingTarget::Kind::Norm || explanation.map.empty())
        return false;
    const float least = 1e-6F * embeddingValue(embedding, *target);
    return std::ranges::all_of(explanation.map.values(), [least](float v) { return !(std::abs(v) > least); });
}

}
