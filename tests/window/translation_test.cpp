// tests/window/translation_test.cpp: the Chinese texts are whole, those of the core's table of methods included.
#include "core/engine/output/export_format.h"
#include "core/explain/methods.h"
#include "tests/window/support/chinese.h"
#include "tests/window/support/window_test.h"

namespace patchlight
{

using namespace Qt::StringLiterals;

class TranslationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_chinese.wrong().isEmpty(), qPrintable(m_chinese.wrong())); }
    void nothingIsLeftOpen()
    {
        QCOMPARE(m_chinese.unfinished(), QStringList());
        for (const auto& texts : m_chinese.texts())
            for (auto text = texts.begin(); text != texts.end(); ++text)
                QVERIFY2(!text.value().isEmpty(), qPrintable(text.key()));
    }
    void everyMethodHasItsNameAndItsReadingHelp()
    {
        const auto& texts = m_chinese.texts().value(u"Methods"_s);
        for (const MethodInfo& info : methods())
            for (const std::string_view text : {info.label, info.reading, info.misleads})
                QVERIFY2(texts.contains(QString::fromUtf8(text.data(), qsizetype(text.size()))), text.data());
    }
    void everyFormatHasItsTitleAndItsUse()
    {
        const auto& texts = m_chinese.texts().value(u"patchlight::ExportTexts"_s);
        for (const ExportFormat& format : exportFormats())
            for (const std::string_view text : {format.title, format.says})
                QVERIFY2(texts.contains(QString::fromUtf8(text.data(), qsizetype(text.size()))), text.data());
    }
    void placesForNumbersAndNamesAreKept()
    {
        for (const auto& texts : m_chinese.texts())
            for (auto text = texts.begin(); text != texts.end(); ++text)
                for (const QString& place : {u"%1"_s, u"%2"_s, u"%3"_s, u"%4"_s, u"%5"_s})
                    QVERIFY2(text.key().contains(place) == text.value().contains(place), qPrintable(text.key()));
    }

private:
    const Chinese m_chinese;
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::TranslationTest)
#include "translation_test.moc"
