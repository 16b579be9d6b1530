// ui/adapter/export_files.cpp: a table of kinds, each handed to the core's exporter; figures with fonts are painted here.
#include "ui/adapter/export_files.h"
#include "core/base/atomic_file.h"
#include "core/base/guard.h"
#include "core/engine/output/export.h"
#include "core/engine/output/export_format.h"
#include "core/engine/output/map_look.h"
#include "core/engine/output/map_picture.h"
#include "core/engine/output/provenance.h"
#include "core/engine/output/shown_heads.h"
#include "core/engine/output/title.h"
#include "core/render/colour_bar.h"
#include "core/render/head_figure.h"
#include "ui/adapter/map_comparison.h"
#include "ui/adapter/map_painter.h"
#include "ui/adapter/qimage_bridge.h"
#include "ui/adapter/texts.h"
#include "ui/adapter/xmp_packet.h"
#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <nlohmann/json.hpp>

namespace patchlight
{
namespace
{

constexpr int kPdfDpi = 600;
constexpr int kPreviewPixels = 1200; ///< across a figure with a width on paper, whatever that is

ExportRequest requestOf(const ShownMap& shown, const ExportChoice& choice)
{
    ExportRequest request{choice.look, choice.kind, choice.networkInput ? ExportFrame::Input : ExportFrame::Original,
        {choice.figure.title, choice.figure.bar, choice.figure.millimetres}};
    request.sheetQuery = choice.sheetQuery.value_or(shown.request().query);
    request.sheetWords = translatedSheetWords();
    if (*request.sheetQuery != shown.request().query) // else the file's name and the map say it
        request.sheetWords.title = QString(methodLabel(Method::Attention) + QStringLiteral(" · ")
            + queryLabel(*request.sheetQuery, shown.analysis->tokens)).toStdString();
    request.layerWords = translatedLayerWords();
    const bool whole = choice.kind == ExportKind::Heads; // heads, whatever is on screen
    Look look = choice.look;
    look.heads = look.heads || whole;
    if (!choice.title.isEmpty())
        request.title = choice.title.toStdString();
    else if (const auto title = translatedFigureTitle(shown, look))
        request.title = title->toStdString();
    return request;
}

QString translated(std::string_view text)
{
    return QCoreApplication::translate("patchlight::ExportTexts", text.data());
}

bool paintedHere(ExportKind kind)
{
    return kind == ExportKind::Pdf || kind == ExportKind::Figure;
}

Result<FigureContent> headsContent(const ShownMap& shown, const Look& look, const QImage& overlay, const QString& title)
{
    const auto heads = headsOf(*shown.analysis, shown.explanation);
    if (!heads)
        return fail(heads.error());
    FigureContent content{overlay, title, {}, {}};
    for (const auto& each : headLegend(*heads, look))
        content.legend << std::pair(headColourOf(each.head).rgb(), fromUtf8(headName(each)));
    return content;
}

Result<FigureContent> contentOf(const ShownMap& shown, const ExportChoice& choice)
{
    constexpr int kTicks = 5;
    const auto request = requestOf(shown, choice);
    const auto overlay = exportImage(*shown.analysis, shown.explanation, request);
    if (!overlay)
        return fail(overlay.error());
    if (showsHeads(shown.explanation, choice.look))
        return headsContent(shown, choice.look, toQImage(*overlay),
            fromUtf8(request.title.value_or(headsTitle(*shown.analysis, shown.explanation, choice.look))));
    const Look look = lookFor(shown.explanation, choice.look);
    FigureContent content{toQImage(*overlay), fromUtf8(request.title.value_or(figureTitle(*shown.analysis, shown.explanation, !choice.look.range))), {}, {}};
    for (const QColor& colour : colourTable(look.colours))
        content.colours << colour.rgb();
    for (const Tick& tick : colourBarTicks(*look.range, kTicks))
        content.ticks << std::pair(tick.position, fromUtf8(tick.text));
    return content;
}

/// Where the figure comes from, for whoever finds it years later.
Result<QByteArray> provenanceText(const ShownMap& shown)
{
    const auto json = provenance(*shown.analysis, shown.explanation);
    if (!json)
        return fail(json.error());
    return QByteArray::fromStdString(json->dump(2));
}

/// A page of the figure's size: the picture without loss, text as text, where it comes from as XMP and as an attachment.
Result<void> writePdf(const QString& path, const ShownMap& shown, const ExportChoice& choice, const RunContext& run)
{
    const auto content = contentOf(shown, choice);
    if (!content)
        return fail(content.error());
    const auto origin = provenanceText(shown);
    if (!origin)
        return fail(origin.error());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter pdf(&buffer);
        pdf.setTitle(content->title);
        pdf.setCreator(QStringLiteral("Patchlight ") + QStringLiteral(PATCHLIGHT_VERSION));
        pdf.setResolution(kPdfDpi);
        pdf.setPageSize(QPageSize(figureMillimetres(*content, choice.figure), QPageSize::Millimeter, {}, QPageSize::ExactMatch));
        pdf.setPageMargins({});
        pdf.setDocumentXmpMetadata(xmpPacket(content->title, *origin));
        pdf.addFileAttachment(QStringLiteral("provenance.json"), *origin, QStringLiteral("application/json"));
        QPainter painter(&pdf);
        const double scale = pdf.width() / figureSize(*content, choice.figure).width();
        painter.scale(scale, scale);
        paintFigure(painter, *content, choice.figure);
    }
    return run.cancel.requested() ? Result<void>{cancelled()} : writeFile(toPath(path), bytes.toStdString());
}

Result<void> writeFigure(const QString& path, const ShownMap& shown, const ExportChoice& choice, const RunContext& run)
{
    const auto content = contentOf(shown, choice);
    if (!content)
        return fail(content.error());
    const auto origin = provenanceText(shown);
    if (!origin)
        return fail(origin.error());
    QImage image = figureImage(*content, choice.figure);
    if (image.isNull())
        return fail(ErrorCode::OutOfMemory, "the figure would have too many pixels; choose fewer millimetres or dpi");
    image.setText(QStringLiteral("Title"), content->title);
    image.setText(QStringLiteral("Software"), QStringLiteral("Patchlight ") + QStringLiteral(PATCHLIGHT_VERSION));
    image.setText(QStringLiteral("Provenance"), QString::fromUtf8(*origin));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return fail(ErrorCode::WriteFailed, "the figure could not be encoded as PNG; try a smaller one");
    return run.cancel.requested() ? Result<void>{cancelled()} : writeFile(toPath(path), bytes.toStdString());
}

}

