// tests/window/features_test.cpp: what patches and weights are like: features as maps, filters and bias as sheets.
#include "tests/window/support/window_fixture.h"
#include "ui/adapter/export_files.h"
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/heads/heads_grid.h"
#include "ui/view/widgets/charts/colour_bar.h"
#include "ui/view/widgets/charts/tile_sheet.h"
#include "ui/view/widgets/collapsible_section.h"
#include "ui/view/widgets/controls/option_list.h"
#include <QSignalSpy>

namespace patchlight
{

using namespace Qt::StringLiterals;

class FeaturesTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void featuresHaveAListOfTheirOwn()
    {
        auto* list = child<OptionList>("featureList");
        QCOMPARE(list->count(), 4);
        list->setCurrentRow(0);
        QCOMPARE(m_session->selection().map().method, Method::FeatureSimilarity);
        QTRY_COMPARE(m_session->shown()->request().method, Method::FeatureSimilarity);
        QVERIFY(list->isVisible());
        QCOMPARE(child<OptionList>("methodList")->currentRow(), -1);
    }
    void similarityFollowsTheQueryAndTheLayer()
    {
        choose(Method::FeatureSimilarity);
        m_session->selection().setCurrentLayer(LayerIndex{1});
        Q_EMIT canvas()->patchClicked({2, 1});
        QTRY_COMPARE(m_session->shown()->request().query, Query::patch({1, 2}));
        QCOMPARE(m_session->shown()->request().layer, LayerIndex{1});
    }
    void coloursHaveNoScale()
    {
        QTRY_VERIFY(canvas()->colourBar()->isVisible());
        choose(Method::FeatureColours);
        QTRY_VERIFY(!canvas()->colourBar()->isVisible());
        QVERIFY(!exportFits(ExportKind::Svg, Method::FeatureColours));
        QVERIFY(exportFits(ExportKind::Overlay, Method::FeatureColours));
        choose(Method::Attention);
        QTRY_VERIFY(canvas()->colourBar()->isVisible());
    }
    void sinksAreRinged()
    {
        choose(Method::FeatureNorm);
        QTRY_COMPARE(canvas()->marks(), QVector<QPoint>{QPoint(2, 1)});
        choose(Method::Attention);
        QTRY_VERIFY(canvas()->marks().isEmpty());
    }
    void filtersAreAskedWhenSomebodyLooksAndOnce()
    {
        letOthersBeAnswered();
        QCOMPARE(m_control->filters.load(), 0);
        section("filterSection")->setExpanded(true);
        auto* sheet = child<TileSheet>("patchFilters");
        QTRY_COMPARE(sheet->count(), 1);
        QVERIFY(sheet->spokenValue().contains(u"100.0 %"_s));
        section("filterSection")->setExpanded(false);
        section("filterSection")->setExpanded(true);
        letOthersBeAnswered();
        QCOMPARE(m_control->filters.load(), 1);
        m_session->openModel(u"/models/other.safetensors"_s);
        QTRY_COMPARE(m_control->filters.load(), 2);
    }
    void aModelWithoutFiltersSaysWhy()
    {
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_control->failWith({ErrorCode::Unsupported, "patches are not of pixels"});
        section("filterSection")->setExpanded(true);
        QTRY_COMPARE(m_session->filters().why(), u"Patches are not of pixels."_s);
        QCOMPARE(failed.count(), 0); // the section tells it
    }
    void theBiasByPositionIsSwinsAlone() { QVERIFY(!section("biasSection")->isVisible()); }
    void onSwinAClickOnABiasChoosesItsHead()
    {
        start(coreEngine(1));
        m_session->openModel(QStringLiteral(PATCHLIGHT_FIXTURES "/goldens/timm-swin"));
        openPicture(QStringLiteral(PATCHLIGHT_FIXTURES "/goldens/timm-swin/input.npy"));
        QVERIFY(section("biasSection")->isVisible());
        section("biasSection")->setExpanded(true);
        auto* sheet = child<TileSheet>("positionBias");
        m_session->selection().setCurrentLayer(LayerIndex{1});
        const int heads = m_session->selection().shape().heads.at(1);
        QCOMPARE(sheet->count(), heads);
        QVERIFY(sheet->height() >= sheet->tileRect(heads - 1).bottom());
        QTest::mouseClick(sheet, Qt::LeftButton, {}, sheet->tileRect(heads - 1).center().toPoint());
        QCOMPARE(std::get<HeadIndex>(m_session->selection().map().head).value, heads - 1);
        QCOMPARE(sheet->current(), heads - 1);
        QCOMPARE(sheet->spokenValue(), u"head %1"_s.arg(heads - 1));
        QTest::keyClick(sheet, Qt::Key_Left);
        QCOMPARE(sheet->current(), std::max(0, heads - 2));
    }
    void whereANetworkHasNoHeadsTheirGridSaysSo()
    {
        start(coreEngine(1));
        m_session->openModel(QStringLiteral(PATCHLIGHT_FIXTURES "/families/hf-resnet-basic"));
        openPicture(QStringLiteral(PATCHLIGHT_FIXTURES "/families/hf-resnet-basic/input.npy"));
        auto* grid = child<HeadsGrid>("headsGrid");
        QCOMPARE(grid->shape().layers(), 0);
        QVERIFY(grid->isVisible());
        QVERIFY(grid->accessibleDescription().contains(u"no attention"_s));
    }

private:
    void prepare() override { openPicture(); }
    ImageCanvas* canvas() const { return child<ImageCanvas>("canvas"); }
    CollapsibleSection* section(const char* name) const { return child<CollapsibleSection>(name); }
    /// A test of the map gives way to every other question: when it is answered, so are they.
    void letOthersBeAnswered()
    {
        const int before = m_control->tests;
        m_session->testWeights();
        QTRY_COMPARE(m_control->tests.load(), before + 1);
    }
    void choose(Method method)
    {
        m_session->selection().setMethod(method);
        QTRY_COMPARE(m_session->shown()->request().method, method);
    }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::FeaturesTest)
#include "features_test.moc"
