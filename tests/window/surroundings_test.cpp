// tests/window/surroundings_test.cpp: what stands around the picture: messages, sections, the empty page, the keys; all
// of it has names.
#include "tests/window/support/window_test.h"
#include "ui/view/theme/motion.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/charts/statistics_panel.h"
#include "ui/view/widgets/collapsible_section.h"
#include "ui/view/widgets/controls/colour_map_picker.h"
#include "ui/view/widgets/controls/layer_scrubber.h"
#include "ui/view/widgets/controls/option_list.h"
#include "ui/view/widgets/controls/range_slider.h"
#include "ui/view/widgets/controls/sample_button.h"
#include "ui/view/widgets/controls/segmented_control.h"
#include "ui/view/widgets/controls/switch.h"
#include "ui/view/widgets/controls/value_combo.h"
#include "ui/view/widgets/empty_state.h"
#include "ui/view/widgets/labelled_row.h"
#include "ui/view/widgets/message_bar.h"
#include "ui/view/widgets/prediction_list.h"
#include "ui/view/widgets/section_header.h"
#include "ui/view/widgets/shortcut_overlay.h"
#include "ui/view/window/commands.h"
#include <QLabel>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace patchlight;
using namespace Qt::StringLiterals;

class SurroundingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void messagesAreShownAndDismissed();
    void sectionsFold();
    void aSectionHasItsArrowFoldedAndOpen();
    void emptyPageOffersSamples();
    void samplesStaySquareAndWholeHoweverNarrowThePageIs();
    void whatIsOnItsWayTakesThePlaceOfTheInvitation();
    void shortcutsCoverTheWindowUntilAnyKey();
    void allKeysFitASmallWindow();
    void everythingFocusableHasAName();
};

void SurroundingsTest::initTestCase()
{
    setReducedMotion(true);
    applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), ThemeKind::Dark);
}

void SurroundingsTest::messagesAreShownAndDismissed()
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

void SurroundingsTest::sectionsFold()
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

void SurroundingsTest::aSectionHasItsArrowFoldedAndOpen()
{
    CollapsibleSection section(u"Model"_s);
    auto* header = section.findChild<SectionHeader*>(u"sectionHeader"_s);
    header->resize(header->sizeHint() + QSize(40, 0));
    const auto arrow = [&section, header](bool open) {
        section.setExpanded(open);
        const QImage all = header->grab().toImage();
        const int width = qRound(16 * all.devicePixelRatio());
        return all.copy(all.width() - width, 0, width, all.height());
    };
    QImage none = arrow(true);
    none.fill(none.pixelColor(0, 0));
    QVERIFY(arrow(true) != none);
    QVERIFY(arrow(false) != none);
    QVERIFY(arrow(true) != arrow(false)); // turned
}

void SurroundingsTest::emptyPageOffersSamples()
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

void SurroundingsTest::samplesStaySquareAndWholeHoweverNarrowThePageIs()
{
    EmptyState page;
    QImage picture(40, 20, QImage::Format_RGB32);
    picture.fill(Qt::green);
    page.setSamples(QVector<EmptyState::Sample>(6, {u"jellyfish"_s, picture}));
    page.show();
    for (const QSize size : {QSize(900, 700), QSize(406, 525), QSize(406, 420), QSize(190, 525)}) {
        page.resize(size);
        QCoreApplication::processEvents();
        int shown = 0;
        for (const auto* button : page.findChildren<SampleButton*>()) {
            if (!button->isVisible())
                continue;
            ++shown;
            QCOMPARE(button->size(), button->sizeHint());
            QVERIFY(page.rect().contains(QRect(button->mapTo(&page, QPoint()), button->size())));
        }
        QCOMPARE(shown, size.width() == 900 ? 6 : 4);
    }
}

void SurroundingsTest::whatIsOnItsWayTakesThePlaceOfTheInvitation()
{
    EmptyState page;
    page.resize(700, 500);
    page.show();
    auto* open = page.findChild<QAbstractButton*>(u"emptyOpenButton"_s);
    page.setWaiting({u"cat.jpg"_s, u"Loading a model…"_s});
    QVERIFY(!open->isVisible());
    page.setWaiting({{}, u"Loading a model…"_s});
    QVERIFY(open->isVisible());
}

void SurroundingsTest::shortcutsCoverTheWindowUntilAnyKey()
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

void SurroundingsTest::allKeysFitASmallWindow()
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

void SurroundingsTest::everythingFocusableHasAName()
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

PATCHLIGHT_WINDOW_TEST(SurroundingsTest)
#include "surroundings_test.moc"
