// ui/view/widgets/controls/colour_map_picker.cpp: the strip, and the strips in its list.
#include "ui/view/widgets/controls/colour_map_picker.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QAbstractItemView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QWheelEvent>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int coloursRole = Qt::UserRole + 1;

void paintStrip(QPainter& p, const QRectF& rect, const QVector<QRgb>& colours)
{
    if (colours.size() < 2)
        return;
    QLinearGradient gradient(rect.topLeft(), rect.topRight());
    for (qsizetype i = 0; i < colours.size(); i += std::max<qsizetype>(1, colours.size() / 51))
        gradient.setColorAt(double(i) / double(colours.size() - 1), QColor(colours[i]));
    gradient.setColorAt(1, QColor(colours.last()));
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(gradient);
    p.drawRoundedRect(rect, metric::thumbnailRadius, metric::thumbnailRadius);
    p.restore();
}

class StripDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {scaled(190), scaled(28)}; }
    void paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = Theme::current();
        if (option.state & QStyle::State_Selected)
            paint::roundedFill(*p, option.rect, 4, theme.raised);
        const QRectF line = QRectF(option.rect).adjusted(8, 0, -8, 0);
        paint::text(*p, line, index.data().toString(), bodyFont(), theme.text);
        const double from = line.left() + scaled(76);
        paintStrip(*p, QRectF(from, line.center().y() - scaled(6), line.right() - from, scaled(12)),
            index.data(coloursRole).value<QVector<QRgb>>());
    }
};

}

ColourMapPicker::ColourMapPicker(QWidget* parent) : QComboBox(parent)
{
    setObjectName(u"colourMapPicker"_s);
    setAccessibleName(tr("Colour map"));
    setItemDelegate(new StripDelegate(this));
    setCursor(Qt::PointingHandCursor);
    view()->setMinimumWidth(scaled(216));
    connect(this, &QComboBox::activated, this, [this] { Q_EMIT nameChosen(name()); });
    connect(this, &QComboBox::currentIndexChanged, this, &ColourMapPicker::sayWhich);
}

void ColourMapPicker::setStrips(const QVector<ColourStrip>& strips)
{
    clear();
    for (const ColourStrip& strip : strips) {
        addItem(strip.title, strip.name);
        setItemData(count() - 1, QVariant::fromValue(strip.colours), coloursRole);
    }
}

void ColourMapPicker::setName(const QString& name)
{
    setCurrentIndex(findData(name));
}

void ColourMapPicker::setFixed(const QString& why)
{
    m_whyFixed = why;
    setEnabled(why.isEmpty());
    sayWhich();
}

void ColourMapPicker::sayWhich()
{
    setToolTip(m_whyFixed.isEmpty() ? tr("The colours of the map: %1").arg(currentText()) : m_whyFixed);
}

QString ColourMapPicker::name() const
{
    return currentData().toString();
}

QSize ColourMapPicker::sizeHint() const
{
    return {scaled(140), scaled(22)};
}

void ColourMapPicker::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    const QRectF strip = QRectF(rect()).adjusted(0, 2, 0, -2);
    paintStrip(p, strip, currentData(coloursRole).value<QVector<QRgb>>());
    if (paint::focusVisible(*this))
        paint::focusRing(p, rect(), metric::thumbnailRadius + 1);
    else if (underMouse())
        paint::chevron(p, QPointF(strip.right() - 12, strip.center().y()), 0, QColor(0, 0, 0, 150));
}

void ColourMapPicker::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // scrolling the panel must not change the colours
}

}
