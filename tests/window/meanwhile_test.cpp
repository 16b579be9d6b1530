// tests/window/meanwhile_test.cpp: what is said, and where the keys go, while something else is on its way.
#include "tests/window/support/window_fixture.h"
#include "ui/adapter/core_types.h"
#include "ui/state/intervention_edits.h"
#include "ui/view/inside/inside_view.h"
#include "ui/view/widgets/controls/layer_scrubber.h"
#include "ui/view/widgets/key_hints.h"
#include "ui/view/widgets/message_bar.h"
#include "ui/view/window/head_cells.h"
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>

namespace patchlight
{

using namespace Qt::StringLiterals;

class MeanwhileTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void ofAPictureWithoutAMapNothingIsSaidThatIsTrueOfAnother()
    {
        openPicture();
        m_session->selection().setMethod(Method::GradientRollout);
        QTRY_VERIFY(words()->text().contains(u"raises"_s));
        m_control->close();
        m_session->openPicture(u"/pictures/b.png"_s);
        m_control->step();
        QTRY_COMPARE(m_session->analysis()->name, std::string("b.png"));
        QCOMPARE(words()->text(), u"The map is not there yet."_s);
        QVERIFY(words()->isVisible());
        m_control->open();
        QTRY_VERIFY(words()->text().contains(u"raises"_s));
    }
    void wordsOfAnObsoleteMapAreDimmed()
    {
        openPicture();
        m_session->selection().setMethod(Method::GradientRollout);
        QTRY_VERIFY(!m_session->changing());
        m_control->close();
        m_session->selection().setMethod(Method::Relevancy);
        QTRY_COMPARE(words()->property("tone").toString(), u"faint"_s);
        m_control->open();
        QTRY_COMPARE(words()->property("tone").toString(), u"dim"_s);
    }
    void theLensSaysNothingOfThePictureBefore()
    {
        openPicture();
        trigger(Command::Statistics);
        QTRY_VERIFY(!m_session->lens().layers().empty());
        m_control->close();
        m_session->openPicture(u"/pictures/b.png"_s);
        m_control->step();
        QTRY_COMPARE(m_session->analysis()->name, std::string("b.png"));
        QVERIFY(m_session->lens().layers().empty());
    }
    void escapeStopsWhatIsComputedAndThenAsksTheClassToken()
    {
        openPicture();
        m_session->selection().setQuery(Query::patch({1, 1}));
        m_control->close();
        m_session->selection().setMethod(Method::Relevancy);
        QTRY_VERIFY(!cancel()->isHidden());
        QTest::keyClick(child<QWidget>("canvas"), Qt::Key_Escape);
        QCOMPARE(m_session->busy(), Session::Busy::Nothing);
        QCOMPARE(m_session->selection().map().method, Method::Attention);
        QCOMPARE(m_session->selection().map().query, Query::patch({1, 1}));
        m_control->open();
        QTest::keyClick(child<QWidget>("canvas"), Qt::Key_Escape);
        QCOMPARE(m_session->selection().map().query, Query{});
    }
    void escapeStopsTheLayersAndNothingElse()
    {
        openPicture();
        auto* scrubber = child<LayerScrubber>("layerScrubber");
        for (const char* focus : {"canvas", "headsGrid"}) {
            m_session->selection().setQuery(Query::patch({1, 1}));
            trigger(Command::HidePatches);
            trigger(Command::Play);
            QVERIFY(scrubber->playing());
            child<QWidget>(focus)->setFocus();
            QTest::keyClick(child<QWidget>(focus), Qt::Key_Escape);
            QVERIFY2(!scrubber->playing(), focus);
            QVERIFY(child<QWidget>("hideStrip")->isVisible());
            QTest::keyClick(child<QWidget>(focus), Qt::Key_Escape);
            QVERIFY(!child<QWidget>("hideStrip")->isVisible());
            QCOMPARE(m_session->selection().map().query, Query::patch({1, 1}));
        }
    }
    void escapeStopsSlowLayersBeforeTheMapThatIsComputed()
    {
        openPicture();
        m_session->selection().setMethod(Method::GradCam);
        QTRY_VERIFY(!m_session->changing());
        m_control->close();
        trigger(Command::Play);
        QTRY_VERIFY(!cancel()->isHidden());
        QTest::keyClick(child<QWidget>("canvas"), Qt::Key_Escape);
        QVERIFY(!child<LayerScrubber>("layerScrubber")->playing());
        QVERIFY(m_session->busy() != Session::Busy::Nothing); // the map that was asked for still comes
        m_control->open();
    }
    void theLayersDoNotPlayBehindInside()
    {
        openPicture();
        trigger(Command::Play);
        m_window->setInside(true);
        QVERIFY(!child<LayerScrubber>("layerScrubber")->playing());
    }
    void aTestAskedForWhileTheOtherRunsComesAfterIt()
    {
        openPicture();
        m_control->close();
        trigger(Command::TestMap);
        QTRY_COMPARE(m_session->check().running(), FaithfulnessCheck::Running::Curves);
        trigger(Command::TestWeights);
        QCOMPARE(m_session->check().running(), FaithfulnessCheck::Running::Curves);
        QVERIFY(child<MessageBar>("messageBar")->text().contains(u"when the one that is running has ended"_s));
        m_control->open();
        QTRY_VERIFY(m_session->check().hasSteps() && m_session->check().running() == FaithfulnessCheck::Running::Nothing);
        QVERIFY(m_session->check().hasCurves());
    }
    void cancelStaysWhereItIs()
    {
        openPicture();
        m_control->close();
        m_session->selection().setMethod(Method::ScoreCam);
        QTRY_VERIFY(!cancel()->isHidden());
        settle();
        const int place = cancel()->x();
        Q_EMIT m_session->progressed(u"scoring the patches of the picture"_s, 100, 192);
        settle();
        QCOMPARE(cancel()->x(), place);
    }
    void afterAnErrorThatHadTheKeysTheyAreThePictures()
    {
        openPicture();
        m_window->showError(u"Heads do not fit."_s);
        child<MessageBar>("messageBar")->askFor(u"heads"_s, u"such as 3"_s);
        QCOMPARE(m_window->focusWidget(), child<QLineEdit>("messageField"));
        QTest::keyClick(child<QLineEdit>("messageField"), Qt::Key_Escape);
        QVERIFY(!child<MessageBar>("messageBar")->isVisible());
        QCOMPARE(m_window->focusWidget(), child<QWidget>("canvas"));
    }
    void tabIsPromisedOnlyWhereItTurnsToTheOtherWay()
    {
        openPicture();
        QVERIFY(tabPromised());
        QTest::keyClick(m_window.get(), Qt::Key_Backtab); // from control to control
        QTRY_VERIFY(!tabPromised());
        QTest::mouseClick(child<QWidget>("canvas"), Qt::LeftButton); // the keys of the mouse are named now
        QTest::mouseMove(child<QWidget>("statusStrip"));
        QTRY_VERIFY(tabPromised());
        QTest::keyClick(child<QWidget>("canvas"), Qt::Key_Tab);
        QTRY_VERIFY(child<InsideView>("insideView")->isVisible());
    }
    void whoLeftItInsideBeginsWithTheInvitationAndIsInsideWithThePicture()
    {
        openPicture();
        m_window->setInside(true);
        m_window.reset();
        m_session.reset();
        start(fakeEngine(m_control));
        QVERIFY(!child<InsideView>("insideView")->isVisible());
        openPicture();
        QTRY_VERIFY(child<InsideView>("insideView")->isVisible());
    }
    void anErrorOfAMapGoesWhenAnotherIsThere()
    {
        openPicture();
        m_control->failWith({ErrorCode::Unsupported, "relevancy: not on this network"});
        m_session->selection().setMethod(Method::Relevancy);
        auto* bar = child<MessageBar>("messageBar");
        QTRY_VERIFY(bar->isVisible() && bar->kind() == MessageBar::Kind::Error);
        m_session->selection().setMethod(Method::Rollout);
        QTRY_VERIFY(!bar->isVisible());
        m_window->showError(u"b.png cannot be opened."_s); // of something else it stays
        m_session->selection().setMethod(Method::Attention);
        QTRY_COMPARE(m_session->shown()->request().method, Method::Attention);
        QVERIFY(bar->isVisible());
    }
    void anErrorOfAModelGoesWhenAnotherIsOpenThoughThereIsNoPicture()
    {
        auto* bar = child<MessageBar>("messageBar");
        m_window->showError(u"x.pt cannot be opened."_s);
        QVERIFY(bar->isVisible());
        m_session->openModel(u"/models/b.safetensors"_s);
        QTRY_VERIFY(!bar->isVisible());
    }
    void aQueryThatIsTurnedRoundIsReadSoAndSaidWhereAMethodCannot()
    {
        openPicture();
        Query who = Query::patch({1, 1});
        who.inverse = true;
        m_session->selection().setQuery(who);
        QVERIFY(child<QLabel>("methodReading")->text().contains(u"that look at the query"_s));
        m_session->selection().setMethod(Method::AttentionFlow);
        QVERIFY(child<MessageBar>("messageBar")->text().contains(u"does not say who looks here"_s));
    }
    void aHeadThatIsSwitchedOffIsCalledSo()
    {
        openPicture();
        const HeadCell cell{1, 1};
        QTRY_VERIFY(headDescription(*m_session, cell).contains(u"entropy"_s));
        m_session->editInterventions([](Interventions& changes) { changeHead(changes, LayerIndex{1}, HeadIndex{1}, HeadChange::Off); });
        QTRY_VERIFY(!m_session->analysis()->interventions.empty());
        QTRY_COMPARE(headDescription(*m_session, cell), u"switched off: it looks nowhere"_s);
    }

private:
    QLabel* words() const { return child<QLabel>("noShares"); }
    QPushButton* cancel() const { return child<QPushButton>("cancelButton"); }
    bool tabPromised() const
    {
        const auto& hints = child<QWidget>("statusStrip")->findChild<KeyHints*>()->hints();
        return std::ranges::any_of(hints, [](const KeyHint& hint) { return hint.keys == QStringList{u"Tab"_s}; });
    }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::MeanwhileTest)
#include "meanwhile_test.moc"
