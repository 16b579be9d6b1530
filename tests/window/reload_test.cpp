// tests/window/reload_test.cpp: the window says when a file on screen changed on disk, and reads it again when asked.
#include "tests/window/support/window_fixture.h"
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>

namespace patchlight
{

using namespace Qt::StringLiterals;

namespace
{
const QString kFixtures = QStringLiteral(PATCHLIGHT_FIXTURES);
constexpr int kSettledMs = 800; ///< longer than a file is given to settle
}

class ReloadTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void aPictureThatWasWrittenAnewIsReadWhenAsked()
    {
        open();
        QVERIFY(!button()->isVisible());
        const auto before = m_session->analysis();
        write(u"goldens/preprocess/tall.png"_s, picture());
        QTRY_VERIFY(button()->isVisible());
        QCOMPARE(button()->text(), u"shown.png changed on disk · Reload"_s);
        QCOMPARE(m_session->analysis(), before); // not by itself
        m_session->selection().setQuery(Query::patch({1, 1}));
        button()->click();
        QTRY_VERIFY(m_session->analysis() != before && !m_session->changing());
        QVERIFY(m_session->analysis()->picture.height() != before->picture.height());
        QCOMPARE(m_session->selection().map().query, Query::patch({1, 1}));
        QVERIFY(!button()->isVisible());
    }
    void aPictureThatAnotherTookTheNameOfIsSeenToo()
    {
        open();
        write(u"goldens/preprocess/tall.png"_s, m_folder->filePath(u"new.png"_s));
        QVERIFY(QFile::remove(picture()) && QFile::rename(m_folder->filePath(u"new.png"_s), picture()));
        QTRY_VERIFY(button()->isVisible());
        button()->click();
        QTRY_VERIFY(!m_session->changing() && !button()->isVisible());
        write(u"goldens/preprocess/rgb.png"_s, picture());
        QTRY_VERIFY(button()->isVisible());
    }
    void anotherFileOfTheFolderChangesNothing()
    {
        open();
        write(u"goldens/preprocess/tall.png"_s, m_folder->filePath(u"other.png"_s));
        QTest::qWait(kSettledMs);
        QVERIFY(!button()->isVisible());
    }
    void aModelThatWasWrittenAnewIsReadWhenAsked()
    {
        open();
        const auto before = m_session->model();
        write(u"goldens/timm-vit/model.safetensors"_s, m_folder->filePath(u"net/model.safetensors"_s));
        QTRY_VERIFY(button()->isVisible());
        QCOMPARE(m_session->model(), before);
        button()->click();
        QTRY_VERIFY(m_session->model() != before && !m_session->changing());
        QVERIFY(!button()->isVisible());
        QCOMPARE(m_session->analysis()->model, m_session->model());
    }

private:
    QPushButton* button() const { return child<QPushButton>("reloadButton"); }
    QString picture() const { return m_folder->filePath(u"shown.png"_s); }
    static void write(const QString& fixture, const QString& to)
    {
        QFile from(kFixtures + u"/"_s + fixture), file(to);
        QVERIFY(from.open(QIODevice::ReadOnly) && file.open(QIODevice::WriteOnly));
        file.write(from.readAll());
    }
    void open()
    {
        m_window.reset();
        m_session.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkdir(u"net"_s));
        write(u"goldens/timm-vit/model.safetensors"_s, m_folder->filePath(u"net/model.safetensors"_s));
        write(u"goldens/timm-vit/config.json"_s, m_folder->filePath(u"net/config.json"_s));
        write(u"goldens/preprocess/rgb.png"_s, picture());
        start(coreEngine(1));
        m_session->openModel(m_folder->filePath(u"net"_s));
        openPicture(picture());
        QTRY_VERIFY(!m_session->changing());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::ReloadTest)
#include "reload_test.moc"
