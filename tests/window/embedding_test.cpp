// tests/window/embedding_test.cpp: a net without classes: what of its embedding is explained, chosen in the window; the
// files are the command line's.
#include "tests/window/support/window_fixture.h"
#include "ui/adapter/export_files.h"
#include "ui/adapter/map_comparison.h"
#include "ui/adapter/texts.h"
#include "ui/adapter/value_texts.h"
#include "ui/view/widgets/controls/segmented_control.h"
#include "ui/view/widgets/message_bar.h"
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>

namespace patchlight
{

using namespace Qt::StringLiterals;

namespace
{
const QString kFixtures = QStringLiteral(PATCHLIGHT_FIXTURES);
constexpr int kNorm = 0, kSimilarity = 1, kComponent = 2;
}

class EmbeddingTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void explainsTheNormAtFirst()
    {
        openNet(u"hf-clip-vision"_s);
        QVERIFY(child<QWidget>("embeddingPanel")->isVisible());
        QCOMPARE(kind()->current(), kNorm);
        ask(Method::Relevancy);
        QCOMPARE(caption(), u"Relevancy · norm of the embedding"_s);
        QVERIFY(child<QLabel>("embeddingValue")->text().startsWith(u"norm of the embedding: "_s));
        const QString says = valuesText(*m_session->shown());
        QVERIFY2(says.contains(u"raises the norm of the embedding"_s), qPrintable(says));
        QVERIFY(!methodReading(Method::Relevancy).contains(u"class"_s)); // it has none
        sameAsTheProgram({});
    }
    void explainsAComponent()
    {
        openNet(u"hf-clip-vision"_s);
        ask(Method::GradCam);
        choose(kComponent);
        child<QSpinBox>("embeddingComponent")->setValue(5);
        wait();
        QCOMPARE(caption(), u"Grad-CAM · layer 1 · component 5 of the embedding"_s);
        sameAsTheProgram({u"--target"_s, u"5"_s});
        m_session->selection().editMap([](MapChoice& c) { c.lowers = true; });
        wait();
        QVERIFY2(caption().contains(u"what lowers component 5 of the embedding"_s), qPrintable(caption()));
        sameAsTheProgram({u"--target"_s, u"-5"_s});
        trigger(Command::Undo);
        trigger(Command::Undo);
        QVERIFY(!m_session->selection().map().lowers);
    }
    void explainsTheSimilarityToAPictureOfTheDialog()
    {
        openNet(u"hf-clip-vision"_s);
        ask(Method::Relevancy);
        choose(kSimilarity);
        QCOMPARE(kind()->current(), kNorm); // nobody named a picture
        QCOMPARE(m_dialogs.pictureTitle, u"Compare with which picture?"_s);
        m_dialogs.picture = other();
        choose(kSimilarity);
        QTRY_COMPARE(caption(), u"Relevancy · similarity to profile.png"_s);
        QCOMPARE(child<QPushButton>("likePicture")->text(), u"profile.png"_s);
        sameAsTheProgram({u"--like"_s, other()});
        choose(kNorm);
        m_dialogs.picture.clear();
        choose(kSimilarity); // the same picture, without a question
        QCOMPARE(m_session->selection().map().embedding.likeName, std::string("profile.png"));
    }
    void readsTheOtherPictureAgainForAnotherNet()
    {
        openNet(u"hf-clip-vision"_s);
        ask(Method::Relevancy);
        drop(other());
        QTRY_COMPARE(caption(), u"Relevancy · similarity to profile.png"_s);
        m_session->openModel(kFixtures + u"/families/hf-siglip-vision"_s);
        QTRY_COMPARE(m_session->analysis()->model->title, m_session->model()->title);
        wait();
        QTRY_COMPARE(caption(), u"Relevancy · similarity to profile.png"_s);
        m_net = kFixtures + u"/families/hf-siglip-vision"_s;
        sameAsTheProgram({u"--like"_s, other()});
    }
    void keepsWhatItExplainsWhereTheOtherPictureCannotBeRead()
    {
        openNet(u"hf-clip-vision"_s);
        ask(Method::Relevancy);
        drop(kFixtures + u"/no-such.png"_s);
        QTRY_VERIFY(child<MessageBar>("messageBar")->text().contains(u"no-such.png"_s));
        QCOMPARE(kind()->current(), kNorm);
        QCOMPARE(caption(), u"Relevancy · norm of the embedding"_s);
    }
    void aNetWithClassesHasNoneOfThis()
    {
        openNet(u"../goldens/timm-vit"_s);
        QVERIFY(!child<QWidget>("embeddingPanel")->isVisible());
        QVERIFY(!m_session->selection().request().embedding);
    }

private:
    static QString picture() { return kFixtures + u"/goldens/preprocess/rgb.jpg"_s; }
    static QString other() { return kFixtures + u"/pictures/profile.png"_s; }
    SegmentedControl* kind() const { return child<SegmentedControl>("embeddingKind"); }
    QString caption() const { return m_session->shown() ? mapTitle(*m_session->shown()) : QString(); }
    void openNet(const QString& name)
    {
        start(coreEngine(1));
        m_net = kFixtures + u"/families/"_s + name;
        m_session->useDevice(u"cpu"_s);
        m_session->openModel(m_net);
        openPicture(picture());
        wait();
    }
    void wait() const
    {
        QTRY_VERIFY_WITH_TIMEOUT(!m_session->changing(), 30000);
        settle();
    }
    void ask(Method method)
    {
        m_session->selection().setMethod(method);
        wait();
        QCOMPARE(m_session->shown()->request().method, method);
    }
    void choose(int segment)
    {
        QTest::mouseClick(kind(), Qt::LeftButton, {}, kind()->segmentRect(segment).center().toPoint());
        wait();
    }
    void drop(const QString& file)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        auto* panel = child<QWidget>("embeddingPanel");
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(panel, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(panel, &event);
    }
    /// Map, overlay and provenance, byte for byte.
    void sameAsTheProgram(const QStringList& options)
    {
        const auto& shown = *m_session->shown();
        const QString method = QString::fromUtf8(methodInfo(shown.request().method).name.data());
        for (const ExportKind each : {ExportKind::Npy, ExportKind::Overlay, ExportKind::Json}) {
            const QString ending = QString::fromUtf8(exportFormat(each).ending.data());
            const QString here = m_folder.filePath(u"window"_s + ending), there = m_folder.filePath(u"cli"_s + ending);
            const ExportChoice choice{each, false, m_session->chosenLook()};
            QVERIFY(writeExport(here, shown, choice, {}));
            QProcess program;
            program.start(QStringLiteral(PATCHLIGHT_CLI),
                QStringList{u"explain"_s, picture(), u"--model"_s, m_net, u"--device"_s, u"cpu"_s, u"--threads"_s,
                    u"1"_s, u"--quiet"_s, u"--method"_s, method, u"--out"_s, there}
                    + options);
            QVERIFY(program.waitForFinished(30000));
            QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
            QVERIFY2(read(here) == read(there), qPrintable(ending + options.join(u' ')));
        }
    }
    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    QString m_net;
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::EmbeddingTest)
#include "embedding_test.moc"
