// tests/window/chart_menu_test.cpp: what a right click on anything that shows numbers offers, and what it says it did.
#include "tests/window/support/window_fixture.h"
#include "ui/view/inside/norm_curve.h"
#include "ui/view/widgets/charts/chart_menu.h"
#include "ui/view/widgets/charts/chart_picture.h"
#include "ui/view/widgets/charts/curve_chart.h"
#include "ui/view/widgets/charts/lens_chart.h"
#include "ui/view/widgets/charts/score_table.h"
#include "ui/view/widgets/charts/shares_bar.h"
#include "ui/view/widgets/charts/statistics_chart.h"
#include "ui/view/widgets/charts/tile_sheet.h"
#include "ui/view/widgets/message_bar.h"
#include "ui/view/widgets/prediction_list.h"
#include <QAbstractAxis>
#include <QChart>
#include <QChartView>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace patchlight
{

using namespace Qt::StringLiterals;

class ChartMenuTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void everythingThatShowsNumbersHasAMenu()
    {
        const QVector<QWidget*> charts = all<CurveChart, LensChart, StatisticsChart, ScoreTable, SharesBar, NormCurve, TileSheet, PredictionList>();
        QCOMPARE(charts.size(), qsizetype{3 + 1 + 3 + 1 + 1 + 1 + 2 + 1});
        for (QWidget* chart : charts) {
            QVERIFY2(chart->findChild<ChartMenu*>(QString(), Qt::FindDirectChildrenOnly), chart->metaObject()->className());
            QVERIFY2(!chart->accessibleName().isEmpty(), chart->metaObject()->className());
        }
    }
    void everyChartSaysWhatItsValuesAre()
    {
        const auto views = m_window->findChildren<QChartView*>();
        QCOMPARE(views.size(), qsizetype{3 + 1 + 3});
        for (const QChartView* view : views)
            for (const QAbstractAxis* axis : view->chart()->axes(Qt::Vertical)) {
                QVERIFY2(!axis->titleText().isEmpty(), qPrintable(view->accessibleName()));
                QVERIFY(axis->isTitleVisible());
            }
        CurveChart curves(u"Deletion"_s, {}, u"probability"_s);
        curves.setCurves({{LineKind::Subject, u"Rollout"_s, {1, 0}}});
        QCOMPARE(curves.csv().section(u'\n', 0, 0), u"share,\"Rollout, probability\""_s);
        StatisticsChart entropy(u"Entropy, nats"_s, u"nats"_s, u"nats"_s);
        entropy.resize(60, 100); // where its heading is cut
        entropy.setValues({{1, 2}}, 0, {});
        QCOMPARE(entropy.csv().section(u'\n', 0, 0), u"layer,head,\"Entropy, nats\""_s);
    }
    void whatIsCopiedIsSaid()
    {
        auto* shares = child<SharesBar>("shares");
        menuOn(shares)->actions().at(1)->trigger();
        QVERIFY(QApplication::clipboard()->text().startsWith(u"tokens,share\n"_s));
        QVERIFY2(said().contains(u"CSV"_s) && said().contains(shares->accessibleName()), qPrintable(said()));
        menuOn(shares)->actions().at(0)->trigger();
        QVERIFY(!QApplication::clipboard()->image().isNull());
        QVERIFY2(said().contains(u"picture"_s) && said().contains(shares->accessibleName()), qPrintable(said()));
    }
    void whatIsSavedSaysWhere()
    {
        const QTemporaryDir folder;
        m_dialogs.saved = folder.filePath(u"numbers.csv"_s);
        menuOn(child<QWidget>("predictionList"))->actions().last()->trigger();
        QVERIFY(said().contains(u"numbers.csv"_s));
        QFile file(m_dialogs.saved);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("class,name,probability,logit\n2,\"cat\","));
    }
    void aFileEndsAsWhatItIs()
    {
        const QTemporaryDir folder;
        auto* shares = child<SharesBar>("shares");
        m_dialogs.saved = folder.filePath(u"c.svg"_s);
        menuOn(shares)->actions().at(3)->trigger();
        QCOMPARE(QFileInfo(m_dialogs.suggested).fileName(), u"a-shares-chart.png"_s);
        menuOn(shares)->actions().at(3)->trigger(); // asked for c.svg again: what is there was not asked about
        m_dialogs.saved = folder.filePath(u"numbers"_s);
        menuOn(shares)->actions().at(4)->trigger();
        QCOMPARE(QFileInfo(m_dialogs.suggested).fileName(), u"a-shares-chart.csv"_s);
        menuOn(child<QWidget>("patchFilters"))->actions().last()->trigger();
        QCOMPARE(QFileInfo(m_dialogs.suggested).fileName(), u"patch-filters-chart.png"_s); // of no picture
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), (QStringList{u"c.svg-2.png"_s, u"c.svg.png"_s, u"numbers.csv"_s, u"numbers.png"_s}));
    }
    void everyChartHasAFileNameOfItsOwn()
    {
        QSet<QString> names;
        for (const ChartMenu* menu : m_window->findChildren<ChartMenu*>()) {
            const QString name = menu->parent()->objectName();
            QVERIFY2(!name.isEmpty() && !names.contains(name), qPrintable(static_cast<QWidget*>(menu->parent())->accessibleName()));
            names << name;
        }
    }
    void aPictureStandsAloneInMarginsOnLightGround()
    {
        const ThemeKind shown = Theme::current().kind;
        const QColor ground = Theme::make(ThemeKind::Light).panel, letters = Theme::make(ThemeKind::Light).text;
        CurveChart curves(u"Deletion"_s, u"lower is better"_s, u"probability"_s);
        curves.resize(400, 200);
        curves.show();
        for (const ThemeKind kind : {ThemeKind::Dark, ThemeKind::Light}) {
            applyTheme(*qApp, kind);
            curves.setCurves({{LineKind::Subject, u"Rollout"_s, {1, 0}}});
            QVERIFY(curves.legend().isEmpty()); // one line needs none
            const QColor label = curves.findChild<QLabel*>()->palette().color(QPalette::WindowText);
            const QImage one = chartPicture(curves, curves, u"Rollout · cat.jpg"_s);
            QCOMPARE(Theme::current().kind, kind);
            QCOMPARE(curves.findChild<QLabel*>()->palette().color(QPalette::WindowText), label);
            for (int i = 0; i < 2 * metric::large; ++i) {
                QCOMPARE(one.pixelColor(i, one.height() / 2), ground);
                QCOMPARE(one.pixelColor(one.width() - 1 - i, one.height() / 2), ground);
                QCOMPARE(one.pixelColor(one.width() / 2, i), ground);
            }
            int dark = 0;
            for (int y = 0; y < one.height(); ++y)
                for (int x = 0; x < one.width(); ++x)
                    dark += one.pixelColor(x, y) == letters ? 1 : 0;
            QVERIFY(dark > 100); // the name and the curve
            curves.setCurves({{LineKind::Subject, u"Rollout"_s, {1, 0}}, {LineKind::First, u"random"_s, {1, 1}}});
            QCOMPARE(curves.legend().size(), qsizetype{2});
            QVERIFY(chartPicture(curves, curves, u"Rollout · cat.jpg"_s).height() > one.height());
            QVERIFY(chartPicture(curves, curves, {}).height() > 2 * 200);
        }
        applyTheme(*qApp, shown);
    }
    void linesHaveTheirNamesInTheLegend()
    {
        StatisticsChart entropy(u"Entropy, nats"_s, u"nats"_s, u"nats"_s);
        entropy.setValues({{1, 2}}, 3, u"uniform"_s);
        QCOMPARE(entropy.legend().size(), qsizetype{3});
        entropy.setSelected(0, 1);
        QCOMPARE(entropy.legend().last().pen.color(), Theme::current().accent);
        LensChart lens;
        lens.setPoints({{true, 0.1F, 0.9F, u"dog"_s}}, u"cat"_s);
        QCOMPARE(lens.legend().first().name, u"cat"_s);
    }
    void testsOfAMapSayOfWhichMap()
    {
        m_session->selection().setMethod(Method::Rollout);
        m_session->testMap();
        auto* deletion = child<CurveChart>("deletion");
        QTRY_COMPARE(deletion->curves().size(), qsizetype{3});
        const QString about = deletion->about();
        QVERIFY2(about.contains(methodLabel(Method::Rollout)) && about.contains(u"cat"_s), qPrintable(about));
        m_session->selection().setMethod(Method::Attention);
        settle();
        QCOMPARE(deletion->about(), about);
    }
    void wherePicturesAreAllThereIsNumbersAreNotOffered()
    {
        QCOMPARE(menuOn(child<QWidget>("patchFilters"))->actions().size(), qsizetype{3}); // copy, a line, save
    }
    void aRightClickChoosesNothing()
    {
        trigger(Command::Statistics);
        auto* chart = m_window->findChild<StatisticsChart*>();
        QTRY_VERIFY(!chart->csv().isEmpty() && chart->isVisible());
        settle();
        QSignalSpy chosen(chart, &StatisticsChart::headChosen);
        auto* viewport = chart->findChild<QAbstractScrollArea*>()->viewport();
        const QPoint dot = chart->dotInChart(2, 1);
        QTest::mouseClick(viewport, Qt::RightButton, {}, dot);
        QCOMPARE(chosen.count(), 0);
        QTest::mouseClick(viewport, Qt::LeftButton, {}, dot);
        QCOMPARE(chosen.count(), 1);
    }

private:
    void prepare() override { openPicture(); }
    QString said() const { return child<MessageBar>("messageBar")->text(); }
    template <class... Charts> QVector<QWidget*> all() const
    {
        QVector<QWidget*> found;
        for (QWidget* widget : m_window->findChildren<QWidget*>())
            if ((qobject_cast<Charts*>(widget) || ...))
                found << widget;
        return found;
    }
    QMenu* menuOn(QWidget* chart)
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, chart->rect().center(), chart->mapToGlobal(chart->rect().center()));
        QApplication::sendEvent(chart, &event);
        return chart->findChildren<QMenu*>(u"chartMenu"_s).last();
    }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::ChartMenuTest)
#include "chart_menu_test.moc"
