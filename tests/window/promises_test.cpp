// tests/window/promises_test.cpp: what the window says one can do, and what was asked before it could be answered.
#include "tests/window/support/chinese.h"
#include "tests/window/support/window_fixture.h"
#include "ui/adapter/device_texts.h"
#include "ui/adapter/texts.h"
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/export/export_dialog.h"
#include "ui/view/inside/inside_view.h"
#include "ui/view/widgets/charts/colour_bar.h"
#include "ui/view/widgets/key_hints.h"
#include "ui/view/widgets/message_bar.h"
#include <QAbstractItemView>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QToolTip>
#include <algorithm>

namespace patchlight
{

using namespace Qt::StringLiterals;

class PromisesTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void onlyMethodsThatCanSayWhoLooksAtAPatchPromiseIt()
    {
        openPicture();
        pointAt({1, 1});
        for (const MethodInfo& info : methods()) {
            m_session->selection().setMethod(info.method);
            const auto has = m_session->selection().controls();
            QVERIFY2(footSays(u"who looks here"_s) == (has.query && has.inverse), info.name.data());
            QVERIFY2(footSays(u"region"_s) == has.query, info.name.data());
            QVERIFY2(
                child<ImageCanvas>("canvas")->hint().contains(u"who looks here"_s) == has.inverse, info.name.data());
        }
    }
    void shiftClickSaysWhyItAsksNothing()
    {
        openPicture();
        auto* canvas = child<ImageCanvas>("canvas");
        m_session->selection().setMethod(Method::Relevancy);
        QTRY_VERIFY(m_session->shown() && !m_session->changing());
        const Query before = m_session->selection().map().query;
        QTest::mouseClick(canvas, Qt::LeftButton, Qt::ShiftModifier, middleOf({1, 1}));
        QCOMPARE(m_session->selection().map().query, before);
        QTRY_VERIFY(QToolTip::text().contains(u"who looks"_s));
        QVERIFY2(QToolTip::text().endsWith(u"these do: Attention · Rollout"_s), qPrintable(QToolTip::text()));
    }
    void whyNothingIsAskedIsNotSaidOfTheNextMethod()
    {
        openPicture();
        m_session->selection().setMethod(Method::GradCam);
        QTest::mouseClick(child<ImageCanvas>("canvas"), Qt::LeftButton, {}, middleOf({1, 1}));
        QTRY_VERIFY(QToolTip::text().contains(u"no query"_s));
        m_session->selection().setMethod(Method::Attention);
        QTRY_VERIFY(!QToolTip::isVisible());
    }
    void escapeTakesAnErrorOffThePictureFirst()
    {
        openPicture();
        m_session->selection().setQuery(Query::patch({1, 1}));
        m_window->showError(u"No."_s);
        QTest::keyClick(child<QWidget>("canvas"), Qt::Key_Escape);
        QVERIFY(!child<MessageBar>("messageBar")->isVisible());
        QCOMPARE(m_session->selection().map().query, Query::patch({1, 1}));
        QTest::keyClick(child<QWidget>("canvas"), Qt::Key_Escape);
        QCOMPARE(m_session->selection().map().query, Query{});
    }
    void theReadOutIsOfWhatLiesUnderTheRestingMouse()
    {
        openPicture();
        auto* canvas = child<ImageCanvas>("canvas");
        trigger(Command::HidePatches);
        settle();
        pointAt({1, 1});
        const QPoint mouse = canvas->mapToGlobal(middleOf({1, 1}));
        hide({{1, 1}});
        trigger(Command::HidePatches); // the line above the canvas goes, and the picture moves
        QTRY_VERIFY(!m_session->changing());
        settle();
        const auto under = canvas->patchAt(canvas->mapFromGlobal(mouse));
        QCOMPARE(canvas->hoveredPatch(), under);
        m_window->resize(m_window->size() - QSize(200, 100));
        settle();
        QCOMPARE(canvas->hoveredPatch(), canvas->patchAt(canvas->mapFromGlobal(mouse)));
    }
    /// What is hidden is said there.
    void theBarLeavesTheFootOfALowCanvasFree()
    {
        openPicture();
        auto* canvas = child<ImageCanvas>("canvas");
        canvas->setCaption(QStringLiteral("a.png"), QStringLiteral("words that go on below it ").repeated(8));
        int upright = 0;
        for (int height = 200; height < 400; height += 20) {
            canvas->resize(320, height);
            const auto* bar = canvas->colourBar();
            if (bar->height() <= bar->width())
                continue; // it lies, and keeps close to the picture
            ++upright;
            QVERIFY2(bar->geometry().bottom() <= height - 28, qPrintable(QString::number(height)));
        }
        QVERIFY(upright > 0);
    }
    void theReadOutIsNotUnderTheColourBar()
    {
        openPicture();
        m_window->resize(960, 600);
        settle();
        auto* canvas = child<ImageCanvas>("canvas");
        const QRectF bar = canvas->colourBar()->geometry(), field = canvas->fieldRectInView();
        for (double x = field.left() + 2; x < field.right(); x += 6) {
            QTest::mouseMove(canvas, QPointF(x, field.center().y()).toPoint());
            QVERIFY(!canvas->readOutRectInView().isEmpty());
            QVERIFY2(!canvas->readOutRectInView().intersects(bar), qPrintable(QString::number(x)));
        }
    }
    void theNextPictureIsReadAtOnceToo()
    {
        openPicture();
        auto* canvas = child<ImageCanvas>("canvas");
        pointAt({1, 1});
        openPicture(u"/pictures/b.png"_s);
        QCOMPARE(canvas->hoveredPatch(), QPoint(1, 1));
        QVERIFY(!canvas->readOut().isEmpty());
    }
    void theLineOfADeviceIsInTheLanguageOfTheWindow()
    {
        const Chinese chinese;
        qApp->installTranslator(const_cast<Chinese*>(&chinese));
        const DeviceInfo none{
            "cuda", "CUDA", 0, false, "the driver shows no CUDA device, or this LibTorch was built without CUDA", {}};
        const DeviceInfo second{"cuda:1", "CUDA device 1", 0, true, {}, {Precision::Fp32}};
        QVERIFY2(!missingDeviceText(none).contains(u"driver"_s), qPrintable(missingDeviceText(none)));
        QVERIFY2(!deviceText(second, Precision::Fp32).contains(u"device"_s),
            qPrintable(deviceText(second, Precision::Fp32)));
        qApp->removeTranslator(const_cast<Chinese*>(&chinese));
        QCOMPARE(deviceText(second, Precision::Fp32), u"CUDA device 1"_s);
    }
    void theListOfDevicesCutsNoLine()
    {
        openPicture(); // the devices are known
        auto* box = child<QComboBox>("deviceBox");
        box->setItemText(2, QString(42, u'm')); // more than half of the screen
        box->showPopup();
        settle();
        const int wanted = box->view()->sizeHintForColumn(0), shown = box->view()->viewport()->width();
        QVERIFY2(shown >= std::min(wanted, box->screen()->availableGeometry().width() * 9 / 10 - 20),
            qPrintable(u"%1 of %2"_s.arg(shown).arg(wanted)));
        box->hidePopup();
    }
    void whatIsAskedWhileAModelLoadsWaitsForItsMap_data()
    {
        QTest::addColumn<bool>("another");
        QTest::newRow("the first model") << false;
        QTest::newRow("another model") << true;
    }
    void whatIsAskedWhileAModelLoadsWaitsForItsMap()
    {
        QFETCH(const bool, another);
        if (another)
            openPicture();
        m_control->close();
        if (another)
            m_session->openModel(u"/models/other"_s);
        else
            m_session->openPicture(u"/pictures/a.png"_s);
        QTRY_COMPARE(m_session->busy(), Session::Busy::Loading);
        trigger(Command::TestMap);
        QVERIFY(another ? saysItWaits("testInvitation") : saysItWaits("messageBar"));
        m_control->open();
        QTRY_VERIFY(m_control->tests.load() > 0);
        QTRY_VERIFY(child<QWidget>("testScores")->isVisible());
    }
    void everyKeyThatNeedsAPictureWaitsForIt_data()
    {
        QTest::addColumn<Command>("command");
        QTest::newRow("hide") << Command::HidePatches;
        QTest::newRow("compare") << Command::Compare;
        QTest::newRow("export") << Command::Export;
        QTest::newRow("numbers") << Command::Statistics;
    }
    void everyKeyThatNeedsAPictureWaitsForIt()
    {
        QFETCH(const Command, command);
        m_control->close();
        m_session->openPicture(u"/pictures/a.png"_s);
        trigger(command);
        QVERIFY(saysItWaits("messageBar"));
        m_control->open();
        if (command == Command::HidePatches)
            QTRY_VERIFY(child<ImageCanvas>("canvas")->brush());
        else if (command == Command::Compare)
            QTRY_VERIFY(m_window->comparison().active());
        else if (command == Command::Export)
            QTRY_VERIFY(m_window->findChild<ExportDialog*>());
        else
            QTRY_VERIFY(child<QWidget>("statistics")->isVisible());
    }
    void aWishIsGivenUpWithWhatItWaitedFor()
    {
        m_control->close();
        m_session->openPicture(u"/pictures/a.png"_s);
        trigger(Command::HidePatches);
        child<QPushButton>("cancelButton")->click();
        m_control->open();
        openPicture();
        settle();
        QVERIFY(!child<ImageCanvas>("canvas")->brush());
    }
    void adviceIsNotGivenTwice()
    {
        QVERIFY(!errorText({ErrorCode::OutOfMemory, "cannot open x.png: it is too large; make it smaller first"})
                     .contains(u"Close"_s));
        QVERIFY(errorText({ErrorCode::OutOfMemory, "x.png: not enough memory: too large"}).contains(u"Close"_s));
    }
    void withoutAPictureKeysSayWhatIsMissing()
    {
        trigger(Command::HidePatches);
        QVERIFY(child<MessageBar>("messageBar")->text().contains(u"Open a picture"_s));
    }
    void aCardThatIsNotThereYetIsSaidToBeMissing()
    {
        m_session->openPicture(u"/pictures/a.png"_s); // the engine of these tests has no steps to show
        QTRY_VERIFY(m_session->shown());
        m_window->setInside(true);
        for (const Command command : {Command::Export, Command::Copy}) {
            child<MessageBar>("messageBar")->dismiss();
            trigger(command);
            QVERIFY2(child<MessageBar>("messageBar")->text().contains(u"no card"_s),
                qPrintable(child<MessageBar>("messageBar")->text()));
        }
    }
    void aLargePictureIsSaidToBeRead()
    {
        openPicture();
        m_control->close();
        m_session->openPicture(u"/pictures/large.png"_s);
        QTRY_VERIFY(child<QLabel>("statusTask")->text().startsWith(u"Running on"_s)); // a short run is not told at all
        Q_EMIT m_session->progressed(u"reading"_s, 0, 0);
        QCOMPARE(child<QLabel>("statusTask")->text(), u"Reading large.png"_s);
        Q_EMIT m_session->progressed(u"block"_s, 1, 4);
        QVERIFY(child<QLabel>("statusTask")->text().startsWith(u"Running on"_s));
        m_control->open();
    }
    void aNumberTypedBehindAWordTakesItsPlace()
    {
        openPicture();
        trigger(Command::Export);
        auto* width = child<QDoubleSpinBox>("figureWidth");
        width->setValue(0);
        auto* line = width->findChild<QLineEdit*>();
        line->setFocus();
        line->deselect();
        line->setCursorPosition(int(line->text().size()));
        QTest::keyClicks(width, u"85"_s);
        QCOMPARE(width->value(), 85.0);
        QTest::keyClicks(width, u"4"_s);
        QCOMPARE(width->value(), 854.0);
        width->setValue(0);
        QTest::keyClick(width, Qt::Key_Backspace);
        QTest::keyClicks(width, u"9"_s);
        QCOMPARE(width->value(), 9.0);
    }
    void thePictureAloneIsOfInsideTheCardsAlone()
    {
        start(coreEngine(1));
        m_session->openModel(QStringLiteral(PATCHLIGHT_FIXTURES "/goldens/timm-vit"));
        openPicture(QStringLiteral(PATCHLIGHT_FIXTURES "/goldens/preprocess/rgb.jpg"));
        m_window->setInside(true);
        QTRY_VERIFY(m_session->inside().subject());
        settle();
        const auto shown = [this](const char* name) { return child<QWidget>(name)->isVisible(); };
        const QStringList sides{
            u"insideLeft"_s, u"insideLeftEdge"_s, u"insideRightEdge"_s, u"topBar"_s, u"statusStrip"_s};
        trigger(Command::FullScreen);
        settle();
        for (const QString& name : sides)
            QVERIFY2(!shown(qPrintable(name)), qPrintable(name));
        QVERIFY(!shown("insideRight"));
        QVERIFY(shown("insideCards"));
        QCOMPARE(m_window->focusWidget(), child<QWidget>("insideCards")); // ↑ ↓ still walk the steps
        m_session->selection().setCurrentLayer(LayerIndex{1}); // another subject brings no panel back
        QTRY_VERIFY(m_session->inside().subject());
        settle();
        QVERIFY(!shown("insideLeft") && !shown("insideRight"));
        QTest::keyClick(child<QWidget>("insideCards"), Qt::Key_Escape);
        QVERIFY(!m_window->presenting());
        settle();
        for (const QString& name : sides)
            QVERIFY2(shown(qPrintable(name)), qPrintable(name));
    }

private:
    bool saysItWaits(const char* name) const
    {
        const auto* label = m_window->findChild<QLabel*>(QString::fromLatin1(name));
        const QString text = label ? label->text() : child<MessageBar>(name)->text();
        return text.contains(u"the map"_s) && child<QWidget>(name)->isVisible();
    }
    void pointAt(QPoint cell) { QTest::mouseMove(child<ImageCanvas>("canvas"), middleOf(cell)); }
    QPoint middleOf(QPoint cell) const
    {
        return child<ImageCanvas>("canvas")->patchRectInView(cell).center().toPoint();
    }
    bool footSays(const QString& what) const
    {
        const auto& hints = child<QWidget>("statusStrip")->findChild<KeyHints*>()->hints();
        return std::ranges::any_of(hints, [&](const KeyHint& hint) { return hint.what == what; });
    }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::PromisesTest)
#include "promises_test.moc"
