// ui/view/window/intervention_badge.h: on the picture: what is hidden and switched off, and a way back.
#pragma once
#include <QFrame>

class QLabel;

namespace patchlight
{
class Session;

/// At the lower left of its parent; hidden while nothing is changed.
class InterventionBadge : public QFrame
{
    Q_OBJECT
public:
    /// `name` is what it and its parts are found by: each page has one.
    InterventionBadge(Session* session, QWidget* parent, const QString& name = QStringLiteral("intervention"));
    /// The whole text, also where there is not room for it.
    QString text() const { return m_full; }

Q_SIGNALS:
    void takesRoom(int height); ///< at the foot of its parent; 0 while it is hidden

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent*) override;

private:
    void showInterventions();
    void place();

    Session* m_session;
    QLabel* m_text;
    QString m_full;
};

}
