// ui/view/widgets/message_bar.cpp: one sentence, one way to close it.
#include "ui/view/widgets/message_bar.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace patchlight
{

using namespace Qt::StringLiterals;

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), m_text(new QLabel(this)), m_field(new QLineEdit(this)), m_again(new QPushButton(this)),
      m_close(new QToolButton(this)), m_timer(new QTimer(this))
{
    setObjectName(u"messageBar"_s);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_text->setObjectName(u"messageText"_s);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setFocusPolicy(Qt::NoFocus);
    m_field->setObjectName(u"messageField"_s);
    m_field->setFixedWidth(scaled(120));
    m_field->hide();
    m_again->setObjectName(u"messageAgain"_s);
    m_again->setAccessibleName(tr("Open with it"));
    m_again->setToolTip(tr("Opens the model once more with what is written"));
    m_field->setToolTip(tr("What the model does not tell"));
    m_field->setAccessibleName(tr("What is missing"));
    m_again->hide();
    const auto answer = [this] { Q_EMIT answered(m_field->text()); };
    connect(m_again, &QPushButton::clicked, this, answer);
    connect(m_field, &QLineEdit::returnPressed, this, answer);
    m_close->setObjectName(u"messageClose"_s);
    m_close->setText(u"✕"_s);
    m_close->setProperty("kind", u"flat"_s);
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->setToolTip(tr("Closes this message"));
    m_close->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(scaled(36), 5, 8, 5);
    row->setSpacing(metric::small);
    row->addWidget(m_text, 1);
    row->addWidget(m_field);
    row->addWidget(m_again);
    row->addWidget(m_close);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &MessageBar::dismiss);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    hide();
}

void MessageBar::showMessage(Kind kind, const QString& text, int seconds)
{
    m_kind = kind;
    m_text->setText(text);
    m_field->hide();
    m_again->hide();
    const QString name = kind == Kind::Error ? tr("Error") : kind == Kind::Warning ? tr("Warning") : tr("Message");
    setAccessibleName(name + u": "_s + text);
    setToolTip(name);
    m_timer->stop();
    if (seconds > 0)
        m_timer->start(seconds * 1000);
    show();
    raise();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::askFor(const QString& what, const QString& example)
{
    m_field->clear();
    m_field->setAccessibleName(what);
    m_field->setPlaceholderText(example);
    m_field->setToolTip(what);
    m_field->setVisible(!example.isEmpty());
    m_again->setText(example.isEmpty() ? QString(what + u"…"_s) : tr("Open with it"));
    m_again->setAccessibleName(m_again->text());
    m_again->show();
    if (!example.isEmpty())
        m_field->setFocus();
}

void MessageBar::dismiss()
{
    m_timer->stop();
    if (!isVisibleTo(parentWidget()))
        return;
    const QWidget* focus = window()->focusWidget();
    const bool hadKeys = focus && (focus == this || isAncestorOf(focus));
    hide();
    if (hadKeys)
        Q_EMIT keysLeft();
    Q_EMIT dismissed();
}

QString MessageBar::text() const
{
    return m_text->text();
}

QColor MessageBar::colour() const
{
    const Theme& theme = Theme::current();
    return m_kind == Kind::Error ? theme.error : m_kind == Kind::Warning ? theme.warning : theme.dim;
}

void MessageBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.fillRect(rect(), theme.panel);
    QColor tint = colour();
    tint.setAlphaF(0.12F);
    p.fillRect(rect(), tint);
    p.fillRect(QRectF(0, 0, 3, height()), colour());
    p.fillRect(QRectF(0, 0, width(), 1), theme.line);
    // The sign in front: a ring with ! or i, so that colour is not alone in saying it.
    const QPointF centre(scaled(20), height() / 2.0);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(colour(), 1.4));
    p.drawEllipse(centre, 7, 7);
    const QRectF box(centre.x() - 7, centre.y() - 7, 14, 14);
    paint::text(p, box, m_kind == Kind::Info ? u"i"_s : u"!"_s, boldSmallFont(), colour(), Qt::AlignCenter);
    if (paint::focusVisible(*this))
        paint::focusRing(p, rect(), 0);
}

void MessageBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

}
