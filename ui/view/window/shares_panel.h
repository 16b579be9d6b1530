// ui/view/window/shares_panel.h: of the attention that the map shows, how much goes to the picture and how much to tokens.
#pragma once
#include <QWidget>

class QLabel;
class QTimer;
class QVBoxLayout;

namespace patchlight
{
class Session;
class SharesBar;
struct ShownMap;

class SharesPanel : public QWidget
{
    Q_OBJECT
public:
    explicit SharesPanel(Session* session, QWidget* parent = nullptr);

private:
    void build(QVBoxLayout* column);
    void showShares();
    void setStale(bool stale);
    QString whatTheySay(const ShownMap& shown) const;

    Session* m_session;
    QLabel* m_sharesHeading;
    SharesBar* m_shares;
    QLabel* m_sharesHint;
    QTimer* m_patience; ///< what is over in a blink dims nothing
    QLabel* m_noShares; ///< why there are none
};

}
