// tests/unit/engine/engine_test.cpp: the façade on a golden net.
#include "core/base/fact_words.h"
#include "core/base/npy.h"
#include "core/engine/engine.h"
#include "core/engine/output/export.h"
#include "core/engine/output/map_picture.h"
#include "core/engine/output/map_summary.h"
#include "core/engine/output/trace.h"
#include <algorithm>
#include <cmath>
#include <fstream>
#include <gtest/gtest.h>

using namespace patchlight;
namespace fs = std::filesystem;

namespace
{

const std::string kNet = PATCHLIGHT_FIXTURES "/goldens/timm-vit";

ModelSource goldenNet()
{
    ModelSource source;
    source.path = kNet;
    source.device = "cpu";
    return source;
}

class LoadedEngine : public testing::Test
{
protected:
    void SetUp() override
    {
        const auto loaded = m_engine.load(goldenNet(), {});
        ASSERT_TRUE(loaded) << loaded.error().message;
    }
    AnalysisPtr analyse(bool record = true)
    {
        const auto analysis = m_engine.analyse({kNet + "/input.npy", {}, ""}, {.record = record}, {});
        EXPECT_TRUE(analysis) << (analysis ? "" : analysis.error().message);
        return analysis ? *analysis : nullptr;
    }
    Engine m_engine{EngineOptions{1}};
};

}

TEST(Engine, WithoutAModelItSaysSo)
{
    Engine engine;
    EXPECT_EQ(engine.analyse({kNet + "/input.npy", {}, ""}, {}).error().code, ErrorCode::InvalidOption);
    EXPECT_EQ(engine.model(), nullptr);
}

TEST_F(LoadedEngine, TellsThatThePictureIsReadBeforeTheBlocksRun)
{
    std::vector<std::string> stages;
    RunContext run;
    run.report = [&](const Progress& progress) { stages.emplace_back(progress.stage); };
    const auto analysis = m_engine.analyse({PATCHLIGHT_FIXTURES "/goldens/preprocess/rgb.jpg", {}, ""}, run);
    ASSERT_TRUE(analysis) << analysis.error().message;
    ASSERT_GE(stages.size(), 2U);
    EXPECT_EQ(stages.front(), "reading");
    EXPECT_EQ(stages.back(), "block");
}

TEST(Engine, ListsTheCpuFirstAndWhyOthersAreMissing)
{
    const auto devices = Engine::devices();
    ASSERT_GE(devices.size(), 2U);
    EXPECT_EQ(devices[0].name, "cpu");
    EXPECT_TRUE(devices[0].available);
    for (const auto& device : devices)
        EXPECT_EQ(device.available, device.reason.empty()) << device.name;
}

TEST(Engine, EveryPrecisionOfTheCpuLoadsAndNoOther)
{
    const auto possible = Engine::devices()[0].precisions;
    ASSERT_FALSE(possible.empty());
    EXPECT_EQ(possible[0], Precision::Fp32);
    Engine engine{EngineOptions{1}};
    for (const Precision precision : {Precision::Fp32, Precision::Bf16, Precision::Fp16}) {
        auto source = goldenNet();
        source.precision = precision;
        const bool can = std::find(possible.begin(), possible.end(), precision) != possible.end();
        EXPECT_EQ(engine.load(source, {}).has_value(), can) << wordFor(precision);
        source.elseFp32 = true;
        ASSERT_TRUE(engine.load(source, {})) << wordFor(precision);
        EXPECT_EQ(engine.runsOn().precision, wordFor(can ? precision : Precision::Fp32));
    }
}

TEST_F(LoadedEngine, AFailedLoadKeepsTheOldModel)
{
    const auto before = m_engine.model();
    auto source = goldenNet();
    source.path = kNet + "/no-such-file";
    EXPECT_EQ(m_engine.load(source, {}).error().code, ErrorCode::NotFound);
    source = goldenNet();
    source.device = "abacus";
    EXPECT_EQ(m_engine.load(source, {}).error().code, ErrorCode::InvalidOption);
    EXPECT_EQ(m_engine.model(), before);
    EXPECT_NE(analyse(), nullptr);
}

