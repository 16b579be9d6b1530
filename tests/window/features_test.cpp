// tests/window/features_test.cpp: what patches and weights are like: features as maps, filters and bias as sheets.
#include "tests/window/support/fake_engine.h"
#include "tests/window/support/window_test.h"
#include "ui/adapter/export_files.h"
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/widgets/collapsible_section.h"
#include "ui/view/widgets/colour_bar.h"
#include "ui/view/widgets/option_list.h"
#include "ui/view/widgets/tile_sheet.h"
#include "ui/view/window/dialogs.h"
#include "ui/view/window/main_window.h"
#include <QSignalSpy>

namespace patchlight
{

using namespace Qt::StringLiterals;

class FeaturesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QSettings().clear();
        applyTheme(*qApp, ThemeKind::Light);
        m_control = std::make_shared<FakeControl>();
        m_settings = std::make_unique<Settings>();
        start(fakeEngine(m_control));
        open(u"/pictures/a.png"_s);
    }
    void cleanup()
    {
        m_control->open();
        m_window.reset();
        m_session.reset();
    }

    void featuresHaveAListOfTheirOwn()
    {
        auto* list = m_window->findChild<OptionList*>(u"featureList"_s);
        QCOMPARE(list->count(), 4);
        list->setCurrentRow(0);
        QCOMPARE(m_session->selection().map().method, Method::FeatureSimilarity);
        QTRY_COMPARE(m_session->explanation()->request.method, Method::FeatureSimilarity);
        QVERIFY(list->isVisible());
        QCOMPARE(m_window->findChild<OptionList*>(u"methodList"_s)->currentRow(), -1);
    }
    void similarityFollowsTheQueryAndTheLayer()
    {
        choose(Method::FeatureSimilarity);
        m_session->selection().setCurrentLayer(LayerIndex{1});
        Q_EMIT canvas()->patchClicked({2, 1});
        QTRY_COMPARE(m_session->explanation()->request.query, Query::patch({1, 2}));
        QCOMPARE(m_session->explanation()->request.layer, LayerIndex{1});
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
        QTest::qWait(10);
        QCOMPARE(m_control->filters.load(), 0);
        section(u"filterSection"_s)->setExpanded(true);
        auto* sheet = m_window->findChild<TileSheet*>(u"patchFilters"_s);
        QTRY_COMPARE(sheet->count(), 1);
        QVERIFY(sheet->spokenValue().contains(u"100.0 %"_s));
        section(u"filterSection"_s)->setExpanded(false);
        section(u"filterSection"_s)->setExpanded(true);
        QTest::qWait(10);
        QCOMPARE(m_control->filters.load(), 1);
        m_session->openModel(u"/models/other.safetensors"_s);
        QTRY_COMPARE(m_control->filters.load(), 2);
    }
    void aModelWithoutFiltersSaysWhy()
    {
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_control->failWith({ErrorCode::Unsupported, "patches are not of pixels"});
        section(u"filterSection"_s)->setExpanded(true);
        QTRY_COMPARE(m_session->filters().why(), u"patches are not of pixels."_s);
        QCOMPARE(failed.count(), 0); // the section tells it
    }
    void theBiasByPositionIsSwinsAlone() { QVERIFY(!section(u"biasSection"_s)->isVisible()); }
    void onSwinAClickOnABiasChoosesItsHead()
    {
        m_window.reset();
        start(coreEngine(1));
        m_session->openModel(QStringLiteral(PATCHLIGHT_FIXTURES "/goldens/timm-swin"));
        open(QStringLiteral(PATCHLIGHT_FIXTURES "/goldens/timm-swin/input.npy"));
        QVERIFY(section(u"biasSection"_s)->isVisible());
        section(u"biasSection"_s)->setExpanded(true);
        auto* sheet = m_window->findChild<TileSheet*>(u"positionBias"_s);
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

private:
    ImageCanvas* canvas() const { return m_window->findChild<ImageCanvas*>(u"canvas"_s); }
    CollapsibleSection* section(const QString& name) const { return m_window->findChild<CollapsibleSection*>(name); }
    void choose(Method method)
    {
        m_session->selection().setMethod(method);
        QTRY_COMPARE(m_session->explanation()->request.method, method);
    }
    void start(EngineFactory engine)
    {
        m_session = std::make_unique<Session>(std::move(engine), m_settings.get());
        m_window = std::make_unique<MainWindow>(m_session.get(), m_settings.get(), &m_dialogs);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void open(const QString& file)
    {
        m_session->openPicture(file);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->explanation().has_value(), 20000);
    }

    class NoDialogs final : public Dialogs
    {
        QString fileToSave(QWidget*, const QString&, const QString&) override { return {}; }
        QString pictureToOpen(QWidget*, const QString&) override { return {}; }
        QString modelToOpen(QWidget*, const QString&) override { return {}; }
    };
    NoDialogs m_dialogs;
    std::shared_ptr<FakeControl> m_control;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::FeaturesTest)
#include "features_test.moc"
