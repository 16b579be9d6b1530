// tests/window/incoming_test.cpp: what is dropped on the window or pasted into it: several files, pixels, and formats
// that are not read.
#include "tests/window/support/window_fixture.h"
#include "ui/adapter/files.h"
#include "ui/view/widgets/message_bar.h"
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QMimeData>
#include <QTemporaryDir>

namespace patchlight
{

using namespace Qt::StringLiterals;

class IncomingTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void severalDroppedPicturesAreWalkedInPlaceOfTheFolder()
    {
        const QStringList dropped{made(u"z/two.png"_s), made(u"a/one.png"_s)};
        made(u"z/beside.png"_s);
        drop(dropped);
        QTRY_COMPARE(shown(), u"two.png"_s);
        QTRY_VERIFY2(said().contains(u"2 pictures"_s), qPrintable(said()));
        QCOMPARE(m_session->folder().count(), 2);
        m_session->openNeighbour(1);
        QTRY_COMPARE(shown(), u"one.png"_s);
        QCOMPARE(m_session->folder().index(), 1);
        m_session->openNeighbour(1);
        QVERIFY(said().contains(u"came together"_s));
        m_session->openNeighbour(-1);
        QTRY_COMPARE(shown(), u"two.png"_s);
        drop({dropped.front()}); // alone it lies in its folder
        QTRY_COMPARE(m_session->folder().index(), 1);
        QCOMPARE(m_session->folder().neighbour(-1), QFileInfo(m_folder.filePath(u"z/beside.png"_s)).absoluteFilePath());
    }
    void aFolderAmongOthersStandsForAllItsPictures()
    {
        made(u"more/20.png"_s);
        drop({made(u"a/one.png"_s), QFileInfo(made(u"more/3.png"_s)).absolutePath()});
        QTRY_COMPARE(shown(), u"one.png"_s);
        QCOMPARE(m_session->folder().count(), 3);
        QVERIFY(m_session->folder().neighbour(1).endsWith(u"more/3.png"_s));
    }
    void ofSeveralTheFirstThatOpensIsShown()
    {
        openPicture();
        m_control->failWith({ErrorCode::Unsupported, "cannot open a.heic: it is a HEIC file"});
        drop({made(u"a.heic"_s), made(u"b.png"_s), made(u"c.png"_s)});
        QTRY_COMPARE(shown(), u"b.png"_s);
        QTRY_VERIFY2(said().contains(u"a.heic"_s), qPrintable(said()));
    }
    void ofAFolderTheFirstThatOpensIsShownAmongItsNeighbours()
    {
        const QString folder = QFileInfo(made(u"own/1.png"_s)).absolutePath();
        made(u"own/2.png"_s), made(u"own/3.png"_s), made(u"own/4.png"_s);
        m_control->brokenFiles = {"1.png", "2.png"};
        drop({folder});
        QTRY_COMPARE(shown(), u"3.png"_s);
        QTRY_VERIFY2(said().contains(u"2 pictures"_s) && said().contains(u"1.png, 2.png"_s), qPrintable(said()));
        QCOMPARE(m_session->folder().index(), 2);
        QCOMPARE(m_session->folder().count(), 4);
        QVERIFY(m_session->folder().together().isEmpty());
    }
    void aFolderWithoutOneThatOpensSaysSoAndLeavesWhatIsOpen()
    {
        openPicture();
        const QString folder = QFileInfo(made(u"none/1.png"_s)).absolutePath();
        made(u"none/2.png"_s);
        m_control->brokenFiles = {"1.png", "2.png"};
        drop({folder});
        QTRY_VERIFY2(said().contains(u"None of the 2 pictures"_s) && said().contains(u"2.png"_s), qPrintable(said()));
        QCOMPARE(shown(), u"a.png"_s);
        QCOMPARE(m_session->folder().index(), -1);
    }
    void ofManyThatDoNotOpenAFewAreNamed()
    {
        QString folder;
        for (int i = 1; i <= 9; ++i) {
            const QString name = QString::number(i) + u".png"_s;
            folder = QFileInfo(made(u"many/"_s + name)).absolutePath();
            if (i < 9)
                m_control->brokenFiles.insert(name.toStdString());
        }
        drop({folder});
        QTRY_COMPARE(shown(), u"9.png"_s);
        QTRY_VERIFY2(said().contains(u"8 pictures"_s) && said().contains(u"4.png"_s), qPrintable(said()));
        QVERIFY2(!said().contains(u"5.png"_s) && said().endsWith(u'\u2026'), qPrintable(said()));
    }
    void pixelsAreCalledByHowTheyCame()
    {
        QMimeData pixels;
        pixels.setImageData(QImage(8, 8, QImage::Format_RGB32));
        dropData(pixels);
        QTRY_COMPARE(shown(), u"dropped picture"_s);
        QApplication::clipboard()->setImage(QImage(8, 8, QImage::Format_RGB32));
        trigger(Command::Paste);
        QTRY_COMPARE(shown(), u"pasted picture"_s);
    }
    void formatsThatAreNotReadAreNamedHoweverTheyCome_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::newRow("avif") << QByteArray("\0\0\0\x20" "ftypavif", 12) << u"AVIF"_s;
        QTest::newRow("heic") << QByteArray("\0\0\0\x20" "ftypheic", 12) << u"HEIC"_s;
        QTest::newRow("jxl") << QByteArray("\xFF\x0A") << u"JPEG XL"_s;
        QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>") << u"SVG"_s;
    }
    void formatsThatAreNotReadAreNamedHoweverTheyCome()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, name);
        const QString ending = QString::fromLatin1(QTest::currentDataTag());
        const QString file = made(u"own/picture."_s + ending, bytes);
        start(coreEngine(1));
        m_session->openModel(QStringLiteral(PATCHLIGHT_FIXTURES) + u"/goldens/timm-vit"_s);
        const auto named = [&] { return said().contains(name) && said().contains(u"PNG"_s) && !said().contains(u"patchlight-cli"_s); };
        drop({file});
        QTRY_VERIFY2(named(), qPrintable(said()));
        child<MessageBar>("messageBar")->dismiss();
        drop({QFileInfo(file).absolutePath()}); // in a folder that has no other
        QTRY_VERIFY2(named(), qPrintable(said()));
        child<MessageBar>("messageBar")->dismiss();
        auto* pasted = new QMimeData;
        pasted->setUrls({QUrl::fromLocalFile(file)});
        QApplication::clipboard()->setMimeData(pasted);
        trigger(Command::Paste);
        QTRY_VERIFY2(named(), qPrintable(said()));
        child<MessageBar>("messageBar")->dismiss();
        QVERIFY(picturePatterns().contains(u"*."_s + ending)); // a dialog shows them, too
        m_dialogs.picture = file;
        trigger(Command::OpenPicture);
        QTRY_VERIFY2(named(), qPrintable(said()));
    }
    void dialogsBeginInTheUsersOwnFolderNotAmongTheSamples()
    {
        const QString sample = samplePictures().value(0);
        openPicture(sample);
        for (const Command command : {Command::OpenPicture, Command::OpenModel}) {
            trigger(command);
            QVERIFY2(!m_dialogs.begun.isEmpty() && m_dialogs.begun != QFileInfo(sample).absolutePath(), qPrintable(m_dialogs.begun));
        }
        const QString own = made(u"own/1.png"_s);
        openPicture(own);
        openPicture(sample);
        trigger(Command::OpenPicture);
        QCOMPARE(m_dialogs.begun, QFileInfo(own).absolutePath());
    }

private:
    void prepare() override { QVERIFY(m_folder.isValid()); }
    QString made(const QString& name, const QByteArray& bytes = {})
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return path;
    }
    QString shown() const { return m_session->analysis() ? QString::fromStdString(m_session->analysis()->name) : QString(); }
    QString said() const { return child<MessageBar>("messageBar")->text(); }
    void drop(const QStringList& files)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& file : files)
            urls << QUrl::fromLocalFile(file);
        data.setUrls(urls);
        dropData(data);
    }
    void dropData(const QMimeData& data)
    {
        QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore(); // as a drag begins on the screen
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &event);
    }

    QTemporaryDir m_folder;
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::IncomingTest)
#include "incoming_test.moc"
