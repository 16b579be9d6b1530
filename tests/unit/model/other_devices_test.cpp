// tests/unit/model/other_devices_test.cpp: the same network elsewhere and in other precisions says the same.
#include "core/checkpoint/checkpoint.h"
#include "core/model/initialise.h"
#include "core/model/plain_inference.h"
#include "golden.h"
#include "random_network.h"
#include <algorithm>
#include <torch/cuda.h>
#include <torch/types.h>

namespace patchlight
{
namespace
{

Result<RecordedForward> runOn(const std::shared_ptr<Network>& network, const NdArray& input)
{
    return PlainInference(network, RecordPrecision::Float32).run(input, Keep::Record, nullptr, {});
}

NdArray firstRow(const RecordedForward& forward)
{
    const auto& record = forward.record;
    if (record.windowed()) {
        const auto row = record.windowMatrix(LayerIndex{1}, HeadIndex{1}, 0);
        return {{static_cast<std::int64_t>(row.size())}, row};
    }
    const auto row = record.row(LayerIndex{1}, HeadIndex{1}, TokenIndex{0});
    return {{static_cast<std::int64_t>(row.size())}, row};
}

void expectSame(const RecordedForward& ours, const RecordedForward& theirs, float tolerance)
{
    test::expectClose(ours.logits, theirs.logits, tolerance, "logits");
    test::expectClose(ours.tokens, theirs.tokens, tolerance, "tokens");
    test::expectClose(firstRow(ours), firstRow(theirs), tolerance, "attention");
}

struct Case {
    const char* name;
    ModelConfig (*config)();
};

class OtherPrecision : public testing::TestWithParam<Case>
{
protected:
    std::shared_ptr<Network> network = test::randomNetwork(GetParam().config());
    NdArray input = test::randomInput(2, 48, 48);
};

TEST_P(OtherPrecision, DoubleAgreesAndLeavesTheOriginalAlone)
{
    const auto before = *runOn(network, input);
    const auto copy = copyOf(*network, at::kDouble);
    ASSERT_TRUE(copy);
    expectSame(*runOn(*copy, input), before, 1e-4F);
    EXPECT_EQ(network->parameters().front().scalar_type(), at::kFloat);
    (*copy)->parameters().front().detach().zero_();
    EXPECT_EQ(runOn(network, input)->logits.values, before.logits.values);
}

TEST_P(OtherPrecision, BFloat16StaysNear)
{
    const auto copy = copyOf(*network, at::kBFloat16);
    ASSERT_TRUE(copy);
    expectSame(*runOn(*copy, input), *runOn(network, input), 0.1F);
}

constexpr Case kCases[] = {{"Vit", test::smallVit}, {"Swin", test::smallSwin}};
std::string nameOf(const testing::TestParamInfo<Case>& info)
{
    return info.param.name;
}
INSTANTIATE_TEST_SUITE_P(Families, OtherPrecision, testing::ValuesIn(kCases), nameOf);

/// Run where there is a CUDA device; skipped elsewhere.
class Gpu : public OtherPrecision
{
protected:
    void SetUp() override
    {
        if (!torch::cuda::is_available())
            GTEST_SKIP() << "there is no CUDA device";
    }
    RecordedForward onCuda(Precision precision)
    {
        const auto inference = Inference::make(network, {"cuda:0", precision});
        EXPECT_TRUE(inference) << inference.error().message;
        return *(*inference)->run(input, Keep::Record, nullptr, {});
    }
};

TEST_P(Gpu, Fp32AgreesWithTheProcessor)
{
    expectSame(onCuda(Precision::Fp32), *runOn(network, input), 1e-3F);
}

TEST_P(Gpu, HalfPrecisionsStayNear)
{
    const auto reference = *runOn(network, input);
    expectSame(onCuda(Precision::Fp16), reference, 0.02F);
    expectSame(onCuda(Precision::Bf16), reference, 0.1F);
}

INSTANTIATE_TEST_SUITE_P(Gpu, Gpu, testing::ValuesIn(kCases), nameOf);

/// Every net that the reference libraries ran, on the GPU: the processor's tolerances hold.
class GpuGoldens : public testing::TestWithParam<const char*>
{
};

TEST_P(GpuGoldens, AgreeInFp32)
{
    if (!torch::cuda::is_available())
        GTEST_SKIP() << "there is no CUDA device";
    const auto folder = test::goldenFolder(GetParam());
    const auto file = folder / "model.safetensors";
    auto checkpoint = openCheckpoint(std::filesystem::exists(file) ? file : folder / "model.pth", {}, {});
    ASSERT_TRUE(checkpoint);
    const auto network = makeNetwork(checkpoint->config);
    ASSERT_TRUE(network && fillNetwork(**network, std::move(checkpoint->tensors)));
    const auto inference = Inference::make(*network, {"cuda:0", Precision::Fp32});
    ASSERT_TRUE(inference) << inference.error().message;
    test::expectGolden(GetParam(), *(*inference)->run(test::goldenArray(GetParam(), "input"), Keep::Record, nullptr, {}));
}

INSTANTIATE_TEST_SUITE_P(Gpu, GpuGoldens,
    testing::Values("timm-vit", "deit-distilled-pth", "timm-hybrid", "timm-swin", "torchvision-vit", "torchvision-swin",
        "timm-dinov2-reg", "timm-vit-gap"));

/// Every other family on the GPU, in the forms of its files: what the processor says.
class GpuFamilies : public testing::TestWithParam<const char*>
{
};

TEST_P(GpuFamilies, AgreeWithTheProcessorInFp32)
{
    if (!torch::cuda::is_available())
        GTEST_SKIP() << "there is no CUDA device";
    const auto folder = std::filesystem::path(PATCHLIGHT_FIXTURES) / "families" / GetParam();
    auto checkpoint = openCheckpoint(folder, {}, {});
    ASSERT_TRUE(checkpoint) << checkpoint.error().message;
    const auto network = makeNetwork(checkpoint->config);
    ASSERT_TRUE(network && fillNetwork(**network, std::move(checkpoint->tensors)));
    const auto input = readNpy(folder / "input.npy");
    ASSERT_TRUE(input);
    const auto here = runOn(*network, *input);
    const auto inference = Inference::make(*network, {"cuda:0", Precision::Fp32});
    ASSERT_TRUE(here && inference);
    const auto there = (*inference)->run(*input, Keep::Record, nullptr, {});
    ASSERT_TRUE(there) << there.error().message;
    test::expectClose(there->logits, here->logits, 1e-3F, "logits");
    test::expectClose(there->tokens, here->tokens, 1e-3F, "tokens");
    ASSERT_EQ(there->record.layerCount(), here->record.layerCount());
    for (int layer = 0; layer < here->record.layerCount(); ++layer)
        test::expectClose(test::attentionOf(there->record, LayerIndex{layer}),
            test::attentionOf(here->record, LayerIndex{layer}), 1e-3F, test::attentionName(layer));
}

std::string folderOf(const testing::TestParamInfo<const char*>& info)
{
    std::string name = info.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Gpu, GpuFamilies,
    testing::Values("hf-clip-classification", "hf-clip-vision", "openclip", "timm-siglip", "hf-siglip2-naflex",
        "timm-dinov3", "hf-dinov3-gated", "timm-beit", "hf-beit-shared", "timm-eva02", "timm-eva02-packed",
        "timm-swinv2", "hf-swinv2-pad", "timm-cait", "timm-vit-qknorm", "hf-resnet-basic", "timm-resnet-d", "timm-bit"),
    folderOf);

TEST(OtherDevice, WithoutCudaIsRefusedInOneSentence)
{
    if (torch::cuda::is_available())
        return;
    const auto inference = Inference::make(test::randomNetwork(test::smallVit()), {"cuda:0", Precision::Fp32});
    ASSERT_FALSE(inference);
    EXPECT_EQ(inference.error().code, ErrorCode::Unsupported);
    EXPECT_NE(inference.error().message.find("cuda:0"), std::string::npos);
}

}
}
