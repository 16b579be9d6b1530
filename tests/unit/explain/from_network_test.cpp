// tests/unit/explain/from_network_test.cpp: methods that need the network, against references and their own laws.
#include "core/explain/from_network.h"
#include "core/explain/from_record.h"
#include "core/explain/gradients/block_backward.h"
#include "core/explain/tensor_values.h"
#include "core/record/attention_recorder.h"
#include "nets.h"
#include "support.h"
#include <cmath>
#include <functional>
#include <numeric>
#include <torch/cuda.h>
#include <torch/types.h>

using namespace patchlight;
using namespace patchlight::test;

namespace
{

constexpr double kTolerance = 1e-3;

Explanation explained(const Net& net, const ExplainRequest& request)
{
    const auto map = explainFromNetwork(*net.network, net.input, nullptr, request);
    EXPECT_TRUE(map) << map.error().message;
    return map.value_or(Explanation{});
}

void expectMap(const Net& net, const std::filesystem::path& file, const ExplainRequest& request)
{
    const NdArray expected = array(file);
    const Explanation map = explained(net, request);
    EXPECT_EQ(map.map.rows(), expected.dim(0)) << file;
    EXPECT_LE(relativeError(map.map.values(), expected.values), kTolerance) << file;
}

ExplainRequest request(Method method, int target = -1)
{
    ExplainRequest r;
    r.method = method;
    if (target >= 0)
        r.target = ClassIndex{target};
    return r;
}

/// Every reference map of one folder that needs gradients, for a plain ViT.
void expectVitFolder(const Net& net, const std::filesystem::path& folder, int target)
{
    auto start1 = request(Method::Attribution, target);
    start1.startLayer = LayerIndex{1};
    auto published = request(Method::GradientRolloutVitExplain, target);
    published.discard = 0.9F;
    expectMap(net, folder / "gradient-rollout.npy", request(Method::GradientRollout, target));
    expectMap(net, folder / "relevancy.npy", request(Method::Relevancy, target));
    expectMap(net, folder / "grad-cam.npy", request(Method::GradCam, target));
    expectMap(net, folder / "attention-grad-cam.npy", request(Method::AttentionGradCam, target));
    expectMap(net, folder / "attribution.start0.npy", request(Method::Attribution, target));
    expectMap(net, folder / "attribution.start1.npy", start1);
    expectMap(net, folder / "gradient-rollout-vit-explain.discard0.9.npy", published);
    expectMap(net, folder / "attnlrp.npy", request(Method::AttnLrp, target));
}

/// Every reference map that needs only attention, from a recorded run of the network itself.
void expectRecordFolder(const Net& net, const std::filesystem::path& folder, Cell query)
{
    const auto with = [](Method method, HeadFusion fusion, float alpha = 0.5F, float discard = 0) {
        auto r = request(method);
        r.head = fusion;
        r.alpha = alpha;
        r.discard = discard;
        return r;
    };
    const std::vector<std::pair<std::string, HeadFusion>> fusions{
        {"mean", HeadFusion::Mean}, {"max", HeadFusion::Max}, {"min", HeadFusion::Min}};
    for (const auto& [name, fusion] : fusions) {
        expectMap(net, folder / ("rollout." + name + ".npy"), with(Method::Rollout, fusion));
        expectMap(net, folder / ("rollout-vit-explain." + name + ".discard0.9.npy"),
            with(Method::RolloutVitExplain, fusion, 0.5F, 0.9F));
    }
    expectMap(net, folder / "rollout.mean.alpha0.2.npy", with(Method::Rollout, HeadFusion::Mean, 0.2F));
    expectMap(net, folder / "rollout.mean.discard0.9.npy", with(Method::Rollout, HeadFusion::Mean, 0.5F, 0.9F));
    auto patch = request(Method::Rollout);
    patch.query = Query::patch(query);
    const auto name = "rollout.mean.query-" + std::to_string(query.row) + "," + std::to_string(query.column) + ".npy";
    expectMap(net, folder / name, patch);
}

void expectInputGradient(const Net& net, const std::filesystem::path& folder, int target)
{
    const auto asked = request(Method::InputGradient, target);
    const RunContext run;
    const auto gradient = gradientAtInput({*net.network, net.input, asked, nullptr, run}, net.input);
    ASSERT_TRUE(gradient);
    EXPECT_LE(relativeError(toValues(*gradient), array(folder / "input_gradient.npy").values), kTolerance);
}

}

