// tests/unit/engine/embedding_target_test.cpp
#include "core/engine/picture/embedding_target.h"
#include <gtest/gtest.h>

namespace patchlight
{
namespace
{

const NdArray kEmbedding{{1, 2}, {3, 4}}; // of norm 5

Explanation mapOf(EmbeddingTarget::Kind kind, float highest)
{
    Explanation out;
    out.map = Grid<float>(GridSize{1, 2}, std::vector<float>{0, highest});
    out.request.embedding = EmbeddingTarget{kind, 0, {}, {}};
    return out;
}

TEST(EmbeddingTarget, OfANormThatNoPictureChangesTheMapIsRounding)
{
    EXPECT_TRUE(isRounding(mapOf(EmbeddingTarget::Kind::Norm, 4e-6F), kEmbedding));
    EXPECT_TRUE(isRounding(mapOf(EmbeddingTarget::Kind::Norm, -4e-6F), kEmbedding));
    EXPECT_FALSE(isRounding(mapOf(EmbeddingTarget::Kind::Norm, 6e-6F), kEmbedding));
    EXPECT_FALSE(isRounding(mapOf(EmbeddingTarget::Kind::Component, 4e-6F), kEmbedding));
    EXPECT_FALSE(isRounding(Explanation{}, kEmbedding));
}

}
}
