// tests/unit/engine/families_test.cpp: every family computes what its library does, and answers every method or says
// why not.
#include "core/base/npy.h"
#include "core/engine/engine.h"
#include "core/engine/model/describe_model.h"
#include "core/engine/output/title.h"
#include "core/engine/output/trace.h"
#include "core/explain/methods.h"
#include "core/explain/query_cells.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace patchlight;
namespace fs = std::filesystem;

namespace
{

const fs::path kFamilies = fs::path(PATCHLIGHT_FIXTURES) / "families";
const fs::path kExplanations = fs::path(PATCHLIGHT_FIXTURES) / "explanations";

std::vector<std::string> folders()
{
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(kFamilies))
        if (entry.is_directory())
            names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

nlohmann::json metaOf(const std::string& folder)
{
    std::ifstream file(kFamilies / folder / "meta.json");
    return nlohmann::json::parse(file);
}

ModelSource sourceOf(const std::string& folder)
{
    const auto meta = metaOf(folder);
    ModelSource source;
    const bool alone = fs::exists(kFamilies / folder / "model.pth");
    source.path = alone ? kFamilies / folder / "model.pth" : kFamilies / folder;
    source.device = "cpu";
    if (meta.value("heads_not_in_file", false))
        source.overrides.heads = meta["heads"].get<int>();
    return source;
}

AnalysisPtr analysed(Engine& engine, const std::string& folder)
{
    const auto loaded = engine.load(sourceOf(folder), {});
    EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().message);
    if (!loaded)
        return nullptr;
    const auto analysis = engine.analyse({kFamilies / folder / "input.npy", {}, ""}, {});
    EXPECT_TRUE(analysis) << (analysis ? "" : analysis.error().message);
    return analysis ? *analysis : nullptr;
}

NdArray expected(const std::string& folder, const std::string& name)
{
    auto array = readNpy(kFamilies / folder / (name + ".npy"));
    EXPECT_TRUE(array) << name;
    return array ? *array : NdArray{};
}

void expectClose(const NdArray& ours, const NdArray& theirs, float tolerance, const std::string& what)
{
    ASSERT_EQ(ours.values.size(), theirs.values.size()) << what;
    float worst = 0;
    for (std::size_t i = 0; i < ours.values.size(); ++i)
        worst = std::max(worst,
            std::abs(ours.values[i] - theirs.values[i]) / std::max(1.0F, std::abs(theirs.values[i])));
    EXPECT_LE(worst, tolerance) << what;
}

/// A hidden patch, a head that is off, a block that is left out.
std::vector<Interventions> interventions()
{
    std::vector<Interventions> all(5);
    all[1].hidden = {{0, 1}};
    all[2].hidden = {{1, 1}};
    all[2].hideWith = HideWith::Drop;
    all[3].heads = {{LayerIndex{0}, HeadIndex{1}, HeadChange::Off}, {LayerIndex{0}, HeadIndex{0}, HeadChange::Mean}};
    all[4].blocksOff = {LayerIndex{1}};
    return all;
}

class Families : public testing::TestWithParam<std::string>
{
protected:
    Engine m_engine{EngineOptions{1}};
};

std::string nameOf(const testing::TestParamInfo<std::string>& info)
{
    auto name = info.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

}

TEST_P(Families, ComputeWhatTheirLibrariesDo)
{
    const auto analysis = analysed(m_engine, GetParam());
    ASSERT_TRUE(analysis);
    const float ofAttention = std::max(1e-5F, 2 * metaOf(GetParam()).value("attention_rounding", 0.0F));
    int compared = 0;
    const TraceSink compare = [&](const std::string& name, const NdArray& array) -> Result<void> {
        if (name != "input" && fs::exists(kFamilies / GetParam() / (name + ".npy"))) {
            expectClose(array, expected(GetParam(), name), name.starts_with("attention") ? ofAttention : 2e-4F, name);
            ++compared;
        }
        return {};
    };
    ASSERT_TRUE(trace(*analysis, compare, {}));
    int wanted = 0;
    for (const auto& entry : fs::directory_iterator(kFamilies / GetParam())) {
        const auto name = entry.path().stem().string();
        if (entry.path().extension() == ".npy" && name != "input" && name != "grad-cam")
            ++wanted;
    }
    EXPECT_EQ(compared, wanted) << "every array of the folder is compared";
}

TEST_P(Families, GradCamOfConvolutionsIsTheirLibrarys)
{
    if (!fs::exists(kFamilies / GetParam() / "grad-cam.npy"))
        return;
    const auto analysis = analysed(m_engine, GetParam());
    ASSERT_TRUE(analysis);
    ExplainRequest request;
    request.method = Method::GradCam;
    request.target = ClassIndex{metaOf(GetParam())["target"].get<int>()};
    const auto map = m_engine.explain(*analysis, request, {});
    ASSERT_TRUE(map) << map.error().message;
    const auto theirs = expected(GetParam(), "grad-cam");
    ASSERT_EQ(theirs.values.size(), map->map.values().size());
    double apart = 0, size = 0;
    for (std::size_t i = 0; i < theirs.values.size(); ++i) {
        apart += std::pow(theirs.values[i] - map->map.values()[i], 2);
        size += std::pow(theirs.values[i], 2);
    }
    EXPECT_LE(std::sqrt(apart), 1e-3 * std::sqrt(size));
}

