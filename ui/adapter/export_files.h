// ui/adapter/export_files.h: what is on screen as a file, by the same renderer as the command line.
#pragma once
#include "core/base/run_context.h"
#include "core/engine/output/export_format.h"
#include "ui/adapter/core_types.h"
#include "ui/adapter/figure_painter.h"
#include <QImage>
#include <QString>
#include <QVector>

namespace patchlight
{

/// A row of the core's table of formats in the window's words.
struct ExportKindInfo {
    ExportKind kind;
    QString title; ///< "PNG, map on the picture"
    QString extension; ///< "png"; empty for a folder
    QString says; ///< one line on what it is good for
    bool picture; ///< has a look that a preview shows
    bool framed; ///< original picture or network's input can be chosen
    bool measured; ///< has a size on paper
    int components; ///< numbers a patch
};
/// @param ofColours  of a map that is colours, not numbers with a scale
QVector<ExportKindInfo> exportKinds(bool ofColours = false);

struct ExportChoice {
    ExportKind kind = ExportKind::Overlay;
    bool networkInput = false; ///< on what the network saw instead of the original
    Look look{};
    FigureChoice figure{};
    QString title{}; ///< of a difference, which has none of its own; else empty
    std::optional<Query> sheetQuery{}; ///< whom the heads beside the map are asked of; absent: whom the map asks
};

/// Any thread; no torch. Errors: those of exportExplanation; Cancelled; WriteFailed.
Result<void> writeExport(const QString& path, const ShownMap& shown, const ExportChoice& choice, const RunContext& run);
/// What would be written, for the dialog. Null for kinds without a picture.
QImage exportPreview(const ShownMap& shown, const ExportChoice& choice);
/// The overlay at the picture's own size, for the clipboard. Errors: OutOfMemory.
Result<QImage> overlayPicture(const ShownMap& shown, const Look& look);
/// "both-relevancy.png" beside nothing: a file name made of picture and method.
QString exportFileName(const ShownMap& shown, const ExportKindInfo& kind);
/// A map that was made of two others has numbers and pictures, but no question that would make it again.
bool exportsDifference(ExportKind kind);

}