TEST(FromNetwork, AgreesWithTheReferencesOfAPlainVit)
{
    const Net net = goldenNet("timm-vit");
    const auto folder = fixture("explanations/timm-vit");
    expectVitFolder(net, folder, 8);
    expectRecordFolder(net, folder, {3, 2});
    expectMap(net, folder / "attention-flow.npy", request(Method::AttentionFlow));
    expectInputGradient(net, folder, 8);
}

TEST(FromNetwork, AgreesWithTheReferencesOfADistilledNet)
{
    const Net net = goldenNet("deit-distilled-pth");
    const auto folder = fixture("explanations/deit-distilled-pth");
    for (const auto& [name, method] :
        {std::pair{"gradient-rollout", Method::GradientRollout}, {"relevancy", Method::Relevancy},
            {"grad-cam", Method::GradCam}, {"attention-grad-cam", Method::AttentionGradCam},
            {"attnlrp", Method::AttnLrp}, {"attention-flow", Method::AttentionFlow}})
        expectMap(net, folder / (std::string(name) + ".npy"), request(method, 2));
    for (const auto& [name, method] :
        {std::pair{"gradient-rollout", Method::GradientRollout}, {"relevancy", Method::Relevancy}}) {
        auto asked = request(method, 2);
        asked.query.kind = Query::Kind::Distillation;
        expectMap(net, folder / (std::string(name) + ".dist.npy"), asked);
    }
    expectInputGradient(net, folder, 2);
}

/// The same references on a GPU; skipped elsewhere.
TEST(GpuFromNetwork, AgreesWithTheReferences)
{
    if (!torch::cuda::is_available())
        GTEST_SKIP() << "there is no CUDA device";
    const Net here = goldenNet("timm-vit");
    const Net net{*copyOf(*here.network, at::TensorOptions(at::kCUDA).dtype(at::kFloat)), here.input.to(at::kCUDA)};
    const auto folder = fixture("explanations/timm-vit");
    expectVitFolder(net, folder, 8);
    expectRecordFolder(net, folder, {3, 2});
    expectInputGradient(net, folder, 8);
}

TEST(ExternalFromNetwork, AgreesWithTheReferencesOfRealWeights)
{
    const auto shared = std::filesystem::path(PATCHLIGHT_SHARED);
    if (!std::filesystem::exists(shared / "deit-tiny/model.safetensors"))
        GTEST_SKIP() << "no weights beside the checkout";
    for (const auto& [picture, target] : {std::pair{"both", 243}, {"elephant", 340}}) {
        const Net net = openNet(
            shared / "deit-tiny/model.safetensors", shared / "deit-tiny" / (std::string(picture) + ".input.npy"));
        const auto folder = shared / "explanations/deit-tiny" / picture;
        expectVitFolder(net, folder, target);
        expectRecordFolder(net, folder, {7, 4});
        expectInputGradient(net, folder, target);
    }
}

TEST(FromNetwork, TakesTheTopClassWhereNoneIsGiven)
{
    const Explanation map = explained(goldenNet("timm-vit"), request(Method::Relevancy));
    EXPECT_EQ(map.request.target, ClassIndex{8});
    EXPECT_EQ(map.request.startLayer, LayerIndex{0});
    EXPECT_EQ(map.request.query.kind, Query::Kind::ClassToken);
}

TEST(FromNetwork, RefusesClassesThatAreNotThere)
{
    const Net net = goldenNet("timm-vit");
    auto same = request(Method::Relevancy, 3);
    same.contrast = ClassIndex{3};
    for (const auto& wrong : {request(Method::Relevancy, 11), same}) {
        const auto map = explainFromNetwork(*net.network, net.input, nullptr, wrong);
        ASSERT_FALSE(map);
        EXPECT_EQ(map.error().code, ErrorCode::InvalidOption);
    }
    const Net headless = goldenNet("timm-dinov2-reg");
    const auto map = explainFromNetwork(*headless.network, headless.input, nullptr, request(Method::Relevancy, 3));
    ASSERT_FALSE(map);
    EXPECT_EQ(map.error().code, ErrorCode::InvalidOption);
}

