// tests/unit/explain/double_blocks_test.cpp: double precision without a second copy of the weights.
#include "core/explain/gradients/double_blocks.h"
#include "nets.h"
#include "support.h"
#include <torch/types.h>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

/// How many of the blocks' values are held in double precision.
std::int64_t doubledInBlocks(Vit& vit)
{
    std::int64_t count = 0;
    for (const auto& block : vit.blocks())
        for (const auto& parameter : block->parameters())
            count += parameter.scalar_type() == at::kDouble ? parameter.numel() : 0;
    return count;
}

/// Values of a block's norms and biases; its matrices stay as they are.
std::int64_t smallValuesOf(Vit& vit, std::size_t index)
{
    std::int64_t count = 0;
    for (const auto& parameter : vit.blocks()[index]->parameters())
        count += parameter.dim() < 2 ? parameter.numel() : 0;
    return count;
}

}

TEST(DoubleBlocks, HoldOneBlockAtATime)
{
    const Net net = goldenNet("timm-vit");
    const auto doubles = DoubleBlocks::make(*net.network);
    ASSERT_TRUE(doubles) << doubles.error().message;
    Vit& vit = (*doubles)->vit();
    EXPECT_EQ(doubledInBlocks(vit), 0);
    for (const int layer : {0, 2, 2, 1}) {
        (*doubles)->hold(LayerIndex{layer});
        EXPECT_EQ(doubledInBlocks(vit), smallValuesOf(vit, static_cast<std::size_t>(layer)));
    }
}

TEST(DoubleBlocks, LeaveTheNetworkAsItWas)
{
    const Net net = goldenNet("timm-vit");
    const double before = logit(net, net.input, 3);
    const auto doubles = DoubleBlocks::make(*net.network);
    ASSERT_TRUE(doubles) << doubles.error().message;
    const torch::NoGradGuard noGraph;
    const auto output = (*doubles)->forward(net.input.to(at::kDouble), nullptr, {});
    ASSERT_TRUE(output) << output.error().message;
    EXPECT_EQ(output->logits.scalar_type(), at::kDouble);
    EXPECT_NEAR(output->logits[0][3].item<double>(), before, 1e-4);
    EXPECT_EQ(logit(net, net.input, 3), before);
}

TEST(DoubleBlocks, AreForVisionTransformers)
{
    const Net net = goldenNet("timm-swin");
    EXPECT_EQ(DoubleBlocks::make(*net.network).error().code, ErrorCode::Unsupported);
}
