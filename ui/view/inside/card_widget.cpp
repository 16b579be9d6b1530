// ui/view/inside/card_widget.cpp
#include "ui/view/inside/card_widget.h"
#include "ui/view/inside/element_shapes.h"
#include "ui/view/inside/element_view.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QToolTip>

namespace patchlight
{
namespace
{

/// Of a card that is not made yet, about that of most: of lower ones all would be in view, made and painted at once.
constexpr int kUnmadeHeight = 320;

}

CardWidget::CardWidget(QString station, QWidget* parent) : QWidget(parent), m_station(std::move(station))
{
    setObjectName(QStringLiteral("card_") + m_station);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CardWidget::setCard(const inside::Card& card, const FollowedMark& mark, ColourMap amounts)
{
    m_card = card;
    m_mark = mark;
    m_amounts = amounts;
    setAccessibleName(card.title);
    arrange();
    announceValue(this);
}

void CardWidget::arrange()
{
    const int before = m_layout ? qRound(m_layout->height()) : -1;
    m_layout.emplace(m_card, width());
    m_painted = {};
    m_pointedAt = m_rowPointedAt = {};
    if (qRound(m_layout->height()) != before)
        updateGeometry();
    if (!visibleRegion().isEmpty()) // else it is painted when it comes into view
        update();
}

int CardWidget::heightForWidth(int width) const
{
    width = std::min(width, maximumWidth()); // the layout asks about all the room there is
    if (!m_layout)
        return scaled(kUnmadeHeight);
    if (width == this->width())
        return qRound(m_layout->height());
    return qRound(CardLayout(m_card, width).height());
}

QSize CardWidget::sizeHint() const
{
    return {width(), m_layout ? qRound(m_layout->height()) : scaled(kUnmadeHeight)};
}

QString CardWidget::spokenValue() const
{
    return m_card.aside + QStringLiteral(". ") + m_card.sentence;
}

void CardWidget::setCurrent(bool current)
{
    if (std::exchange(m_current, current) != current)
        update();
}

void CardWidget::setAsked(bool asked)
{
    if (std::exchange(m_asked, asked) != asked)
        update();
}

void CardWidget::paintOn(QPainter& p) const
{
    if (m_layout)
        m_layout->paint(p, NumberColours(m_amounts), m_mark, m_lit);
}

void CardWidget::paintEvent(QPaintEvent*)
{
    const double dense = devicePixelRatioF();
    if (m_painted.isNull() || m_painted.devicePixelRatio() != dense) {
        m_painted = QPixmap((QSizeF(size()) * dense).toSize());
        m_painted.setDevicePixelRatio(dense);
        m_painted.fill(Qt::transparent);
        QPainter p(&m_painted);
        paint::roundedFill(p, rect(), 8, Theme::current().panel);
        paintOn(p);
    }
    QPainter p(this);
    p.drawPixmap(0, 0, m_painted);
    p.setRenderHint(QPainter::Antialiasing);
    if (!m_pointedAt.isNull())
        elements::paintPointedAt(p, m_pointedAt);
    if (!m_rowPointedAt.isNull()) {
        p.setPen(QPen(Theme::current().line, 1));
        p.drawRoundedRect(m_rowPointedAt.adjusted(-4, -3, 4, 3), 4, 4);
    }
    if (m_asked && m_layout)
        for (const auto& placed : m_layout->placed())
            if (const auto area = elements::patchArea(*placed.element, placed.rect)) {
                p.setPen(QPen(Theme::current().accent, 4, Qt::SolidLine, Qt::SquareCap, Qt::RoundJoin));
                p.setBrush(Qt::NoBrush);
                p.drawRect(area->rect.intersected(elements::bodyOf(*placed.element, placed.rect)).adjusted(-4, -4, 4, 4));
            }
    if (m_current) {
        p.setPen(QPen(Theme::current().line, 1));
        p.setBrush(Qt::NoBrush);
        p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    }
}

void CardWidget::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        arrange();
    m_painted = {};
}

void CardWidget::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange();
    QWidget::changeEvent(event);
}

void CardWidget::setLit(const QString& letter)
{
    if (letter == m_lit)
        return;
    m_lit = letter;
    m_painted = {};
    update();
}

void CardWidget::setPointedAt(const QRectF& patch, const QRectF& row)
{
    if (patch == m_pointedAt && row == m_rowPointedAt)
        return;
    for (const QRectF& each : {std::exchange(m_pointedAt, patch), patch, std::exchange(m_rowPointedAt, row), row})
        if (!each.isNull())
            update(each.toAlignedRect().adjusted(-6, -6, 6, 6));
}

void CardWidget::forgetPointer()
{
    setLit({});
    setPointedAt({}, {});
    if (std::exchange(m_telling, false))
        QToolTip::hideText();
}

void CardWidget::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_layout)
        return;
    const CardHit hit = m_layout->hitAt(event->position(), m_mark);
    setLit(hit.letter);
    setPointedAt(hit.outline, hit.row);
    setCursor(!hit.outline.isNull() ? Qt::CrossCursor : hit.clickable() ? Qt::PointingHandCursor : Qt::ArrowCursor); // patches as on the map
    m_telling = !hit.text.isEmpty();
    if (hit.text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPosition().toPoint(), hit.text, this);
}

void CardWidget::mousePressEvent(QMouseEvent* event)
{
    if (!m_layout || event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    const CardHit hit = m_layout->hitAt(event->position(), m_mark);
    m_pressed = hit.pair;
    if (hit.clickable())
        Q_EMIT clicked();
    if (hit.channel >= 0)
        Q_EMIT channelClicked(hit.channel);
    else if (hit.cell)
        Q_EMIT patchClicked(*hit.cell, hit.grid);
    else if (hit.token >= 0)
        Q_EMIT tokenClicked(hit.token);
    else if (hit.pair >= 0)
        Q_EMIT pairClicked(hit.pair);
    else
        QWidget::mousePressEvent(event);
}

void CardWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_pressed >= 0) {
        Q_EMIT clicked();
        Q_EMIT tokenClicked(std::exchange(m_pressed, -1));
    } else {
        mousePressEvent(event); // two quick clicks on two patches
    }
}

void CardWidget::contextMenuEvent(QContextMenuEvent* event)
{
    Q_EMIT menuRequested(event->globalPos(), m_layout ? m_layout->hitAt(event->pos(), m_mark).pair : -1);
}

void CardWidget::leaveEvent(QEvent* event)
{
    forgetPointer();
    QWidget::leaveEvent(event);
}

}
