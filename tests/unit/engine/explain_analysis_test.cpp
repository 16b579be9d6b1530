// tests/unit/engine/explain_analysis_test.cpp: one answer to a question about an analysis, whoever asks; sheet and film
// of it.
#include "core/engine/engine.h"
#include "core/engine/explain_analysis.h"
#include "core/engine/output/contact_sheet.h"
#include "core/engine/output/film.h"
#include "core/explain/methods.h"
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <unistd.h>

using namespace patchlight;
namespace fs = std::filesystem;

namespace
{

const std::string kNets = PATCHLIGHT_FIXTURES "/goldens/";

class Answers : public testing::Test
{
protected:
    void TearDown() override { fs::remove_all(m_folder); }

    AnalysisPtr analysed(const std::string& net, const Interventions& changes = {})
    {
        ModelSource source;
        source.path = kNets + net;
        source.device = "cpu";
        EXPECT_TRUE(m_engine.load(source, {}));
        auto analysis = m_engine.analyse({kNets + net + "/input.npy", {}, ""}, {});
        EXPECT_TRUE(analysis);
        if (!changes.empty())
            analysis = m_engine.intervene(*analysis, changes, {});
        EXPECT_TRUE(analysis) << analysis.error().message;
        return *analysis;
    }

    /// The pictures of a film, one a layer.
    int frames(const Analysis& analysis, const ExplainRequest& question)
    {
        fs::remove_all(m_folder);
        const auto written = exportFilm(m_folder, analysis, question, {}, {});
        EXPECT_TRUE(written) << written.error().message;
        return static_cast<int>(std::distance(fs::directory_iterator(m_folder), {}));
    }

    Engine m_engine{EngineOptions{1}};
    const fs::path m_folder = fs::temp_directory_path() / ("patchlight-answers-" + std::to_string(::getpid()));
};

int absent(const Grid<float>& map)
{
    return static_cast<int>(
        std::count_if(map.values().begin(), map.values().end(), [](float v) { return std::isnan(v); }));
}

Interventions dropped(Cell cell)
{
    Interventions changes;
    changes.hidden = {cell};
    changes.hideWith = HideWith::Drop;
    return changes;
}

Interventions withoutBlock(int layer)
{
    Interventions changes;
    changes.blocksOff = {LayerIndex{layer}};
    return changes;
}

}

TEST_F(Answers, OfTheRecordAreTheEngines)
{
    const auto analysis = analysed("timm-vit", dropped({1, 1}));
    for (const MethodInfo& method : methods()) {
        if (method.network)
            continue;
        ExplainRequest request;
        request.method = method.method;
        const auto here = explainFromAnalysis(*analysis, request);
        const auto there = m_engine.explain(*analysis, request, {});
        ASSERT_EQ(here.has_value(), there.has_value()) << method.name;
        if (!here)
            continue;
        EXPECT_EQ(absent(here->map), 1) << method.name;
        EXPECT_TRUE(std::isnan(here->map.at({1, 1}))) << method.name << ": a patch that was not there has no value";
        EXPECT_EQ(absent(there->map), 1) << method.name;
    }
}

TEST_F(Answers, NameADroppedPatchThatIsAsked)
{
    const auto analysis = analysed("timm-vit", dropped({1, 1}));
    ExplainRequest request;
    request.query = Query::patch({1, 1});
    EXPECT_EQ(explainFromAnalysis(*analysis, request).error().code, ErrorCode::InvalidOption);
    EXPECT_EQ(headMapsOf(*analysis, request.query).error().code, ErrorCode::InvalidOption);
    request.query = Query::patch({0, 1});
    EXPECT_TRUE(explainFromAnalysis(*analysis, request));
    const auto heads = headMapsOf(*analysis, request.query);
    ASSERT_TRUE(heads);
    EXPECT_TRUE(std::isnan(heads->front().heads.front().at({1, 1})));
    EXPECT_TRUE(std::isnan(heads->front().fused.at({1, 1})));
}

TEST_F(Answers, ThatNeedTheNetworkSaySoWithoutIt)
{
    ExplainRequest request;
    request.method = Method::Relevancy;
    EXPECT_EQ(explainFromAnalysis(*analysed("timm-vit"), request).error().code, ErrorCode::Unsupported);
}

TEST_F(Answers, OfSwinAskTheSamePatchInSheetFilmAndMap)
{
    const auto analysis = analysed("timm-swin");
    ExplainRequest request;
    request.query = Query::patch({15, 9});
    const auto sheet = contactSheet(*analysis, request.query);
    ASSERT_TRUE(sheet) << sheet.error().message;
    for (int layer = 0; layer < analysis->record.layerCount(); ++layer) {
        request.layer = LayerIndex{layer};
        request.head = HeadIndex{1};
        const auto map = explainFromAnalysis(*analysis, request);
        ASSERT_TRUE(map) << map.error().message;
        const auto& tile = sheet->maps[static_cast<std::size_t>(layer)][1];
        ASSERT_EQ(tile.size(), map->map.size());
        for (std::size_t i = 0; i < tile.values().size(); ++i)
            EXPECT_TRUE(tile.values()[i] == map->map.values()[i] || std::isnan(tile.values()[i]));
    }
    EXPECT_EQ(frames(*analysis, request), analysis->record.layerCount());
    request.method = Method::Rollout;
    EXPECT_EQ(frames(*analysis, request), analysis->record.layerCount());
}

TEST_F(Answers, OnASheetSayWhatItsRowsAndColumnsAre)
{
    const auto analysis = analysed("timm-vit");
    const auto sheet = contactSheet(*analysis, {});
    ASSERT_TRUE(sheet) << sheet.error().message;
    EXPECT_EQ(sheet->rowsTitle, "layer");
    EXPECT_EQ(sheet->columnTitles.front(), "head 0");
    EXPECT_EQ(sheet->columnTitles.back(), "mean");
    EXPECT_EQ(contactSheet(*analysis, {}, {"l", "h", "m"})->columnTitles.back(), "m");
}

TEST_F(Answers, LeaveABlockOutThatIsOff)
{
    const auto analysis = analysed("timm-vit", withoutBlock(1));
    const auto sheet = contactSheet(*analysis, {});
    ASSERT_TRUE(sheet) << sheet.error().message;
    EXPECT_FALSE(sheet->maps[0][0].empty());
    for (const auto& tile : sheet->maps[1])
        EXPECT_TRUE(tile.empty());
    EXPECT_EQ(frames(*analysis, {}), analysis->record.layerCount()) << "the block's frame shows the picture alone";
}