namespace
{

at::Tensor embeddingOf(const Net& net, const at::Tensor& input)
{
    const torch::NoGradGuard noGraph;
    return net.network->forward(input, nullptr, {})->embedding[0].to(at::kDouble);
}

ExplainRequest ofEmbedding(Method method, EmbeddingTarget target)
{
    auto asked = request(method);
    asked.embedding = std::move(target);
    return asked;
}

/// The three questions to a network without classes, with what each must be.
struct Question {
    EmbeddingTarget asked;
    std::function<double(const at::Tensor& embedding)> value;
};
std::vector<Question> questions(const at::Tensor& like)
{
    using Kind = EmbeddingTarget::Kind;
    const auto other = like.to(at::kFloat).contiguous();
    std::vector<float> values(other.data_ptr<float>(), other.data_ptr<float>() + other.numel());
    return {{{}, [](const at::Tensor& e) { return e.norm().item<double>(); }},
        {{Kind::Component, 5, {}, {}}, [](const at::Tensor& e) { return e[5].item<double>(); }},
        {{Kind::Similarity, 0, values, "other"}, [like](const at::Tensor& e) {
             return (e.dot(like) / e.norm() / like.norm()).item<double>();
         }}};
}

}

/// The map's sum is the derivative along the picture; occlusion measures.
TEST(Embedding, IsExplainedByItsNormAComponentOrALikeness)
{
    const auto families = fixture("families");
    for (const auto& net : {goldenNet("timm-dinov2-reg"),
             openNet(families / "hf-clip-vision", families / "hf-clip-vision/input.npy")}) {
        const auto like = embeddingOf(net, net.input.flip(3) * 0.5);
        for (const auto& [asked, value] : questions(like)) {
            const double step = 1e-2;
            const double rise = (value(embeddingOf(net, net.input * (1 + step)))
                                    - value(embeddingOf(net, net.input * (1 - step))))
                / (2 * step);
            const auto map = explained(net, ofEmbedding(Method::InputGradient, asked));
            const auto& values = map.map.values();
            const double size = std::accumulate(
                values.begin(), values.end(), 0.0, [](double sum, float v) { return sum + std::abs(v); });
            EXPECT_NEAR(std::accumulate(values.begin(), values.end(), 0.0), rise, 0.02 * size + 1e-4);
            auto lowering = ofEmbedding(Method::InputGradient, asked);
            lowering.lowers = true;
            EXPECT_FLOAT_EQ(explained(net, lowering).map.values()[3], -values[3]);

            const auto drops = explained(net, ofEmbedding(Method::Occlusion, asked)).map;
            auto hidden = net.input.clone();
            const auto side = net.input.size(2) / drops.rows();
            hidden.slice(2, side, 2 * side).slice(3, 0, side).zero_();
            EXPECT_NEAR(drops.at({1, 0}), value(embeddingOf(net, net.input)) - value(embeddingOf(net, hidden)), 1e-4);
        }
    }
}

/// Relevance and gradient must not both turn: their product would hide the sign.
TEST(Attribution, WhatLowersIsNotWhatRaises)
{
    for (const char* name : {"timm-vit", "timm-dinov2-reg"}) {
        const Net net = goldenNet(name);
        auto asked = request(Method::Attribution);
        const auto raises = explained(net, asked).map.values();
        asked.lowers = true;
        EXPECT_GT(relativeError(explained(net, asked).map.values(), raises), 0.1) << name;
    }
}

TEST(Embedding, IsExplainedByEveryMethodThatExplainsAClass)
{
    for (const char* name : {"goldens/timm-dinov2-reg", "families/hf-siglip-vision"}) {
        const auto folder = fixture(name);
        const bool single = std::filesystem::exists(folder / "model.safetensors");
        const Net net = openNet(single ? folder / "model.safetensors" : folder, folder / "input.npy");
        for (const MethodInfo& info : methods()) {
            if (info.needs != Needs::Class)
                continue;
            auto asked = request(info.method);
            asked.steps = 2;
            const auto map = explainFromNetwork(*net.network, net.input, nullptr, asked);
            if (!map) {
                EXPECT_EQ(map.error().code, ErrorCode::Unsupported) << name << ' ' << info.name << map.error().message;
                continue;
            }
            EXPECT_TRUE(map->request.embedding && !map->request.target) << info.name;
            for (const float value : map->map.values())
                ASSERT_TRUE(std::isfinite(value)) << name << ' ' << info.name;
        }
    }
}

