// ui/view/window/top_bar.h: open, model, device; theme and export at the right.
#pragma once
#include <QWidget>
#include <vector>

class QPushButton;
class QStackedWidget;
class QToolButton;

namespace patchlight
{
class Comparison;
class Session;
class SegmentedControl;
class ValueCombo;

class TopBar : public QWidget
{
    Q_OBJECT
public:
    TopBar(Session* session, Comparison* comparison, QWidget* parent = nullptr);
    void setHiding(bool on);
    /// Which way of looking is on; what only one of them can do is shown there alone.
    void setInside(bool inside);
    /// Pictures opened before, newest first: in the menu beside "Open picture…".
    void setRecent(const QStringList& files);

Q_SIGNALS:
    void openPictureRequested();
    void recentRequested(const QString& file);
    void guideRequested();
    void keysRequested();
    void aboutRequested();
    void modelsRequested(); ///< the page of models
    void hidingToggled();
    void themeToggled();
    void exportRequested();
    void wayChosen(bool inside);
    void tourRequested();

protected:
    void resizeEvent(QResizeEvent*) override;

private:
    /// In a narrow window the words of the buttons become shorter, one after another, until the model's name has room.
    void fitWords();
    void shorten(int steps);
    int widthWanted() const;
    QPushButton* makeHide();
    QToolButton* makeRecent();
    QToolButton* makeHelp();
    QPushButton* makeCompare(Comparison* comparison);
    void makeWays();
    QWidget* makeActs(const QList<QWidget*>& onMap, const QList<QWidget*>& inside);
    void allowExport();
    void fillDevices();
    void showModel();
    void deviceActivated(int index);

    Session* m_session;
    QToolButton* m_recent;
    ValueCombo* m_model;
    ValueCombo* m_device;
    SegmentedControl* m_ways;
    QStackedWidget* m_acts; ///< a page for each way
    QPushButton *m_open, *m_hide, *m_compare, *m_tour, *m_export;
    bool m_inside = false;
};

}
