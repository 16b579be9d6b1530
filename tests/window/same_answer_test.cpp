// tests/window/same_answer_test.cpp: for every method, query and intervention the window's map and the files it writes
// are those of the engine behind the command line; of a cross-section the program itself is run.
#include "core/engine/engine.h"
#include "core/engine/output/export.h"
#include "core/explain/methods.h"
#include "tests/window/support/window_test.h"
#include "ui/adapter/analysis_engine.h"
#include "ui/adapter/export_files.h"
#include "ui/state/session.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <algorithm>
#include <array>
#include <cmath>

namespace patchlight
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kSteps = 4; ///< of the methods that take steps or samples
constexpr std::array kKinds{ExportKind::Npy, ExportKind::Overlay, ExportKind::Svg, ExportKind::Json, ExportKind::Csv,
    ExportKind::HeatMap, ExportKind::Transparent, ExportKind::Sheet, ExportKind::Heads};

struct NamedQuery {
    const char* name;
    Query query;
};
std::vector<NamedQuery> queries()
{
    Query region{Query::Kind::Patches, 0, {{1, 1}, {1, 2}, {2, 1}, {2, 2}}, false};
    Query inverse = Query::patch({2, 1});
    inverse.inverse = true;
    return {{"default", {}}, {"patch", Query::patch({3, 2})}, {"region", region}, {"inverse", inverse}};
}

struct NamedChange {
    const char* name;
    Interventions changes;
    QStringList options; ///< of the command line
};
std::vector<NamedChange> changes()
{
    Interventions head, dropped, block;
    head.heads = {{LayerIndex{0}, HeadIndex{1}, HeadChange::Off}};
    dropped.hidden = {{0, 0}, {0, 1}};
    dropped.hideWith = HideWith::Drop;
    block.blocksOff = {LayerIndex{0}};
    return {{"untouched", {}, {}}, {"head off", head, {u"--without-head"_s, u"0.1"_s}},
        {"patches dropped", dropped, {u"--hide"_s, u"0,0;0,1"_s, u"--hide-with"_s, u"drop"_s}},
        {"block off", block, {u"--without-block"_s, u"0"_s}}};
}

bool same(float a, float b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

bool same(const Grid<float>& a, const Grid<float>& b)
{
    return a.size() == b.size()
        && std::ranges::equal(a.values(), b.values(), [](float x, float y) { return same(x, y); });
}

/// The request as the command line has it: what nobody chose is left to its defaults.
ExplainRequest plain(Method method, const Query& query)
{
    ExplainRequest request;
    request.method = method;
    request.steps = kSteps;
    if (methodInfo(method).reads.has(Parameter::Query))
        request.query = query;
    return request;
}

QString endingOf(ExportKind kind)
{
    return QString::fromUtf8(exportFormat(kind).ending.data());
}

}

class SameAnswerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QSettings().clear(); }
    void theWindowAndTheCommandLineAnswerAlike_data()
    {
        QTest::addColumn<QString>("net");
        QTest::addColumn<int>("change");
        for (const char* net : {"timm-vit", "deit-distilled-pth", "timm-hybrid", "timm-swin"})
            for (int change = 0; change < 4; ++change)
                QTest::addRow("%s, %s", net, changes()[std::size_t(change)].name) << QString::fromLatin1(net) << change;
    }
    void theWindowAndTheCommandLineAnswerAlike()
    {
        QFETCH(QString, net);
        QFETCH(int, change);
        m_net = QStringLiteral(PATCHLIGHT_FIXTURES "/goldens/") + net;
        const NamedChange wanted = changes()[std::size_t(change)];
        if (!open(wanted.changes)) {
            QCOMPARE(wanted.changes.hideWith, HideWith::Drop); // Swin's windows need every patch
            return;
        }
        int turn = change;
        for (const MethodInfo& method : methods())
            for (const auto& query : queries())
                if (applies(method, query.query)) {
                    compare(method, query, wanted, turn++);
                    if (QTest::currentTestFailed())
                        return qWarning("%s, query %s", method.name.data(), query.name);
                }
    }

    /// Both draw the random weights from one seed.
    void theWindowAndTheCommandLineRandomiseAlike()
    {
        m_net = QStringLiteral(PATCHLIGHT_FIXTURES "/goldens/timm-vit");
        QVERIFY(open({}));
        m_session->selection().setMethod(Method::Relevancy);
        wait();
        m_session->testWeights();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->check().running(), FaithfulnessCheck::Running::Nothing, 60000);
        const auto& steps = m_session->check().steps();
        QFile labels(m_folder.filePath(u"labels.csv"_s));
        QVERIFY(labels.open(QIODevice::WriteOnly));
        labels.write("file,class\n" + input().toUtf8() + ",1\n");
        labels.close();
        QProcess program;
        program.start(QStringLiteral(PATCHLIGHT_CLI),
            {u"evaluate"_s, m_folder.path(), u"--labels"_s, labels.fileName(), u"--model"_s, m_net, u"--device"_s,
                u"cpu"_s, u"--threads"_s, u"1"_s, u"--method"_s, u"relevancy"_s, u"--randomise"_s, u"--no-curves"_s,
                u"--json"_s, u"--quiet"_s});
        QVERIFY(program.waitForFinished(60000));
        QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
        const auto told = QJsonDocument::fromJson(program.readAllStandardOutput())
                              .object()[u"methods"_s]
                              .toArray()[0]
                              .toObject()[u"randomisation"_s]
                              .toArray();
        QVERIFY(!steps.empty());
        QCOMPARE(std::size_t(told.size()), steps.size());
        for (std::size_t i = 0; i < steps.size(); ++i)
            QVERIFY(std::abs(told[int(i)].toObject()[u"rank"_s].toDouble() - double(steps[i].rank)) < 1e-6);
    }