TEST_P(Families, AnswerEveryMethodOrSayWhyNot)
{
    const auto untouched = analysed(m_engine, GetParam());
    ASSERT_TRUE(untouched);
    for (const auto& changes : interventions()) {
        const auto analysis = m_engine.intervene(untouched, changes, {});
        if (!analysis) {
            EXPECT_TRUE(analysis.error().message.ends_with('.') || analysis.error().message.size() > 20)
                << analysis.error().message;
            continue;
        }
        for (const auto& method : methods()) {
            ExplainRequest request;
            request.method = method.method;
            request.steps = 2;
            const auto map = m_engine.explain(**analysis, request, {});
            if (!map) {
                EXPECT_GT(map.error().message.size(), 20U) << method.name;
                continue;
            }
            const auto& values = map->map.values();
            ASSERT_FALSE(values.empty()) << method.name;
            const auto isThere = [](float v) { return std::isfinite(v) && v != 0; };
            // What is cut off at zero may be zero everywhere: that is an answer.
            constexpr std::array kCut{Method::GradCam, Method::GradCamPlusPlus, Method::LayerCam,
                Method::AttentionGradCam, Method::GradientRolloutVitExplain};
            const bool cut = std::find(kCut.begin(), kCut.end(), method.method) != kCut.end();
            EXPECT_TRUE(cut || std::any_of(values.begin(), values.end(), isThere)) << method.name << " says nothing";
        }
    }
}

/// A token that the head never reads has no part in a class: that is said, not drawn as zeros.
TEST_P(Families, AnswerEveryQueryOrSayWhyNot)
{
    const auto analysis = analysed(m_engine, GetParam());
    ASSERT_TRUE(analysis);
    using Kind = Query::Kind;
    const Query queries[]{{Kind::ClassToken, 0, {}, false}, {Kind::Distillation, 0, {}, false},
        {Kind::Register, 0, {}, false}, Query::patch({1, 0}), {Kind::Patches, 0, {{1, 0}}, true}};
    for (const auto& method : methods())
        for (const auto& query : queries) {
            ExplainRequest request;
            request.method = method.method;
            request.query = query;
            request.steps = 2;
            if (!method.reads.has(Parameter::Query))
                continue;
            const auto map = m_engine.explain(*analysis, request, {});
            if (!map) {
                EXPECT_GT(map.error().message.size(), 20U) << method.name;
                continue;
            }
            const auto& values = map->map.values();
            const auto isThere = [](float v) { return std::isfinite(v) && v != 0; };
            const bool cut = method.method == Method::AttentionGradCam; // at zero: some heads speak for it, none for it
            EXPECT_TRUE(cut || std::any_of(values.begin(), values.end(), isThere))
                << method.name << " says nothing of query " << static_cast<int>(query.kind);
        }
}

TEST_P(Families, TellTheirTokensInOnePlace)
{
    const auto analysis = analysed(m_engine, GetParam());
    ASSERT_TRUE(analysis);
    EXPECT_EQ(analysis->tokens, analysis->record.layout());
}

TEST(FamiliesExplained, AgreeWithTheReferencesInDoublePrecision)
{
    Engine engine{EngineOptions{1}};
    int compared = 0;
    const auto agrees = [&](const Analysis& analysis, const ExplainRequest& request, const std::string& file,
                            std::size_t first) {
        const auto theirs = readNpy(kExplanations / (file + ".npy"));
        const auto ours = engine.explain(analysis, request, {});
        ASSERT_TRUE(theirs && ours) << file << (ours ? "" : ours.error().message);
        const auto& map = ours->map.values();
        double apart = 0, size = 0;
        for (std::size_t i = 0; i < map.size(); ++i) {
            const double expected = theirs->values[first + i];
            ASSERT_EQ(std::isnan(expected), std::isnan(map[i])) << file;
            apart += std::isnan(expected) ? 0 : std::pow(expected - static_cast<double>(map[i]), 2);
            size += std::isnan(expected) ? 0 : expected * expected;
        }
        EXPECT_LE(std::sqrt(apart), 1e-3 * std::sqrt(size)) << file;
        ++compared;
    };
    const auto dino = analysed(engine, "timm-dinov3");
    ASSERT_TRUE(dino);
    ExplainRequest request;
    request.method = Method::Rollout;
    agrees(*dino, request, "timm-dinov3/rollout.mean", 0);
    request.method = Method::Relevancy;
    request.target = ClassIndex{2};
    agrees(*dino, request, "timm-dinov3/relevancy", 0);

    const auto swin = analysed(engine, "timm-swinv2");
    ASSERT_TRUE(swin);
    request = {};
    request.method = Method::Rollout;
    agrees(*swin, request, "timm-swinv2/rollout.mean", 0);
    request.method = Method::Attention;
    const std::vector<Cell> asked[]{{{0, 0}, {15, 1}}, {{0, 0}, {7, 1}}}; // of the stage's own grid
    for (int block = 0; block < 4; ++block)
        for (const Cell cell : asked[block / 2])
            for (int head = 0; head < swin->record.headCount(LayerIndex{block}); ++head) {
                const GridSize grid = swin->record.layer(LayerIndex{block}).grid;
                request.layer = LayerIndex{block};
                request.head = HeadIndex{head};
                request.query = Query::patch(cellInside(cell, grid, swin->tokens.grid));
                agrees(*swin, request,
                    "timm-swinv2/query.block" + std::to_string(block) + "." + std::to_string(cell.row) + ","
                        + std::to_string(cell.column),
                    static_cast<std::size_t>(head * grid.count()));
            }
    EXPECT_EQ(compared, 3 + 2 * (2 + 2 + 4 + 4));
}

