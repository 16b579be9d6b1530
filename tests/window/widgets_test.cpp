// tests/window/widgets_test.cpp: the small widgets: what they take, what they tell.
#include "support/window_test.h"
#include "ui/view/theme/motion.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/collapsible_section.h"
#include "ui/view/widgets/colour_bar.h"
#include "ui/view/widgets/colour_map_picker.h"
#include "ui/view/widgets/empty_state.h"
#include "ui/view/widgets/fact_list.h"
#include "ui/view/widgets/labelled_row.h"
#include "ui/view/widgets/layer_scrubber.h"
#include "ui/view/widgets/message_bar.h"
#include "ui/view/widgets/option_list.h"
#include "ui/view/widgets/prediction_list.h"
#include "ui/view/widgets/range_slider.h"
#include "ui/view/widgets/segmented_control.h"
#include "ui/view/widgets/shares_bar.h"
#include "ui/view/widgets/shortcut_overlay.h"
#include "ui/view/widgets/statistics_chart.h"
#include "ui/view/widgets/statistics_panel.h"
#include "ui/view/widgets/switch.h"
#include "ui/view/widgets/thin_progress.h"
#include "ui/view/widgets/value_combo.h"
#include "ui/view/window/commands.h"
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QLabel>
#include <QObject>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>

using namespace patchlight;
using namespace Qt::StringLiterals;

namespace
{

QString spoken(QWidget& widget)
{
    const auto* accessible = QAccessible::queryAccessibleInterface(&widget);
    return accessible ? accessible->text(QAccessible::Value) : QString();
}

QVector<PredictionRow> classes(int count)
{
    QVector<PredictionRow> rows;
    for (int i = 0; i < count; ++i)
        rows.append({1000 + i, u"class %1"_s.arg(i), 1.0 / (i + 2), -double(i)});
    return rows;
}

}

class WidgetsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void rangeKeepsItsOrderAndLimits();
    void rangeHandlesAreDragged();
    void rangeKeysMoveTheHandleTouchedLast();
    void rangeCanBeOpenedWhereBothHandlesMeet();
    void segmentsAreClickedAndStepped();
    void scrubberFollowsMouseAndKeys();
    void scrubberPlaysToTheLastLayerAndStops();
    void scrubberTellsNothingWhenTold();
    void predictionsTellTheClassClicked();
    void predictionsFilterByNameAndNumber();
    void thousandsOfPredictionsAreNoTrouble();
    void colourMapsAreChosenByName();
    void colourBarReadsItsValuesBack();
    void sharesFillTheBarInOrder();
    void factsSayHowTheyAreKnown();
    void optionsTellTheirIndexOnlyWhenChosenByHand();
    void messagesAreShownAndDismissed();
    void sectionsFold();
    void emptyPageOffersSamples();
    void shortcutsCoverTheWindowUntilAnyKey();
    void allKeysFitASmallWindow();
    void aDotOfAChartChoosesItsHead();
    void progressSpeaks();
    void comboBoxesIgnoreTheWheel();
    void everythingFocusableHasAName();
};

void WidgetsTest::initTestCase()
{
    setReducedMotion(true);
    applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), ThemeKind::Dark);
}

void WidgetsTest::rangeKeepsItsOrderAndLimits()
{
    RangeSlider slider;
    slider.setLimits(0, 11);
    slider.setRange(9, 4);
    QCOMPARE(slider.first(), 4);
    QCOMPARE(slider.last(), 9);
    slider.setRange(-5, 99);
    QCOMPARE(slider.first(), 0);
    QCOMPARE(slider.last(), 11);
    slider.setLimits(2, 5);
    QCOMPARE(slider.first(), 2);
    QCOMPARE(slider.last(), 5);
    QCOMPARE(spoken(slider), u"2 to 5"_s);
}

void WidgetsTest::rangeHandlesAreDragged()
{
    RangeSlider slider;
    slider.resize(300, 24);
    slider.show();
    QSignalSpy chosen(&slider, &RangeSlider::rangeChosen);
    QTest::mousePress(&slider, Qt::LeftButton, {}, slider.firstHandle().toPoint());
    QTest::mouseMove(&slider, QPoint(150, 12));
    QTest::mouseMove(&slider, QPoint(299, 12));
    QTest::mouseRelease(&slider, Qt::LeftButton, {}, QPoint(299, 12));
    QCOMPARE(slider.first(), 11); // pushed against the other, never past it
    QCOMPARE(slider.last(), 11);
    QVERIFY(!chosen.isEmpty());
    QCOMPARE(chosen.last(), (QList<QVariant>{11, 11}));
}

