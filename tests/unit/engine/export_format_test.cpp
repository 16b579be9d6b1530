// tests/unit/engine/export_format_test.cpp: the table of formats, the look and the title of a map.
#include "core/engine/output/export_format.h"
#include "core/engine/output/map_look.h"
#include "core/engine/output/shown_heads.h"
#include "core/engine/output/title.h"
#include "core/explain/methods.h"
#include <gtest/gtest.h>
#include <set>

using namespace patchlight;

namespace
{

Analysis plain()
{
    Analysis analysis;
    analysis.model = std::make_shared<const ModelInfo>();
    return analysis;
}

Explanation of(Method method)
{
    Explanation explanation;
    explanation.request.method = method;
    return explanation;
}

}

TEST(ExportFormats, AreFoundByTheirNamesAndEndings)
{
    std::set<std::string_view> names;
    for (const auto& format : exportFormats()) {
        EXPECT_TRUE(names.insert(format.name).second) << format.name;
        EXPECT_EQ(&exportFormat(format.kind), &format);
        const std::string file = "MAP" + std::string{format.ending};
        if (format.encode) {
            EXPECT_EQ(exportKindOf(file, format.name), format.kind) << format.name;
        }
    }
    EXPECT_EQ(exportKindOf("m.PNG", ""), ExportKind::Overlay);
    EXPECT_EQ(exportKindOf("m.svg", "sheet"), ExportKind::Svg);
    EXPECT_FALSE(exportKindOf("m.jpg", "overlay"));
    EXPECT_EQ(exportStyles(), (std::vector<std::string>{"overlay", "heatmap", "alpha", "sheet", "heads"}));
    EXPECT_EQ(exportKindOf("m.svg", "heads"), ExportKind::Svg) << "whose look shows them";
    EXPECT_EQ(exportEndings(), (std::vector<std::string>{"png", "svg", "npy", "csv", "json"}));
}

/// What a picture of colours lacks, or a file holds of them, is said: bar, title, scale.
TEST(ExportFormats, SayWhatTheyHoldOfColours)
{
    const auto said = [](ExportKind kind) { return exportFormat(kind).saysOfColours; };
    EXPECT_FALSE(said(ExportKind::HeatMap).empty());
    EXPECT_EQ(exportFormat(ExportKind::HeatMap).titleOfColours, "Colours alone");
    for (const auto& format : exportFormats())
        if (format.firstColour) {
            EXPECT_NE(format.saysOfColours.find("first"), std::string_view::npos) << format.name;
        }
    EXPECT_NE(said(ExportKind::Npy).find("red, green and blue"), std::string_view::npos);
}

TEST(ExportFormats, FitWhatTheyCanShow)
{
    EXPECT_FALSE(exportFits(ExportKind::Svg, Method::FeatureColours));
    EXPECT_TRUE(exportFits(ExportKind::Overlay, Method::FeatureColours));
    EXPECT_FALSE(exportFits(ExportKind::Film, Method::Relevancy));
    EXPECT_FALSE(exportFits(ExportKind::Film, Method::CentrePrior)) << "every frame would be the same";
    EXPECT_FALSE(exportFits(ExportKind::Frames, Method::RolloutVitExplain));
    EXPECT_TRUE(exportFits(ExportKind::Film, Method::Rollout));
    EXPECT_TRUE(exportFits(ExportKind::Heads, Method::Attention));
    EXPECT_FALSE(exportFits(ExportKind::Heads, Method::Rollout));
}

TEST(MapLook, OfASignedMapIsTwoSided)
{
    const Grid<float> map({1, 3}, {-1, 0, 4});
    Look look;
    EXPECT_EQ(lookFor(map, false, look).colours, ColourMap::Inferno);
    EXPECT_EQ(lookFor(map, false, look).range, (ValueRange{-1, 4}));
    EXPECT_EQ(lookFor(map, true, look).colours, ColourMap::BlueRed);
    EXPECT_EQ(lookFor(map, true, look).range, (ValueRange{-4, 4}));
    look.range = ValueRange{0, 1};
    EXPECT_EQ(lookFor(map, true, look).range, look.range) << "what was chosen stays";
}

