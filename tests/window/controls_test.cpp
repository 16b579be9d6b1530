// tests/window/controls_test.cpp: what is dragged, stepped and chosen by hand: it takes what it can, and tells it once.
#include "tests/window/support/spoken_value.h"
#include "tests/window/support/window_test.h"
#include "ui/view/theme/motion.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/controls/colour_map_picker.h"
#include "ui/view/widgets/controls/layer_scrubber.h"
#include "ui/view/widgets/controls/option_list.h"
#include "ui/view/widgets/controls/overlay_scroll_bar.h"
#include "ui/view/widgets/controls/range_slider.h"
#include "ui/view/widgets/controls/segmented_control.h"
#include "ui/view/widgets/controls/value_combo.h"
#include <QSignalSpy>
#include <QWheelEvent>

using namespace patchlight;
using namespace Qt::StringLiterals;

class ControlsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void rangeKeepsItsOrderAndLimits();
    void rangeHandlesAreDragged();
    void rangeKeysMoveTheHandleTouchedLast();
    void rangeCanBeOpenedWhereBothHandlesMeet();
    void segmentsAreClickedAndStepped();
    void aSegmentThatIsOffIsSteppedOver();
    void scrubberFollowsMouseAndKeys();
    void scrubberPlaysToTheLastLayerAndStops();
    void scrubberTellsNothingWhenTold();
    void scrubberForgetsTheMouseWithItsLayers();
    void colourMapsAreChosenByName();
    void optionsTellTheirIndexOnlyWhenChosenByHand();
    void optionsAreChosenByAssistiveToolsOnce();
    void aFlatComboIsAsWideAsWhatItShows();
    void aHintLosesWholePartsWhereThereIsNoRoom();
    void anOptionsHintIsLeftOutWhereItHasNoRoom();
    void rowsOfAListThatScrollsEndBeforeItsBar();
    void comboBoxesIgnoreTheWheel();
};

void ControlsTest::initTestCase()
{
    setReducedMotion(true);
    applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), ThemeKind::Dark);
}

void ControlsTest::rangeKeepsItsOrderAndLimits()
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
    QCOMPARE(spokenValue(slider), u"2 to 5"_s);
}

void ControlsTest::rangeHandlesAreDragged()
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

void ControlsTest::rangeKeysMoveTheHandleTouchedLast()
{
    RangeSlider slider;
    slider.resize(300, 24);
    slider.show();
    QTest::keyClick(&slider, Qt::Key_Left);
    QTest::keyClick(&slider, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(slider.first(), 1);
    QCOMPARE(slider.last(), 10);
}

void ControlsTest::rangeCanBeOpenedWhereBothHandlesMeet()
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

void ControlsTest::segmentsAreClickedAndStepped()
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
    QCOMPARE(spokenValue(control), u"Patches"_s);
}

void ControlsTest::aSegmentThatIsOffIsSteppedOver()
{
    SegmentedControl choice;
    choice.setOptions({u"a"_s, u"b"_s, u"c"_s});
    choice.setOption(1, false, u"not here"_s);
    QSignalSpy chosen(&choice, &SegmentedControl::chosen);
    choice.resize(300, 30);
    QTest::mouseClick(&choice, Qt::LeftButton, {}, choice.segmentRect(1).center().toPoint());
    QCOMPARE(chosen.count(), 0);
    QTest::keyClick(&choice, Qt::Key_Right);
    QCOMPARE(choice.current(), 2);
}

void ControlsTest::scrubberFollowsMouseAndKeys()
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
    QCOMPARE(spokenValue(scrubber), u"layer 11 (of 0 … 11)"_s);
}

void ControlsTest::scrubberPlaysToTheLastLayerAndStops()
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

void ControlsTest::scrubberTellsNothingWhenTold()
{
    LayerScrubber scrubber;
    scrubber.setLayers(12);
    QSignalSpy chosen(&scrubber, &LayerScrubber::layerChosen);
    scrubber.setLayer(5);
    scrubber.setLayer(99);
    QCOMPARE(scrubber.layer(), 11);
    QCOMPARE(chosen.size(), 0);
}

