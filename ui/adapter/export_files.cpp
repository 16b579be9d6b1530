// ui/adapter/export_files.cpp: a table of kinds, each handed to the core's exporter; PDF is the SVG figure on paper.
#include "ui/adapter/export_files.h"
#include "core/base/atomic_file.h"
#include "core/engine/guard.h"
#include "core/engine/output/export.h"
#include "core/engine/output/film.h"
#include "core/image/write_picture.h"
#include "core/render/sheet.h"
#include "ui/adapter/qimage_bridge.h"
#include "ui/adapter/texts.h"
#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>

namespace patchlight
{
namespace
{

/// The context translators see.
class ExportTexts
{
    Q_DECLARE_TR_FUNCTIONS(patchlight::ExportTexts)
};

ExportRequest requestOf(const ExportChoice& choice)
{
    ExportRequest request;
    request.look = choice.look;
    request.frame = choice.networkInput ? ExportFrame::Input : ExportFrame::Original;
    switch (choice.kind) {
    case ExportKind::HeatMap:
        request.style = ExportStyle::HeatMap;
        break;
    case ExportKind::Transparent:
        request.style = ExportStyle::Alpha;
        break;
    case ExportKind::Sheet:
        request.style = ExportStyle::Sheet;
        break;
    default:
        request.style = ExportStyle::Overlay;
        break;
    }
    return request;
}

Result<std::string> svgOf(const ShownMap& shown, const ExportChoice& choice)
{
    const auto overlay = exportImage(*shown.analysis, shown.explanation, requestOf(choice));
    if (!overlay)
        return fail(overlay.error());
    return svgFigure(*overlay, shown.map(), shown.explanation.isSigned, choice.look,
        explanationTitle(*shown.analysis, shown.explanation));
}

/// As exportExplanation does it, but a picture that is not wanted any more is not written.
Result<void> writePicture(const QString& path, const ShownMap& shown, const ExportChoice& choice, const RunContext& run)
{
    const auto image = exportImage(*shown.analysis, shown.explanation, requestOf(choice));
    if (!image)
        return fail(image.error());
    const auto bytes = run.cancel.requested() ? Result<std::vector<std::byte>>{cancelled()} : encodePng(*image);
    if (!bytes)
        return fail(bytes.error());
    return run.cancel.requested() ? Result<void>{cancelled()} : writeFile(toPath(path), *bytes);
}

/// The figure on a page of its own size, text as text.
Result<void> writePdf(const QString& path, const ShownMap& shown, const ExportChoice& choice, const RunContext& run)
{
    const auto svg = svgOf(shown, choice);
    if (!svg)
        return fail(svg.error());
    QSvgRenderer figure(QByteArray::fromStdString(*svg));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter pdf(&buffer);
        pdf.setCreator(QStringLiteral("Patchlight"));
        pdf.setPageSize(QPageSize(QSizeF(figure.defaultSize()) * 0.75, QPageSize::Point));
        pdf.setPageMargins({});
        QPainter painter(&pdf);
        figure.render(&painter);
    }
    return run.cancel.requested() ? Result<void>{cancelled()} : writeFile(toPath(path), bytes.toStdString());
}

}

QVector<ExportKindInfo> exportKinds()
{
    const QString png = QStringLiteral("png");
    return {
        {ExportKind::Overlay, ExportTexts::tr("Picture with the map"), png,
            ExportTexts::tr("PNG at the picture's own size"), true, true},
        {ExportKind::HeatMap, ExportTexts::tr("Heat map with colour bar"), png,
            ExportTexts::tr("PNG with title and real values"), true, false},
        {ExportKind::Transparent, ExportTexts::tr("Transparent map"), png,
            ExportTexts::tr("PNG to lay over the picture elsewhere"), true, true},
        {ExportKind::Sheet, ExportTexts::tr("All layers and heads"), png,
            ExportTexts::tr("PNG contact sheet for this query"), true, false},
        {ExportKind::Svg, ExportTexts::tr("Figure, SVG"), QStringLiteral("svg"),
            ExportTexts::tr("Picture, colour bar and title; text stays text"), true, true},
        {ExportKind::Pdf, ExportTexts::tr("Figure, PDF"), QStringLiteral("pdf"),
            ExportTexts::tr("The same figure for LaTeX and print"), true, true},
        {ExportKind::Npy, ExportTexts::tr("Numbers, NPY"), QStringLiteral("npy"),
            ExportTexts::tr("float32 on the patch grid, before any scaling"), false, false},
        {ExportKind::Csv, ExportTexts::tr("Numbers, CSV"), QStringLiteral("csv"),
            ExportTexts::tr("One line per row of patches"), false, false},
        {ExportKind::Json, ExportTexts::tr("Everything, JSON"), QStringLiteral("json"),
            ExportTexts::tr("Map, parameters, versions and file hashes: enough to make it again"), false, false},
        {ExportKind::Film, ExportTexts::tr("Film through the layers"), QStringLiteral("mp4"),
            ExportTexts::tr("MP4, half a second per layer"), true, true},
        {ExportKind::Frames, ExportTexts::tr("Pictures of every layer"), QString(),
            ExportTexts::tr("PNG per layer in a folder"), true, true},
    };
}

bool exportFits(ExportKind kind, Method method)
{
    if (method == Method::FeatureColours && (kind == ExportKind::Svg || kind == ExportKind::Pdf))
        return false;
    return (kind != ExportKind::Film && kind != ExportKind::Frames) || !methodInfo(method).network;
}

Result<void> writeExport(const QString& path, const ShownMap& shown, const ExportChoice& choice, const RunContext& run)
{
    if (choice.kind == ExportKind::Film || choice.kind == ExportKind::Frames)
        return exportFilm(toPath(path), *shown.analysis, shown.request(), requestOf(choice), run);
    if (run.cancel.requested())
        return cancelled();
    if (choice.kind == ExportKind::Pdf)
        return writePdf(path, shown, choice, run);
    if (QFileInfo(path).suffix() == QStringLiteral("png"))
        return writePicture(path, shown, choice, run);
    return exportExplanation(toPath(path), *shown.analysis, shown.explanation, requestOf(choice));
}

QImage exportPreview(const ShownMap& shown, const ExportChoice& choice)
{
    if (choice.kind == ExportKind::Svg || choice.kind == ExportKind::Pdf) {
        const auto svg = svgOf(shown, choice);
        if (!svg)
            return {};
        QSvgRenderer figure(QByteArray::fromStdString(*svg));
        QImage image(figure.defaultSize(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        figure.render(&painter);
        return image;
    }
    const auto image = exportImage(*shown.analysis, shown.explanation, requestOf(choice));
    return image ? toQImage(*image) : QImage();
}

Result<QImage> overlayPicture(const ShownMap& shown, const Look& look)
{
    constexpr const char* kSubject = "the overlay";
    return guarded(kSubject, [&]() -> Result<QImage> {
        QImage image = exportPreview(shown, {ExportKind::Overlay, false, look});
        if (image.isNull()) // Qt tells no more of a picture too large for it
            return fail(ErrorCode::OutOfMemory, std::string{kSubject} + ": the picture is too large for the clipboard");
        return image;
    });
}

QString exportFileName(const ShownMap& shown, const ExportKindInfo& kind)
{
    const QString picture = QFileInfo(fromUtf8(shown.analysis->name)).completeBaseName();
    const QString method = fromUtf8(methodInfo(shown.request().method).name);
    const QString name = picture + QLatin1Char('-') + method;
    const QString ending
        = kind.extension.isEmpty() ? QStringLiteral("-layers") : QString(QLatin1Char('.') + kind.extension);
    return name + ending;
}

}