void WidgetsTest::rangeKeysMoveTheHandleTouchedLast()
{
    RangeSlider slider;
    slider.resize(300, 24);
    slider.show();
    QTest::keyClick(&slider, Qt::Key_Left);
    QTest::keyClick(&slider, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(slider.first(), 1);
    QCOMPARE(slider.last(), 10);
}

void WidgetsTest::rangeCanBeOpenedWhereBothHandlesMeet()
{
    RangeSlider slider;
    slider.resize(300, 24);
    slider.setRange(11, 11);
    slider.show();
    QTest::mousePress(&slider, Qt::LeftButton, {}, slider.lastHandle().toPoint());
    QTest::mouseMove(&slider, QPoint(150, 12));
    QVERIFY(slider.first() < 11);
    QCOMPARE(slider.last(), 11);
}

void WidgetsTest::segmentsAreClickedAndStepped()
{
    SegmentedControl control;
    control.setOptions({u"Patches"_s, u"Bilinear"_s, u"Bicubic"_s});
    control.resize(300, 30);
    control.show();
    QSignalSpy chosen(&control, &SegmentedControl::chosen);
    QTest::mouseClick(&control, Qt::LeftButton, {}, control.segmentRect(2).center().toPoint());
    QTest::keyClick(&control, Qt::Key_Left);
    QTest::keyClick(&control, Qt::Key_Right);
    QTest::keyClick(&control, Qt::Key_Right);
    QCOMPARE(chosen.size(), 3);
    QCOMPARE(control.current(), 2);
    control.setCurrent(0);
    QCOMPARE(chosen.size(), 3);
    QCOMPARE(spoken(control), u"Patches"_s);
}

void WidgetsTest::scrubberFollowsMouseAndKeys()
{
    LayerScrubber scrubber;
    scrubber.resize(800, 60);
    scrubber.setLayers(12);
    scrubber.show();
    QSignalSpy chosen(&scrubber, &LayerScrubber::layerChosen);
    QTest::mouseClick(&scrubber, Qt::LeftButton, {}, scrubber.tickInView(7).toPoint());
    QCOMPARE(scrubber.layer(), 7);
    QTest::keyClick(&scrubber, Qt::Key_BracketRight);
    QTest::keyClick(&scrubber, Qt::Key_End);
    QTest::keyClick(&scrubber, Qt::Key_Right);
    QCOMPARE(scrubber.layer(), 11);
    QCOMPARE(chosen.size(), 3);
    QCOMPARE(spoken(scrubber), u"layer 11 of 12"_s);
}

void WidgetsTest::scrubberPlaysToTheLastLayerAndStops()
{
    LayerScrubber scrubber;
    scrubber.setLayers(4);
    scrubber.setLayer(3);
    scrubber.setInterval(1);
    QSignalSpy chosen(&scrubber, &LayerScrubber::layerChosen);
    scrubber.setPlaying(true);
    QVERIFY(scrubber.playing());
    QTRY_VERIFY(!scrubber.playing());
    QCOMPARE(scrubber.layer(), 3);
    QCOMPARE(chosen.size(), 4); // from the start: 0, 1, 2, 3
}

void WidgetsTest::scrubberTellsNothingWhenTold()
{
    LayerScrubber scrubber;
    scrubber.setLayers(12);
    QSignalSpy chosen(&scrubber, &LayerScrubber::layerChosen);
    scrubber.setLayer(5);
    scrubber.setLayer(99);
    QCOMPARE(scrubber.layer(), 11);
    QCOMPARE(chosen.size(), 0);
}

void WidgetsTest::predictionsTellTheClassClicked()
{
    PredictionList list;
    list.resize(240, 220);
    list.setPredictions(classes(5));
    list.show();
    QSignalSpy chosen(&list, &PredictionList::targetChosen);
    const QRect second = list.visualRect(list.model()->index(1, 0));
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, second.center());
    QCOMPARE(chosen.value(0).value(0).toInt(), 1001);
    QCOMPARE(list.target(), 1001);
    QTest::keyClick(&list, Qt::Key_Down);
    QTest::keyClick(&list, Qt::Key_Return);
    QCOMPARE(list.target(), 1002);
}

void WidgetsTest::predictionsFilterByNameAndNumber()
{
    PredictionList list;
    list.setPredictions(classes(100));
    list.setFilter(u"class 9"_s);
    QCOMPARE(list.model()->rowCount(), 11); // 9 and 90 … 99
    list.setFilter(u"1042"_s);
    QCOMPARE(list.model()->rowCount(), 1);
    list.setFilter({});
    QCOMPARE(list.model()->rowCount(), 100);
}

