// tests/window/translation_test.cpp: the Chinese texts are whole, those of the core's table of methods included.
#include "core/engine/output/export_format.h"
#include "core/explain/methods.h"
#include "tests/window/support/chinese.h"
#include "tests/window/support/window_test.h"
#include <QDir>
#include <QRegularExpression>

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
    /// lupdate loses its way behind some lines and leaves the namespace out; such a text is never found.
    void everyTextIsWhereTheProgramLooksForIt()
    {
        const QStringList bare{u"ClassNames"_s, u"Commands"_s, u"ErrorLeads"_s, u"ErrorSentences"_s, u"KeyCaps"_s, u"MapValues"_s, u"Methods"_s};
        for (const QString& context : m_chinese.texts().keys())
            QVERIFY2(context.startsWith(u"patchlight::"_s) || bare.contains(context), qPrintable(context));
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
    void oneWordIsUsedForOneThing()
    {
        QString all = guide(u"zh_CN"_s);
        for (const auto& texts : m_chinese.texts())
            all += QStringList(texts.values()).join(u'\n');
        all.remove(u"迷你"_s); // a breed of dogs
        for (const QString& other :
            {u"图像块"_s, u"隐藏图块"_s, u"你"_s, u"颜色越深"_s, u"最深的颜色"_s, u"单击"_s, u"游览"_s, u"标尺"_s,
                u"回车"_s, u"Return"_s, u"输入×"_s, u"梯度 rollout"_s, u"%1 px"_s, u"%1 无法打开"_s, u"测试"_s, u"等级相关"_s, u"从头部"_s,
                u"token"_s, u"显示 Vision Transformer"_s, u"转为 sRGB"_s})
            QVERIFY2(!all.contains(other), qPrintable(other));
        for (const QString& context : {u"LibraryFacts"_s, u"LibraryPage"_s, u"LibraryTexts"_s, u"StatusStrip"_s})
            for (const QString& text : m_chinese.texts().value(u"patchlight::"_s + context))
                QVERIFY2(!text.contains(u"获取"_s), qPrintable(text)); // 下载
    }
    /// They count from 0: 第 1 行 would be the first, not the second.
    void rowsAndColumnsHaveNumbersAndNoRank()
    {
        static const QRegularExpression counted(u"\\b(rows?|columns?) %\\d"_s);
        for (const auto& texts : m_chinese.texts())
            for (auto text = texts.begin(); text != texts.end(); ++text)
                QVERIFY2(!text.key().contains(counted) || !text.value().contains(u'第'), qPrintable(text.value()));
    }
    void theGuideNamesControlsAsTheProgramDoes_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s;
    }
    void theGuideNamesControlsAsTheProgramDoes()
    {
        QFETCH(QString, language);
        QString all;
        for (const auto& texts : m_chinese.texts())
            for (auto text = texts.begin(); text != texts.end(); ++text)
                all += (language == u"en" ? text.key() : text.value()) + u'\n';
        // In Chinese they are bold, as slanted it reads badly; so are the words that a paragraph begins with.
        static const QRegularExpression slanted(u"(?<!\\*)\\*([^*\\n]+)\\*(?!\\*)"_s);
        static const QRegularExpression bold(u"(?:^|\\n)\\*\\*[^*\\n]+\\*\\*|\\*\\*([^*\\n]+)\\*\\*"_s);
        int names = 0;
        for (const auto& quote : (language == u"en" ? slanted : bold).globalMatch(guide(language))) {
            if (quote.captured(1).isEmpty())
                continue;
            ++names;
            QVERIFY2(all.contains(quote.captured(1), Qt::CaseInsensitive), qPrintable(quote.captured(1)));
        }
        QVERIFY(names > kFewNames);
    }
    void chineseIsNotSlanted()
    {
        static const QRegularExpression slanted(u"(?<!\\*)\\*([^*\\n]+)\\*(?!\\*)"_s);
        QCOMPARE(slanted.match(guide(u"zh_CN"_s)).captured(), QString());
    }
    void placesForNumbersAndNamesAreKept()
    {
        for (const auto& texts : m_chinese.texts())
            for (auto text = texts.begin(); text != texts.end(); ++text)
                for (const QString& place : {u"%1"_s, u"%2"_s, u"%3"_s, u"%4"_s, u"%5"_s})
                    QVERIFY2(text.key().contains(place) == text.value().contains(place), qPrintable(text.key()));
    }

private:
    static constexpr int kFewNames = 20; ///< more controls than these are named in the guide
    /// The guide's pages but for that of messages, which quotes them with gaps, without what is set as code.
    static QString guide(const QString& language)
    {
        static const QRegularExpression code(u"```.*?```|`[^`\n]*`"_s, QRegularExpression::DotMatchesEverythingOption);
        QString all;
        const QDir pages(QStringLiteral(PATCHLIGHT_FIXTURES "/../../resources/docs/guide/") + language);
        for (const QString& name : pages.entryList({u"*.md"_s}, QDir::Files)) {
            QFile page(pages.filePath(name));
            if (name != u"troubleshooting.md" && page.open(QIODevice::ReadOnly))
                all += QString::fromUtf8(page.readAll()).remove(code);
        }
        return all;
    }

    const Chinese m_chinese;
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::TranslationTest)
#include "translation_test.moc"
