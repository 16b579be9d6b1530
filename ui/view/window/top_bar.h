// ui/view/window/top_bar.h: open, model, device; theme and export at the right.
#pragma once
#include <QWidget>
#include <vector>

class QPushButton;
class QToolButton;

namespace patchlight
{
class Comparison;
class Session;
class ValueCombo;

class TopBar : public QWidget
{
    Q_OBJECT
public:
    TopBar(Session* session, Comparison* comparison, QWidget* parent = nullptr);
    void setHiding(bool on);

Q_SIGNALS:
    void openPictureRequested();
    void modelsRequested(); ///< the page of models
    void hidingToggled();
    void themeToggled();
    void exportRequested();

private:
    QPushButton* makeHide();
    QPushButton* makeCompare(Comparison* comparison);
    void fillDevices();
    void showModel();
    void deviceActivated(int index);

    Session* m_session;
    ValueCombo* m_model;
    ValueCombo* m_device;
    QPushButton *m_hide, *m_export;
};

}