TEST(Embedding, QuestionsThatMakeNoSenseAreRefused)
{
    using Kind = EmbeddingTarget::Kind;
    const Net headless = goldenNet("timm-dinov2-reg"), classes = goldenNet("timm-vit");
    const auto width = static_cast<std::size_t>(embeddingOf(headless, headless.input).numel());
    const auto code = [](const Net& net, const EmbeddingTarget& target) {
        const auto map = explainFromNetwork(*net.network, net.input, nullptr, ofEmbedding(Method::GradCam, target));
        return map ? std::optional<ErrorCode>{} : map.error().code;
    };
    EXPECT_EQ(code(headless, {Kind::Component, static_cast<int>(width), {}, {}}), ErrorCode::InvalidOption);
    EXPECT_EQ(code(headless, {Kind::Similarity, 0, {1, 2}, "short"}), ErrorCode::InvalidOption);
    EXPECT_EQ(code(headless, {Kind::Similarity, 0, std::vector<float>(width), "zero"}), ErrorCode::InvalidOption);
    EXPECT_EQ(code(classes, {}), ErrorCode::InvalidOption);
}

TEST(FromNetwork, EveryMethodAnswersForEveryFamilyOrSaysWhyNot)
{
    for (const char* name : {"timm-vit", "timm-vit-gap", "deit-distilled-pth", "timm-swin", "timm-hybrid"}) {
        const Net net = goldenNet(name);
        for (const MethodInfo& info : methods()) {
            auto asked = request(info.method);
            asked.steps = 2;
            const auto map = explainFromNetwork(*net.network, net.input, nullptr, asked);
            if (net.network->config().family == Family::Swin) {
                EXPECT_EQ(map.has_value(), info.onSwin) << info.name << " is not as its table says";
            }
            if (!map) {
                EXPECT_EQ(map.error().code, ErrorCode::Unsupported) << name << ' ' << info.name << map.error().message;
                continue;
            }
            for (const float value : map->map.values())
                ASSERT_TRUE(std::isfinite(value)) << name << ' ' << info.name;
        }
    }
}

TEST(GradientRollout, WithItsPrefixSumsToOne)
{
    for (const char* name : {"timm-vit", "deit-distilled-pth", "timm-swin"}) {
        const Explanation map = explained(goldenNet(name), request(Method::GradientRollout));
        const TokenShares& s = *map.shares;
        EXPECT_NEAR(s.patches + s.classToken + s.distillation + s.registers, 1.0, 1e-5) << name;
    }
}

TEST(Relevancy, ContrastIsAntisymmetricOnlyInItsGradient)
{
    const Net net = goldenNet("timm-vit");
    auto ab = request(Method::InputGradient, 2);
    ab.contrast = ClassIndex{5};
    auto ba = request(Method::InputGradient, 5);
    ba.contrast = ClassIndex{2};
    const auto a = explained(net, ab).map.values();
    auto b = explained(net, ba).map.values();
    for (float& value : b)
        value = -value;
    EXPECT_LE(relativeError(a, b), 1e-4);
    auto contrast = request(Method::Relevancy, 2);
    contrast.contrast = ClassIndex{5};
    EXPECT_GT(relativeError(
                  explained(net, contrast).map.values(), explained(net, request(Method::Relevancy, 2)).map.values()),
        1e-2);
}

TEST(IntegratedGradients, AddUpToTheRiseOfTheLogit)
{
    for (const char* name : {"timm-vit", "timm-swin"}) {
        const Net net = goldenNet(name);
        auto asked = request(Method::IntegratedGradients, 1);
        asked.steps = 128;
        const auto map = explained(net, asked).map.values();
        const double rise = logit(net, net.input, 1) - logit(net, net.input * 0, 1);
        EXPECT_NEAR(std::accumulate(map.begin(), map.end(), 0.0), rise, 0.01 * std::max(1.0, std::abs(rise))) << name;
    }
}