QVector<ExportKindInfo> exportKinds(bool ofColours)
{
    constexpr int kColours = 3;
    const auto words = [ofColours](std::string_view usual, std::string_view colours) {
        return translated(ofColours && !colours.empty() ? colours : usual);
    };
    QVector<ExportKindInfo> kinds;
    for (const auto& format : exportFormats()) {
        const auto ending = format.ending.substr(format.ending.empty() ? 0 : 1);
        kinds << ExportKindInfo{format.kind, words(format.title, format.titleOfColours), fromUtf8(ending),
            words(format.says, format.saysOfColours),
            format.picture, format.picture && format.follows.has(Drawing::Frame),
            format.kind == ExportKind::Svg || paintedHere(format.kind), ofColours && !format.firstColour ? kColours : 1};
    }
    return kinds;
}

Result<void> writeExport(const QString& path, const ShownMap& shown, const ExportChoice& choice, const RunContext& run)
{
    if (choice.kind == ExportKind::Pdf)
        return writePdf(path, shown, choice, run);
    if (choice.kind == ExportKind::Figure)
        return writeFigure(path, shown, choice, run);
    return exportExplanation(toPath(path), *shown.analysis, shown.explanation, requestOf(shown, choice), run);
}

QImage exportPreview(const ShownMap& shown, const ExportChoice& choice)
{
    if (paintedHere(choice.kind)) {
        const auto content = contentOf(shown, choice);
        FigureChoice screen = choice.figure;
        screen.dpi = screen.millimetres > 0 ? qRound(kPreviewPixels * kMillimetresPerInch / screen.millimetres) : 96;
        return content ? figureImage(*content, screen) : QImage();
    }
    if (choice.kind == ExportKind::Svg) {
        const auto svg = svgOf(*shown.analysis, shown.explanation, requestOf(shown, choice));
        if (!svg)
            return {};
        QSvgRenderer figure(QByteArray::fromStdString(*svg));
        QSize size = figure.defaultSize();
        if (choice.figure.millimetres > 0)
            size.scale(kPreviewPixels, kPreviewPixels * size.height(), Qt::KeepAspectRatio);
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        figure.render(&painter);
        return image;
    }
    const auto image = exportImage(*shown.analysis, shown.explanation, requestOf(shown, choice));
    return image ? toQImage(*image) : QImage();
}

Result<QImage> overlayPicture(const ShownMap& shown, const Look& look)
{
    constexpr const char* kSubject = "the overlay";
    return guarded(kSubject, [&]() -> Result<QImage> {
        QImage image = exportPreview(shown, {ExportKind::Overlay, false, look, {}});
        if (image.isNull()) // Qt tells no more of a picture too large for it
            return fail(ErrorCode::OutOfMemory, std::string{kSubject} + ": the picture is too large for the clipboard");
        return image;
    });
}

bool exportsDifference(ExportKind kind)
{
    return exportFormat(kind).ofDifference;
}

QString exportFileName(const ShownMap& shown, const ExportKindInfo& kind)
{
    const QString picture = QFileInfo(fromUtf8(shown.analysis->name)).completeBaseName();
    const QString method = fromUtf8(methodInfo(shown.request().method).name);
    const QString name = picture + QLatin1Char('-') + method + fromUtf8(exportFormat(kind.kind).part);
    return kind.extension.isEmpty() ? name : QString(name + QLatin1Char('.') + kind.extension);
}

}
