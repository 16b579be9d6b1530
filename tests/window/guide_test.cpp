// tests/window/guide_test.cpp: F1 opens the guide at the page on what is in front of the person.
#include "tests/window/support/window_fixture.h"
#include "ui/view/widgets/message_bar.h"
#include "ui/view/widgets/prediction_list.h"
#include "ui/view/window/guide.h"
#include <QDialog>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

namespace patchlight
{

using namespace Qt::StringLiterals;

class GuideTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstPageIsThatOfTheFirstSteps() { QCOMPARE(pageOpened(), u"first-steps"_s); }
    void everyPartOfTheWindowHasItsPage()
    {
        openPicture();
        child<QWidget>("methodList")->setFocus();
        QCOMPARE(pageOpened(), u"methods"_s);
        child<QWidget>("predictionList")->setFocus();
        QCOMPARE(pageOpened(), u"reading-maps"_s);
        QCOMPARE(guidePageAt(child<QWidget>("modelFacts")), u"models"_s);
        QCOMPARE(guidePageAt(child<QWidget>("headsPanel")), u"what-if"_s);
        trigger(Command::HidePatches);
        QCOMPARE(pageOpened(), u"what-if"_s);
        trigger(Command::HidePatches);
    }
    void insideHasItsOwn()
    {
        openPicture();
        m_window->setInside(true);
        QCOMPARE(pageOpened(), u"inside"_s);
        m_window->setInside(false);
        QVERIFY(pageOpened() != u"inside"_s);
    }
    void theModelsHaveTheirs()
    {
        trigger(Command::Models);
        QCOMPARE(pageOpened(), u"models"_s);
    }
    void aRefusalIsLookedUp()
    {
        m_window->showError(u"a.pt is damaged."_s);
        QCOMPARE(pageOpened(), u"troubleshooting"_s);
    }
    void aPageIsLaidOutAsAWholeAndNotWithEveryCellOfItsTables()
    {
        showGuide(m_window.get(), u"index"_s);
        settle();
        auto* pages = m_window->findChild<QTextBrowser*>(u"guidePages"_s);
        QSignalSpy changes(pages->document(), &QTextDocument::contentsChange);
        showGuide(m_window.get(), u"models"_s);
        QVERIFY2(changes.count() <= kFewChanges, qPrintable(QString::number(changes.count())));
        pages->verticalScrollBar()->setValue(100);
        pages->backward();
        changes.clear();
        pages->forward();
        QCOMPARE(pages->verticalScrollBar()->value(), 100);
        QVERIFY2(changes.count() <= kFewChanges, qPrintable(QString::number(changes.count())));
    }
    void paragraphsStandApart()
    {
        showGuide(m_window.get(), u"index"_s);
        const auto* document = m_window->findChild<QTextBrowser*>(u"guidePages"_s)->document();
        for (QTextBlock block = document->begin(); block.isValid(); block = block.next())
            if (!QTextCursor(block).currentTable())
                QVERIFY2(block.blockFormat().bottomMargin() > 0, qPrintable(block.text()));
    }
    void theTextOfATableDoesNotTouchItsBorders()
    {
        showGuide(m_window.get(), u"models"_s);
        int tables = 0;
        for (const QTextFrame* frame :
            m_window->findChild<QTextBrowser*>(u"guidePages"_s)->document()->rootFrame()->childFrames())
            if (const auto* table = qobject_cast<const QTextTable*>(frame)) {
                ++tables;
                QVERIFY(table->format().cellPadding() > 1);
            }
        QVERIFY(tables > 0);
    }
    void itsLinksLeadToPagesAndBack()
    {
        showGuide(m_window.get(), u"index"_s);
        auto* pages = m_window->findChild<QTextBrowser*>(u"guidePages"_s);
        QVERIFY(pages->toPlainText().contains(u"first five minutes"_s));
        pages->setSource(pages->source().resolved(QUrl(u"methods.md"_s)));
        QVERIFY(pages->toPlainText().contains(u"Rollout"_s));
        QVERIFY(pages->loadResource(QTextDocument::ImageResource, QUrl(u"../pictures/rollout.png"_s)).isValid());
        pages->backward();
        QVERIFY(pages->toPlainText().contains(u"first five minutes"_s));
    }

private:
    static constexpr int kFewChanges = 4; ///< taken away, written; each is laid out
    /// The page that F1 opens; closed again.
    QString pageOpened()
    {
        trigger(Command::Guide);
        auto* guide = m_window->findChild<QDialog*>(u"guide"_s);
        auto* pages = guide ? guide->findChild<QTextBrowser*>() : nullptr;
        if (!pages || !guide->isVisible() || pages->toPlainText().isEmpty())
            return {};
        guide->close();
        return pages->source().fileName().section(u'.', 0, 0);
    }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::GuideTest)
#include "guide_test.moc"