TEST_F(LoadedEngine, AnalysisHoldsPictureInputPredictionsAndRecord)
{
    const auto analysis = analyse();
    ASSERT_NE(analysis, nullptr);
    EXPECT_EQ(analysis->input, *readNpy(kNet + "/input.npy"));
    EXPECT_EQ(analysis->picture.width(), 48);
    EXPECT_EQ(analysis->record.layerCount(), 3);
    EXPECT_EQ(analysis->tokens, analysis->record.layout());
    EXPECT_EQ(static_cast<std::int64_t>(analysis->predictions.size()), analysis->logits.dim(1));
    EXPECT_EQ(analysis->threads, 1);
}

TEST_F(LoadedEngine, WithoutARecordThePredictionIsTheSame)
{
    const auto with = analyse(true), without = analyse(false);
    ASSERT_TRUE(with && without);
    EXPECT_EQ(without->record.layerCount(), 0);
    for (std::size_t i = 0; i < with->logits.values.size(); ++i)
        EXPECT_NEAR(with->logits.values[i], without->logits.values[i], 1e-5F);
}

TEST_F(LoadedEngine, ExplainFillsInDefaults)
{
    const auto analysis = analyse();
    ASSERT_NE(analysis, nullptr);
    const auto raw = m_engine.explain(*analysis, {}, {});
    ASSERT_TRUE(raw) << raw.error().message;
    ASSERT_TRUE(raw->request.layer);
    EXPECT_EQ(raw->request.layer->value, 2) << "the last layer";
    ASSERT_TRUE(raw->shares);
    const auto summary = summarise(raw->map);
    EXPECT_NEAR(summary.sum, raw->shares->patches, 1e-5);
    EXPECT_EQ(raw->map.size(), (GridSize{6, 6}));
}

TEST_F(LoadedEngine, ACancelledRunSaysCancelled)
{
    CancelSource source;
    source.request();
    const auto analysis = m_engine.analyse({kNet + "/input.npy", {}, ""}, {source.token(), {}});
    ASSERT_FALSE(analysis);
    EXPECT_EQ(analysis.error().code, ErrorCode::Cancelled);
}

TEST_F(LoadedEngine, TheTraceStopsWhereItsSinkFails)
{
    const auto analysis = analyse();
    ASSERT_NE(analysis, nullptr);
    int taken = 0;
    const auto traced = trace(*analysis,
        [&](const std::string&, const NdArray&) -> Result<void> {
            return ++taken == 2 ? Result<void>{fail(ErrorCode::WriteFailed, "full")} : Result<void>{};
        },
        {});
    EXPECT_EQ(traced.error().code, ErrorCode::WriteFailed);
    EXPECT_EQ(taken, 2);
}

TEST_F(LoadedEngine, AFailedExportLeavesTheOldFile)
{
    const auto analysis = analyse();
    ASSERT_NE(analysis, nullptr);
    const auto explanation = m_engine.explain(*analysis, {}, {});
    ASSERT_TRUE(explanation);
    ExportRequest numbers;
    numbers.kind = ExportKind::Npy;
    EXPECT_EQ(exportExplanation("/dev/full", *analysis, *explanation, numbers).error().code, ErrorCode::WriteFailed);
    const auto folder = fs::temp_directory_path() / ("patchlight-export-" + std::to_string(::getpid()));
    EXPECT_EQ(exportExplanation(folder / "none/m.npy", *analysis, *explanation, numbers).error().code,
        ErrorCode::WriteFailed);
    EXPECT_FALSE(fs::exists(folder));
}

TEST_F(LoadedEngine, ColoursAreExportedAsColours)
{
    const auto analysis = analyse();
    ASSERT_NE(analysis, nullptr);
    ExplainRequest request;
    request.method = Method::FeatureColours;
    const auto explanation = m_engine.explain(*analysis, request, {});
    ASSERT_TRUE(explanation) << explanation.error().message;
    const auto folder = fs::temp_directory_path() / ("patchlight-colours-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    const auto written = [&](const char* name) {
        ExportRequest wanted;
        wanted.kind = *exportKindOf(name, {});
        return exportExplanation(folder / name, *analysis, *explanation, wanted);
    };
    ASSERT_TRUE(written("map.npy"));
    const auto& grid = explanation->map;
    EXPECT_EQ(readNpy(folder / "map.npy")->shape, (std::vector<std::int64_t>{grid.rows(), grid.columns(), 3}));
    EXPECT_EQ(written("map.svg").error().code, ErrorCode::Unsupported);
    ExportRequest plain;
    plain.kind = ExportKind::HeatMap;
    plain.look.interpolation = Interpolation::Patches;
    const auto alone = exportImage(*analysis, *explanation, plain);
    ASSERT_TRUE(alone);
    EXPECT_NEAR(alone->pixel(0, 0)[2], explanation->colours[2].at({0, 0}) * 255, 1);
    fs::remove_all(folder);
}

