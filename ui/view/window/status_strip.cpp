// ui/view/window/status_strip.cpp: one quiet line.
#include "ui/view/window/status_strip.h"
#include "ui/adapter/texts.h"
#include "ui/state/session.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/key_hints.h"
#include "ui/view/widgets/thin_progress.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

namespace patchlight
{
namespace
{
using namespace Qt::StringLiterals;
constexpr int kPatienceMs = 200;
}

StatusStrip::StatusStrip(Session* session, QWidget* parent) : QWidget(parent), m_session(session)
{
    setObjectName(u"statusStrip"_s);
    setProperty("surface", u"panel"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_facts = new QLabel;
    m_facts->setObjectName(u"statusFacts"_s);
    m_facts->setProperty("tone", u"dim"_s);
    m_facts->setFont(smallFont());
    m_task = new QLabel;
    m_task->setObjectName(u"statusTask"_s);
    m_task->setFont(smallFont());
    m_progress = new ThinProgress;
    m_progress->setObjectName(u"progress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setFixedWidth(scaled(120));
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setObjectName(u"cancelButton"_s);
    m_cancel->setAccessibleName(tr("Cancel"));
    m_cancel->setProperty("kind", u"flat"_s);
    m_cancel->setFont(smallFont());
    m_cancel->setStyleSheet(u"padding: 0px 6px; min-height: 0px;"_s);
    m_keys = new KeyHints;
    m_patience = new QTimer(this);
    m_patience->setSingleShot(true);
    m_patience->setInterval(kPatienceMs);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metric::medium, 2, metric::medium, 2);
    row->setSpacing(metric::medium);
    row->addWidget(m_facts);
    row->addWidget(m_task);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    row->addStretch(1);
    row->addWidget(m_keys, 2);
    setFixedHeight(scaled(26));

    connect(m_patience, &QTimer::timeout, this, &StatusStrip::showBusy);
    connect(session, &Session::busyChanged, this, [this] {
        if (m_session->busy() == Session::Busy::Nothing) {
            m_patience->stop();
            showBusy();
        } else if (!m_patience->isActive() && m_task->isHidden()) {
            m_patience->start();
        } else if (!m_task->isHidden()) {
            showBusy();
        }
    });
    connect(session, &Session::progressed, this, &StatusStrip::showProgress);
    connect(session, &Session::analysisChanged, this, &StatusStrip::showFacts);
    connect(session, &Session::analysisChanged, this, &StatusStrip::showKeys);
    connect(session, &Session::runChanged, this, &StatusStrip::showFacts);
    connect(session, &Session::mapChanged, this, &StatusStrip::showFacts);
    connect(&session->inside(), &InsideRun::changed, this, &StatusStrip::showFacts);
    connect(m_cancel, &QPushButton::clicked, this, &StatusStrip::cancelRequested);
    showKeys();
    showFacts();
    showBusy();
}

void StatusStrip::setInside(bool inside)
{
    m_inside = inside;
    showKeys();
    showFacts();
}

void StatusStrip::showKeys()
{
    if (m_inside && m_session->analysis())
        m_keys->setHints({{{u"↑"_s, u"↓"_s}, tr("step")}, {{u"["_s, u"]"_s}, tr("block")}, {{u","_s, u"."_s}, tr("head")},
            {{tr("click")}, tr("follow a patch")}, {{u"Tab"_s}, tr("map")}, {{u"?"_s}, tr("keys")}});
    else if (!m_session->analysis())
        m_keys->setHints({{{u"Ctrl"_s, u"O"_s}, tr("open a picture")}, {{u"?"_s}, tr("keys")}});
    else
        m_keys->setHints(
            {{{u"["_s, u"]"_s}, tr("layer")}, {{u","_s, u"."_s}, tr("head")}, {{u"H"_s}, tr("hide patches")},
                {{u"T"_s}, tr("test")}, {{u"Tab"_s}, tr("inside")}, {{u"?"_s}, tr("keys")}});
}

void StatusStrip::showFacts()
{
    const auto analysis = m_session->analysis();
    if (!analysis) {
        m_facts->setText({});
        return;
    }
    const auto& seen = analysis->geometry.picture();
    QString text = QStringLiteral("%1 · %2 × %3").arg(fromUtf8(analysis->name)).arg(seen.columns).arg(seen.rows);
    text += QStringLiteral("     ") + tr("forward %1").arg(durationText(analysis->ms.forward));
    if (analysis->precision != "fp32")
        text += QStringLiteral(" · ") + fromUtf8(analysis->precision);
    if (m_inside && m_session->inside().blockMilliseconds() > 0)
        text += QStringLiteral("     ") + tr("one block again: %1").arg(durationText(m_session->inside().blockMilliseconds()));
    else if (m_session->shown())
        text += QStringLiteral("     ") + tr("map %1").arg(durationText(m_session->shown()->explanation.milliseconds));
    m_facts->setText(text);
}

QString StatusStrip::busyText() const
{
    switch (m_session->busy()) {
    case Session::Busy::Loading:
        return tr("Loading %1").arg(m_session->busyWith());
    case Session::Busy::Analysing:
        return tr("Running on %1").arg(m_session->busyWith());
    case Session::Busy::Intervening:
        return tr("Running with the changes");
    case Session::Busy::Explaining:
        return tr("Computing %1").arg(methodLabel(m_session->selection().map().method));
    case Session::Busy::Testing:
        return m_session->check().running() == FaithfulnessCheck::Running::Weights
            ? tr("Drawing the weights anew")
            : tr("Deleting and inserting patches");
    case Session::Busy::Nothing:
        break;
    }
    return {};
}

void StatusStrip::showBusy()
{
    const bool busy = m_session->busy() != Session::Busy::Nothing;
    m_task->setText(busyText());
    m_task->setVisible(busy);
    m_progress->setVisible(busy);
    m_cancel->setVisible(busy);
    m_facts->setVisible(!busy);
    if (busy)
        m_progress->setUnknown();
    else
        m_progress->setIdle();
}

void StatusStrip::showProgress(const QString& /*stage*/, int done, int total)
{
    if (m_task->isHidden())
        return;
    if (total > 0)
        m_progress->setFraction(static_cast<double>(done) / total);
    else
        m_progress->setUnknown();
}

}
