// ui/view/window/facts_panel.h: what is known of the model, each fact with where it comes from.
#pragma once
#include "ui/adapter/texts.h"
#include <QWidget>
#include <optional>

class QLabel;

namespace patchlight
{
class FactList;
class Session;

class FactsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit FactsPanel(Session* session, QWidget* parent = nullptr);

Q_SIGNALS:
    void factEditRequested(patchlight::FactId fact, QPoint global);

protected:
    void moveEvent(QMoveEvent*) override;

private:
    /// While the session changes, for whoever looks at the facts: what is above them grows and shrinks.
    void holdPlace();
    void returnToPlace();
    void leavePlace() { m_place.reset(); }
    void showModel();
    void showPicture();

    Session* m_session;
    QLabel* m_heading;
    FactList* m_facts;
    QLabel* m_pictureNotes; ///< how the picture was read, where it is worth knowing
    QVector<FactId> m_factIds; ///< of the rows
    std::optional<int> m_place; ///< held: of its upper edge, in the panel that scrolls
};

}
