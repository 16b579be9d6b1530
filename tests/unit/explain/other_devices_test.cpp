// tests/unit/explain/other_devices_test.cpp: methods that run the network say the same wherever it runs.
#include "core/explain/from_network.h"
#include "core/explain/measures/faithfulness.h"
#include "core/explain/measures/logit_lens.h"
#include "core/explain/measures/weight_randomisation.h"
#include "core/explain/perturbation/logit_source.h"
#include "nets.h"
#include "support.h"
#include <torch/cuda.h>
#include <torch/types.h>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

Net copied(const Net& net, const at::TensorOptions& where)
{
    return {*copyOf(*net.network, where), net.input.to(where)};
}

bool isDefined(Method method, const Net& net)
{
    return net.network->config().family != Family::Swin || methodInfo(method).onSwin;
}

/// Every method that runs the network itself, on both; maps may differ by `tolerance` in relative L2.
void expectSameMaps(const Net& one, const Net& other, double tolerance)
{
    for (const auto& method : methods()) {
        if (!method.network || !isDefined(method.method, one))
            continue;
        ExplainRequest request;
        request.method = method.method;
        request.steps = 3;
        const auto a = explainFromNetwork(*one.network, one.input, nullptr, request);
        const auto b = explainFromNetwork(*other.network, other.input, nullptr, request);
        ASSERT_TRUE(a && b) << method.name;
        EXPECT_LE(relativeError(b->map.values(), a->map.values()), tolerance) << method.name;
    }
}

/// Every method of a family, those of the record included: both answer alike or refuse in the same words.
void expectSameAnswers(const Net& one, const Net& other, double tolerance)
{
    for (const auto& method : methods()) {
        ExplainRequest request;
        request.method = method.method;
        request.steps = 3;
        const auto a = explainFromNetwork(*one.network, one.input, nullptr, request);
        const auto b = explainFromNetwork(*other.network, other.input, nullptr, request);
        ASSERT_EQ(a.has_value(), b.has_value()) << method.name << (a ? b : a).error().message;
        if (a)
            EXPECT_LE(relativeError(b->map.values(), a->map.values()), tolerance) << method.name;
        else
            EXPECT_EQ(a.error().message, b.error().message);
    }
}

void expectSameMeasures(const Net& one, const Net& other, double tolerance)
{
    const auto layout
        = one.network->tokenLayout({static_cast<int>(one.input.size(2)), static_cast<int>(one.input.size(3))});
    Grid<float> map(layout.grid);
    for (std::size_t i = 0; i < map.values().size(); ++i)
        map.values()[i] = static_cast<float>(i);
    const auto a = faithfulness({*one.network}, one.input, map, {}, 3);
    const auto b = faithfulness({*other.network}, other.input, map, {}, 3);
    ASSERT_TRUE(a && b);
    EXPECT_LE(relativeError(b->deletion.scores, a->deletion.scores), tolerance);
    EXPECT_LE(relativeError(b->insertion.scores, a->insertion.scores), tolerance);
    const auto lensA = logitLens(*one.network, one.input, {}, {}, nullptr);
    const auto lensB = logitLens(*other.network, other.input, {}, {}, nullptr);
    ASSERT_TRUE(lensA && lensB);
    EXPECT_LE(relativeError(lensB->values, lensA->values), tolerance);
}

class OtherPlaces : public testing::TestWithParam<const char*>
{
protected:
    Net net = goldenNet(GetParam());
};

TEST_P(OtherPlaces, InDoubleEveryMethodAgrees)
{
    const auto twice = copied(net, at::kDouble);
    expectSameMaps(net, twice, 1e-3);
    expectSameMeasures(net, twice, 1e-3);
}

/// Run where there is a CUDA device; skipped elsewhere.
class Gpu : public OtherPlaces
{
protected:
    void SetUp() override
    {
        if (!torch::cuda::is_available())
            GTEST_SKIP() << "there is no CUDA device";
    }
};

TEST_P(Gpu, EveryMethodAgreesWithTheProcessor)
{
    const auto there = copied(net, at::TensorOptions(at::kCUDA).dtype(at::kFloat));
    expectSameMaps(net, there, 5e-3);
    expectSameMeasures(net, there, 5e-3);
}

TEST_P(Gpu, RandomisedWeightsAreThoseOfTheProcessor)
{
    const auto there = copied(net, at::TensorOptions(at::kCUDA).dtype(at::kFloat));
    ExplainRequest request;
    request.method = Method::GradCam;
    const auto a = weightRandomisation(*net.network, net.input, request, 1, {}, nullptr);
    const auto b = weightRandomisation(*there.network, there.input, request, 1, {}, nullptr);
    ASSERT_TRUE(a && b);
    for (std::size_t i = 0; i < a->size(); ++i)
        EXPECT_NEAR((*b)[i].rank, (*a)[i].rank, 0.05) << (*a)[i].from;
}

constexpr const char* kNets[] = {"timm-vit", "deit-distilled-pth", "timm-swin"};
std::string nameOf(const testing::TestParamInfo<const char*>& info)
{
    std::string name = info.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}
INSTANTIATE_TEST_SUITE_P(Goldens, OtherPlaces, testing::ValuesIn(kNets), nameOf);
INSTANTIATE_TEST_SUITE_P(Goldens, Gpu, testing::ValuesIn(kNets), nameOf);

/// One net of every kind there is beside those.
class FamiliesElsewhere : public testing::TestWithParam<const char*>
{
protected:
    Net net = familyNet(GetParam());
};

TEST_P(FamiliesElsewhere, InDoubleEveryMethodAgrees)
{
    expectSameAnswers(net, copied(net, at::kDouble), 5e-3);
}

class GpuFamilies : public FamiliesElsewhere
{
};

TEST_P(GpuFamilies, EveryMethodAgreesWithTheProcessor)
{
    if (!torch::cuda::is_available())
        GTEST_SKIP() << "there is no CUDA device";
    expectSameAnswers(net, copied(net, at::TensorOptions(at::kCUDA).dtype(at::kFloat)), 5e-3);
}

constexpr const char* kFamilies[]
    = {"hf-clip-classification", "timm-siglip", "hf-siglip2-naflex", "timm-dinov3", "timm-beit", "timm-eva02",
        "timm-swinv2", "timm-cait", "timm-vit-qknorm", "dinov2-reg-linear-pth", "timm-resnet-d", "timm-bit"};
INSTANTIATE_TEST_SUITE_P(Kinds, FamiliesElsewhere, testing::ValuesIn(kFamilies), nameOf);
INSTANTIATE_TEST_SUITE_P(Kinds, GpuFamilies, testing::ValuesIn(kFamilies), nameOf);

}