TEST(Title, OfHeadsNamesLayerQueryAndThreshold)
{
    auto explanation = of(Method::Attention);
    explanation.request.layer = LayerIndex{5};
    explanation.request.query.kind = Query::Kind::ClassToken;
    Look look;
    EXPECT_EQ(headsTitle(plain(), explanation, look), "Heads over each other · layer 5 · query cls");
    look.keepMass = 0.6F;
    explanation.request.query = Query::patch({3, 4});
    explanation.request.query.inverse = true;
    EXPECT_EQ(headsTitle(plain(), explanation, look),
        "Heads over each other · layer 5 · who looks at 3,4 · strongest 60 % of each");
}

TEST(MapLook, HeadsAreOfRawAttentionThatIsNoDifference)
{
    Look look;
    auto explanation = of(Method::Attention);
    explanation.request.layer = LayerIndex{5};
    EXPECT_FALSE(showsHeads(explanation, look));
    look.heads = true;
    EXPECT_TRUE(showsHeads(explanation, look));
    explanation.isSigned = true;
    EXPECT_FALSE(showsHeads(explanation, look));
    EXPECT_FALSE(showsHeads(of(Method::Rollout), look));
    EXPECT_FALSE(headsOf(plain(), of(Method::Rollout)));
}

TEST(Title, SaysWhatIsNotTheDefault)
{
    auto analysis = plain();
    auto explanation = of(Method::Rollout);
    EXPECT_EQ(explanationTitle(analysis, explanation), "Rollout");
    explanation.request.query = Query::patch({3, 4});
    EXPECT_EQ(explanationTitle(analysis, explanation), "Rollout · query 3,4");
    explanation.request.query.inverse = true;
    analysis.interventions.hidden = {{1, 1}};
    analysis.interventions.heads = {{LayerIndex{3}, HeadIndex{1}, HeadChange::Uniform}};
    analysis.interventions.blocksOff = {LayerIndex{7}};
    EXPECT_EQ(explanationTitle(analysis, explanation),
        "Rollout · who looks at 3,4 · hidden 1,1 · layer 3, head 1 uniform · without block 7");
    analysis.interventions = {};
    analysis.interventions.hidden.resize(12);
    analysis.interventions.hideWith = HideWith::Drop;
    EXPECT_EQ(interventionsTitle(analysis.interventions), "hidden 12 patches (drop)");
}

TEST(Title, OfAFigureNamesLayersAndModel)
{
    auto analysis = plain();
    auto model = std::make_shared<ModelInfo>();
    model->title = "DeiT-tiny/16";
    analysis.model = model;
    auto explanation = of(Method::Rollout);
    explanation.request.startLayer = LayerIndex{2};
    explanation.request.endLayer = LayerIndex{11};
    EXPECT_EQ(figureTitle(analysis, explanation), "Rollout · layers 2–11 · DeiT-tiny/16");
    explanation.request.endLayer = LayerIndex{2};
    EXPECT_EQ(figureTitle(analysis, explanation), "Rollout · layer 2 · DeiT-tiny/16");
    explanation.request.alpha = 0.8F;
    explanation.request.discard = 0.27F;
    EXPECT_EQ(figureTitle(analysis, explanation), "Rollout · layer 2 · residual 0.8 · discard 27 % · DeiT-tiny/16");
    EXPECT_EQ(explanationTitle(analysis, explanation), "Rollout") << "beside its own parameters, where room is short";
}

TEST(Title, OfAFigureSaysWhatItsColoursLeaveOut)
{
    auto explanation = of(Method::Relevancy);
    explanation.request.query = Query::patch({1, 1});
    explanation.map = Grid<float>({2, 2}, 0.1F);
    EXPECT_EQ(figureTitle(plain(), explanation).find("scale without"), std::string::npos);
    explanation.map.at({1, 1}) = 1;
    EXPECT_TRUE(figureTitle(plain(), explanation).ends_with(" · scale without the patch itself"));
    EXPECT_EQ(figureTitle(plain(), explanation, /*ownRange=*/false).find("scale without"), std::string::npos);
    explanation.map = Grid<float>({2, 2}, 0);
    EXPECT_TRUE(figureTitle(plain(), explanation).ends_with(" · every value is 0"));
}

TEST(Title, OfRawAttentionNamesLayerAndHead)
{
    auto explanation = of(Method::Attention);
    explanation.request.layer = LayerIndex{5};
    explanation.request.query.kind = Query::Kind::ClassToken;
    EXPECT_EQ(explanationTitle(plain(), explanation), "Attention · layer 5 · head mean");
}
