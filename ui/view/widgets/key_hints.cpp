// ui/view/widgets/key_hints.cpp: painting the caps.
#include "ui/view/widgets/key_hints.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QPainter>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr double between = 16; // hints
constexpr double inside = 4; // caps and word

double hintWidth(const KeyHint& hint)
{
    double width = paint::textWidth(bodyFont(), hint.what);
    for (const QString& key : hint.keys)
        width += paint::keyCapWidth(key) + inside;
    return width;
}

}

KeyHints::KeyHints(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"keyHints"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("Show all keys"));
}

void KeyHints::setHints(const QVector<KeyHint>& hints)
{
    m_hints = hints;
    QStringList spoken;
    for (const KeyHint& hint : hints)
        spoken << hint.keys.join(u' ') + u": "_s + hint.what;
    setAccessibleName(tr("Keys"));
    setAccessibleDescription(spoken.join(u", "_s));
    updateGeometry();
    update();
}

void KeyHints::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter p(this);
    double right = width();
    for (auto hint = m_hints.crbegin(); hint != m_hints.crend(); ++hint) {
        double x = right - hintWidth(*hint);
        if (x < 0)
            return;
        right = x - between;
        for (const QString& key : hint->keys)
            x += paint::keyCap(p, {x, height() / 2.0}, key) + inside;
        paint::text(p, QRectF(x, 0, width() - x + 1, height()), hint->what, bodyFont(), theme.dim);
    }
}

QSize KeyHints::sizeHint() const
{
    double width = 0;
    for (const KeyHint& hint : m_hints)
        width += hintWidth(hint) + between;
    return {qCeil(width), scaled(24)};
}

QSize KeyHints::minimumSizeHint() const
{
    return {0, scaled(20)};
}

}
