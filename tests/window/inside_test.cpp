// tests/window/inside_test.cpp: Inside beside the map: shared choices, stations, tour, files; nothing slow on the
// window's thread.
#include "tests/window/support/chinese.h"
#include "tests/window/support/spoken_value.h"
#include "tests/window/support/window_fixture.h"
#include "ui/adapter/inside/cards.h"
#include "ui/view/inside/card_export.h"
#include "ui/view/inside/card_layout.h"
#include "ui/view/inside/card_widget.h"
#include "ui/view/inside/element_shapes.h"
#include "ui/view/inside/formula.h"
#include "ui/view/inside/inside_view.h"
#include "ui/view/inside/tour.h"
#include "ui/view/inside/way_panel.h"
#include "ui/view/theme/motion.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/controls/segmented_control.h"
#include "ui/view/widgets/labelled_row.h"
#include "ui/view/widgets/message_bar.h"
#include "ui/view/widgets/shortcut_overlay.h"
#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLayout>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QTemporaryDir>
#include <QToolTip>
#include <ctime>

namespace patchlight
{
using namespace Qt::StringLiterals;

class InsideTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void theSwitchShowsTheCardsOfTheRunOnScreen()
    {
        child<SegmentedControl>("ways")->chosen(1);
        QTRY_VERIFY_WITH_TIMEOUT(view()->complete(), 20000);
        QVERIFY(view()->isVisible());
        QVERIFY(view()->card(u"scores"_s)->layoutOfCard()->placed().size() > 3);
    }
    void aPatchChosenOnTheMapIsFollowedInside()
    {
        inside();
        m_session->selection().setQuery(Query::patch({2, 1}));
        QTRY_COMPARE(m_session->inside().subject()->followed.patch, (std::optional<Cell>(Cell{2, 1})));
    }
    void aRightClickOnACardTakesThatCardAlong()
    {
        inside();
        auto* card = view()->card(u"patches"_s);
        QContextMenuEvent event(QContextMenuEvent::Mouse, {20, 20}, card->mapToGlobal(QPoint(20, 20)));
        QApplication::sendEvent(card, &event);
        auto* menu = m_window->findChild<QMenu*>(u"cardMenu"_s);
        QVERIFY(menu);
        QApplication::clipboard()->clear();
        menu->actions().front()->trigger();
        QCOMPARE(QApplication::clipboard()->image().size(), cardPicture(*card).size());
    }
    void aPatchClickedInsideIsAskedOnTheMap()
    {
        inside();
        auto* card = view()->card(u"patches"_s);
        Q_EMIT card->patchClicked({1, 2}, m_session->analysis()->tokens.grid);
        QCOMPARE(m_session->selection().map().query, Query::patch({1, 2}));
    }
    /// Inside follows one token; of a region that is not what the map shows.
    void ofARegionTheFirstPatchIsSaidToBeFollowed()
    {
        inside();
        m_session->selection().setQuery({Query::Kind::Patches, 0, {{1, 1}, {1, 2}}, false});
        QTRY_VERIFY2(child<QLabel>("followedNumber")->text().contains(u"the first of the 2 patches"_s), qPrintable(child<QLabel>("followedNumber")->text()));
        const auto& subject = *m_session->inside().subject();
        QCOMPARE(subject.followed.patch, (std::optional<Cell>(Cell{1, 1})));
        const auto card = makeCard(subject, u"weights"_s);
        QVERIFY2(card.sentence.contains(u"the rows of 2 patches"_s) && card.sentence.contains(u"the mean of heads"_s), qPrintable(card.sentence));
        QVERIFY2(card.provenance.contains(u"the first of the 2 patches"_s), qPrintable(card.provenance));
        m_session->selection().setMethod(Method::Rollout);
        QVERIFY(makeCard(*m_session->inside().subject(), u"weights"_s).sentence.contains(u"something else"_s));
        m_session->selection().setQuery(Query::patch({1, 1}));
        QVERIFY(!child<QLabel>("followedNumber")->text().contains(u"first of"_s));
    }
    /// Counted from 0: "token 196 of 197" read as the last but one.
    void theNumberOfATokenSaysFromWhereToWhereItIsCounted()
    {
        inside();
        const auto& tokens = m_session->analysis()->tokens;
        const GridSize grid = tokens.grid;
        m_session->selection().setQuery(Query::patch({grid.rows - 1, grid.columns - 1}));
        const int last = tokens.count() - 1;
        QTRY_COMPARE(child<QLabel>("followedNumber")->text(), u"token %1 (of 0 … %1)"_s.arg(last));
    }
    void whatIsHiddenIsToldInInsideAndTakenBackThere()
    {
        inside();
        auto* badge = child<QWidget>("insideInterventionBadge");
        QVERIFY(!badge->isVisible());
        m_session->editInterventions([](Interventions& changes) { changes.hidden = {{0, 0}, {0, 1}}; });
        QTRY_VERIFY(badge->isVisible());
        QVERIFY(!child<QScrollArea>("insideCards")->viewport()->geometry().intersects(badge->geometry())); // it covers no card
        QTRY_VERIFY(m_session->inside().subject() && m_session->inside().subject()->analysis->interventions.hidden.size() == 2);
        child<QAbstractButton>("insideInterventionReset")->click();
        QVERIFY(!badge->isVisible());
        QVERIFY(m_session->interventions().empty());
    }
    void theAnswersOfTheTokenAndOfTheWholeSayWhoseTheyAre()
    {
        inside();
        m_session->selection().setQuery(Query::patch({2, 1}));
        const auto rowOf = [this](const char* name) { return qobject_cast<LabelledRow*>(child<QLabel>(name)->parentWidget()); };
        QTRY_COMPARE(rowOf("followedEnding")->label()->text(), u"this patch"_s);
        QTRY_VERIFY(child<QLabel>("endingNote")->text().contains(u"row 2, column 1"_s));
        QVERIFY(child<QLabel>("followedEnding")->text().endsWith(u"%"_s));
        QVERIFY(!rowOf("wholeEnding")->label()->text().isEmpty());
    }
    /// Only where the head reads the class token is its answer that of the whole.
    void theWholeIsToldBesideAClassTokenThatTheHeadDoesNotRead()
    {
        inside();
        QTRY_VERIFY(child<QLabel>("followedEnding")->isVisible());
        QVERIFY(!child<QLabel>("wholeEnding")->isVisible());
        m_session->openModel(QStringLiteral(PATCHLIGHT_FIXTURES) + u"/families/hf-clip-classification"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->inside().subject() && m_session->inside().subject()->config().poolsBeforeNorm, 20000);
        QCOMPARE(m_session->inside().subject()->followed.token, 0);
        QTRY_VERIFY(child<QLabel>("wholeEnding")->isVisible());
    }
    void theBadgeOfATokenWithoutPixelsFollowsTheTheme()
    {
        inside();
        auto* badge = child<QLabel>("followedPixels");
        m_session->selection().resetQuery();
        QTRY_COMPARE(badge->text(), u"CLS"_s);
        for (const auto kind : {ThemeKind::Light, ThemeKind::Dark}) {
            applyTheme(*qApp, kind);
            const QImage seen = badge->grab().toImage();
            QCOMPARE(seen.pixelColor(seen.width() / 2, seen.height() / 8), Theme::current().raised);
        }
        m_session->selection().setQuery(Query::patch({2, 1}));
        QTRY_VERIFY(!badge->pixmap(Qt::ReturnByValue).isNull());
    }
    void headAndBlockAreShared()
    {
        inside();
        Q_EMIT child<WayPanel>("wayPanel")->headChosen(1);
        QCOMPARE(std::get<HeadIndex>(m_session->selection().map().head), HeadIndex{1});
        Q_EMIT child<WayPanel>("wayPanel")->blockChosen(0);
        QTRY_COMPARE(m_session->inside().subject()->layer, LayerIndex{0});
        QCOMPARE(m_session->selection().currentLayer(), LayerIndex{0});
        m_session->selection().setCurrentLayer(LayerIndex{2});
        QTRY_COMPARE(m_session->inside().subject()->layer, LayerIndex{2});
    }
    void whatIsInViewIsRightAtOnceAndTheRestWhenItComesIntoView()
    {
        inside();
        auto* bar = child<QScrollArea>("insideCards")->verticalScrollBar();
        QTRY_VERIFY(view()->card(u"prediction"_s)->y() > 2000); // the cards have found their places
        bar->setValue(0);
        m_session->selection().setQuery(Query::patch({2, 1}));
        QVERIFY(view()->upToDate(view()->station()));
        QVERIFY(!view()->complete()); // what nobody sees can wait
        bar->setValue(bar->maximum());
        QVERIFY(view()->upToDate(view()->station()));
        QVERIFY(view()->upToDate(u"prediction"_s));
        QTRY_VERIFY(view()->complete());
    }
    /// The first card below what is in view was passed over, and kept the numbers of the token before.
    void everyCardIsOfTheTokenAndBlockThatAreChosen()
    {
        inside();
        auto* bar = child<QScrollArea>("insideCards")->verticalScrollBar();
        QTRY_VERIFY(view()->card(u"prediction"_s)->y() > 2000);
        bar->setValue(0);
        m_session->selection().setQuery(Query::patch({2, 1}));
        m_session->selection().setCurrentLayer(LayerIndex{0});
        QTRY_COMPARE(m_session->inside().subject()->layer, LayerIndex{0});
        QTRY_VERIFY(view()->complete());
        const auto& subject = *m_session->inside().subject();
        for (const auto& station : inside::stations(subject)) {
            const auto& shown = view()->card(station.id)->layoutOfCard()->card();
            const auto wanted = inside::makeCard(subject, station.id);
            QCOMPARE(shown.aside, wanted.aside);
            QCOMPARE(shown.columns.size(), wanted.columns.size());
            for (qsizetype c = 0; c < wanted.columns.size(); ++c)
                for (qsizetype e = 0; e < wanted.columns[c].size(); ++e)
                    if (const auto* strip = std::get_if<inside::Strip>(&wanted.columns[c][e]))
                        QVERIFY2(std::get<inside::Strip>(shown.columns[c][e]).values == strip->values, qPrintable(station.id));
        }
    }
    void tabGoesToTheOtherWayAndBack()
    {
        m_window->activateWindow();
        child<QWidget>("canvas")->setFocus();
        QTest::keyClick(child<QWidget>("canvas"), Qt::Key_Tab);
        QVERIFY(m_window->insideShown());
        QTest::keyClick(child<QWidget>("insideCards"), Qt::Key_Tab);
        QVERIFY(!m_window->insideShown());
    }
    void theKeysWalkTheStations()
    {
        inside();
        const QString first = view()->station();
        QTest::keyClick(child<QWidget>("insideCards"), Qt::Key_Down);
        QVERIFY(view()->station() != first);
        QTest::keyClick(child<QWidget>("insideCards"), Qt::Key_Up);
        QCOMPARE(view()->station(), first);
    }
    void enterGoesOnInEveryStepAndNeverPauses()
    {
        inside();
        view()->startTour();
        auto* cards = child<QWidget>("insideCards");
        for (int steps = 0; !view()->tour()->asks() && steps < 5; ++steps)
            QTest::keyClick(cards, Qt::Key_Return);
        QVERIFY(view()->tour()->asks());
        QTest::keyClick(cards, Qt::Key_Return);
        QCOMPARE(view()->station(), u"embedding"_s);
        QTest::keyClick(cards, Qt::Key_Enter);
        QVERIFY(view()->station() != u"embedding"_s);
        QVERIFY(view()->tour()->playing());
        QTest::keyClick(cards, Qt::Key_Up);
        QCOMPARE(view()->station(), u"embedding"_s);
        QTest::keyClick(cards, Qt::Key_Up);
        QVERIFY(view()->tour()->asks()); // where the arrows choose a patch
        const QString asked = view()->station();
        QTest::keyClick(cards, Qt::Key_Backspace);
        QVERIFY(!view()->tour()->asks());
        QTest::keyClick(cards, Qt::Key_Return);
        QVERIFY(view()->tour()->asks() && view()->station() == asked);
    }
    void theTourPlaysToTheEndAndIsPausedByAnyKey()
    {
        inside();
        view()->startTour();
        QVERIFY(view()->tour()->playing());
        QTest::keyClick(child<QWidget>("insideCards"), Qt::Key_Space);
        QVERIFY(!view()->tour()->playing());
        int steps = 0;
        while (view()->tour()->running() && ++steps < 50)
            QTest::keyClick(child<QWidget>("insideCards"), view()->tour()->asks() ? Qt::Key_Return : Qt::Key_Down);
        QVERIFY2(steps > 8 && steps < 50, qPrintable(QString::number(steps)));
    }
    /// It looks as clickable as the copy beside it, which is what the network sees of it.
    void everyPictureOfPatchesTakesAClick()
    {
        inside();
        for (const char* id : {"picture", "patches", "embedding", "scores", "weights"}) {
            auto* card = view()->card(QString::fromLatin1(id));
            QVector<QRectF> pictures; // a click makes the card anew
            for (const auto& placed : card->layoutOfCard()->placed())
                if (const auto area = elements::patchArea(*placed.element, placed.rect))
                    pictures << area->rect;
            for (const QRectF& picture : std::as_const(pictures)) {
                m_session->selection().resetQuery();
                const GridSize grid = m_session->analysis()->tokens.grid;
                const QPointF second(picture.x() + 1.5 * picture.width() / grid.columns, picture.y() + 0.5 * picture.height() / grid.rows);
                hover(*card, second);
                QCOMPARE(card->cursor().shape(), Qt::CrossCursor); // as on the map
                QTest::mouseClick(card, Qt::LeftButton, {}, second.toPoint());
                QVERIFY2(m_session->selection().map().query == Query::patch({0, 1}), id);
                QTRY_VERIFY(view()->upToDate(QString::fromLatin1(id)));
            }
            const int expected = qstrcmp(id, "picture") == 0 ? 5 : 1; // the photograph, what is left of it, its three colours
            QVERIFY2(pictures.size() >= expected, qPrintable(u"%1: %2"_s.arg(QLatin1String(id)).arg(pictures.size())));
        }
    }
    /// A click that looks at a row must not change whom the rows are of.
    void aClickOnARowShowsThatPairAndADoubleClickFollows()
    {
        inside();
        for (const char* id : {"scores", "weights", "values"}) {
            m_session->selection().setQuery(Query::patch({2, 1}));
            auto* card = view()->card(QString::fromLatin1(id));
            QTRY_VERIFY(view()->complete());
            const auto [point, token] = rowOf(*card, 2);
            QVERIFY2(token >= 0, id);
            hover(*card, point);
            QCOMPARE(card->cursor().shape(), Qt::PointingHandCursor);
            QTest::mouseClick(card, Qt::LeftButton, {}, point);
            QCOMPARE(m_session->selection().map().query, Query::patch({2, 1}));
            QCOMPARE(m_session->inside().subject()->pair->token, token);
            QTest::mouseDClick(card, Qt::LeftButton, {}, point);
            QTRY_COMPARE(m_session->inside().subject()->followed.token, token);
            QVERIFY(!m_session->inside().subject()->pair); // another query
        }
    }
    /// The list of scores above takes the clicked token in and grows: the second click would meet another row.
    void aClickedCardStaysWhereItIs()
    {
        m_window->resize(1100, 620);
        inside();
        m_session->selection().setQuery(Query::patch({2, 1}));
        QTRY_VERIFY(view()->complete());
        view()->showStation(u"weights"_s);
        auto* card = view()->card(u"weights"_s);
        auto* cards = child<QScrollArea>("insideCards");
        const auto top = [&] { return card->mapTo(cards, QPoint()).y(); };
        const int scores = view()->card(u"scores"_s)->height(), before = top();
        QTest::mouseClick(card, Qt::LeftButton, {}, rowOf(*card, 4).first);
        QTRY_VERIFY(view()->card(u"scores"_s)->height() != scores);
        QTRY_COMPARE(top(), before);
        QTRY_VERIFY(view()->complete());
        QCOMPARE(view()->station(), u"weights"_s);
    }
    /// Of Swin's blocks those that begin a stage have a card more: the cards are others, and so are their heights.
    void theStationStaysInViewFromBlockToBlock()
    {
        m_window->resize(1100, 620);
        const QString net = QStringLiteral(PATCHLIGHT_FIXTURES) + u"/goldens/"_s;
        m_session->openModel(net + u"timm-swin"_s);
        openPicture(net + u"preprocess/rgb.jpg"_s);
        inside();
        auto* cards = child<QScrollArea>("insideCards");
        const int blocks = m_session->analysis()->model->config.blockCount();
        const auto goTo = [&](int block) {
            m_session->selection().setCurrentLayer(LayerIndex{block});
            QTRY_COMPARE(m_session->inside().subject()->layer, LayerIndex{block});
            QTRY_VERIFY(view()->complete());
            QTRY_VERIFY(laidOut());
            QTest::qWait(100); // what keeps the place lets go
        };
        for (const char* station : {"windows", "values", "norm1", "merging"})
            for (int block = blocks - 1; block > 0; --block) {
                goTo(block);
                const QString id = QString::fromLatin1(station);
                if (!view()->card(id))
                    continue;
                view()->showStation(id);
                QTRY_COMPARE(view()->station(), id);
                goTo(block - 1);
                const QString kept = view()->card(id) ? id : u"embedding"_s; // the one before merging
                QVERIFY2(view()->station() == kept, qPrintable(u"%1 of block %2: %3"_s.arg(id).arg(block).arg(view()->station())));
                const auto top = [&] { return view()->card(kept)->mapTo(cards, QPoint()).y(); };
                QTRY_VERIFY2(top() >= 0 && top() < cards->height() / 2, qPrintable(u"%1: %2"_s.arg(id).arg(top())));
                QVERIFY(view()->station() == kept);
            }
    }
    void theMenuOfARowFollowsItsToken()
    {
        inside();
        m_session->selection().setQuery(Query::patch({2, 1}));
        QTRY_VERIFY(view()->complete());
        auto* card = view()->card(u"weights"_s);
        const auto [point, token] = rowOf(*card, 1);
        QContextMenuEvent event(QContextMenuEvent::Mouse, point, card->mapToGlobal(point));
        QApplication::sendEvent(card, &event);
        m_window->findChild<QMenu*>(u"cardMenu"_s)->actions().front()->trigger();
        QTRY_COMPARE(m_session->inside().subject()->followed.token, token);
    }
    void theTourAsksForAPatchAndGoesOnWhenOneIsClicked()
    {
        inside();
        view()->startTour();
        while (!view()->tour()->asks())
            view()->tour()->step(1);
        QCOMPARE(view()->station(), u"patches"_s);
        const auto placed = view()->card(u"patches"_s)->layoutOfCard()->placed();
        QTest::qWait(50);
        QVERIFY(view()->tour()->asks() && view()->tour()->playing()); // it waits without being paused
        const QRectF picture = elements::patchArea(*placed.front().element, placed.front().rect)->rect;
        QTest::mouseClick(view()->card(u"patches"_s), Qt::LeftButton, {}, picture.topLeft().toPoint() + QPoint(3, 3));
        QCOMPARE(m_session->selection().map().query, Query::patch({0, 0}));
        QTRY_VERIFY(!view()->tour()->asks());
        QCOMPARE(view()->station(), u"embedding"_s);
        QVERIFY(view()->tour()->playing());
    }
    void theTourTakesAPatchByKeysToo()
    {
        inside();
        view()->startTour();
        while (!view()->tour()->asks())
            view()->tour()->step(1);
        auto* cards = child<QWidget>("insideCards");
        for (const auto key : {Qt::Key_Left, Qt::Key_Up, Qt::Key_Up, Qt::Key_Right, Qt::Key_Right}) // the first takes the middle one
            QTest::keyClick(cards, key);
        const GridSize grid = m_session->analysis()->tokens.grid;
        const int row = std::max(0, grid.rows / 2 - 2), column = std::min(grid.columns - 1, grid.columns / 2 + 2);
        QCOMPARE(m_session->selection().map().query, Query::patch({row, column}));
        QVERIFY(view()->tour()->asks());
        QTest::keyClick(cards, Qt::Key_Return);
        QCOMPARE(view()->station(), u"embedding"_s);
    }
    void theTourEndsByItselfWithASentence()
    {
        inside();
        view()->startTour();
        m_session->selection().setQuery(Query::patch({2, 1}));
        view()->tour()->setPlaying(false);
        view()->tour()->setMillisecondsEach(100);
        while (!view()->tour()->closes())
            view()->tour()->step(1);
        QVERIFY(tourSays(inside::closingSentence(*m_session->inside().subject())));
        QVERIFY(view()->tour()->playing());
        QTRY_VERIFY(!view()->tour()->running());
        QCOMPARE(m_session->selection().map().query, Query::patch({2, 1}));
    }
    /// Chinese has no spaces and a third of the letters: by their number it would be told three times as fast.
    void bothLanguagesAreToldAboutAsLong()
    {
        inside();
        const auto& subject = *m_session->inside().subject();
        view()->startTour();
        const auto milliseconds = [this](const QString& sentence) {
            view()->tour()->setWords({}, sentence);
            return view()->tour()->milliseconds();
        };
        for (const auto& station : inside::stations(subject)) {
            const int english = milliseconds(inside::stationSentence(subject, station.id));
            Chinese chinese;
            QApplication::installTranslator(&chinese); // leaves with this scope
            const int translated = milliseconds(inside::stationSentence(subject, station.id));
            const double factor = static_cast<double>(std::max(english, translated)) / std::min(english, translated);
            QVERIFY2(factor < 1.5, qPrintable(u"%1: %2 and %3 ms"_s.arg(station.id).arg(english).arg(translated)));
        }
    }
    void keysOfCommandsStayCommandsDuringTheTour()
    {
        m_window->activateWindow();
        inside();
        view()->startTour();
        auto* cards = child<QWidget>("insideCards");
        const auto layer = m_session->inside().subject()->layer;
        QTest::keyClick(cards, Qt::Key_BracketLeft);
        QTRY_COMPARE(m_session->inside().subject()->layer.value, layer.value - 1);
        QTest::keyClick(cards, Qt::Key_Period);
        QTRY_COMPARE(m_session->inside().subject()->head, HeadIndex{1});
        QTest::keyClick(cards, Qt::Key_Question);
        QVERIFY(m_window->findChild<ShortcutOverlay*>()->isVisible());
        m_window->findChild<ShortcutOverlay*>()->hide();
        QVERIFY(view()->tour()->playing());
        cards->setFocus();
        QTest::keyClick(cards, Qt::Key_Tab);
        QVERIFY(!m_window->insideShown());
        QVERIFY(!view()->tour()->running());
    }
    void theFootSaysWhatTheArrowsDoWhileAPatchIsAskedFor()
    {
        inside();
        const auto choose = [this] { return child<QWidget>("keyHints")->accessibleDescription().contains(u"←"_s); };
        view()->startTour();
        QVERIFY(!choose());
        while (!view()->tour()->asks())
            view()->tour()->step(1);
        QVERIFY(choose());
        view()->tour()->step(1);
        QVERIFY(!choose());
    }
    void theFootOffersNoHeadsAndPatchesOfANetworkOfConvolutions()
    {
        const auto keys = [this] { return child<QWidget>("keyHints")->accessibleDescription(); };
        inside();
        QVERIFY2(keys().contains(u"head"_s) && keys().contains(u"follow a patch"_s), qPrintable(keys()));
        m_session->openModel(QStringLiteral(PATCHLIGHT_FIXTURES) + u"/families/timm-resnet-d"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->inside().subject() && !m_session->inside().subject()->hasAttention(), 20000);
        QTRY_VERIFY2(!keys().contains(u"head"_s) && keys().contains(u"follow a place"_s), qPrintable(keys()));
    }
    void aStationChosenAtTheLeftIsTheToursToo()
    {
        inside();
        view()->startTour();
        view()->tour()->setPlaying(false);
        Q_EMIT child<WayPanel>("wayPanel")->stationChosen(u"scores"_s);
        QCOMPARE(view()->tour()->station(), u"scores"_s);
        QCOMPARE(view()->station(), u"scores"_s);
        QVERIFY(tourSays(inside::stationSentence(*m_session->inside().subject(), u"scores"_s)));
        QVERIFY(!view()->tour()->playing());
    }
    /// Inside shows a head where the map fuses all: the next one is the one after it.
    void theKeysOfHeadsBeginAtTheHeadInViewAndLeaveTheMethodAlone()
    {
        m_session->selection().setMethod(Method::Rollout);
        inside();
        QCOMPARE(m_session->inside().subject()->head, HeadIndex{0});
        trigger(Command::HeadForward);
        QCOMPARE(m_session->inside().subject()->head, HeadIndex{1});
        Q_EMIT child<WayPanel>("wayPanel")->headChosen(0);
        QCOMPARE(m_session->inside().subject()->head, HeadIndex{0});
        trigger(Command::HeadBack);
        QCOMPARE(m_session->inside().subject()->head.value, m_session->inside().subject()->attention().heads - 1);
        QCOMPARE(m_session->selection().map().method, Method::Rollout);
        m_session->selection().setMethod(Method::Attention);
        QTRY_VERIFY(view()->complete());
        const int layer = m_session->selection().currentLayer().value;
        trigger(Command::LayerBack);
        trigger(Command::HeadForward); // before that block is here
        QCOMPARE(m_session->selection().currentLayer().value, layer - 1);
        QTRY_COMPARE(m_session->inside().subject()->layer.value, layer - 1);
    }
    void whatThePointerToldGoesWhenTheCardIsScrolledAway()
    {
        inside();
        auto* card = view()->card(u"picture"_s);
        const QImage before = card->grab().toImage();
        const auto placed = card->layoutOfCard()->placed();
        hover(*card, elements::patchArea(*placed.front().element, placed.front().rect)->rect.center());
        QTRY_VERIFY(QToolTip::isVisible());
        QVERIFY(card->grab().toImage() != before);
        child<QScrollArea>("insideCards")->verticalScrollBar()->setValue(40);
        QCOMPARE(card->grab().toImage(), before);
        QTRY_VERIFY(!QToolTip::isVisible());
    }
    void theTourSaysItsKeysPausedOrNot()
    {
        inside();
        view()->startTour();
        for (const bool playing : {true, false}) {
            view()->tour()->setPlaying(playing);
            const QString keys = child<QWidget>("tourKeys")->accessibleDescription();
            for (const QString& key : {u"Esc"_s, u"Enter: next"_s, u"↑: back"_s, u"Space"_s})
                QVERIFY2(keys.contains(key), qPrintable(keys));
        }
    }
    /// In CaiT's first blocks only the patches attend: a map of the class token is refused there.
    void theErrorOfAMapStaysOnTheMapsPage()
    {
        openCait();
        auto* bar = child<MessageBar>("messageBar");
        m_session->selection().setCurrentLayer(LayerIndex{0});
        QTRY_VERIFY(bar->isVisible());
        m_window->setInside(true);
        QVERIFY(!bar->isVisible());
        m_window->setInside(false);
        QVERIFY(!bar->isVisible());
    }
    void aMapThatIsRefusedMeanwhileIsToldOnItsPageAlone()
    {
        openCait();
        auto* bar = child<MessageBar>("messageBar");
        m_window->setInside(true);
        QTRY_VERIFY_WITH_TIMEOUT(view()->complete(), 20000);
        m_session->selection().setCurrentLayer(LayerIndex{0});
        QTRY_VERIFY(!m_session->changing());
        QTRY_COMPARE(m_session->inside().subject()->layer, LayerIndex{0}); // which Inside can show
        QVERIFY(!bar->isVisible());
        m_window->setInside(false);
        QTRY_VERIFY(bar->isVisible());
        QVERIFY2(bar->text().contains(u"attends to nothing"_s), qPrintable(bar->text()));
        QCOMPARE(m_session->selection().currentLayer(), m_session->shown()->request().layer);
    }
    void otherErrorsStayOverInside()
    {
        m_window->showError(u"No."_s);
        m_window->setInside(true);
        QVERIFY(child<MessageBar>("messageBar")->isVisible());
    }
    void theTourLeavesWhatIsFollowedAlone()
    {
        inside();
        view()->startTour();
        m_session->selection().setQuery(Query::patch({2, 1}));
        QTest::keyClick(child<QWidget>("insideCards"), Qt::Key_Escape);
        QVERIFY(!view()->tour()->running());
        for (const char* focus : {"insideCards", "wayPanel"}) { // whoever is late with it, wherever the keys go
            child<QWidget>(focus)->setFocus();
            QTest::keyClick(child<QWidget>(focus), Qt::Key_Escape);
            trigger(Command::ClassToken);
            QCOMPARE(m_session->selection().map().query, Query::patch({2, 1}));
        }
    }
    /// Cards are made before they have their width, and the room under the last one was measured by such a one.
    void aTourThatOpensInsideBringsTheLastCardToTheTop()
    {
        m_window->resize(1100, 620);
        view()->startTour();
        m_window->setInside(true);
        QTRY_VERIFY_WITH_TIMEOUT(view()->tour()->running(), 20000);
        while (!view()->tour()->closes()) {
            for (int turn = 0; turn < 5; ++turn)
                QCoreApplication::processEvents();
            view()->tour()->step(1);
        }
        QTRY_VERIFY(laidOut());
        auto* cards = child<QScrollArea>("insideCards");
        const QString last = view()->stations().back();
        QTRY_VERIFY2(std::abs(view()->card(last)->mapTo(cards, QPoint()).y() - 16) <= 2, qPrintable(QString::number(view()->card(last)->mapTo(cards, QPoint()).y())));
        QCOMPARE(view()->station(), last);
    }
    void theTourFollowsThePatchThatItOutlines()
    {
        inside();
        QVERIFY(!m_session->inside().subject()->followed.patch);
        view()->startTour();
        while (!view()->tour()->asks())
            view()->tour()->step(1);
        const Cell outlined = m_session->inside().subject()->patchShown();
        QTest::keyClick(child<QWidget>("insideCards"), Qt::Key_Return);
        QCOMPARE(m_session->selection().map().query, Query::patch(outlined));
        QTRY_COMPARE(m_session->inside().subject()->followed.patch, std::optional<Cell>(outlined));
    }
    void theLastCardOfTheTourOffersNoFurtherStep()
    {
        inside();
        view()->startTour();
        while (!view()->tour()->closes())
            view()->tour()->step(1);
        const QString keys = child<QWidget>("tourKeys")->accessibleDescription();
        QVERIFY2(keys.contains(u"Enter"_s) && keys.contains(u"end"_s) && !keys.contains(u"next"_s) && !keys.contains(u"pause"_s), qPrintable(keys));
    }
    /// On the map another token was asked: the cards above are as high as their new words while nobody looks.
    void insideOpensAtTheCardThatWasInViewWhateverItsNeighboursBecame()
    {
        m_window->resize(1100, 620);
        inside();
        view()->showStation(u"head"_s);
        QTRY_COMPARE(view()->station(), u"head"_s);
        const auto* card = view()->card(u"head"_s);
        const auto top = [&] { return card->mapTo(child<QScrollArea>("insideCards"), QPoint()).y(); };
        const int before = top(), place = card->y();
        m_window->setInside(false);
        m_session->selection().setMethod(Method::Rollout);
        m_session->selection().setQuery({Query::Kind::Patches, 0, {{1, 1}, {1, 2}}, false});
        inside();
        QTest::qWait(150); // what keeps the place lets go
        QVERIFY2(card->y() != place, qPrintable(QString::number(place))); // else nothing is tried here
        QCOMPARE(top(), before);
        QCOMPARE(view()->station(), u"head"_s);
    }
    /// Its bar goes, the cards have its room, and the last one lies elsewhere.
    void theLastStationIsStillMarkedWhenTheTourHasEnded()
    {
        m_window->resize(1100, 620);
        inside();
        view()->startTour();
        while (view()->tour()->running()) {
            QCoreApplication::processEvents();
            view()->tour()->step(1);
        }
        for (int turn = 0; turn < 20; ++turn)
            QCoreApplication::processEvents();
        QTRY_VERIFY(laidOut());
        QCOMPARE(view()->station(), view()->stations().back());
    }
    void theTourStandsBesideTheCardsAndKeepsItsHeight()
    {
        m_window->resize(1100, 620);
        inside();
        view()->startTour();
        auto* cards = child<QScrollArea>("insideCards");
        const auto placed = [this](QWidget* widget) { return QRect(widget->mapTo(m_window.get(), QPoint()), widget->size()); };
        QTRY_VERIFY(view()->tour()->height() > 40);
        const int height = view()->tour()->height();
        while (view()->tour()->running()) {
            QCoreApplication::processEvents();
            QVERIFY(!placed(view()->tour()).intersects(placed(cards->viewport())));
            QCOMPARE(view()->tour()->height(), height);
            view()->tour()->step(1);
        }
        QVERIFY(!view()->tour()->isVisible());
    }
    /// Without a wheel the lower half of a tall card would be out of reach.
    void theKeysShowAllOfATallCardBeforeTheNextOne()
    {
        m_window->resize(1100, 480);
        inside();
        auto* cards = child<QScrollArea>("insideCards");
        const QString first = view()->station();
        const auto* card = view()->card(first);
        QTRY_VERIFY2(card->height() > cards->viewport()->height(), qPrintable(QString::number(card->height())));
        for (int i = 0; i < 9 && view()->station() == first; ++i) {
            if (cards->verticalScrollBar()->value() + cards->viewport()->height() >= card->geometry().bottom())
                break;
            QTest::keyClick(cards, Qt::Key_Down);
        }
        QCOMPARE(view()->station(), first);
        QTest::keyClick(cards, Qt::Key_Down);
        QVERIFY(view()->station() != first);
        QTest::keyClick(cards, Qt::Key_Up);
        QCOMPARE(view()->station(), first);
        QCOMPARE(cards->verticalScrollBar()->value(), 0);
    }
    void theWayThroughKeepsTheStationInView()
    {
        m_window->resize(1100, 480);
        inside();
        auto* way = child<WayPanel>("wayPanel");
        view()->showStation(u"prediction"_s);
        QTRY_VERIFY(!way->visibleRegion().intersected(way->stationRect(u"prediction"_s).toRect()).isEmpty());
        view()->showStation(u"picture"_s);
        QTRY_VERIFY(!way->visibleRegion().intersected(way->stationRect(u"picture"_s).toRect()).isEmpty());
    }
    void picturesOfOneKindAreNotTornApart()
    {
        inside();
        const auto card = makeCard(*m_session->inside().subject(), u"picture"_s);
        for (const int width : {520, 640, 700, 760, 900}) {
            const CardLayout layout(card, width);
            QSet<int> rows;
            for (const auto& placed : layout.placed())
                if (std::holds_alternative<inside::Matrix>(*placed.element))
                    rows << qRound(placed.rect.y());
            QVERIFY2(rows.size() == 1, qPrintable(QString::number(width)));
        }
    }
    void picturesThatNeedTwoRowsShareThemEvenly()
    {
        inside::Card card;
        for (int i = 0; i < 6; ++i) {
            inside::Map map;
            map.values = Grid<float>({4, 4});
            map.small = true;
            card.columns.push_back({map});
        }
        for (const int width : {880, 900}) {
            QMap<int, int> inRow;
            const CardLayout layout(card, width);
            for (const auto& placed : layout.placed())
                ++inRow[qRound(placed.rect.y())];
            QVERIFY2(inRow.values() == (QList<int>{3, 3}) || inRow.values() == QList<int>{6}, qPrintable(QString::number(inRow.first())));
        }
    }
    void stripsUnderEachOtherBeginTogether()
    {
        inside();
        for (const auto& id : {u"scores"_s, u"values"_s}) {
            const CardLayout layout(makeCard(*m_session->inside().subject(), id), 900);
            QSet<int> begins;
            for (const auto& placed : layout.placed())
                if (const auto* strip = std::get_if<inside::Strip>(placed.element); strip && !strip->label.isEmpty())
                    begins << qRound(elements::stripBody(*strip, placed.rect).x());
            QVERIFY2(begins.size() == 1, qPrintable(id));
        }
    }
    void aCardIsWrittenInEveryKind()
    {
        inside();
        QTemporaryDir folder;
        const auto& subject = *m_session->inside().subject();
        for (const char* ending : {"png", "svg", "pdf"}) {
            const QString file = folder.filePath(u"card."_s + QString::fromLatin1(ending));
            QVERIFY(exportCard(*view()->card(u"scores"_s), subject, file));
            QVERIFY(QFileInfo(file).size() > 2000);
        }
        const auto* card = view()->card(u"scores"_s);
        QVERIFY(cardPicture(*card).height() > cardPicture(*card).devicePixelRatio() * (card->height() + 8)); // room for what it was made of
        QFile svg(folder.filePath(u"card.svg"_s));
        QVERIFY(svg.open(QIODevice::ReadOnly) && svg.readAll().contains(QString(u"followed: class token"_s).toUtf8()));
        QVERIFY(!exportCard(*view()->card(u"scores"_s), subject, folder.filePath(u"card.doc"_s)));
        QVERIFY(!exportCard(*view()->card(u"scores"_s), subject, u"/no/such/folder/card.svg"_s));
    }
    void aFormulaIsSetAndItsPartsCanBePointedAt()
    {
        const Formula formula(u"\\on{s}{s_{j}} = \\frac{\\on{q}{q} \\cdot k_{j}}{\\sqrt{64}}"_s, 18);
        QVERIFY(formula.size().height() > 25);
        QCOMPARE(formula.partAt({4, -4}), u"s"_s);
        QVERIFY(formula.spoken().contains(u"√"_s));
    }
    void nothingIsFeltOnTheWindowsThread()
    {
        inside();
        double longest = 0;
        for (int i = 0; i < 12; ++i) {
            const double before = threadMilliseconds();
            m_session->selection().setQuery(Query::patch({i % 3, i % 2}));
            longest = std::max(longest, threadMilliseconds() - before);
            QTRY_VERIFY(view()->complete());
        }
#ifdef __SANITIZE_ADDRESS__
        constexpr double kMost = 100; // that code is several times slower
#else
        constexpr double kMost = 16;
#endif
        QVERIFY2(longest <= kMost, qPrintable(QString::number(longest)));
    }

private:
    void prepare() override
    {
        setReducedMotion(true);
        start(coreEngine(1));
        const QString net = QStringLiteral(PATCHLIGHT_FIXTURES) + u"/goldens/"_s;
        m_session->openModel(net + u"timm-vit"_s);
        openPicture(net + u"preprocess/rgb.jpg"_s);
    }
    void inside()
    {
        m_window->setInside(true);
        QTRY_VERIFY_WITH_TIMEOUT(view()->complete(), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(laidOut(), 20000);
    }
    void openCait()
    {
        m_session->openModel(QStringLiteral(PATCHLIGHT_FIXTURES) + u"/families/timm-cait"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->analysis()->record.layerCount() == 4 && m_session->shown() && !m_session->changing(), 20000);
    }
    /// Layouts follow in turns of the event loop: the cards', their column's, the scroll bar's.
    bool laidOut()
    {
        const auto* cards = child<QScrollArea>("insideCards");
        const auto* column = cards->widget();
        const auto* layout = column->layout();
        const int needed = layout->hasHeightForWidth() ? layout->totalHeightForWidth(column->width()) : layout->totalSizeHint().height();
        return column->height() >= needed && cards->verticalScrollBar()->maximum() == column->height() - cards->viewport()->height()
            && column->childrenRect().bottom() > cards->viewport()->height();
    }
    /// The platform moves no pointer over what is scrolled out of view.
    static void hover(QWidget& widget, QPointF at)
    {
        QMouseEvent event(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(&widget, &event);
    }
    /// The n-th row of a card's list: a point of it, and its token.
    static std::pair<QPoint, int> rowOf(const CardWidget& card, int n)
    {
        for (const auto& placed : card.layoutOfCard()->placed()) {
            if (const auto* shares = std::get_if<inside::Shares>(placed.element))
                return {elements::shareRow(*shares, placed.rect, n).center().toPoint(), shares->rows[n].token};
            if (const auto* strip = std::get_if<inside::Strip>(placed.element); strip && strip->pairs && n-- == 0)
                return {elements::stripBody(*strip, placed.rect).center().toPoint(), strip->token};
        }
        return {{}, -1};
    }
    /// Of this thread alone, whatever else the machine does.
    static double threadMilliseconds()
    {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
    }
    bool tourSays(const QString& words) const
    {
        const auto labels = view()->tour()->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) { return label->isVisible() && label->text() == words; });
    }
    InsideView* view() const { return m_window->insideView(); }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::InsideTest)
#include "inside_test.moc"
