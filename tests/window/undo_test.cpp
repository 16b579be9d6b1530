// tests/window/undo_test.cpp: what is taken back and done again, and what makes one step.
#include "tests/window/support/window_fixture.h"
#include "ui/adapter/core_types.h"
#include "ui/adapter/texts.h"
#include "ui/state/intervention_edits.h"
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/widgets/message_bar.h"
#include <QLineEdit>
namespace patchlight
{

using namespace Qt::StringLiterals;
const QString kNet = QStringLiteral(PATCHLIGHT_FIXTURES "/goldens/timm-vit");

class UndoTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void undoGoesBackThroughQueryMethodAndHiddenPatchesAndRedoForthAgain()
    {
        openPicture();
        auto& selection = m_session->selection();
        selection.setQuery(Query::patch({1, 1}));
        trigger(Command::Method2);
        hide({{0, 0}, {0, 1}});
        trigger(Command::Undo);
        QVERIFY(m_session->interventions().hidden.empty());
        trigger(Command::Undo);
        QCOMPARE(selection.map().method, Method::Attention);
        QCOMPARE(selection.map().query, Query::patch({1, 1}));
        trigger(Command::Undo);
        QCOMPARE(selection.map().query, Query{});
        trigger(Command::Undo);
        QVERIFY(child<MessageBar>("messageBar")->text().contains(u"nothing to undo"_s));
        for (int i = 0; i < 3; ++i)
            trigger(Command::Redo);
        QCOMPARE(selection.map().method, Method::Rollout);
        QCOMPARE(m_session->interventions().hidden.size(), std::size_t{2});
    }
    void resettingAllChangesCanBeUndone()
    {
        openPicture();
        hide({{1, 2}});
        trigger(Command::Untouched);
        QVERIFY(m_session->interventions().hidden.empty());
        trigger(Command::Undo);
        QCOMPARE(m_session->interventions().hidden, (std::vector<Cell>{{1, 2}}));
    }
    void aStrokeIsOneStep()
    {
        openPicture();
        for (int column = 0; column < 4; ++column)
            m_session->editInterventions([&](Interventions& changes) { changes.hidden.push_back({0, column}); });
        trigger(Command::Undo);
        QVERIFY(m_session->interventions().hidden.empty());
    }
    void aStrokeIsOneStepHoweverLongItTakes()
    {
        openPicture();
        trigger(Command::HidePatches);
        auto* canvas = child<ImageCanvas>("canvas");
        const auto middleOf = [canvas](QPoint cell) { return canvas->patchRectInView(cell).center().toPoint(); };
        QTest::mousePress(canvas, Qt::LeftButton, {}, middleOf({0, 0}));
        QTest::mouseMove(canvas, middleOf({1, 0}));
        QTest::qWait(900);
        QTest::mouseMove(canvas, middleOf({2, 0}));
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, middleOf({2, 0}));
        QCOMPARE(m_session->interventions().hidden.size(), std::size_t{3});
        QTest::mousePress(canvas, Qt::LeftButton, {}, middleOf({1, 2})); // another one, at once
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, middleOf({1, 2}));
        QCOMPARE(m_session->interventions().hidden.size(), std::size_t{4});
        trigger(Command::Undo);
        QCOMPARE(m_session->interventions().hidden.size(), std::size_t{3});
        trigger(Command::Undo);
        QVERIFY(m_session->interventions().hidden.empty());
    }
    void onAnotherPictureNothingOfTheFirstIsHiddenByUndo()
    {
        openPicture();
        hide({{1, 2}});
        trigger(Command::Untouched);
        openPicture(u"/pictures/b.png"_s);
        trigger(Command::Undo);
        QVERIFY(m_session->interventions().hidden.empty());
    }
    void whatIsCorrectedIsTheFirstThatIsUndone()
    {
        openPicture();
        auto& selection = m_session->selection();
        selection.setQuery(Query::patch({1, 1}));
        hide({{0, 0}});
        pressFact(FactId::NormEps);
        auto* line = m_window->findChild<QLineEdit*>(u"factLine"_s);
        QTest::keyClicks(line, u"1e-2"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(m_session->corrections().normEps && m_session->busy() == Session::Busy::Nothing);
        trigger(Command::Undo);
        QTRY_VERIFY(!m_session->corrections().normEps && m_session->busy() == Session::Busy::Nothing);
        QCOMPARE(selection.map().query, Query::patch({1, 1}));
        QCOMPARE(m_session->interventions().hidden.size(), std::size_t{1});
        trigger(Command::Redo);
        QTRY_VERIFY(m_session->corrections().normEps && m_session->busy() == Session::Busy::Nothing);
        trigger(Command::Undo);
        trigger(Command::Redo); // while that is loaded
        QTRY_VERIFY(m_session->busy() == Session::Busy::Nothing);
        QVERIFY(m_session->corrections().normEps);
        for (int i = 0; i < 3; ++i)
            trigger(Command::Undo);
        QTRY_VERIFY(!m_session->corrections().normEps && m_session->busy() == Session::Busy::Nothing);
        QCOMPARE(selection.map().query, Query{});
        QVERIFY(m_session->interventions().hidden.empty());
    }
    void whereACorrectionIsUndoneItsViewIsBackToo()
    {
        m_window.reset();
        m_session.reset();
        start(coreEngine(1));
        m_session->openModel(kNet);
        openPicture(QStringLiteral(PATCHLIGHT_FIXTURES "/goldens/preprocess/rgb.png"));
        auto& selection = m_session->selection();
        selection.setQuery(Query::patch({2, 3}));
        hide({{0, 1}, {2, 2}});
        m_session->editInterventions([](Interventions& changes) { changeHead(changes, LayerIndex{0}, HeadIndex{1}, HeadChange::Off); });
        QTRY_VERIFY(!m_session->changing());
        selection.selectHead(LayerIndex{1}, HeadIndex{2});
        const MapChoice before = selection.map();
        const Interventions changes = m_session->interventions();
        Overrides six;
        six.heads = 6;
        m_session->correctModel(six);
        QTRY_COMPARE(selection.shape().heads.front(), 6);
        QTRY_VERIFY(!m_session->changing());
        QCOMPARE(m_session->interventions().hidden, changes.hidden);
        QVERIFY(m_session->interventions().heads.empty());
        trigger(Command::Undo);
        QTRY_COMPARE(selection.shape().heads.front(), 3);
        QTRY_VERIFY(!m_session->changing());
        QCOMPARE(selection.map(), before);
        QCOMPARE(m_session->interventions(), changes);
        QCOMPARE(m_session->analysis()->interventions, changes);
        trigger(Command::Undo);
        QCOMPARE(selection.map().head, HeadChoice{HeadFusion::Mean}); // and what was before it
    }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::UndoTest)
#include "undo_test.moc"
