// tests/window/facts_test.cpp: facts of a model that are corrected where they stand.
#include "tests/window/support/window_fixture.h"
#include "ui/adapter/texts.h"
#include "ui/view/widgets/message_bar.h"
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <algorithm>

namespace patchlight
{

using namespace Qt::StringLiterals;

class FactsTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void aFactIsCorrectedWhereItStands()
    {
        openPicture();
        pressFact(FactId::Heads);
        auto* line = m_window->findChild<QLineEdit*>(u"factLine"_s);
        QVERIFY(line);
        const QRect room = m_window->screen()->availableGeometry(), place = line->window()->geometry();
        QVERIFY2(room.contains(place), qPrintable(u"%1 %2 %3 %4"_s.arg(place.left()).arg(place.top()).arg(place.right()).arg(place.bottom())));
        QTest::keyClicks(line, u"many"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(!m_window->findChild<QLabel*>(u"factWrong"_s)->text().isEmpty());
        line->clear();
        QTest::keyClicks(line, u"6"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(m_control->source().overrides.heads, std::optional(6));
        QTRY_COMPARE(m_session->corrections().heads, std::optional(6));
        openPicture(u"/pictures/b.png"_s);
        m_session->setDevice(u"cpu"_s, Precision::Bf16); // loads again, with the correction
        QTRY_COMPARE(m_control->source().precision, Precision::Bf16);
        QCOMPARE(m_control->source().overrides.heads, std::optional(6));
        m_session->openModel(u"/models/other.safetensors"_s);
        QTRY_COMPARE(m_control->source().path.filename().string(), std::string("other.safetensors"));
        QCOMPARE(m_control->source().overrides.heads, std::nullopt);
    }
    void theNotesOfEveryFamilyAreShown()
    {
        for (const Family family : {Family::Vit, Family::ResNet}) {
            ModelInfo model;
            model.config.family = family;
            model.notes = {"config.json states 3 channels after the stem, but the weights have 4, which count"};
            QCOMPARE(modelFacts(model).back().toolTip, fromUtf8(model.notes.front()));
        }
    }
    void factsOfFewValuesAreChosenFromAList()
    {
        openPicture();
        pressFact(FactId::Activation);
        auto* menu = m_window->findChild<QMenu*>(u"factMenu"_s);
        QVERIFY(menu && menu->actions().size() > 3);
        menu->actions().at(1)->trigger();
        QTRY_VERIFY(m_control->source().overrides.activation.has_value());
    }
    void theMenuOfAFactHasAHeadingAndMarksWhatIsSo()
    {
        openPicture();
        for (const FactId fact : {FactId::ColourProfiles, FactId::Activation, FactId::DarkPictures, FactId::Profile}) {
            pressFact(fact);
            auto* menu = m_window->findChild<QMenu*>(u"factMenu"_s);
            QVERIFY(menu && !menu->actions().first()->isSeparator());
            QCOMPARE(menu->actions().first()->text(), factLabel(fact));
            int marked = 0;
            for (const QAction* action : menu->actions())
                marked += action->isChecked();
            QCOMPARE(marked, 1);
            delete menu;
        }
    }
    void whatNobodyCorrectsIsNamedByItsSource()
    {
        ModelInfo model;
        model.config.classes.value = 1000;
        QCOMPARE(uncorrectedText(model, FactId::ClassNames, false), u"Automatic"_s); // there are none
        model.config.classNames.assign(1000, "name");
        model.config.classNamesOrigin = Origin::Assumed;
        QCOMPARE(uncorrectedText(model, FactId::ClassNames, false), u"Automatic (assumed: ImageNet-1k)"_s);
        model.config.classNamesOrigin = Origin::Read;
        QCOMPARE(uncorrectedText(model, FactId::ClassNames, false), u"As the file says"_s);
        QCOMPARE(uncorrectedText(model, FactId::ClassNames, true), u"Automatic"_s);
    }
    void classNamesComeFromAFile()
    {
        openPicture();
        m_dialogs.fact = u"/names/mine.txt"_s;
        pressFact(FactId::ClassNames);
        auto* menu = m_window->findChild<QMenu*>(u"factMenu"_s);
        QVERIFY(menu);
        for (QAction* action : menu->actions())
            if (action->text().contains(u"file…"_s))
                action->trigger();
        QTRY_COMPARE(m_control->source().overrides.labels.value_or(std::filesystem::path()).string(),
            std::string("/names/mine.txt"));
    }
    /// What is above the facts becomes shorter or longer with it, and the next click would meet another row.
    void theFactsStayWhereTheyAreWhenOneIsCorrected()
    {
        m_control->classNames = {"tench", "goldfish", "great white shark", "tiger shark", "hammerhead", "electric ray"};
        m_window->resize(1100, 620);
        openPicture();
        auto* panel = child<QScrollArea>("rightPanel");
        auto* facts = child<QWidget>("modelFacts");
        const auto top = [&] { return facts->mapTo(panel, QPoint()).y(); };
        settle();
        panel->verticalScrollBar()->setValue(panel->verticalScrollBar()->value() + top() - 40);
        QCOMPARE(top(), 40);
        const int content = facts->mapTo(panel->widget(), QPoint()).y();
        m_control->classNames = {};
        Overrides overrides;
        overrides.colourProfiles = false;
        m_session->correctModel(overrides);
        QTRY_VERIFY(facts->mapTo(panel->widget(), QPoint()).y() != content);
        QTRY_COMPARE(m_session->busy(), Session::Busy::Nothing);
        settle();
        QTRY_COMPARE(top(), 40);
    }
    void noNamesAreYoursWhereYouAskedForNone()
    {
        ModelInfo model;
        model.config.classes = {1000, Origin::Read};
        model.config.normEps = {1e-6, Origin::Assumed};
        model.config.classNamesOrigin = Origin::Given;
        const auto facts = modelFacts(model);
        const auto fact = [&facts](FactId id) { return *std::ranges::find(facts, id, &ModelFact::id); };
        QCOMPARE(fact(FactId::ClassNames).value, u"none: numbers"_s);
        QCOMPARE(fact(FactId::ClassNames).origin, std::optional(Origin::Given));
        QCOMPARE(fact(FactId::NormEps).value, u"1e\u22126"_s);
    }
    void anErrorAsksForTheValueThatIsMissing()
    {
        openPicture();
        m_control->failWith({ErrorCode::Malformed, "x.safetensors: its width is no multiple of 16; give it with --heads"});
        m_session->openModel(u"/models/x.safetensors"_s);
        auto* field = child<QLineEdit>("messageField");
        QTRY_VERIFY(field->isVisible());
        QVERIFY(!child<MessageBar>("messageBar")->text().contains(u"--heads"_s));
        QTest::keyClicks(field, u"3"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(m_control->source().overrides.heads, std::optional(3));
        QCOMPARE(m_control->source().path.filename().string(), std::string("x.safetensors"));
        QTRY_COMPARE(QString::fromStdString(m_session->model()->title), u"x.safetensors"_s);
        QVERIFY(!field->isVisible());
    }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::FactsTest)
#include "facts_test.moc"
