// ui/view/window/intervention_badge.cpp: a small plate with a sentence and a button.
#include "ui/view/window/intervention_badge.h"
#include "ui/adapter/intervention_texts.h"
#include "ui/state/session.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace patchlight
{

using namespace Qt::StringLiterals;

InterventionBadge::InterventionBadge(Session* session, QWidget* parent, const QString& name) : QFrame(parent), m_session(session)
{
    setObjectName(name + u"Badge"_s);
    m_text = new QLabel;
    m_text->setObjectName(name + u"Text"_s);
    m_text->setFont(smallFont());
    auto* reset = new QPushButton(tr("Reset"));
    reset->setObjectName(name + u"Reset"_s);
    reset->setAccessibleName(tr("Reset what is hidden and switched off"));
    reset->setToolTip(tr("Shows all patches and switches everything on again (R)"));
    reset->setProperty("kind", u"flat"_s);
    reset->setFont(smallFont());
    reset->setStyleSheet(u"padding: 0px 6px; min-height: 0px;"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metric::small + 2, 2, 2, 2);
    row->setSpacing(metric::tiny);
    row->addWidget(m_text);
    row->addWidget(reset);
    connect(reset, &QPushButton::clicked, m_session, &Session::resetInterventions);
    connect(m_session, &Session::interventionsChanged, this, &InterventionBadge::showInterventions);
    parent->installEventFilter(this);
    showInterventions();
}

void InterventionBadge::showInterventions()
{
    m_full = interventionsText(m_session->interventions());
    setToolTip(interventionsDetail(m_session->interventions()));
    setAccessibleName(m_full);
    setVisible(!m_full.isEmpty());
    place();
}

void InterventionBadge::place()
{
    if (m_full.isEmpty())
        return Q_EMIT takesRoom(0);
    m_text->setText(m_full);
    const int most = parentWidget()->width() - 2 * scaled(16);
    const int over = sizeHint().width() - most;
    if (over > 0)
        m_text->setText(m_text->fontMetrics().elidedText(m_full, Qt::ElideRight, m_text->sizeHint().width() - over));
    resize(sizeHint());
    move(scaled(16), parentWidget()->height() - height() - 3);
    Q_EMIT takesRoom(height() + 6);
}

bool InterventionBadge::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && (event->type() == QEvent::Resize || event->type() == QEvent::Show))
        place();
    return QFrame::eventFilter(watched, event);
}

void InterventionBadge::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(theme.line, 1));
    p.setBrush(theme.panel);
    p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::radius, metric::radius);
}

}