/// Another model has fewer layers: none of them was pointed at.
void ControlsTest::scrubberForgetsTheMouseWithItsLayers()
{
    LayerScrubber scrubber, untouched;
    for (LayerScrubber* each : {&scrubber, &untouched}) {
        each->resize(800, 60);
        each->setLayers(12);
        each->show();
    }
    QTest::mouseMove(&scrubber, scrubber.tickInView(5).toPoint());
    QTRY_VERIFY(scrubber.grab().toImage() != untouched.grab().toImage());
    for (LayerScrubber* each : {&scrubber, &untouched})
        each->setLayers(6);
    QCOMPARE(scrubber.grab().toImage(), untouched.grab().toImage());
}

void ControlsTest::colourMapsAreChosenByName()
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

void ControlsTest::optionsTellTheirIndexOnlyWhenChosenByHand()
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

void ControlsTest::optionsAreChosenByAssistiveToolsOnce()
{
    OptionList list;
    list.setOptions({{u"Attention"_s, u"one layer"_s, {}}, {u"Rollout"_s, u"all layers"_s, {}}});
    list.setCurrent(0);
    list.show();
    QSignalSpy chosen(&list, &OptionList::chosen);
    list.selectionModel()->select(list.model()->index(1, 0), QItemSelectionModel::ClearAndSelect); // as their action does
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(list.currentRow(), 1);
    QTest::keyClick(&list, Qt::Key_Up);
    QCoreApplication::processEvents();
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(list.currentRow(), 0);
}

void ControlsTest::aFlatComboIsAsWideAsWhatItShows()
{
    ValueCombo combo(nullptr, ValueCombo::Look::Flat);
    combo.addItems({u"CPU"_s, u"CUDA – a whole sentence on why there is none here"_s});
    const int narrow = combo.sizeHint().width();
    combo.setCurrentIndex(1);
    QVERIFY(combo.sizeHint().width() > 3 * narrow);
}

void ControlsTest::aHintLosesWholePartsWhereThereIsNoRoom()
{
    ValueCombo combo(nullptr, ValueCombo::Look::Button);
    combo.setHint(u"224 px · 1,000 classes"_s);
    const double whole = QFontMetricsF(smallFont()).horizontalAdvance(u"224 px · 1,000 classes"_s);
    QCOMPARE(combo.hintWithin(whole + 2), u"224 px · 1,000 classes"_s);
    QCOMPARE(combo.hintWithin(0.8 * whole), u"224 px"_s);
    QCOMPARE(combo.hintWithin(10), QString());
}

void ControlsTest::anOptionsHintIsLeftOutWhereItHasNoRoom()
{
    const auto painted = [](const QString& hint, double room) {
        OptionList list;
        list.setOptions({{u"Rollout"_s, hint, {}}});
        list.resize(qCeil(QFontMetricsF(bodyFont()).horizontalAdvance(u"Rollout"_s) + 28 + room), list.sizeHint().height());
        return list.grab().toImage();
    };
    const QString hint = u"all layers"_s;
    const double whole = QFontMetricsF(smallFont()).horizontalAdvance(hint);
    QVERIFY(painted(hint, whole + 4) != painted({}, whole + 4));
    QCOMPARE(painted(hint, whole - 4), painted({}, whole - 4));
}

void ControlsTest::rowsOfAListThatScrollsEndBeforeItsBar()
{
    OptionList list;
    list.setOptions({{u"A"_s, u"PNG"_s, {}}, {u"B"_s, u"MP4"_s, {}}, {u"C"_s, u"SVG"_s, {}}});
    list.setMinimumHeight(0);
    const auto underTheBar = [&list](int chosen) {
        list.setCurrent(chosen);
        const QImage all = list.grab().toImage();
        const int width = qRound(OverlayScrollBar::kWidth * all.devicePixelRatio());
        return all.copy(all.width() - width, 0, width, all.height());
    };
    list.resize(200, list.sizeHint().height());
    QVERIFY(underTheBar(0) != underTheBar(1));
    list.setFixedHeight(list.sizeHint().height() * 2 / 3);
    list.show();
    QTRY_VERIFY(list.verticalScrollBar()->maximum() > 0);
    QCOMPARE(underTheBar(0), underTheBar(1));
}

void ControlsTest::comboBoxesIgnoreTheWheel()
{
    ValueCombo combo;
    combo.addItems({u"a"_s, u"b"_s, u"c"_s});
    combo.setCurrentIndex(1);
    combo.show();
    QWheelEvent wheel({5, 5}, {5, 5}, {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&combo, &wheel);
    QCOMPARE(combo.currentIndex(), 1);
}

PATCHLIGHT_WINDOW_TEST(ControlsTest)
#include "controls_test.moc"