void WidgetsTest::thousandsOfPredictionsAreNoTrouble()
{
    PredictionList list;
    list.resize(240, 220);
    list.show();
    list.setPredictions(classes(21843));
    list.grab();
    list.setTarget(1000 + 21000);
    list.grab();
    QCOMPARE(list.findChildren<QWidget*>().size() < 100, true); // rows are painted, not widgets
}

void WidgetsTest::colourMapsAreChosenByName()
{
    ColourMapPicker picker;
    picker.setStrips(
        {{u"inferno"_s, u"Inferno"_s, {0xff000000, 0xffffffff}}, {u"grey"_s, u"Grey"_s, {0xff000000, 0xffffffff}}});
    QSignalSpy chosen(&picker, &ColourMapPicker::nameChosen);
    picker.setName(u"grey"_s);
    QCOMPARE(picker.name(), u"grey"_s);
    QCOMPARE(chosen.size(), 0);
    picker.show();
    QTest::keyClick(&picker, Qt::Key_Up);
    QCOMPARE(chosen.value(0).value(0).toString(), u"inferno"_s);
}

void WidgetsTest::colourBarReadsItsValuesBack()
{
    ColourBarWidget bar;
    bar.resize(80, 220);
    bar.setRange(-0.4, 0.4);
    QVERIFY(qAbs(bar.valueAt(bar.barRect().top()) - 0.4) < 1e-9);
    QVERIFY(qAbs(bar.valueAt(bar.barRect().bottom()) + 0.4) < 1e-9);
    QVERIFY(qAbs(bar.valueAt(bar.barRect().center().y())) < 1e-9);
    QCOMPARE(spoken(bar), u"from -0.40 to 0.40"_s);
}

void WidgetsTest::sharesFillTheBarInOrder()
{
    SharesBar bar;
    bar.resize(200, 100);
    bar.setParts({{u"patches"_s, 0.85}, {u"class token itself"_s, 0.15}});
    QCOMPARE(bar.partRect(0), QRectF(0, 0, 170, 8));
    QCOMPARE(bar.partRect(1), QRectF(170, 0, 30, 8));
    QCOMPARE(spoken(bar), u"patches 85 %, class token itself 15 %"_s);
}

void WidgetsTest::factsSayHowTheyAreKnown()
{
    FactList facts;
    facts.setRows({{u"norm ε"_s, u"1e-6"_s, FactRow::Origin::Assumed, {}},
        {u"classes"_s, u"1,000"_s, FactRow::Origin::Read, {}}});
    QCOMPARE(spoken(facts), u"norm ε 1e-6 assumed, classes 1,000 read"_s);
}

void WidgetsTest::optionsTellTheirIndexOnlyWhenChosenByHand()
{
    OptionList list;
    list.setOptions({{u"Attention"_s, u"one layer"_s, {}}, {u"Rollout"_s, u"all layers"_s, {}},
        {u"Relevancy"_s, u"class"_s, {}, false}});
    list.resize(list.sizeHint());
    list.show();
    QSignalSpy chosen(&list, &OptionList::chosen);
    list.setCurrent(0);
    QCOMPARE(chosen.size(), 0);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(list.item(1)).center());
    QCOMPARE(chosen.value(0).value(0).toInt(), 1);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(list.item(2)).center());
    QCOMPARE(list.currentRow(), 1);
}

void WidgetsTest::messagesAreShownAndDismissed()
{
    QWidget window;
    MessageBar bar(&window);
    window.show();
    QVERIFY(!bar.isVisible());
    bar.showMessage(MessageBar::Kind::Error, u"a.png is not a picture."_s);
    QVERIFY(bar.isVisible());
    QCOMPARE(bar.accessibleName(), u"Error: a.png is not a picture."_s);
    QSignalSpy dismissed(&bar, &MessageBar::dismissed);
    QTest::keyClick(&bar, Qt::Key_Escape);
    QVERIFY(!bar.isVisible());
    QCOMPARE(dismissed.size(), 1);
    bar.showMessage(MessageBar::Kind::Info, u"Saved."_s);
}

void WidgetsTest::sectionsFold()
{
    CollapsibleSection section(u"Model"_s);
    auto* inside = new QLabel(u"x"_s);
    section.content()->addWidget(inside);
    section.show();
    QSignalSpy toggled(&section, &CollapsibleSection::toggled);
    auto* header = section.findChild<QAbstractButton*>(u"sectionHeader"_s);
    QTest::mouseClick(header, Qt::LeftButton);
    QVERIFY(!inside->isVisible());
    QTest::keyClick(header, Qt::Key_Space);
    QVERIFY(inside->isVisible());
    QCOMPARE(toggled.size(), 2);
}

