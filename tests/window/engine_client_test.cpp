// tests/window/engine_client_test.cpp: the newest wish wins, late answers are dropped, nothing outlives the client.
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
    }
    void cleanup()
    {
        m_control->open();
        m_client.reset();
    }

    void answersArriveOnTheWindowsThread()
    {
        QThread* heard = nullptr;
        connect(m_client.get(), &EngineClient::loaded, this, [&heard] { heard = QThread::currentThread(); });
        m_client->load({});
        QTRY_COMPARE(heard, QThread::currentThread());
    }
    void ofManyRequestsOnlyTheNewestIsAnswered()
    {
        QStringList names;
        connect(m_client.get(), &EngineClient::analysed, this,
            [&names](const AnalysisPtr& a) { names << QString::fromStdString(a->name); });
        m_control->close();
        for (int i = 0; i < 200; ++i)
            m_client->analyse({{"picture" + std::to_string(i) + ".png"}, {}, {}});
        m_control->open();
        QTRY_VERIFY(!m_client->open(RequestKind::Analyse));
        QCOMPARE(names, QStringList{QStringLiteral("picture199.png")});
        QVERIFY(m_control->analyses < 200);
    }
    void theRunningRequestIsAskedToStop()
    {
        m_control->close();
        m_client->analyse({{"first.png"}, {}, {}});
        QTRY_COMPARE(m_control->analyses.load(), 1);
        m_client->analyse({{"second.png"}, {}, {}});
        QTRY_COMPARE(m_control->cancelled.load(), 1);
    }
    void aLateAnswerIsDropped()
    {
        QSignalSpy answered(m_client.get(), &EngineClient::analysed);
        m_control->close();
        m_client->analyse({{"late.png"}, {}, {}});
        QTRY_COMPARE(m_control->analyses.load(), 1);
        m_client->cancel(RequestKind::Analyse);
        m_control->open();
        QSignalSpy loaded(m_client.get(), &EngineClient::loaded);
        m_client->load({}); // answered after the late one, so that one has had its chance
        QTRY_COMPARE(loaded.count(), 1);
        QCOMPARE(answered.count(), 0);
    }
    void cancelIsNotAnError()
    {
        QSignalSpy failed(m_client.get(), &EngineClient::failed);
        QSignalSpy open(m_client.get(), &EngineClient::openChanged);
        m_control->close();
        m_client->load({});
        m_client->cancelAll();
        QCOMPARE(open.count(), 2);
        QVERIFY(!m_client->open(RequestKind::Load));
        m_client->load({});
        m_control->open();
        QTRY_VERIFY(!m_client->open(RequestKind::Load));
        QCOMPARE(failed.count(), 0);
    }
    void aNewModelMakesOpenAnalysesMoot()
    {
        QSignalSpy analysed(m_client.get(), &EngineClient::analysed);
        m_control->close();
        m_client->analyse({{"old.png"}, {}, {}});
        m_client->load({});
        QVERIFY(!m_client->open(RequestKind::Analyse));
        m_control->open();
        m_client->filters(1); // answered after every picture
        QTRY_VERIFY(!m_client->open(RequestKind::Filters));
        QCOMPARE(analysed.count(), 0);
    }
    void failuresKeepTheirSentence()
    {
        QString sentence;
        connect(m_client.get(), &EngineClient::failed, this,
            [&sentence](RequestKind, const Error& e) { sentence = QString::fromStdString(e.message); });
        m_control->failWith({ErrorCode::Malformed, "a.pth: cut off; download it again"});
        m_client->load({});
        QTRY_COMPARE(sentence, QStringLiteral("a.pth: cut off; download it again"));
    }
    void whatIsThrownIsAFailureAndTheEngineGoesOn()
    {
        Error error;
        connect(m_client.get(), &EngineClient::failed, this, [&error](RequestKind, const Error& e) { error = e; });
        QSignalSpy loaded(m_client.get(), &EngineClient::loaded);
        m_control->throws = true;
        m_client->load({});
        QTRY_COMPARE(error.code, ErrorCode::OutOfMemory);
        QVERIFY(!m_client->open(RequestKind::Load));
        m_client->load({});
        QTRY_COMPARE(loaded.count(), 1);
    }
    void dyingWhileRunningWaitsForTheEngine()
    {
        m_control->close();
        m_client->load({});
        QTRY_COMPARE(m_control->loads.load(), 1);
        m_client.reset();
        QVERIFY(!m_control->alive);
    }

private:
    std::shared_ptr<FakeControl> m_control;
    std::unique_ptr<EngineClient> m_client;
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::EngineClientTest)
#include "engine_client_test.moc"
