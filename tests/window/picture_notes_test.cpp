// tests/window/picture_notes_test.cpp: the window says how a picture was read, and leaves its colours where asked to.
#include "tests/window/support/window_fixture.h"
#include "ui/adapter/export_files.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QTemporaryDir>

namespace patchlight
{

using namespace Qt::StringLiterals;

class PictureNotesTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void saysThatColoursAreConvertedAndLeavesThemWhereAsked()
    {
        start(coreEngine(1));
        m_session->openModel(QStringLiteral(PATCHLIGHT_FIXTURES "/goldens/timm-vit"));
        openPicture(QStringLiteral(PATCHLIGHT_FIXTURES "/pictures/profile.png"));
        QVERIFY(notes()->isVisible());
        QCOMPARE(notes()->text(), u"This picture: its colours are converted from the profile 'Wide' to sRGB"_s);
        const auto converted = m_session->analysis();
        QVERIFY(!provenance(u"model"_s)[u"profile"_s].toObject().contains(u"colour_profiles"_s));
        QCOMPARE(provenance(u"picture"_s)[u"notes"_s].toArray().size(), 1);

        Overrides left;
        QVERIFY(correctFact(left, FactId::ColourProfiles, u"left"_s));
        m_session->correctModel(left);
        QTRY_VERIFY(m_session->analysis() != converted && !m_session->changing());
        QVERIFY(!notes()->isVisible());
        QVERIFY(m_session->analysis()->input.values != converted->input.values);
        QCOMPARE(provenance(u"model"_s)[u"profile"_s].toObject()[u"colour_profiles"_s], QJsonValue(false));
    }
    void saysThatItIsTheFirstFrame()
    {
        start(coreEngine(1));
        m_session->openModel(QStringLiteral(PATCHLIGHT_FIXTURES "/goldens/timm-vit"));
        openPicture(QStringLiteral(PATCHLIGHT_FIXTURES "/pictures/animated.gif"));
        QCOMPARE(notes()->text(), u"This picture: it is an animation; its first frame is taken"_s);
        openPicture(QStringLiteral(PATCHLIGHT_FIXTURES "/pictures/colour.png"));
        QTRY_VERIFY(!notes()->isVisible());
    }

private:
    QLabel* notes() const { return child<QLabel>("pictureNotes"); }
    QJsonObject provenance(const QString& part) const
    {
        const QString file = m_folder.filePath(u"map.json"_s);
        const ExportChoice choice{ExportKind::Json, false, m_session->chosenLook()};
        if (!writeExport(file, *m_session->shown(), choice, {}))
            return {};
        QFile read(file);
        return read.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(read.readAll()).object()[part].toObject()
                                              : QJsonObject();
    }

    QTemporaryDir m_folder;
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::PictureNotesTest)
#include "picture_notes_test.moc"