void WidgetsTest::emptyPageOffersSamples()
{
    EmptyState page;
    QImage picture(40, 20, QImage::Format_RGB32);
    picture.fill(Qt::green);
    page.setSamples({{u"one"_s, picture}, {u"two"_s, picture}});
    page.resize(700, 500);
    page.show();
    QSignalSpy sample(&page, &EmptyState::sampleChosen);
    QSignalSpy open(&page, &EmptyState::openRequested);
    QTest::mouseClick(page.findChild<QAbstractButton*>(u"sampleButton1"_s), Qt::LeftButton);
    QTest::mouseClick(page.findChild<QAbstractButton*>(u"emptyOpenButton"_s), Qt::LeftButton);
    QCOMPARE(sample.value(0).value(0).toInt(), 1);
    QCOMPARE(open.size(), 1);
}

void WidgetsTest::shortcutsCoverTheWindowUntilAnyKey()
{
    QWidget window;
    window.resize(900, 600);
    ShortcutOverlay overlay(&window);
    overlay.setGroups({{u"Map"_s, {{{u"["_s, u"]"_s}, u"layer"_s}}}});
    window.show();
    overlay.popup();
    QCOMPARE(overlay.size(), window.size());
    window.resize(1000, 640);
    QCOMPARE(overlay.size(), QSize(1000, 640));
    QTest::keyClick(&overlay, Qt::Key_A);
    QVERIFY(!overlay.isVisible());
}

void WidgetsTest::allKeysFitASmallWindow()
{
    QWidget window;
    window.resize(960, 600);
    ShortcutOverlay overlay(&window);
    overlay.setGroups(Commands::help());
    window.show();
    overlay.popup();
    QVERIFY(QRectF(window.rect()).contains(overlay.card()));
    window.resize(1440, 900);
    QVERIFY(overlay.card().height() > 560); // and spread where there is room
}

void WidgetsTest::aDotOfAChartChoosesItsHead()
{
    StatisticsPanel panel;
    HeadStatistics statistics;
    statistics.entropy = {{1, 2, 3}, {2, 2.5, 4}};
    statistics.uniformEntropy = 5;
    panel.setStatistics(statistics);
    panel.resize(900, 260);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QSignalSpy chosen(&panel, &StatisticsPanel::headChosen);
    auto* chart = panel.findChild<StatisticsChart*>();
    QWidget* paper = chart->findChild<QAbstractScrollArea*>(u"chart"_s)->viewport();
    QTRY_VERIFY(chart->dotInView(0, 0) != chart->dotInView(1, 2));
    QTest::mouseClick(paper, Qt::LeftButton, {}, paper->mapFrom(chart, chart->dotInView(1, 2)));
    QCOMPARE(chosen.value(0), (QList<QVariant>{1, 2}));
}

void WidgetsTest::progressSpeaks()
{
    ThinProgress progress;
    progress.setFraction(0.42);
    QCOMPARE(spoken(progress), u"42 percent"_s);
    progress.setFraction(7);
    QCOMPARE(progress.fraction(), 1.0);
    progress.setUnknown();
    QCOMPARE(spoken(progress), u"running"_s);
}

void WidgetsTest::comboBoxesIgnoreTheWheel()
{
    ValueCombo combo;
    combo.addItems({u"a"_s, u"b"_s, u"c"_s});
    combo.setCurrentIndex(1);
    combo.show();
    QWheelEvent wheel({5, 5}, {5, 5}, {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&combo, &wheel);
    QCOMPARE(combo.currentIndex(), 1);
}

void WidgetsTest::everythingFocusableHasAName()
{
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* combo = new ValueCombo;
    auto* toggle = new Switch;
    for (QWidget* widget :
        std::initializer_list<QWidget*>{new LayerScrubber, new RangeSlider, new SegmentedControl, new PredictionList,
            new ColourMapPicker, new OptionList, new MessageBar, new EmptyState, new CollapsibleSection(u"Model"_s),
            new StatisticsPanel, new LabelledRow(u"Scale"_s, combo), new LabelledRow(u"Patch grid"_s, toggle)})
        column->addWidget(widget);
    window.findChild<MessageBar*>()->showMessage(MessageBar::Kind::Info, u"Saved."_s);
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        const bool own = !widget->objectName().startsWith(u"qt_") && !widget->inherits("QScrollBar")
            && !widget->inherits("QComboBoxPrivateContainer")
            && !(widget->parentWidget() && widget->parentWidget()->inherits("QComboBoxPrivateContainer"));
        if (widget->focusPolicy() != Qt::NoFocus && own)
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
}

PATCHLIGHT_WINDOW_TEST(WidgetsTest)
#include "widgets_test.moc"
