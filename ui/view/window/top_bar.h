// ui/view/window/top_bar.h: open, model, device; theme and export at the right.
#pragma once
#include <QStringList>
#include <QWidget>
#include <vector>

class QPushButton;
class QToolButton;

namespace patchlight
{
class Comparison;
class Session;
class Settings;
class ValueCombo;

class TopBar : public QWidget
{
    Q_OBJECT
public:
    TopBar(Session* session, Settings* settings, Comparison* comparison, QWidget* parent = nullptr);
    void setHiding(bool on);

Q_SIGNALS:
    void openPictureRequested();
    void openModelRequested();
    void hidingToggled();
    void themeToggled();
    void exportRequested();

private:
    QPushButton* makeHide();
    QPushButton* makeCompare(Comparison* comparison);
    void fillModels();
    void fillDevices();
    void showModel();
    void modelActivated(int index);
    void deviceActivated(int index);

    Session* m_session;
    Settings* m_settings;
    ValueCombo* m_model;
    ValueCombo* m_device;
    QPushButton *m_hide, *m_export;
};

}