TEST(AttnLrp, AddsUpAlikeAtThePictureAndAtTheTokensOfItsFirstBlock)
{
    // Linear maps keep the sum of input ⊙ gradient but for their biases, so where those are 0 the sums agree.
    for (const char* name : {"timm-vit", "timm-swin", "timm-hybrid"}) {
        const Net net = goldenNet(name);
        const torch::NoGradGuard noGraph;
        for (auto& parameter : net.network->named_parameters())
            if (parameter.key().find("bias") != std::string::npos || parameter.key().find("token") != std::string::npos
                || parameter.key().find("pos_embed") != std::string::npos)
                parameter.value().set_data(at::zeros_like(parameter.value()));
        auto asked = request(Method::AttnLrp, 1);
        const auto sum = [](const Explanation& map) {
            return std::accumulate(map.map.values().begin(), map.map.values().end(), 0.0);
        };
        const double ofPicture = sum(explained(net, asked));
        asked.layer = LayerIndex{0};
        const auto ofTokens = explained(net, asked);
        EXPECT_NEAR(sum(ofTokens), ofPicture, 1e-3 * std::max(1.0, std::abs(ofPicture))) << name;
        EXPECT_TRUE(ofTokens.isSigned);
    }
}

TEST(AttentionFlow, CarriesNoLessThanRolloutAndNoMoreThanLeavesTheQuery)
{
    const Net net = goldenNet("timm-vit");
    const auto flow = explained(net, request(Method::AttentionFlow)).map.values();
    const auto rollout = explained(net, request(Method::Rollout)).map.values();
    for (std::size_t i = 0; i < flow.size(); ++i) {
        EXPECT_GE(flow[i], rollout[i] - 1e-6F);
        EXPECT_LE(flow[i], 1 + 1e-6F);
    }
    auto wrong = request(Method::AttentionFlow);
    wrong.query.cells = {{99, 0}};
    wrong.query.kind = Query::Kind::Patches;
    EXPECT_EQ(explainFromNetwork(*net.network, net.input, nullptr, wrong).error().code, ErrorCode::InvalidOption);
}

TEST(Occlusion, OfAPatchThatIsAlreadyTheMeanColourChangesNothing)
{
    Net net = goldenNet("timm-vit");
    net.input = net.input.clone();
    net.input.slice(2, 8, 16).slice(3, 24, 32).zero_();
    const Explanation map = explained(net, request(Method::Occlusion, 4));
    EXPECT_NEAR(map.map.at({1, 3}), 0.0, 1e-5);
    EXPECT_GT(std::abs(map.map.at({2, 3})), 1e-5);
}

TEST(SmoothGrad, RepeatsWithItsSeed)
{
    const Net net = goldenNet("timm-vit");
    auto asked = request(Method::SmoothGrad, 4);
    asked.steps = 3;
    const auto first = explained(net, asked).map;
    EXPECT_EQ(first, explained(net, asked).map);
    asked.seed = 1;
    EXPECT_NE(first, explained(net, asked).map);
}

TEST(FromNetwork, StopsWhenAsked)
{
    CancelSource source;
    source.request();
    RunContext run;
    run.cancel = source.token();
    const Net net = goldenNet("timm-vit");
    for (const Method method : {Method::Relevancy, Method::Occlusion, Method::IntegratedGradients, Method::GradCam})
        EXPECT_EQ(explainFromNetwork(*net.network, net.input, nullptr, request(method, 1), run).error().code,
            ErrorCode::Cancelled);
}

namespace
{

/// A record of a run of the network itself, on a picture of this size with the golden input's values repeated.
AttentionRecord recorded(const Net& net, GridSize size)
{
    const torch::NoGradGuard noGraph;
    const auto input = net.input.repeat({1, 1, 3, 3}).slice(2, 0, size.rows).slice(3, 0, size.columns).contiguous();
    AttentionRecorder recorder(net.network->tokenLayout(size), net.network->attentionLayout(size));
    const auto output = net.network->forward(input, &recorder, {});
    EXPECT_TRUE(output) << output.error().message;
    return recorder.take();
}

/// Largest distance from 1 of the sum of a row of any head.
double worstRowSum(const AttentionRecord& record)
{
    double worst = 0;
    for (int l = 0; l < record.layerCount(); ++l) {
        const auto& layer = record.layer(LayerIndex{l});
        const int windows = layer.windows ? layer.windows->windows().count() : 1;
        for (int h = 0; h < layer.heads; ++h)
            for (int w = 0; w < windows; ++w) {
                const auto matrix = layer.windows ? record.windowMatrix(LayerIndex{l}, HeadIndex{h}, w)
                                                  : record.matrix(LayerIndex{l}, HeadIndex{h});
                for (int row = 0; row < layer.tokens; ++row) {
                    const auto first = matrix.begin() + static_cast<std::ptrdiff_t>(row) * layer.tokens;
                    worst = std::max(worst, std::abs(std::accumulate(first, first + layer.tokens, 0.0) - 1));
                }
            }
    }
    return worst;
}

}