TEST_F(LoadedEngine, AnInterventionSaysTheChangeAgainstTheUntouchedRun)
{
    const auto analysis = analyse();
    ASSERT_NE(analysis, nullptr);
    EXPECT_TRUE(probabilityChanges(*analysis, 5).empty());
    Interventions interventions;
    interventions.hidden = {{1, 1}, {1, 2}};
    interventions.heads = {{LayerIndex{1}, HeadIndex{0}, HeadChange::Off}};
    const auto changed = m_engine.intervene(analysis, interventions, {});
    ASSERT_TRUE(changed) << changed.error().message;
    EXPECT_EQ((*changed)->untouched, analysis);
    EXPECT_EQ((*changed)->interventions, interventions);
    const auto changes = probabilityChanges(**changed, 2);
    ASSERT_GE(changes.size(), 2U);
    EXPECT_EQ(changes[0].before, analysis->predictions[0].probability);
    EXPECT_NE(changes[0].before, changes[0].after);
    EXPECT_NE((*changed)->seen, analysis->seen) << "hidden patches are seen to be hidden";

    const auto back = m_engine.intervene(*changed, {}, {});
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, analysis) << "nothing changed is the untouched run itself";
    const auto again = m_engine.intervene(*changed, interventions, {});
    ASSERT_TRUE(again);
    EXPECT_EQ((*again)->untouched, analysis) << "always against the untouched run";
    EXPECT_EQ((*again)->logits, (*changed)->logits);
}

TEST_F(LoadedEngine, HiddenByTheMeanColourIsTheSameAsAPictureThatHasItThere)
{
    const auto analysis = analyse();
    ASSERT_NE(analysis, nullptr);
    Interventions interventions;
    interventions.hidden = {{2, 3}};
    const auto changed = m_engine.intervene(analysis, interventions, {});
    ASSERT_TRUE(changed);
    const auto file = fs::temp_directory_path() / ("patchlight-hidden-" + std::to_string(::getpid()) + ".npy");
    ASSERT_TRUE(writeNpy(file, (*changed)->input));
    const auto same = m_engine.analyse({file, {}, ""}, {});
    fs::remove(file);
    ASSERT_TRUE(same);
    EXPECT_EQ((*same)->logits, (*changed)->logits);
    EXPECT_NE(analysis->logits, (*changed)->logits);
    ExplainRequest request;
    for (const Method method : {Method::Rollout, Method::Relevancy}) {
        request.method = method;
        const auto a = m_engine.explain(**same, request, {}), b = m_engine.explain(**changed, request, {});
        ASSERT_TRUE(a && b);
        EXPECT_EQ(a->map, b->map);
    }
}

TEST_F(LoadedEngine, TellsOfFeaturesAndWeightsBesideMaps)
{
    const auto analysis = analyse();
    const auto colours = m_engine.featureColours(*analysis, {}, {});
    const auto likeness = m_engine.featureSimilarity(*analysis, Query::patch({2, 1}), LayerIndex{0}, {});
    const auto sinks = m_engine.sinkTokens(*analysis, {}, {});
    const auto positions = m_engine.positionSimilarity(*analysis, {});
    const auto filters = m_engine.patchFilters(5, {});
    ASSERT_TRUE(colours && likeness && sinks && positions && filters);
    EXPECT_EQ(colours->colours.shape, (std::vector<std::int64_t>{6, 6, 3}));
    EXPECT_NEAR(likeness->at({2, 1}), 1.0, 1e-5);
    EXPECT_EQ(sinks->prefixNorms.size(), 1U);
    EXPECT_EQ(positions->grid, (GridSize{6, 6}));
    EXPECT_EQ(filters->filters.dim(0), 5);
    EXPECT_EQ(m_engine.featureColours(*analysis, LayerIndex{3}, {}).error().code, ErrorCode::InvalidOption);
}