TEST(FamiliesWithAnIdleClassToken, AskAllPatchesUnlessSomebodyAsksTheToken)
{
    Engine engine{EngineOptions{1}};
    const auto analysis = analysed(engine, "timm-beit");
    ASSERT_TRUE(analysis);
    EXPECT_TRUE(analysis->tokens.classToken);
    EXPECT_FALSE(analysis->tokens.asksClassToken());
    ExplainRequest request;
    request.method = Method::Relevancy;
    const auto usual = engine.explain(*analysis, request, {});
    ASSERT_TRUE(usual);
    EXPECT_EQ(usual->request.query.kind, Query::Kind::Default);
    EXPECT_EQ(explanationTitle(*analysis, *usual).find("query"), std::string::npos);
    request.method = Method::Attention;
    request.query = {Query::Kind::ClassToken, 0, {}, false};
    const auto asked = engine.explain(*analysis, request, {});
    ASSERT_TRUE(asked);
    EXPECT_NE(explanationTitle(*analysis, *asked).find("query cls"), std::string::npos)
        << explanationTitle(*analysis, *asked);
    request.method = Method::AttentionGradCam; // at the last layer, where nothing that it attends to is read
    const auto unread = engine.explain(*analysis, request, {});
    ASSERT_FALSE(unread);
    EXPECT_NE(unread.error().message.find("does not read it"), std::string::npos) << unread.error().message;
}

TEST(FamiliesWithCosineAttention, TellTheirTemperatures)
{
    Engine engine{EngineOptions{1}};
    const auto analysis = analysed(engine, "timm-swinv2");
    ASSERT_TRUE(analysis);
    const auto& all = analysis->model->temperatures;
    ASSERT_EQ(all.size(), 4U);
    EXPECT_EQ(all[0].size(), 2U);
    EXPECT_EQ(all[3].size(), 4U);
    float most = 0;
    for (const auto& block : all)
        for (const float value : block) {
            EXPECT_GT(value, 0);
            most = std::max(most, value);
        }
    EXPECT_FLOAT_EQ(most, 100) << "some of this net's are clamped";
    const auto facts = describeModel(*analysis->model);
    EXPECT_EQ(facts["temperatures"].size(), 4U);
    EXPECT_FALSE(describeModel(*analysed(engine, "timm-beit")->model).contains("temperatures"));
}

INSTANTIATE_TEST_SUITE_P(All, Families, testing::ValuesIn(folders()), nameOf);

TEST(FamiliesWithoutAttention, SaySoInOneSentence)
{
    Engine engine{EngineOptions{1}};
    const auto analysis = analysed(engine, "timm-resnet-d");
    ASSERT_TRUE(analysis);
    for (const Method method : {Method::Attention, Method::Rollout, Method::Relevancy, Method::Attribution}) {
        ExplainRequest request;
        request.method = method;
        const auto map = engine.explain(*analysis, request, {});
        ASSERT_FALSE(map);
        EXPECT_NE(map.error().message.find("no"), std::string::npos);
        EXPECT_NE(map.error().message.find("Grad-CAM"), std::string::npos) << map.error().message;
    }
    Interventions changes;
    changes.heads = {{LayerIndex{0}, HeadIndex{0}, HeadChange::Off}};
    EXPECT_FALSE(engine.intervene(analysis, changes, {}));
}

TEST(FamiliesThatPool, ShowWhereTheProbeLooks)
{
    Engine engine{EngineOptions{1}};
    const auto analysis = analysed(engine, "timm-siglip");
    ASSERT_TRUE(analysis);
    ExplainRequest request;
    request.method = Method::PoolingAttention;
    const auto map = engine.explain(*analysis, request, {});
    ASSERT_TRUE(map) << map.error().message;
    const auto theirs = expected("timm-siglip", "attention_pool");
    const auto cells = map->map.values().size();
    float sum = 0;
    for (std::size_t i = 0; i < cells; ++i) {
        float mean = 0;
        for (std::size_t h = 0; h < theirs.values.size() / cells; ++h)
            mean += theirs.values[h * cells + i] / static_cast<float>(theirs.values.size() / cells);
        EXPECT_NEAR(map->map.values()[i], mean, 1e-5F);
        sum += map->map.values()[i];
    }
    EXPECT_NEAR(sum, 1, 1e-5F);
}
