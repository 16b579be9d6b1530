// ui/adapter/export_files.cpp: a table of kinds, each handed to the core's exporter; PDF is the SVG figure on paper.
#include "ui/adapter/export_files.h"
#include "core/base/atomic_file.h"
#include "core/base/guard.h"
#include "core/engine/output/export.h"
#include "core/engine/output/map_picture.h"
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

ExportRequest requestOf(const ExportChoice& choice)
{
    return {choice.look, choice.kind, choice.networkInput ? ExportFrame::Input : ExportFrame::Original};
}

QString translated(std::string_view text)
{
    return QCoreApplication::translate("patchlight::ExportTexts", text.data());
}

/// The figure on a page of its own size, text as text.
Result<void> writePdf(const QString& path, const ShownMap& shown, const ExportChoice& choice, const RunContext& run)
{
    const auto svg = svgOf(*shown.analysis, shown.explanation, requestOf(choice));
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
    QVector<ExportKindInfo> kinds;
    for (const auto& format : exportFormats()) {
        const auto ending = format.ending.substr(format.ending.empty() ? 0 : 1);
        kinds << ExportKindInfo{format.kind, translated(format.title), fromUtf8(ending), translated(format.says),
            format.picture, format.picture && format.follows.has(Drawing::Frame)};
    }
    return kinds;
}

Result<void> writeExport(const QString& path, const ShownMap& shown, const ExportChoice& choice, const RunContext& run)
{
    if (choice.kind == ExportKind::Pdf)
        return writePdf(path, shown, choice, run);
    return exportExplanation(toPath(path), *shown.analysis, shown.explanation, requestOf(choice), run);
}

QImage exportPreview(const ShownMap& shown, const ExportChoice& choice)
{
    if (choice.kind == ExportKind::Svg || choice.kind == ExportKind::Pdf) {
        const auto svg = svgOf(*shown.analysis, shown.explanation, requestOf(choice));
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