private:
    QString input() const { return m_net + u"/input.npy"_s; }
    /// Both have the picture with these changes. False where the network cannot be changed so, and both say it.
    bool open(const Interventions& changes)
    {
        m_session.reset();
        m_settings = std::make_unique<Settings>();
        m_session = std::make_unique<Session>(coreEngine(1), m_settings.get());
        m_session->useDevice(u"cpu"_s);
        m_session->openModel(m_net);
        m_session->openPicture(input());
        wait();
        ModelSource source;
        source.path = m_net.toStdString();
        source.device = "cpu";
        const auto loaded = m_engine.load(source, {});
        auto analysis = m_engine.analyse({input().toStdString(), {}, {}}, {});
        if (!loaded || !analysis || !m_session->analysis())
            return qFatal("the network does not open"), false;
        m_session->selection().editMap([](MapChoice& c) { c.steps = kSteps; });
        if (changes.empty()) {
            m_analysis = *analysis;
            return true;
        }
        const auto changed = m_engine.intervene(*analysis, changes, {});
        m_session->setInterventions(changes);
        wait();
        if ((m_session->analysis()->interventions == changes) != changed.has_value())
            qFatal("the window and the engine do not agree on what can be changed");
        if (changed)
            m_analysis = *changed;
        return changed.has_value();
    }
    bool applies(const MethodInfo& method, const Query& query) const
    {
        const bool asks = query.kind != Query::Kind::Default;
        return methodFits(method.method, m_session->selection().shape())
            && (!asks || method.reads.has(Parameter::Query))
            && (!query.inverse || method.reads.has(Parameter::Inverse));
    }
    void wait() const
    {
        QTRY_VERIFY_WITH_TIMEOUT(!m_session->changing(), 60000);
        QCoreApplication::processEvents();
    }
    void compare(const MethodInfo& method, const NamedQuery& named, const NamedChange& change, int turn)
    {
        auto& selection = m_session->selection();
        selection.setMethod(method.method);
        selection.setQuery(named.query);
        selection.setMethod(method.method); // where the tokens have no position, it starts at a patch
        wait();
        const Query query = selection.request().query;
        const auto expected = m_engine.explain(*m_analysis, plain(method.method, query), {});
        const auto& shown = m_session->shown();
        const bool answered = shown && shown->request().method == method.method && m_session->whyNoMap().isEmpty();
        if (!expected) {
            QVERIFY2(!answered, expected.error().message.c_str());
            return;
        }
        QVERIFY2(answered, method.name.data());
        QVERIFY2(same(shown->map(), expected->map), method.name.data());
        QCOMPARE(shown->explanation.isSigned, expected->isSigned);
        const QString here = m_folder.filePath(u"window"_s), there = m_folder.filePath(u"engine"_s);
        const QString own = m_folder.filePath(u"program"_s);
        for (const int step : {0, 3, 5}) // all kinds in turn
            if (const ExportKind kind = kKinds[std::size_t(turn + step) % kKinds.size()];
                exportFits(kind, method.method))
                compareFiles(*shown, *expected, kind, here + endingOf(kind), there + endingOf(kind));
        const ExportKind kind = kKinds[std::size_t(turn) % 5];
        if (turn % 4 == 0 && exportFits(kind, method.method))
            compareProgram(method, query, change, kind, here + endingOf(kind), own + endingOf(kind));
    }
    void compareFiles(
        const ShownMap& shown, const Explanation& expected, ExportKind kind, const QString& here, const QString& there)
    {
        const ExportChoice choice{kind, false, m_session->chosenLook()};
        const auto written = writeExport(here, shown, choice, {});
        const auto wanted = exportExplanation(there.toStdString(), *m_analysis, expected, {{}, kind, {}});
        QVERIFY2(written && wanted, exportFormat(kind).name.data());
        QVERIFY2(read(here) == read(there), exportFormat(kind).name.data());
    }
    /// The file in `here` is of this kind already.
    void compareProgram(const MethodInfo& method, const Query& query, const NamedChange& change, ExportKind kind,
        const QString& here, const QString& own)
    {
        QStringList words{u"explain"_s, input(), u"--model"_s, m_net, u"--device"_s, u"cpu"_s, u"--threads"_s, u"1"_s,
            u"--quiet"_s, u"--steps"_s, QString::number(kSteps), u"--method"_s, QString::fromUtf8(method.name.data()),
            u"--out"_s, own};
        words << change.options;
        QStringList cells;
        for (const Cell cell : query.cells)
            cells << u"%1,%2"_s.arg(cell.row).arg(cell.column);
        if (!cells.empty())
            words << u"--query"_s << cells.join(u';');
        if (query.inverse)
            words << u"--inverse"_s;
        QProcess program;
        program.start(QStringLiteral(PATCHLIGHT_CLI), words);
        QVERIFY(program.waitForFinished(60000));
        QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
        const ExportChoice choice{kind, false, m_session->chosenLook()};
        QVERIFY(writeExport(here, *m_session->shown(), choice, {}));
        QVERIFY2(read(here) == read(own), qPrintable(words.join(u' ')));
    }
    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    QString m_net;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
    Engine m_engine{EngineOptions{1}};
    AnalysisPtr m_analysis;
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::SameAnswerTest)
#include "same_answer_test.moc"
