// tests/window/chinese_errors_test.cpp: in a Chinese window what goes wrong is said in Chinese: every kind of error, every
// sentence of the core, and what damaged files really give; notes likewise.
#include "core/library/hub_answers.h"
#include "core/library/hub_cache.h"
#include "tests/window/support/chinese.h"
#include "tests/window/support/window_test.h"
#include "ui/adapter/analysis_engine.h"
#include "ui/adapter/error_sentences.h"
#include "ui/adapter/texts.h"
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <cerrno>
#include <map>

namespace patchlight
{

using namespace Qt::StringLiterals;

class ChineseErrorsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_chinese.wrong().isEmpty(), qPrintable(m_chinese.wrong()));
        QCoreApplication::installTranslator(&m_chinese);
        m_engine = coreEngine(1)();
    }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_chinese); }
    void theTableIsThatOfTheSources()
    {
        QProcess script;
        script.start(u"python3"_s, {QStringLiteral(PATCHLIGHT_FIXTURES "/../../resources/translations/core_sentences.py"),
                                       QStringLiteral(PATCHLIGHT_FIXTURES "/../..")});
        if (!script.waitForFinished())
            QSKIP("no python3 here");
        QFile table(QStringLiteral(PATCHLIGHT_FIXTURES "/../../ui/adapter/core_sentences.h"));
        QVERIFY(table.open(QIODevice::ReadOnly));
        QVERIFY2(script.readAllStandardOutput() == table.readAll(), "run resources/translations/update.sh");
    }
    void everyKindOfErrorIsNamed()
    {
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            const QString text = errorText({static_cast<ErrorCode>(code), "words that no table holds"});
            QVERIFY2(text.front().script() == QChar::Script_Han, qPrintable(text));
        }
    }
    void everySentenceOfTheCoreIsTranslated()
    {
        QVERIFY(errorSentences().size() > 300);
        for (QString sentence : errorSentences()) {
            for (int place = 1; place < 6; ++place)
                sentence.replace(u'%' + QString::number(place), QString::number(10 + place));
            const QString text = translatedSentence(sentence);
            QVERIFY2(!text.isEmpty() && englishIn(text).isEmpty(), qPrintable(sentence + u"\n"_s + text));
        }
    }
    /// There are no options in a window, in either language.
    void noSentenceOfTheCoreSendsAnybodyToTheCommandLine()
    {
        const QRegularExpression option(u"--[a-z]|patchlight-cli"_s);
        QStringList sending;
        for (const bool chinese : {true, false}) {
            if (!chinese)
                QCoreApplication::removeTranslator(&m_chinese);
            for (QString sentence : errorSentences()) {
                for (int place = 1; place < 6; ++place)
                    sentence.replace(u'%' + QString::number(place), QString::number(10 + place));
                if (const QString text = errorText({ErrorCode::Malformed, sentence.toStdString()}); text.contains(option))
                    sending << text;
            }
        }
        QCoreApplication::installTranslator(&m_chinese);
        QVERIFY2(sending.isEmpty(), qPrintable(sending.join(u'\n')));
    }
    void headsThatDoNotFitAreSaidInPlainWords()
    {
        QCoreApplication::removeTranslator(&m_chinese);
        const QString text
            = errorText({ErrorCode::InvalidOption, "--heads 5 does not divide the width of 192 channels of a.pt"});
        QCoreApplication::installTranslator(&m_chinese);
        QVERIFY2(text.startsWith(u"5 heads do not divide the width of 192 channels of a.pt."_s), qPrintable(text));
    }
    void namesAndNumbersStayAndReasonsWithinSentencesAreTranslated()
    {
        QCOMPARE(translatedSentence(u"cannot read %2.png: No such file or directory; check the name and the rights"_s),
            u"无法读取 %2.png：没有这个文件或文件夹；请检查名称和权限"_s);
        QCOMPARE(translatedSentence(u"a.pt is damaged: its pickle lacks a mark; get the file again from where it came"_s),
            u"a.pt 已损坏：它的 pickle 缺少标记；请从原处重新获取该文件"_s);
        QCOMPARE(translatedSentence(u"a.npz cannot be opened: entry 'x' is packed by method 9; pack it with deflate or not at all"_s),
            u"无法打开 a.npz：条目 'x' 用方法 9 压缩；请用 deflate 压缩或不压缩"_s);
        QCOMPARE(translatedSentence(u"a.pt: tensor \"b: c\" does not hold floating-point values"_s),
            u"a.pt：张量 \"b: c\" 不是浮点数"_s);
        QCOMPARE(translatedSentence(u"a.pt (ViT): of the tensors that make this network 1 is missing ('x'), and 2 are left "
                                    "over ('y', 'z'); get the file again, or the config.json that belongs to it"_s),
            u"a.pt (ViT)：构成这个网络的张量中，缺少 1 个（'x'），多出 2 个（'y', 'z'）；请重新获取该文件，或属于它的 config.json"_s);
    }
    void notesAreFoundWithTheirNamesAndNumbers()
    {
        QCOMPARE(translatedSentence(u"config.json: model_args.'depth_token_only' does not count here"_s),
            u"config.json：model_args.'depth_token_only' 在此不起作用"_s);
        QCOMPARE(translatedSentence(u"preprocessor_config.json: 'image_processor_type' 'X' is none known here; what the file leaves open is assumed"_s),
            u"preprocessor_config.json：'image_processor_type' 'X' 在此未知；文件未写明的部分按假定处理"_s);
        QCOMPARE(translatedSentence(u"config.json states 3 channels in stage 1, but the weights have 4, which count"_s),
            u"config.json 写明阶段 1 的通道数为 3，但权重中为 4，以权重为准"_s);
        QCOMPARE(translatedSentence(u"config.json states pictures of 40 × 40 pixels, but the positions were learned for 24 × 24; the network gets 36 × 36"_s),
            u"config.json 写明图片为 40 × 40 像素，但位置是按 24 × 24 学到的；网络得到 36 × 36"_s);
        QCOMPARE(translatedSentence(u"preprocessor_config.json asks for 65 × 65 pixels, which patches of 16 do not divide; the network gets 224 × 224"_s),
            u"preprocessor_config.json 要求 65 × 65 像素，不能被边长 16 的图块整除；网络得到 224 × 224"_s);
        QCOMPARE(translatedSentence(u"the head is left out: it reads another width than the network's; attention, rollout and features remain"_s),
            u"分类头被略去：它读取的宽度与网络的不同；注意力、Rollout 和特征仍可用"_s);
    }
    /// The model panel: what the command line could do about it is a fact to correct there.
    void theNotesOfAModelAreChinese()
    {
        ModelInfo model;
        model.notes = {"config.json: 'crop_mode' 'border' is not done; the centre is cropped",
            "the number of heads is in no file; 3 are assumed, and every number depends on it; --heads gives the right one"};
        QCOMPARE(modelFacts(model).back().toolTip,
            u"config.json：'crop_mode' 'border' 未实现；改为裁剪中央\n没有文件写明注意力头的数量；假定为 3，所有数值都取决于它"_s);
        QCoreApplication::removeTranslator(&m_chinese);
        const QString english = modelFacts(model).back().toolTip;
        QCoreApplication::installTranslator(&m_chinese);
        QCOMPARE(english, u"config.json: 'crop_mode' 'border' is not done; the centre is cropped\n"
                          "the number of heads is in no file; 3 are assumed, and every number depends on it"_s);
    }
    /// The script that makes the table finds them by their type's name.
    void everyErrorOfTheHubIsMadeWhereTheTableSeesIt()
    {
        static const QRegularExpression made(u"([A-Za-z]*)\\s*[({]\\s*(?:full \\? )?HubFailure::"_s);
        QStringList unseen;
        const QDir library(QStringLiteral(PATCHLIGHT_FIXTURES "/../../core/library"));
        const auto files = library.entryInfoList({u"*.cpp"_s}, QDir::Files);
        QVERIFY(files.size() > 10);
        for (const QFileInfo& file : files) {
            QFile source(file.filePath());
            QVERIFY(source.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(source.readAll());
            for (auto all = made.globalMatch(text); all.hasNext();) {
                const auto one = all.next();
                if (!QStringList{u"hubFail"_s, u"HubError"_s, u"if"_s}.contains(one.captured(1)))
                    unseen << file.fileName() + u": "_s + one.captured();
            }
        }
        QVERIFY2(unseen.isEmpty(), qPrintable(unseen.join(u'\n')));
    }
    void everyTroubleWithTheHubIsChinese()
    {
        const HubName model{"timm", "net", "v9"};
        const std::string site = "https://hub.example";
        QVector<HubError> all{troubleWith({HttpTrouble::Kind::Unreachable, httpReason(6)}, site),
            troubleWith({HttpTrouble::Kind::Broken, "no answer for 20 s, through the proxy p:3128"}, site),
            repositoryFromJson("{}", model).error(), namesFromJson("{}").error(), cannotWriteCache("/c/blob", EACCES),
            cannotWriteCache("/c/blob", ENOSPC)};
        const auto answers = [&](int status, std::map<std::string, std::string> headers) {
            all << *complaintOf({status, std::move(headers)}, model, site);
        };
        for (const char* code : {"GatedRepo", "RevisionNotFound", "EntryNotFound", "RepoNotFound"})
            answers(404, {{"x-error-code", code}});
        for (const int status : {401, 403, 404, 410, 429, 500, 503})
            answers(status, {});
        answers(429, {{"retry-after", "30"}});
        for (const std::map<std::string, std::string>& headers :
            {std::map<std::string, std::string>{}, {{"etag", "abc"}}, {{"etag", "abc"}, {"x-linked-size", "4"}}})
            if (const auto file = fileFromHeaders({302, headers}, site, "a.bin"); !file)
                all << file.error();
        for (const char* name : {"hf:a/b@../x", "net", "a--b/c"})
            if (const auto parsed = parseHubName(name); !parsed)
                all << HubError{HubFailure::NoSuchModel, parsed.error().message};
        QVERIFY(all.size() >= 20);
        for (const HubError& error : std::as_const(all))
            said(asError(error));
    }
    /// libcurl's own words of a rare reason stay, in quotes.
    void everyReasonOfLibcurlFindsAChineseSentence()
    {
        constexpr int kLast = 99;
        for (int code = 1; code <= kLast; ++code)
            for (const auto kind : {HttpTrouble::Kind::Unreachable, HttpTrouble::Kind::Broken})
                said(asError(troubleWith({kind, httpReason(code)}, "https://hub.example")));
        for (const int common : {5, 6, 7, 18, 35, 52, 55, 56, 60})
            QVERIFY2(!httpReason(common).starts_with("libcurl"), httpReason(common).c_str());
        QVERIFY(httpReason(2).starts_with("libcurl says \""));
    }
    void damagedFilesAreRefusedInChinese_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* file : {"timm-vit/model.safetensors", "deit-distilled-pth/model.pth", "timm-vit-legacy-pth/model.pth",
                 "google-npz-vit/model.npz", "hf-vit/config.json", "hf-vit-sharded/model.safetensors.index.json",
                 "preprocess/rgb.jpg", "preprocess/rgb.png"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }
    void damagedFilesAreRefusedInChinese()
    {
        QFETCH(QString, file);
        int refused = 0;
        const QByteArray whole = contents(file);
        QVERIFY(!whole.isEmpty());
        for (int i = 0; i < 12; ++i) { // cut off
            refused += refuses(file, whole.left(whole.size() * i / 12));
            refused += refuses(file, whole.left(i * 3));
        }
        for (int i = 0; i < 40; ++i) { // single bytes of its beginning and of its end
            QByteArray changed = whole;
            const qsizetype at = i % 2 == 0 ? i * 5 : changed.size() - 1 - i * 3;
            changed[at] = static_cast<char>(changed[at] ^ (i % 3 == 0 ? 0xff : 1 << i % 8));
            refused += refuses(file, changed);
        }
        QVERIFY(refused > 5);
    }
    void filesOfOtherKindsAreRefusedInChinese()
    {
        for (const char* words : {"plain words", "{}", "[]", "PK\3\4", "\x80\2}q", "GIF89a", "%PDF-1.4", "\x93NUMPY"})
            for (const char* file : {"a.safetensors", "a.pth", "a.npz", "a.bin", "a.png", "a.npy"})
                refuses(QString::fromLatin1(file), QByteArray(words));
        refuses(u"a.pth"_s, QByteArrayLiteral("\x80\2cos\nsystem\nq\0X\2\0\0\0lsq\1\x85q\2Rq\3."));
    }

private:
    static QByteArray contents(const QString& file)
    {
        QFile source(QStringLiteral(PATCHLIGHT_FIXTURES "/goldens/") + file);
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    }
    /// What is left of English in a sentence: three words in a row that are no name of a file or tensor.
    static QString englishIn(QString text)
    {
        static const QRegularExpression names(u"\"[^\"]*\"|patchlight-cli models get|\\S*[_/.(]\\S*"_s), words(u"\\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\\b"_s);
        return words.match(text.replace(names, u"…"_s)).captured();
    }
    /// Opens the folder of `file` with other contents in its place; checks the sentence where that is refused.
    bool refuses(const QString& file, const QByteArray& changed)
    {
        const QTemporaryDir folder;
        const QFileInfo info(QStringLiteral(PATCHLIGHT_FIXTURES "/goldens/") + file);
        for (const QFileInfo& each : info.absoluteDir().entryInfoList({u"*.json"_s, u"*.safetensors"_s}, QDir::Files))
            if (each.fileName() != u"meta.json"_s && info.exists())
                QFile::copy(each.filePath(), folder.filePath(each.fileName()));
        const QString place = folder.filePath(info.fileName());
        QFile::remove(place);
        QFile out(place);
        if (!out.open(QIODevice::WriteOnly) || out.write(changed) != changed.size())
            return false;
        out.close();
        const QString kind = info.suffix();
        if (kind == u"png"_s || kind == u"jpg"_s || kind == u"npy"_s) {
            if (!m_engine->core()->model() && !m_engine->load({.path = PATCHLIGHT_FIXTURES "/goldens/timm-vit", .overrides = {}}, {}))
                return false;
            const auto analysed = m_engine->analyse({.file = toPath(place), .pixels = {}, .name = {}}, {});
            return !analysed && said(analysed.error());
        }
        const auto loaded
            = m_engine->load({.path = toPath(kind == u"json"_s ? folder.path() : place), .overrides = {}}, {});
        return !loaded && said(loaded.error());
    }
    static bool said(const Error& error)
    {
        const QString text = errorText(error);
        static const QRegularExpression han(u"\\p{Han}"_s);
        const bool chinese = text.contains(han) && englishIn(text).isEmpty();
        if (!chinese)
            QTest::qFail(qPrintable(QString::fromStdString(error.message) + u"\n"_s + text), __FILE__, __LINE__);
        return chinese;
    }

    Chinese m_chinese;
    std::unique_ptr<AnalysisEngine> m_engine;
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::ChineseErrorsTest)
#include "chinese_errors_test.moc"
