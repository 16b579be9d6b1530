// tests/window/export_test.cpp: every kind of export leaves a file of its kind; films refuse what they cannot do.
#include "tests/window/support/fake_engine.h"
#include "tests/window/support/window_test.h"
#include "ui/adapter/export_files.h"
#include "ui/adapter/record_maps.h"
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace patchlight
{

class ExportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_analysis = fakeAnalysis("a.png", fakeModel("default"));
        m_explanation = *mapFromRecord(m_analysis->record, {});
    }
    void everyFileBeginsAsItsKindDoes_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("beginning");
        const QByteArray png("\x89PNG", 4);
        QTest::newRow("overlay") << int(ExportKind::Overlay) << png;
        QTest::newRow("heat map") << int(ExportKind::HeatMap) << png;
        QTest::newRow("transparent") << int(ExportKind::Transparent) << png;
        QTest::newRow("sheet") << int(ExportKind::Sheet) << png;
        QTest::newRow("svg") << int(ExportKind::Svg) << QByteArray("<");
        QTest::newRow("pdf") << int(ExportKind::Pdf) << QByteArray("%PDF-");
        QTest::newRow("npy") << int(ExportKind::Npy) << QByteArray("\x93NUMPY", 6);
        QTest::newRow("csv") << int(ExportKind::Csv) << QByteArray("0.");
    }
    void everyFileBeginsAsItsKindDoes()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, beginning);
        QString path;
        for (const auto& info : exportKinds())
            if (int(info.kind) == kind)
                path = m_folder.filePath(exportFileName(*m_analysis, m_explanation, info));
        const auto written = writeExport(path, *m_analysis, m_explanation, {ExportKind(kind), false, {}}, {});
        QVERIFY2(written, written ? "" : written.error().message.c_str());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.read(beginning.size()), beginning);
    }
    void theOverlayIsThePicturesSizeAndThePreviewShowsTheFilesPixels()
    {
        const QString path = m_folder.filePath(QStringLiteral("same.png"));
        const ExportChoice choice{ExportKind::Overlay, false, {}};
        QVERIFY(writeExport(path, *m_analysis, m_explanation, choice, {}));
        const QImage file = QImage(path).convertToFormat(QImage::Format_RGB888);
        QCOMPARE(file.size(), QSize(64, 48));
        QCOMPARE(exportPreview(*m_analysis, m_explanation, choice).convertToFormat(QImage::Format_RGB888), file);
    }
    void framesAreOnePerLayer()
    {
        const QString folder = m_folder.filePath(QStringLiteral("frames"));
        QVERIFY(writeExport(folder, *m_analysis, m_explanation, {ExportKind::Frames, false, {}}, {}));
        QCOMPARE(QDir(folder).entryList({QStringLiteral("*.png")}).size(), 4);
    }
    void aFilmOfAMethodThatNeedsTheNetworkIsRefused()
    {
        Explanation relevancy = m_explanation;
        relevancy.request.method = Method::Relevancy;
        const QString path = m_folder.filePath(QStringLiteral("film.mp4"));
        const auto written = writeExport(path, *m_analysis, relevancy, {ExportKind::Film, false, {}}, {});
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Unsupported);
        QVERIFY(!QFile::exists(path));
    }
    void anUnwritablePlaceIsAnErrorThatNamesIt()
    {
        const auto written = writeExport(
            QStringLiteral("/no/such/folder/x.png"), *m_analysis, m_explanation, {ExportKind::Overlay, false, {}}, {});
        QVERIFY(!written);
        QVERIFY(written.error().message.find("/no/such/folder") != std::string::npos);
    }

private:
    QTemporaryDir m_folder;
    AnalysisPtr m_analysis;
    Explanation m_explanation;
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::ExportTest)
#include "export_test.moc"
