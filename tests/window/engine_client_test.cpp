// tests/window/engine_client_test.cpp: the newest question of a kind wins, late answers are dropped, nothing outlives
// the client.
#include "tests/window/support/fake_engine.h"
#include "tests/window/support/window_test.h"
#include "ui/adapter/engine_client.h"
#include <QSignalSpy>

namespace patchlight
{

class EngineClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_control = std::make_shared<FakeControl>();
        m_client = std::make_unique<EngineClient>(fakeEngine(m_control));
        m_heard.clear();
    }
    void cleanup()
    {
        m_control->open();
        m_client.reset();
    }

    void workIsDoneOnTheWorkersThreadAndAnsweredOnTheWindows()
    {
        QThread* worked = nullptr;
        QThread* answered = nullptr;
        m_client->ask(
            kLoadRequest,
            [&worked](AnalysisEngine&, const RunContext&) {
                worked = QThread::currentThread();
                return Result<int>{7};
            },
            this, [&answered](const Result<int>&) { answered = QThread::currentThread(); });
        QTRY_COMPARE(answered, QThread::currentThread());
        QVERIFY(worked && worked != answered);
    }
    void ofManyQuestionsOnlyTheNewestIsAnswered()
    {
        m_control->close();
        load(QStringLiteral("model")); // holds the worker: asked to stop, an analysis would let the next begin
        QTRY_COMPARE(m_control->loads.load(), 1);
        for (int i = 0; i < 200; ++i)
            analyse(QStringLiteral("picture%1.png").arg(i));
        m_control->open();
        QTRY_VERIFY(!m_client->open(kAnalyseRequest));
        QCOMPARE(m_heard, (QStringList{QStringLiteral("model"), QStringLiteral("picture199.png")}));
        QCOMPARE(m_control->analyses.load(), 1); // of those that waited none was begun
    }
    void theRunningQuestionIsAskedToStop()
    {
        m_control->close();
        analyse(QStringLiteral("first.png"));
        QTRY_COMPARE(m_control->analyses.load(), 1);
        analyse(QStringLiteral("second.png"));
        QTRY_COMPARE(m_control->cancelled.load(), 1);
    }
    void aLateAnswerIsDropped()
    {
        m_control->close();
        analyse(QStringLiteral("late.png"));
        QTRY_COMPARE(m_control->analyses.load(), 1);
        m_client->cancel(kAnalyseRequest);
        QCOMPARE(m_heard, QStringList{QStringLiteral("late.png cancelled")});
        m_control->open();
        load(QStringLiteral("next")); // done after the late one, so that one has had its chance
        QTRY_COMPARE(m_heard.size(), 2);
        QCOMPARE(m_heard.last(), QStringLiteral("next"));
    }
    void aNewModelMakesOpenPicturesObsolete()
    {
        m_control->close();
        analyse(QStringLiteral("old.png"));
        load(QStringLiteral("model"));
        QVERIFY(!m_client->open(kAnalyseRequest));
        m_control->open();
        QTRY_VERIFY(!m_client->open(kLoadRequest));
        QCOMPARE(m_heard, (QStringList{QStringLiteral("old.png cancelled"), QStringLiteral("model")}));
    }
    void whoIsToldOfACancelSeesWhatIsOpenAsItStays()
    {
        m_control->close();
        bool loading = false, analysing = true;
        m_client->ask(
            kAnalyseRequest, [](AnalysisEngine&, const RunContext&) { return Result<int>{1}; }, this,
            [&](const Result<int>&) {
                loading = m_client->open(kLoadRequest);
                analysing = m_client->open(kAnalyseRequest);
            });
        int signalsInTheMiddle = 0;
        connect(m_client.get(), &EngineClient::openChanged, this,
            [&] { signalsInTheMiddle += m_client->open(kLoadRequest) ? 0 : 1; });
        load(QStringLiteral("model"));
        QVERIFY(loading);
        QVERIFY(!analysing);
        QCOMPARE(signalsInTheMiddle, 0);
    }
    void anAnswerMayAskTheNextQuestion()
    {
        bool gap = false;
        connect(m_client.get(), &EngineClient::openChanged, this,
            [&] { gap = gap || (m_heard.isEmpty() && !m_client->open(kLoadRequest)); });
        m_client->ask(
            kLoadRequest, [](AnalysisEngine&, const RunContext&) { return Result<int>{1}; }, this,
            [this](const Result<int>&) { load(QStringLiteral("next")); });
        QTRY_COMPARE(m_heard, QStringList{QStringLiteral("next")});
        QVERIFY(!gap); // nobody heard of a pause between the two
    }
    void aQuestionOfNoOnesKindNeedsNothingOfTheClient()
    {
        constexpr RequestKind mine{"mine", Scope::View};
        int answer = 0;
        m_client->ask(
            mine, [](AnalysisEngine& engine, const RunContext&) { return Result<int>{int(engine.devices().size())}; },
            this, [&answer](const Result<int>& devices) { answer = *devices; });
        QVERIFY(m_client->open(mine));
        QTRY_COMPARE(answer, int(fakeDevices().size()));
    }
    void whoIsGoneIsNotAnswered()
    {
        m_control->close();
        auto asker = std::make_unique<QObject>();
        bool answered = false;
        m_client->ask(
            kLoadRequest, [](AnalysisEngine& engine, const RunContext& run) { return engine.load({}, run); },
            asker.get(), [&answered](const Result<ModelInfoPtr>&) { answered = true; });
        asker.reset();
        m_control->open();
        QTRY_VERIFY(!m_client->open(kLoadRequest));
        QVERIFY(!answered);
    }
    void whatIsNotCancelledTwiceIsAskedAgain()
    {
        QSignalSpy open(m_client.get(), &EngineClient::openChanged);
        m_control->close();
        load(QStringLiteral("first"));
        m_client->cancelAll();
        m_client->cancelAll();
        QCOMPARE(open.count(), 2);
        QVERIFY(!m_client->open(kLoadRequest));
        load(QStringLiteral("second"));
        m_control->open();
        QTRY_COMPARE(m_heard, (QStringList{QStringLiteral("first cancelled"), QStringLiteral("second")}));
    }
    void failuresKeepTheirSentence()
    {
        m_control->failWith({ErrorCode::Malformed, "a.pth: cut off; download it again"});
        load(QStringLiteral("a"));
        QTRY_COMPARE(m_heard, QStringList{QStringLiteral("a a.pth: cut off; download it again")});
    }
    void whatIsThrownIsAnErrorAndTheEngineGoesOn()
    {
        Error error;
        m_control->throws = true;
        m_client->ask(
            kLoadRequest, [](AnalysisEngine& engine, const RunContext& run) { return engine.load({}, run); }, this,
            [&error](const Result<ModelInfoPtr>& model) { error = model.error(); });
        QTRY_COMPARE(error.code, ErrorCode::OutOfMemory);
        QVERIFY(!m_client->open(kLoadRequest));
        load(QStringLiteral("next"));
        QTRY_COMPARE(m_heard, QStringList{QStringLiteral("next")});
    }
    void dyingWhileRunningWaitsForTheEngine()
    {
        m_control->close();
        load(QStringLiteral("model"));
        QTRY_COMPARE(m_control->loads.load(), 1);
        m_client.reset();
        QVERIFY(!m_control->alive);
        QVERIFY(m_heard.isEmpty());
    }

private:
    void load(const QString& name)
    {
        m_client->ask(
            kLoadRequest, [](AnalysisEngine& engine, const RunContext& run) { return engine.load({}, run); }, this,
            [this, name](const Result<ModelInfoPtr>& model) { hear(name, model); });
    }
    void analyse(const QString& name)
    {
        const PictureSource picture{name.toStdString(), {}, {}};
        m_client->ask(
            kAnalyseRequest,
            [picture](AnalysisEngine& engine, const RunContext& run) { return engine.analyse(picture, run); }, this,
            [this, name](const Result<AnalysisPtr>& run) { hear(name, run); });
    }
    template <class T> void hear(const QString& name, const Result<T>& answer)
    {
        m_heard << (answer ? name : QString(name + u' ' + QString::fromStdString(answer.error().message)));
    }

    std::shared_ptr<FakeControl> m_control;
    std::unique_ptr<EngineClient> m_client;
    QStringList m_heard; ///< names of what was answered, with the error where it failed
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::EngineClientTest)
#include "engine_client_test.moc"
