// tests/unit/engine/families_test.cpp: every family computes what its library does, and answers every method or says
// why not.
#include "core/base/npy.h"
#include "core/engine/engine.h"
#include "core/engine/output/trace.h"
#include "core/explain/methods.h"
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
