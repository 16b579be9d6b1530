// tests/window/session_test.cpp: what follows from opening, choosing, failing; the network runs only when it must.
#include "tests/window/support/fake_engine.h"
#include "tests/window/support/window_test.h"
#include "ui/state/session.h"
#include <QSignalSpy>
#include <QTemporaryDir>

namespace patchlight
{

class SessionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QSettings().clear();
        m_control = std::make_shared<FakeControl>();
        m_settings = std::make_unique<Settings>();
        restart();
    }
    void cleanup()
    {
        m_control->open();
        m_session.reset();
    }

    void aPictureWithoutAModelLoadsTheDefaultFirst()
    {
        openPicture();
        QCOMPARE(m_control->loads.load(), 1);
        QVERIFY(m_session->model()->embedded);
        QVERIFY(m_session->shown());
    }
    void browsingLayersHeadsAndQueriesNeverRunsTheNetwork()
    {
        openPicture();
        auto& selection = m_session->selection();
        const int analyses = m_control->analyses;
        QSignalSpy maps(m_session.get(), &Session::mapChanged);
        for (int layer = 0; layer < 4; ++layer)
            for (int head = 0; head < 3; ++head)
                selection.selectHead(LayerIndex{layer}, HeadIndex{head});
        for (int row = 0; row < 3; ++row)
            selection.setQuery(Query::patch({row, 1}));
        QCOMPARE(maps.count(), 15); // answered at once, each of them
        selection.setMethod(Method::Rollout);
        QTRY_COMPARE(m_session->shown()->request().method, Method::Rollout);
        QCOMPARE(m_control->analyses.load(), analyses);
        QCOMPARE(m_control->explanations.load(), 0);
    }
    void aClassMethodAsksTheNetworkAndTheNewestTargetWins()
    {
        openPicture();
        m_control->close();
        auto& selection = m_session->selection();
        selection.setMethod(Method::Relevancy);
        for (int target = 0; target < 3; ++target)
            selection.editMap([target](MapChoice& c) { c.target = ClassIndex{target}; });
        QCOMPARE(m_session->busy(), Session::Busy::Explaining);
        m_control->open();
        QTRY_COMPARE(m_session->busy(), Session::Busy::Nothing);
        QCOMPARE(m_session->shown()->request().target->value, 2);
    }
    void aMethodThatFailsIsNotLeftChosenOverTheMapOfAnother()
    {
        openPicture();
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_control->failWith({ErrorCode::Unsupported, "relevancy: not on this network"});
        m_session->selection().setMethod(Method::Relevancy);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(m_session->selection().map().method, Method::Attention);
        QCOMPARE(m_session->shown()->request().method, Method::Attention);
    }
    void afterAFailureTheLastGoodPictureStays()
    {
        openPicture();
        const auto good = m_session->analysis();
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_control->failWith({ErrorCode::Malformed, "broken.png: cut off"});
        m_session->openPicture(QStringLiteral("/pictures/broken.png"));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.front().front().toString(), QStringLiteral("broken.png: cut off."));
        QCOMPARE(m_session->analysis(), good);
        QVERIFY(m_session->shown());
    }
    void afterAFailedLoadTheOldModelStays()
    {
        openPicture();
        m_control->failWith({ErrorCode::Unsupported, "x.bin: not a checkpoint"});
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_session->openModel(QStringLiteral("/models/x.bin"));
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(m_session->model()->embedded);
        QCOMPARE(m_session->busy(), Session::Busy::Nothing);
    }
    void aPictureOpenedWhileAModelLoadsIsShownEvenIfTheLoadFails()
    {
        openPicture();
        m_control->close();
        m_session->openModel(QStringLiteral("/models/broken.bin"));
        m_session->openPicture(QStringLiteral("/pictures/b.png"));
        QTRY_COMPARE(m_control->loads.load(), 2);
        m_control->failWith({ErrorCode::Malformed, "broken.bin: cut off"});
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_control->open();
        QTRY_COMPARE(QString::fromStdString(m_session->analysis()->name), QStringLiteral("b.png"));
        QCOMPARE(failed.count(), 1);
    }
    void aPictureOnItsWayWhenAnotherModelIsAskedForIsShownEvenIfTheLoadFails()
    {
        openPicture();
        m_control->close();
        m_session->openPicture(QStringLiteral("/pictures/b.png"));
        QTRY_COMPARE(m_control->analyses.load(), 2);
        m_session->openModel(QStringLiteral("/models/broken.bin"));
        QTRY_COMPARE(m_control->loads.load(), 2);
        m_control->failWith({ErrorCode::Malformed, "broken.bin: cut off"});
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_control->open();
        QTRY_COMPARE(nameShown(), QStringLiteral("b.png"));
        QCOMPARE(failed.count(), 1);
    }
    void aPictureThatWasCancelledIsNotWhatTheNextModelOpens()
    {
        openPicture();
        m_control->close();
        m_session->openPicture(QStringLiteral("/pictures/b.png"));
        m_session->cancel();
        m_control->open();
        runAnotherModel();
        QCOMPARE(nameShown(), QStringLiteral("a.png"));
    }
    void aPictureThatFailedIsNotWhatTheNextModelOpens()
    {
        openPicture();
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_control->failWith({ErrorCode::Malformed, "broken.png: cut off"});
        m_session->openPicture(QStringLiteral("/pictures/broken.png"));
        QTRY_COMPARE(failed.count(), 1);
        runAnotherModel();
        QCOMPARE(nameShown(), QStringLiteral("a.png"));
    }
    void whereThePictureFailsUnderAnotherModelTheOneShownIsRunByIt()
    {
        openPicture();
        m_control->brokenFiles = {"broken.png"};
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_control->close();
        m_session->openModel(QStringLiteral("/models/other.safetensors"));
        m_session->openPicture(QStringLiteral("/pictures/broken.png"));
        m_control->open();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(nameShown(), QStringLiteral("a.png"));
        QCOMPARE(m_session->analysis()->model, m_session->model());
    }
    void cancelSaysSoWhereTheModelHasNotRunOnThePictureThatIsShown()
    {
        openPicture();
        QSignalSpy told(m_session.get(), &Session::told);
        m_control->close();
        m_session->openModel(QStringLiteral("/models/other.safetensors"));
        m_control->step();
        QTRY_COMPARE(m_session->busy(), Session::Busy::Analysing);
        m_session->cancel();
        QCOMPARE(told.count(), 1);
        m_control->open();
        m_session->openPicture(QStringLiteral("/pictures/a.png"));
        QTRY_COMPARE(m_session->analysis()->model, m_session->model());
    }
    void theModelThatIsOpenIsNotLoadedAgain()
    {
        openPicture();
        QSignalSpy told(m_session.get(), &Session::told);
        m_session->openModel({});
        QCOMPARE(told.count(), 1);
        QCOMPARE(m_session->busy(), Session::Busy::Nothing);
        QCOMPARE(m_control->loads.load(), 1);
    }
    void theModelThatIsOpenStaysInsteadOfAnotherOnItsWay()
    {
        openPicture();
        m_control->close();
        m_session->openModel(QStringLiteral("/models/other.safetensors"));
        m_session->openPicture(QStringLiteral("/pictures/b.png"));
        m_session->openModel({});
        m_control->open();
        QTRY_COMPARE(nameShown(), QStringLiteral("b.png"));
        QVERIFY(m_session->model()->embedded);
    }
    void withoutAnyModelThePictureIsShownWithTheDefaultOne()
    {
        m_control->close();
        m_session->openModel(QStringLiteral("/models/broken.bin"));
        m_session->openPicture(QStringLiteral("/pictures/b.png"));
        QTRY_COMPARE(m_control->loads.load(), 1);
        m_control->failWith({ErrorCode::Malformed, "broken.bin: cut off"});
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_control->open();
        QTRY_VERIFY(m_session->analysis());
        QVERIFY(m_session->model()->embedded);
        QCOMPARE(failed.count(), 1);
    }
    void aPictureThatFailsGivesTheMapBackThatWasOnItsWay()
    {
        openPicture();
        m_control->close();
        m_session->selection().setMethod(Method::Relevancy);
        QTRY_COMPARE(m_control->explanations.load(), 1);
        m_session->openPicture(QStringLiteral("/pictures/broken.png"));
        QTRY_COMPARE(m_control->analyses.load(), 2);
        m_control->failWith({ErrorCode::Malformed, "broken.png: cut off"});
        m_control->open();
        QTRY_COMPARE(m_control->explanations.load(), 2);
        QTRY_COMPARE(m_session->busy(), Session::Busy::Nothing);
        QCOMPARE(QString::fromStdString(m_session->analysis()->name), QStringLiteral("a.png"));
    }
    void aNewModelRunsOnThePictureThatIsOpen()
    {
        openPicture();
        QSignalSpy analysed(m_session.get(), &Session::analysisChanged);
        m_session->openModel(QStringLiteral("/models/other.safetensors"));
        QTRY_COMPARE(analysed.count(), 1);
        QCOMPARE(QString::fromStdString(m_session->analysis()->model->title), QStringLiteral("other.safetensors"));
        QCOMPARE(m_settings->recentModels().size(), 1);
    }
    void anotherDeviceKeepsTheDefaultModelTheDefault()
    {
        openPicture();
        QSignalSpy analysed(m_session.get(), &Session::analysisChanged);
        m_session->setDevice(QStringLiteral("cpu"), Precision::Fp32);
        QTRY_COMPARE(analysed.count(), 1);
        QVERIFY(m_session->model()->embedded);
        QCOMPARE(m_settings->recentModels(), QStringList());
    }
    void aChosenPrecisionIsRememberedAndTheNetworkRunsInIt()
    {
        openPicture();
        QSignalSpy analysed(m_session.get(), &Session::analysisChanged);
        m_session->setDevice(QStringLiteral("cpu"), Precision::Bf16);
        QTRY_COMPARE(analysed.count(), 1);
        QCOMPARE(m_control->source().precision, Precision::Bf16);
        QCOMPARE(m_session->analysis()->precision, std::string("bf16"));
        QCOMPARE(Settings().precision(), Precision::Bf16);
    }
    void settingsWithoutAPrecisionAreThoseOfOldAndNonsenseIsFp32()
    {
        QSettings().setValue(QStringLiteral("device"), QStringLiteral("cpu"));
        QCOMPARE(Settings().device(), QStringLiteral("cpu"));
        QCOMPARE(Settings().precision(), Precision::Fp32);
        QSettings().setValue(QStringLiteral("precision"), QStringLiteral("fp7"));
        QCOMPARE(Settings().precision(), Precision::Fp32);
    }
    void aRememberedPrecisionThatThisMachineCannotDoIsNoError()
    {
        m_settings->setPrecision(Precision::Fp16);
        restart();
        QSignalSpy failed(m_session.get(), &Session::failed);
        openPicture();
        QCOMPARE(failed.count(), 0);
        QCOMPARE(m_session->precision(), Precision::Fp32);
        QCOMPARE(m_session->analysis()->precision, std::string("fp32"));
        QCOMPARE(m_settings->precision(), Precision::Fp16); // for the machine that can
    }
    void oneThatWasAskedForIsAnErrorWhereItCannotBeHad()
    {
        m_session->usePrecision(Precision::Fp16);
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_session->openModel({});
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.front().front().toString().contains(QStringLiteral("fp16")));
    }
    void aPictureThatCannotBeOpenedIsSteppedOverAndNamed_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("damaged") << ErrorCode::Malformed << QStringLiteral("2.png: cut off");
        QTest::newRow("over the limits") << ErrorCode::OutOfMemory
                                         << QStringLiteral("cannot open 2.png: one tile of it is too large");
    }
    void aPictureThatCannotBeOpenedIsSteppedOverAndNamed()
    {
        QFETCH(const ErrorCode, code);
        QFETCH(const QString, says);
        const QTemporaryDir folder;
        for (const char* name : {"1.png", "2.png", "10.png", "x.npy"})
            QFile(folder.filePath(QString::fromLatin1(name))).open(QIODevice::WriteOnly);
        m_session->openPicture(folder.filePath(QStringLiteral("1.png")));
        QTRY_VERIFY(m_session->shown());
        QSignalSpy told(m_session.get(), &Session::told);
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_control->failWith({code, says.toStdString()});
        m_session->openNeighbour(1);
        QTRY_COMPARE(QString::fromStdString(m_session->analysis()->name), QStringLiteral("10.png"));
        QCOMPARE(failed.count(), 0);
        QVERIFY(told.value(0).value(0).toString().contains(QStringLiteral("2.png")));
        m_session->openNeighbour(1); // arrays are not the next picture
        QCOMPARE(told.count(), 2);
        QCOMPARE(m_session->busy(), Session::Busy::Nothing);
    }
    void theNextPressGoesOnFromThePictureThatIsBeingOpened()
    {
        const QTemporaryDir folder;
        for (const char* name : {"1.png", "2.png", "3.png", "4.png"})
            QFile(folder.filePath(QString::fromLatin1(name))).open(QIODevice::WriteOnly);
        m_session->openPicture(folder.filePath(QStringLiteral("1.png")));
        QTRY_VERIFY(m_session->shown());
        m_control->close();
        m_session->openNeighbour(1);
        QCOMPARE(m_session->folderPlace(), 1);
        m_session->openNeighbour(1);
        m_session->openNeighbour(1);
        QCOMPARE(m_session->folderPlace(), 3);
        QSignalSpy told(m_session.get(), &Session::told);
        m_session->openNeighbour(1);
        QCOMPARE(told.count(), 1); // the last one; what is on its way stays
        m_session->openNeighbour(-1);
        QCOMPARE(m_session->folderPlace(), 2);
        m_control->open();
        QTRY_COMPARE(QString::fromStdString(m_session->analysis()->name), QStringLiteral("3.png"));
        QCOMPARE(m_session->folderPlace(), 2);
    }
    void backAtThePictureThatIsShownItStays()
    {
        const QTemporaryDir folder;
        for (const char* name : {"1.png", "2.png"})
            QFile(folder.filePath(QString::fromLatin1(name))).open(QIODevice::WriteOnly);
        m_session->openPicture(folder.filePath(QStringLiteral("1.png")));
        QTRY_VERIFY(m_session->shown());
        const auto before = m_session->analysis();
        m_control->close();
        m_session->openNeighbour(1);
        m_session->openNeighbour(-1);
        QCOMPARE(m_session->busy(), Session::Busy::Nothing);
        QCOMPARE(m_session->folderPlace(), 0);
        QCOMPARE(QString::fromStdString(m_session->picture().file.filename().string()), QStringLiteral("1.png"));
        m_control->open();
        QCOMPARE(m_session->analysis(), before);
        m_session->openNeighbour(1);
        QTRY_COMPARE(QString::fromStdString(m_session->analysis()->name), QStringLiteral("2.png"));
    }
    void whereOnlyBadPicturesFollowTheLastGoodOneStays()
    {
        const QTemporaryDir folder;
        for (const char* name : {"1.png", "2.png"})
            QFile(folder.filePath(QString::fromLatin1(name))).open(QIODevice::WriteOnly);
        m_session->openPicture(folder.filePath(QStringLiteral("1.png")));
        QTRY_VERIFY(m_session->shown());
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_control->failWith({ErrorCode::Malformed, "2.png: cut off"});
        m_session->openNeighbour(1);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(QString::fromStdString(m_session->analysis()->name), QStringLiteral("1.png"));
    }
    void cancelGoesBackToTheMapThatIsShown()
    {
        openPicture();
        m_session->selection().selectHead(LayerIndex{1}, HeadIndex{2});
        const MapChoice before = m_session->selection().map();
        const auto shown = m_session->shown();
        m_control->close();
        m_session->selection().setMethod(Method::Relevancy);
        m_session->cancel();
        QCOMPARE(m_session->selection().map(), before);
        QCOMPARE(m_session->shown(), shown);
        QCOMPARE(m_session->busy(), Session::Busy::Nothing);
    }
    void aTestAskedForWhileTheMapIsComputedWaitsForIt()
    {
        openPicture();
        m_control->close();
        m_session->selection().setMethod(Method::Relevancy);
        m_session->testMap();
        QVERIFY(m_session->testWaits());
        m_control->open();
        QTRY_COMPARE(m_control->tests.load(), 3);
        QCOMPARE(m_session->check().curvesOf()->request.method, Method::Relevancy);
        QVERIFY(!m_session->testWaits());
    }
    void cancelLeavesNothingOpen()
    {
        openPicture();
        m_control->close();
        m_session->openPicture(QStringLiteral("/pictures/next.png"));
        QTRY_COMPARE(m_session->busy(), Session::Busy::Analysing);
        m_session->cancel();
        QCOMPARE(m_session->busy(), Session::Busy::Nothing);
        QCOMPARE(QString::fromStdString(m_session->analysis()->name), QStringLiteral("a.png"));
    }
    void everyHeadAndTheirMeanGetAThumbnail()
    {
        openPicture();
        QTRY_VERIFY(m_session->heads().complete());
        QCOMPARE(m_session->heads().layerCount(), 4);
        QCOMPARE(m_session->heads().layer(0).maps.size(), std::size_t{4});
    }
    void theSharedScaleIsTheLargestOfAllHeads()
    {
        openPicture();
        QTRY_VERIFY(m_session->heads().complete());
        m_session->selection().editLook([](LookChoice& l) { l.scale = ScaleMode::Shared; });
        QCOMPARE(m_session->range(), m_session->heads().sharedRange());
    }

private:
    void restart() { m_session = std::make_unique<Session>(fakeEngine(m_control), m_settings.get()); }
    void openPicture()
    {
        QSignalSpy mapped(m_session.get(), &Session::mapChanged);
        m_session->openPicture(QStringLiteral("/pictures/a.png"));
        QTRY_VERIFY(mapped.count() > 0);
    }

    void runAnotherModel()
    {
        QSignalSpy analysed(m_session.get(), &Session::analysisChanged);
        m_session->openModel(QStringLiteral("/models/other.safetensors"));
        QTRY_COMPARE(analysed.count(), 1);
    }
    QString nameShown() const { return QString::fromStdString(m_session->analysis()->name); }

    std::shared_ptr<FakeControl> m_control;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::SessionTest)
#include "session_test.moc"
