// tests/window/translation_test.cpp: the Chinese texts are whole, those of the core's table of methods included.
#include "core/engine/output/export_format.h"
#include "core/explain/methods.h"
#include "tests/window/support/window_test.h"
#include <QFile>
#include <QHash>
#include <QXmlStreamReader>

namespace patchlight
{

using namespace Qt::StringLiterals;

class TranslationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QStringLiteral(PATCHLIGHT_FIXTURES "/../../resources/translations/patchlight_zh_CN.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QString context, source;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            if (xml.name() == u"name")
                context = xml.readElementText();
            else if (xml.name() == u"source")
                source = xml.readElementText();
            else if (xml.name() == u"translation") {
                if (xml.attributes().value("type"_L1) == u"unfinished")
                    m_unfinished << source;
                m_texts[context].insert(source, xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed());
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    }
    void nothingIsLeftOpen()
    {
        QCOMPARE(m_unfinished, QStringList());
        for (const auto& texts : m_texts)
            for (auto text = texts.begin(); text != texts.end(); ++text)
                QVERIFY2(!text.value().isEmpty(), qPrintable(text.key()));
    }
    void everyMethodHasItsNameAndItsReadingHelp()
    {
        const auto& texts = m_texts.value(u"Methods"_s);
        for (const MethodInfo& info : methods())
            for (const std::string_view text : {info.label, info.reading, info.misleads})
                QVERIFY2(texts.contains(QString::fromUtf8(text.data(), qsizetype(text.size()))), text.data());
    }
    void everyFormatHasItsTitleAndItsUse()
    {
        const auto& texts = m_texts.value(u"patchlight::ExportTexts"_s);
        for (const ExportFormat& format : exportFormats())
            for (const std::string_view text : {format.title, format.says})
                QVERIFY2(texts.contains(QString::fromUtf8(text.data(), qsizetype(text.size()))), text.data());
    }
    void placesForNumbersAndNamesAreKept()
    {
        for (const auto& texts : m_texts)
            for (auto text = texts.begin(); text != texts.end(); ++text)
                for (const QString& place : {u"%1"_s, u"%2"_s, u"%3"_s})
                    QVERIFY2(text.key().contains(place) == text.value().contains(place), qPrintable(text.key()));
    }

private:
    QHash<QString, QHash<QString, QString>> m_texts;
    QStringList m_unfinished;
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::TranslationTest)
#include "translation_test.moc"
