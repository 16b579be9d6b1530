// ui/view/inside/card_export.cpp
#include "ui/view/inside/card_export.h"
#include "ui/adapter/inside/export_numbers.h"
#include "ui/adapter/texts.h"
#include "ui/view/inside/card_widget.h"
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

void paintCard(const CardWidget& card, QPainter& p)
{
    p.fillRect(QRectF(QPointF(), card.size()), Theme::current().panel);
    card.paintOn(p);
}

QByteArray asSvg(const CardWidget& card)
{
    QBuffer buffer;
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setSize(card.size());
    svg.setViewBox(QRect(QPoint(), card.size()));
    svg.setTitle(card.accessibleName());
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
        pdf.setPageSize(QPageSize(QSizeF(card.size()), QPageSize::Point));
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
    QImage image(card.size() * kDense, QImage::Format_RGB32);
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
