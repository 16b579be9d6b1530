// ui/view/widgets/thin_progress.cpp: painting the line.
#include "ui/view/widgets/thin_progress.h"
#include "ui/view/theme/motion.h"
#include "ui/view/theme/theme.h"
#include <QPainter>
#include <QTimerEvent>
#include <cmath>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr double idle = -1;
constexpr double unknown = -2;
constexpr double period = 1400; // milliseconds of one run of the short piece
constexpr double piece = 0.28; // of the width

}

ThinProgress::ThinProgress(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"thinProgress"_s);
    setAccessibleName(tr("Progress"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ThinProgress::setFraction(double done)
{
    m_fraction = std::clamp(done, 0.0, 1.0);
    m_timer.stop();
    announceValue(this);
    update();
}

void ThinProgress::setUnknown()
{
    if (m_fraction == unknown)
        return;
    m_fraction = unknown;
    m_running.restart();
    if (!reducedMotion())
        m_timer.start(33, this);
    update();
}

void ThinProgress::setIdle()
{
    m_fraction = idle;
    m_timer.stop();
    update();
}

void ThinProgress::paintEvent(QPaintEvent*)
{
    if (m_fraction == idle)
        return;
    const Theme& theme = Theme::current();
    QPainter p(this);
    p.fillRect(rect(), theme.line);
    if (m_fraction >= 0) {
        p.fillRect(QRectF(0, 0, width() * m_fraction, height()), theme.accent);
    } else if (m_timer.isActive()) {
        const double phase = std::fmod(double(m_running.elapsed()), period) / period;
        p.fillRect(QRectF((phase * (1 + piece) - piece) * width(), 0, piece * width(), height()), theme.accent);
    } else {
        p.setOpacity(0.5);
        p.fillRect(rect(), theme.accent);
    }
}

void ThinProgress::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_timer.timerId())
        update();
}

void ThinProgress::hideEvent(QHideEvent*)
{
    if (m_fraction == unknown)
        setIdle();
}

QString ThinProgress::spokenValue() const
{
    if (m_fraction >= 0)
        return tr("%1 percent").arg(std::lround(m_fraction * 100));
    return m_fraction == unknown ? tr("running") : tr("idle");
}

}
