// ui/view/inside/card_export.cpp
#include "ui/view/inside/card_export.h"
#include "ui/adapter/inside/export_numbers.h"
#include "ui/adapter/texts.h"
#include "ui/view/inside/card_widget.h"
#include "ui/view/inside/element_shapes.h"
#include "ui/view/theme/theme.h"
#include <QBuffer>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QtMath>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;
constexpr int kDense = 2;
constexpr int kPointsPerInch = 72;
constexpr int kFootPad = 20; ///< as beside the card's own words

/// Under the card, where it was made of: alone it says neither picture nor model.
struct Foot {
    QString text;
    QRectF rect;
};

Foot footOf(const CardWidget& card)
{
    const QString& text = card.layoutOfCard()->card().provenance;
    const double width = std::max(1, card.width() - 2 * kFootPad);
    return {text, {kFootPad, static_cast<double>(card.height()), width, elements::textHeight(text, smallFont(), width)}};
}

QSize exportedSize(const CardWidget& card)
{
    const Foot foot = footOf(card);
    return {card.width(), foot.text.isEmpty() ? card.height() : qCeil(foot.rect.bottom()) + kFootPad};
}

void paintCard(const CardWidget& card, QPainter& p)
{
    p.fillRect(QRectF(QPointF(), exportedSize(card)), Theme::current().panel);
    card.paintOn(p);
    const Foot foot = footOf(card);
    p.setFont(smallFont());
    p.setPen(Theme::current().dim);
    p.drawText(foot.rect.adjusted(0, 0, 0, 4), Qt::TextWordWrap, foot.text);
}

QByteArray asSvg(const CardWidget& card)
{
    QBuffer buffer;
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    const QSize size = exportedSize(card);
    svg.setSize(size);
    svg.setViewBox(QRect(QPoint(), size));
    svg.setTitle(card.accessibleName());
    svg.setDescription(card.layoutOfCard()->card().provenance);
    svg.setResolution(card.logicalDpiX());
    QPainter p(&svg);
    paintCard(card, p);
    p.end();
    return buffer.data();
}

QByteArray asPdf(const CardWidget& card)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter pdf(&buffer);
        pdf.setTitle(card.accessibleName());
        pdf.setResolution(kPointsPerInch);
        pdf.setPageSize(QPageSize(QSizeF(exportedSize(card)), QPageSize::Point));
        pdf.setPageMargins({});
        QPainter p(&pdf);
        paintCard(card, p);
    }
    return buffer.data();
}

QByteArray asPng(const CardWidget& card)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    cardPicture(card).save(&buffer, "PNG");
    return buffer.data();
}

Result<QStringList> save(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::WriteFailed,
            "cannot write " + path.toStdString() + " (" + file.errorString().toStdString() + "); choose a folder that exists and may be written to");
    return QStringList{path};
}

}

QImage cardPicture(const CardWidget& card)
{
    QImage image(exportedSize(card) * kDense, QImage::Format_RGB32);
    image.setDevicePixelRatio(kDense);
    QPainter p(&image);
    paintCard(card, p);
    return image;
}

Result<QStringList> exportCard(const CardWidget& card, const inside::Subject& subject, const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == u"npy"_s)
        return inside::writeNumbers(subject, card.layoutOfCard()->card(), path);
    if (ending == u"svg"_s)
        return save(path, asSvg(card));
    if (ending == u"pdf"_s)
        return save(path, asPdf(card));
    if (ending == u"png"_s)
        return save(path, asPng(card));
    return fail(ErrorCode::InvalidOption, "A card is written as .png, .svg or .pdf, its numbers as .npy; end the name in one of them.");
}

QString cardFileName(const inside::Subject& subject, const QString& station)
{
    return QFileInfo(fromUtf8(subject.analysis->name)).completeBaseName() + u'-' + station + u".png"_s;
}

}
