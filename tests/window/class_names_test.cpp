// tests/window/class_names_test.cpp: in a Chinese window the classes of ImageNet have Chinese names.
#include "core/checkpoint/class_names.h"
#include "tests/window/support/chinese.h"
#include "tests/window/support/window_fixture.h"
#include "ui/adapter/class_names.h"
#include "ui/view/widgets/prediction_list.h"
#include <QLineEdit>
#include <QPushButton>
#include <QSet>

namespace patchlight
{

using namespace Qt::StringLiterals;

class ClassNamesTest : public WindowFixture
{
    Q_OBJECT
protected:
    void prepare() override
    {
        QCoreApplication::removeTranslator(&m_chinese); // of the test before
        QCoreApplication::installTranslator(&m_chinese);
    }

private Q_SLOTS:
    void everyClassOfImageNetHasAChineseNameOfItsOwn()
    {
        const auto names = shippedClassNames(kClasses);
        QCOMPARE(int(names.size()), kClasses);
        QHash<QString, int> seen;
        for (int i = 0; i < kClasses; ++i) {
            const QString shown = shownClassName(names[std::size_t(i)], ClassIndex{i});
            const QString said = u"%1 %2: %3"_s.arg(i).arg(QString::fromStdString(names[std::size_t(i)]), shown);
            QVERIFY2(isChinese(shown) || shown == u"iPod"_s, qPrintable(said));
            QVERIFY2(!seen.contains(shown), qPrintable(said + u", as "_s + QString::number(seen.value(shown))));
            seen.insert(shown, i);
        }
    }
    void allWaysToWriteAnImageNetClassAreOneName()
    {
        QCOMPARE(shownClassName("tench, Tinca tinca", ClassIndex{0}), shownClassName("tench", ClassIndex{0}));
        QCOMPARE(shownClassName("crane", ClassIndex{134}), u"鹤"_s); // the bird
        QCOMPARE(shownClassName("crane (134)", ClassIndex{134}), u"鹤"_s);
        QCOMPARE(shownClassName("crane (517)", ClassIndex{517}), u"起重机"_s);
    }
    void anotherModelsClassOfThatNameIsLeftAlone()
    {
        QCOMPARE(shownClassName("mouse", ClassIndex{3}), u"mouse"_s);
        QCOMPARE(shownClassName("mouse", ClassIndex{673}), u"鼠标"_s);
    }
    void inEnglishNamesStayAsTheModelHasThem()
    {
        QCoreApplication::removeTranslator(&m_chinese);
        QCOMPARE(shownClassName("crane (134)", ClassIndex{134}), u"crane (134)"_s);
        QCOMPARE(shownClassName("tench, Tinca tinca", ClassIndex{0}), u"tench, Tinca tinca"_s);
    }
    void aClassIsFoundByItsChineseAndByItsOwnName_data()
    {
        QTest::addColumn<QString>("words");
        for (const QString& words : {u"金鱼"_s, u"goldfish"_s, u"GOLD"_s, u"1"_s})
            QTest::newRow(qPrintable(words)) << words;
    }
    void aClassIsFoundByItsChineseAndByItsOwnName()
    {
        QFETCH(const QString, words);
        m_control->classNames = {"tench", "goldfish", "great white shark", "tiger shark", "hammerhead", "electric ray"};
        openPicture();
        child<QPushButton>("allClasses")->click();
        child<QLineEdit>("classFilter")->setText(words);
        const auto* found = child<PredictionList>("predictionList")->model();
        QCOMPARE(found->rowCount(), 1);
        QCOMPARE(found->index(0, 0).data().toString(), u"金鱼"_s);
        QVERIFY(found->index(0, 0).data(Qt::ToolTipRole).toString().contains(u"goldfish"_s));
    }

private:
    static constexpr int kClasses = 1000;
    static bool isChinese(const QString& text)
    {
        return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
    }
    Chinese m_chinese;
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::ClassNamesTest)
#include "class_names_test.moc"