TEST(Invariant, RowsOfAttentionSumToOneInEveryFamilyAndShape)
{
    const std::vector<std::pair<std::string, GridSize>> nets{{"timm-vit", {48, 48}}, {"timm-vit", {64, 40}},
        {"deit-distilled-pth", {32, 32}}, {"timm-dinov2-reg", {56, 42}}, {"timm-hybrid", {64, 96}},
        {"timm-swin", {64, 64}}, {"timm-swin", {96, 56}}};
    for (const auto& [name, size] : nets)
        EXPECT_LE(worstRowSum(recorded(goldenNet(name), size)), 1e-5) << name;
}

TEST(Invariant, RolloutOfAnyNetworkKeepsItsMass)
{
    for (const auto& [name, size] :
        {std::pair{"timm-vit", GridSize{64, 40}}, {"deit-distilled-pth", {32, 48}}, {"timm-dinov2-reg", {56, 42}}}) {
        const AttentionRecord record = recorded(goldenNet(name), size);
        for (const float alpha : {0.0F, 0.2F, 0.5F}) {
            ExplainRequest asked = request(Method::Rollout);
            asked.alpha = alpha;
            const auto map = explainFromRecord(record, asked);
            ASSERT_TRUE(map) << map.error().message;
            const TokenShares& s = *map->shares;
            EXPECT_NEAR(s.patches + s.classToken + s.distillation + s.registers, 1.0, 1e-5) << name << " " << alpha;
        }
    }
}

TEST(Invariant, SwinsRolloutSumsToOneAtEveryLevelOfARectangularGrid)
{
    for (const GridSize size : {GridSize{64, 64}, GridSize{96, 56}, GridSize{40, 72}}) {
        const AttentionRecord record = recorded(goldenNet("timm-swin"), size);
        for (int start = 0; start < record.layerCount(); ++start) {
            ExplainRequest asked = request(Method::Rollout);
            asked.startLayer = LayerIndex{start};
            const auto map = explainFromRecord(record, asked);
            ASSERT_TRUE(map) << map.error().message;
            EXPECT_EQ(map->map.size(), record.layer(LayerIndex{start}).grid);
            const auto& values = map->map.values();
            EXPECT_NEAR(std::accumulate(values.begin(), values.end(), 0.0), 1.0, 1e-5)
                << size.rows << " × " << size.columns << " from layer " << start;
        }
    }
}

TEST(Invariant, WhatSwinsOutputCellsAddIsTheLogitLessItsBias)
{
    const Net net = goldenNet("timm-swin");
    const auto asked = request(Method::Relevancy, 2);
    const RunContext run;
    auto pass = BlockBackward::forward({*net.network, net.input, asked, nullptr, run}, net.input);
    ASSERT_TRUE(pass);
    pass->start(asked);
    const auto bias = net.network->named_parameters()["head.fc.bias"][2].item<double>();
    EXPECT_NEAR(pass->outputShares().sum().item<double>(), logit(net, net.input, 2) - bias, 1e-4);
}

TEST(Invariant, IntegratedGradientsAreCompleteInEveryFamily)
{
    for (const char* name : {"timm-vit", "timm-swin", "deit-distilled-pth"}) {
        const Net net = goldenNet(name);
        auto asked = request(Method::IntegratedGradients, 1);
        asked.steps = 200;
        const auto map = explained(net, asked);
        const double sum = std::accumulate(map.map.values().begin(), map.map.values().end(), 0.0);
        const double rise = logit(net, net.input, 1) - logit(net, at::zeros_like(net.input), 1);
        EXPECT_NEAR(sum, rise, 0.01 * std::max(1.0, std::abs(rise))) << name;
    }
}