TEST_F(LoadedEngine, AFigureShowsWhatItsTitleNamesAndAnOverlayTheMapAlone)
{
    const auto analysis = analyse();
    ASSERT_NE(analysis, nullptr);
    Interventions interventions;
    interventions.hidden = {{1, 1}};
    const auto hidden = m_engine.intervene(analysis, interventions, {});
    ASSERT_TRUE(hidden) << hidden.error().message;
    const auto pictures = [&](const Analysis& run, const Query& query) {
        ExplainRequest request;
        request.query = query;
        const auto explanation = m_engine.explain(run, request, {});
        EXPECT_TRUE(explanation) << explanation.error().message;
        ExportRequest figure, overlay;
        figure.kind = ExportKind::Figure;
        return std::pair(
            exportImage(run, *explanation, figure).value(), exportImage(run, *explanation, overlay).value());
    };
    const auto [figure, overlay] = pictures(*analysis, {});
    EXPECT_EQ(figure, overlay);
    const auto [asked, alone] = pictures(*analysis, Query::patch({1, 2}));
    EXPECT_NE(asked, alone);
    const auto [hatched, plain] = pictures(**hidden, {});
    EXPECT_NE(hatched, plain);
}

TEST_F(LoadedEngine, FeaturesFollowAnIntervention)
{
    const auto untouched = analyse();
    Interventions interventions;
    interventions.blocksOff = {LayerIndex{2}};
    const auto changed = m_engine.intervene(untouched, interventions, {});
    ASSERT_TRUE(changed);
    const auto before = m_engine.features(*untouched, LayerIndex{1}, {});
    const auto after = m_engine.features(**changed, LayerIndex{2}, {});
    ASSERT_TRUE(before && after);
    EXPECT_EQ(before->values, after->values) << "a block that is off hands its input on";
}

TEST_F(LoadedEngine, RandomWeightsAreForgottenAfterwards)
{
    const auto analysis = analyse();
    ExplainRequest request;
    request.method = Method::Relevancy;
    const auto before = m_engine.explain(*analysis, request, {});
    const auto steps = m_engine.weightRandomisation(*analysis, request, {});
    const auto after = m_engine.explain(*analysis, request, {});
    ASSERT_TRUE(before && steps && after);
    EXPECT_EQ(steps->size(), 5U);
    EXPECT_EQ(before->map, after->map);
}

TEST(MapSummary, IgnoresAbsentCells)
{
    Grid<float> map({2, 2}, std::vector<float>{std::nanf(""), -1, 3, std::nanf("")});
    const auto summary = summarise(map);
    EXPECT_EQ(summary.absent, 2);
    EXPECT_EQ(summary.minimum, -1);
    EXPECT_EQ(summary.maximum, 3);
    EXPECT_EQ(summary.peak, (Cell{1, 0}));
    EXPECT_DOUBLE_EQ(summary.sum, 2);
}

TEST_F(LoadedEngine, PicturesPredictedTogetherAreAnsweredAsEachAlone)
{
    const auto whole = *readNpy(kNet + "/input.npy");
    NdArray half{{1, 3, whole.dim(2) / 2, whole.dim(3)}, {}};
    half.values.assign(static_cast<std::size_t>(3 * half.dim(2) * half.dim(3)), 0.25F);
    const auto file = fs::temp_directory_path() / "patchlight-together.npy";
    ASSERT_TRUE(writeNpy(file, half));
    const std::vector<PictureSource> pictures{
        {kNet + "/input.npy", {}, ""}, {file, {}, ""}, {kNet + "/missing.npy", {}, ""}, {kNet + "/input.npy", {}, ""}};
    const auto together = m_engine.predict(pictures, {});
    ASSERT_EQ(together.size(), pictures.size());
    EXPECT_FALSE(together[2]);
    for (const std::size_t i : {0U, 1U, 3U}) {
        const auto alone = m_engine.analyse(pictures[i], {.record = false}, {});
        ASSERT_TRUE(alone && together[i]);
        EXPECT_EQ(together[i]->front().index, (*alone)->predictions.front().index);
        EXPECT_NEAR(together[i]->front().logit, (*alone)->predictions.front().logit, 1e-4);
    }
    fs::remove(file);
}
