// tests/window/export_test.cpp: every kind of export leaves a file of its kind; films refuse what they cannot do.
#include "tests/window/support/chinese.h"
#include "tests/window/support/fake_engine.h"
#include "tests/window/support/window_test.h"
#include "ui/adapter/export_files.h"
#include "ui/adapter/map_comparison.h"
#include "ui/adapter/record_maps.h"
#include <QCoreApplication>
#include <QScopeGuard>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QXmlStreamReader>

namespace patchlight
{

class ExportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        Analysis pasted = *fakeAnalysis("a.png", fakeModel("default"));
        pasted.file.clear(); // there is none to take a fingerprint of
        m_analysis = std::make_shared<const Analysis>(std::move(pasted));
        m_explanation = *explainFromAnalysis(*m_analysis, {});
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
        QTest::newRow("heads") << int(ExportKind::Heads) << png;
        QTest::newRow("svg") << int(ExportKind::Svg) << QByteArray("<");
        QTest::newRow("pdf") << int(ExportKind::Pdf) << QByteArray("%PDF-");
        QTest::newRow("npy") << int(ExportKind::Npy) << QByteArray("\x93NUMPY", 6);
        QTest::newRow("json") << int(ExportKind::Json) << QByteArray("{");
        QTest::newRow("csv") << int(ExportKind::Csv) << QByteArray("0.");
    }
    void everyFileBeginsAsItsKindDoes()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, beginning);
        QString path;
        for (const auto& info : exportKinds())
            if (int(info.kind) == kind)
                path = m_folder.filePath(exportFileName(shown(), info));
        const auto written = writeExport(path, shown(), {ExportKind(kind), false, {}}, {});
        QVERIFY2(written, written ? "" : written.error().message.c_str());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.read(beginning.size()), beginning);
    }
    void noTwoKindsAreOfferedUnderOneName()
    {
        QSet<QString> names;
        for (const auto& info : exportKinds())
            names << exportFileName(shown(), info);
        QCOMPARE(names.size(), exportKinds().size());
    }
    void theOverlayIsThePicturesSizeAndThePreviewShowsTheFilesPixels()
    {
        const QString path = m_folder.filePath(QStringLiteral("same.png"));
        const ExportChoice choice{ExportKind::Overlay, false, {}};
        QVERIFY(writeExport(path, shown(), choice, {}));
        const QImage file = QImage(path).convertToFormat(QImage::Format_RGB888);
        QCOMPARE(file.size(), QSize(64, 48));
        QCOMPARE(exportPreview(shown(), choice).convertToFormat(QImage::Format_RGB888), file);
    }
    void aFigureIsWhiteToItsLastPixel()
    {
        for (const int dpi : {72, 96, 101, 150, 301}) {
            FigureChoice figure;
            figure.dpi = dpi;
            for (const double millimetres : {0.0, 40.0, 41.3}) {
                figure.millimetres = millimetres;
                const QString path = m_folder.filePath(QStringLiteral("figure.png"));
                QVERIFY(writeExport(path, shown(), {ExportKind::Figure, false, {}, figure}, {}));
                const QImage image = QImage(path).convertToFormat(QImage::Format_RGB32);
                for (int y = 0; y < image.height(); ++y)
                    QCOMPARE(image.pixelColor(image.width() - 1, y), QColor(Qt::white));
                for (int x = 0; x < image.width(); ++x)
                    QCOMPARE(image.pixelColor(x, image.height() - 1), QColor(Qt::white));
            }
        }
    }
    void theTextOfAFigureIsAsLargeOnPaperAtAnyWidth()
    {
        FigureContent content{QImage(640, 480, QImage::Format_RGB32), QStringLiteral("H"), {qRgb(255, 255, 255)}, {}, {}};
        content.overlay.fill(Qt::white);
        for (const double millimetres : {60.0, 85.0, 180.0}) {
            const QImage image = figureImage(content, {millimetres, 600, true, true});
            int inked = 0; // rows of the only letter
            for (int y = 0; y < image.height(); ++y) {
                bool ink = false;
                for (int x = 0; x < image.width() && !ink; ++x)
                    ink = qGray(image.pixel(x, y)) < 128;
                inked += ink;
            }
            const double points = inked * 72.0 / 600;
            QVERIFY2(points > 0.6 * 7 && points < 0.85 * 7, qPrintable(QString::number(points))); // a capital
        }
    }
    void thePreviewOfAFigureFollowsItsWidth()
    {
        for (const auto kind : {ExportKind::Svg, ExportKind::Pdf}) {
            const auto shape = [&](double millimetres) {
                const QImage image = exportPreview(shown(), {kind, false, {}, {millimetres, 300, true, true}});
                return double(image.width()) / image.height();
            };
            QVERIFY(shape(60) > shape(180)); // the same text takes more of a narrow page
        }
    }
    void aPdfCarriesItsProvenanceAsXmp()
    {
        const QString path = m_folder.filePath(QStringLiteral("xmp.pdf"));
        QVERIFY(writeExport(path, shown(), {ExportKind::Pdf, false, {}}, {}));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const auto from = bytes.indexOf("<x:xmpmeta"), to = bytes.indexOf("</x:xmpmeta>");
        QVERIFY(from > 0 && to > from);
        QXmlStreamReader xml(bytes.mid(from, to + 12 - from));
        QString origin, title;
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::StartElement) {
                if (xml.name() == QLatin1String("Provenance"))
                    origin = xml.readElementText();
                else if (xml.name() == QLatin1String("li"))
                    title = xml.readElementText();
            }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY2(title.startsWith(QStringLiteral("Attention")), qPrintable(title));
        QVERIFY(QJsonDocument::fromJson(origin.toUtf8()).object().contains(QStringLiteral("picture")));
    }
    void anSvgHasTitleAndBarWhereTheyAreWanted()
    {
        const QString path = m_folder.filePath(QStringLiteral("parts.svg"));
        const auto written = [&](bool title, bool bar, double millimetres) {
            FigureChoice figure;
            figure.title = title;
            figure.bar = bar;
            figure.millimetres = millimetres;
            QFile file(path);
            return writeExport(path, shown(), {ExportKind::Svg, false, {}, figure}, {}) && file.open(QIODevice::ReadOnly)
                ? file.readAll() : QByteArray();
        };
        for (const double millimetres : {0.0, 80.0}) {
            QVERIFY(written(true, true, millimetres).contains("linearGradient"));
            const QByteArray titled = written(true, false, millimetres);
            QVERIFY(!titled.contains("linearGradient") && titled.contains(">Attention"));
            const QByteArray barred = written(false, true, millimetres);
            QVERIFY(barred.contains("linearGradient"));
            QCOMPARE(barred.count("Attention ·"), 1); // of the document, not drawn
            const QByteArray bare = written(false, false, millimetres);
            QVERIFY(!bare.isEmpty() && !bare.contains("<text"));
        }
    }
    void aTitleIsInTheReadersLanguage()
    {
        Chinese chinese;
        QCoreApplication::installTranslator(&chinese);
        const auto back = qScopeGuard([&] { QCoreApplication::removeTranslator(&chinese); });
        const QString path = m_folder.filePath(QStringLiteral("chinese.svg"));
        QVERIFY(writeExport(path, shown(), {ExportKind::Svg, false, {}}, {}));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        QVERIFY2(svg.contains(QStringLiteral("<title>注意力 · 第 ").toUtf8()), svg.left(600).constData());
        QVERIFY(!svg.contains("layer "));
    }
    void theHeadingsOfASheetAreInTheReadersLanguage()
    {
        const ExportChoice sheet{ExportKind::Sheet, false, {}};
        const QImage english = exportPreview(shown(), sheet);
        Chinese chinese;
        QCoreApplication::installTranslator(&chinese);
        const auto back = qScopeGuard([&] { QCoreApplication::removeTranslator(&chinese); });
        QCOMPARE(QString::fromStdString(translatedSheetWords().mean), QStringLiteral("平均"));
        const QImage translated = exportPreview(shown(), sheet);
        QCOMPARE(translated.size(), english.size());
        QVERIFY(translated != english);
    }
    void anSvgCarriesItsProvenance()
    {
        FigureChoice figure;
        for (const double millimetres : {0.0, 89.0}) {
            figure.millimetres = millimetres;
            const QString path = m_folder.filePath(QStringLiteral("figure.svg"));
            QVERIFY(writeExport(path, shown(), {ExportKind::Svg, false, {}, figure}, {}));
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QXmlStreamReader svg(&file);
            QString metadata;
            while (!svg.atEnd())
                if (svg.readNext() == QXmlStreamReader::StartElement && svg.name() == QLatin1String("metadata"))
                    metadata = svg.readElementText();
            QVERIFY2(!svg.hasError(), qPrintable(svg.errorString()));
            const QJsonObject all = QJsonDocument::fromJson(metadata.toUtf8()).object();
            QCOMPARE(all.value(QStringLiteral("picture")).toObject().value(QStringLiteral("name")).toString(), QStringLiteral("a.png"));
        }
    }
    void theJsonHoldsTheMapAndHowItWasMade()
    {
        const QString path = m_folder.filePath(QStringLiteral("all.json"));
        QVERIFY(writeExport(path, shown(), {ExportKind::Json, false, {}}, {}));
        const QJsonObject all = read(path);
        QVERIFY(!all.isEmpty());
        const QByteArray text = QJsonDocument(all).toJson();
        QVERIFY(text.contains("attention"));
        const QJsonArray rows = all.value(QStringLiteral("map")).toArray();
        QCOMPARE(rows.size(), m_explanation.map.rows());
        QCOMPARE(rows.at(1).toArray().size(), m_explanation.map.columns());
        QCOMPARE(float(rows.at(1).toArray().at(2).toDouble()), m_explanation.map.at({1, 2}));
    }
    void theJsonOfAChangedRunSaysWhatWasChanged()
    {
        auto changed = std::make_shared<Analysis>(*m_analysis);
        changed->interventions.hidden = {Cell{1, 2}};
        changed->interventions.hideWith = HideWith::Zero;
        const QString path = m_folder.filePath(QStringLiteral("changed.json"));
        QVERIFY(writeExport(path, ShownMap{changed, m_explanation}, {ExportKind::Json, false, {}}, {}));
        const QJsonObject said = read(path).value(QStringLiteral("interventions")).toObject();
        QCOMPARE(said.value(QStringLiteral("hide_with")).toString(), QStringLiteral("zero"));
        QCOMPARE(said.value(QStringLiteral("hide")).toArray().at(0).toArray(), (QJsonArray{1, 2}));
    }
    void aFilmIsAnMp4OrSaysThatThereIsNoEncoder()
    {
        const QString path = m_folder.filePath(QStringLiteral("layers.mp4"));
        const auto written = writeExport(path, shown(), {ExportKind::Film, false, {}}, {});
        if (!written) {
            QCOMPARE(written.error().code, ErrorCode::Unsupported);
            QVERIFY(!QFile::exists(path));
            return;
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.size() > 500);
        QCOMPARE(file.read(8).mid(4), QByteArray("ftyp"));
    }
    void aCancelledFilmLeavesNothing()
    {
        CancelSource cancel;
        cancel.request();
        const QString path = m_folder.filePath(QStringLiteral("never.mp4"));
        const RunContext run{cancel.token(), {}};
        const auto written = writeExport(path, shown(), {ExportKind::Film, false, {}}, run);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(path));
    }
    void whatIsCancelledIsNotWritten_data() { everyFileBeginsAsItsKindDoes_data(); }
    void whatIsCancelledIsNotWritten()
    {
        QFETCH(int, kind);
        CancelSource cancel;
        cancel.request();
        for (const auto& info : exportKinds()) {
            if (int(info.kind) != kind)
                continue;
            const QString path = m_folder.filePath(QStringLiteral("cancelled.") + info.extension);
            const RunContext run{cancel.token(), {}};
            const auto written = writeExport(path, shown(), {info.kind, false, {}}, run);
            QVERIFY(!written);
            QCOMPARE(written.error().code, ErrorCode::Cancelled);
            QVERIFY(!QFile::exists(path));
        }
    }
    void framesAreThePicturesUnderTheNameOfTheirLayer()
    {
        const QString folder = m_folder.filePath(QStringLiteral("layers"));
        QVERIFY(writeExport(folder, shown(), {ExportKind::Frames, false, {}}, {}));
        const QImage first(folder + QStringLiteral("/frame-000.png"));
        const QImage last(folder + QStringLiteral("/frame-003.png"));
        QCOMPARE(first.width(), 64);
        QVERIFY(first.height() > 48);
        QCOMPARE(last.size(), first.size());
        const int strip = first.height() - 48;
        QVERIFY(first.copy(0, 0, 64, strip) != last.copy(0, 0, 64, strip)); // "layer 0", "layer 3"
        const ExportChoice frames{ExportKind::Frames, false, {}};
        QCOMPARE(exportPreview(shown(), frames).convertToFormat(QImage::Format_RGB888), last.convertToFormat(QImage::Format_RGB888));
        // The last layer's frame is the overlay of the map on screen, which is of the last layer.
        const QImage overlay = overlayPicture(shown(), {}).value();
        QCOMPARE(last.copy(0, strip, 64, 48).convertToFormat(QImage::Format_RGB888), overlay.convertToFormat(QImage::Format_RGB888));
    }
    void headsOverEachOtherGoIntoEveryPictureOfTheMap()
    {
        Look look;
        look.heads = true;
        const QImage heads = overlayPicture(shown(), look).value();
        QCOMPARE(heads.size(), QSize(64, 48));
        QVERIFY(heads != overlayPicture(shown(), {}).value());
        for (const ExportKind kind : {ExportKind::Svg, ExportKind::Pdf, ExportKind::Figure, ExportKind::Transparent})
            QVERIFY2(exportPreview(shown(), {kind, false, look}) != exportPreview(shown(), {kind, false, {}}),
                exportFormat(kind).name.data());
        const ExportChoice legend{ExportKind::Heads, false, {}};
        QVERIFY(exportPreview(shown(), legend).width() > 700);
    }
    void framesAreOnePerLayer()
    {
        const QString folder = m_folder.filePath(QStringLiteral("frames"));
        QVERIFY(writeExport(folder, shown(), {ExportKind::Frames, false, {}}, {}));
        QCOMPARE(QDir(folder).entryList({QStringLiteral("*.png")}).size(), 4);
    }
    void aFilmOfAMethodThatNeedsTheNetworkIsRefused()
    {
        Explanation relevancy = m_explanation;
        relevancy.request.method = Method::Relevancy;
        const QString path = m_folder.filePath(QStringLiteral("film.mp4"));
        const auto written = writeExport(path, ShownMap{m_analysis, relevancy}, {ExportKind::Film, false, {}}, {});
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Unsupported);
        QVERIFY(!QFile::exists(path));
    }
    void anUnwritablePlaceIsAnErrorThatNamesIt()
    {
        const auto written = writeExport(
            QStringLiteral("/no/such/folder/x.png"), shown(), {ExportKind::Overlay, false, {}}, {});
        QVERIFY(!written);
        QVERIFY(written.error().message.find("/no/such/folder") != std::string::npos);
    }

private:
    ShownMap shown() const { return {m_analysis, m_explanation}; }
    static QJsonObject read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }
    QTemporaryDir m_folder;
    AnalysisPtr m_analysis;
    Explanation m_explanation;
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::ExportTest)
#include "export_test.moc"
