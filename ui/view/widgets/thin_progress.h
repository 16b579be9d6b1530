// ui/view/widgets/thin_progress.h: a 2 px line that fills, or runs where the end is not known.
#pragma once
#include "ui/view/theme/spoken.h"
#include <QBasicTimer>
#include <QElapsedTimer>
#include <QWidget>

namespace patchlight
{

class ThinProgress : public QWidget, public Spoken
{
    Q_OBJECT
public:
    explicit ThinProgress(QWidget* parent = nullptr);
    void setFraction(double done); ///< [0, 1]
    void setUnknown(); ///< running, no end known
    void setIdle(); ///< nothing to show; keeps its height
    double fraction() const { return m_fraction; }

    QString spokenValue() const override;
    QAccessible::Role spokenRole() const override { return QAccessible::ProgressBar; }
    QSize sizeHint() const override { return {80, 2}; }
    QSize minimumSizeHint() const override { return {16, 2}; }

protected:
    void paintEvent(QPaintEvent*) override;
    void timerEvent(QTimerEvent*) override;
    void hideEvent(QHideEvent*) override;

private:
    double m_fraction = -1; ///< −1: idle, −2: unknown
    QBasicTimer m_timer;
    QElapsedTimer m_running;
};

}
