// ui/view/window/main_window.h: puts the parts in their places and routes commands.
#pragma once
#include "ui/state/comparison.h"
#include "ui/state/history.h"
#include "ui/state/model_library.h"
#include "ui/state/session.h"
#include "ui/view/theme/theme.h"
#include "ui/view/window/commands.h"
#include <QMainWindow>
#include <QStackedWidget>
#include <functional>
#include <optional>
#include <utility>

namespace patchlight
{
class CanvasArea;
class CardWidget;
class ChartNumbers;
class TopBar;
class Dialogs;
class HeadsPanel;
class LibraryPage;
class MessageBar;
class InputManners;
class InsideView;
class PanelEdge;
class StatusStrip;
class ShortcutOverlay;
struct Incoming;

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// `session`, `settings` and `dialogs` outlive the window.
    MainWindow(Session* session, Settings* settings, Dialogs* dialogs, QWidget* parent = nullptr);

    void openPicture();
    void openModel();
    void toggleModels(); ///< the page of models
    void paste();
    void copy();
    void openExport();
    void setTheme(ThemeChoice choice);
    void showError(const QString& sentence);
    /// The picture with its map, caption and colour bar over the whole screen, of Inside the cards; Esc leaves it.
    void setPresenting(bool on);
    bool presenting() const { return m_presenting; }
    void showAbout();
    /// The page of the guide on what is in front of the person: a refusal, the models, the part with the focus.
    QString guidePage() const;
    /// The other way of looking: Inside in place of the map.
    void setInside(bool inside);
    bool insideShown() const;
    InsideView* insideView() const { return m_inside; }
    /// Maximised where it is larger than the screen's `room`: nothing lies below its edge.
    void fitInto(QSize room);
    Comparison& comparison() { return m_comparison; }
    ModelLibrary& library() { return m_library; }
    const Commands& commands() const { return m_commands; }

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void build();
    void buildModels();
    void showModels(bool published);
    void openAndLeaveModels(const QString& model);
    QString pictureFromDialog(const QString& title);
    QWidget* buildLeft();
    QWidget* buildRight();
    void connectCommands();
    void connectMethods();
    void connectChanges();
    void switchHead();
    void switchThisBlock();
    void tell(const QString& sentence);
    void tellNotes();
    void sayWhyNoMap();
    /// `name` is what pixels without a file are called.
    void take(const Incoming& incoming, const QString& name);
    void openTogether(const QStringList& pictures);
    void toggleTheme();
    void showTitle();
    void showRecent();
    void showHeads();
    void exportCard(const CardWidget* card);
    void copyCard(const CardWidget* card);
    void showCardMenu(const QString& station, QPoint global, int token);
    void focusTheWay(); ///< the picture or the cards have the keys
    void toMap();
    void startTour();
    void connectWays();
    void restoreView();
    void keepWidth(PanelEdge* edge, QWidget* panel, const QString& name);
    void makeRoom();
    void escape();
    void showMenu(std::optional<QPoint> cell, QPoint global);
    void hintAtQueries();
    void offerCharts();
    QString whatChartIsOf(const ChartNumbers& chart) const; ///< "Rollout · cat.jpg · DeiT-tiny/16"
    void dismissError(); ///< a new action takes the old one's away
    void dismissErrorOfMap();
    void askForFact(FactId fact);
    void retryWith(const QString& text);
    void goBack(bool undo);
    void stepHead(int by);
    enum class Wants { Picture, Map };
    struct Wish {
        Wants wants;
        std::function<void()> act;
    };
    bool isThere(Wants wants) const;
    void whenThere(Wants wants, std::function<void()> act);
    void grantWish();
    void endWaiting();
    void connectWishes();

    Session* m_session;
    Settings* m_settings;
    Dialogs* m_dialogs;
    Comparison m_comparison;
    History m_history;
    ModelLibrary m_library;
    Commands m_commands;
    InputManners* m_manners = nullptr;
    QString m_saysWhyNoMap;
    QStringList m_toldNotes; ///< of pictures; each is said once
    MessageBar* m_messages = nullptr;
    TopBar* m_top = nullptr;
    CanvasArea* m_canvas = nullptr;
    QStackedWidget* m_ways = nullptr;
    QWidget* m_mapPage = nullptr;
    InsideView* m_inside = nullptr;
    StatusStrip* m_status = nullptr;
    QWidget *m_left = nullptr, *m_right = nullptr;
    HeadsPanel* m_heads = nullptr;
    PanelEdge *m_leftEdge = nullptr, *m_rightEdge = nullptr, *m_headsEdge = nullptr;
    LibraryPage* m_models = nullptr;
    bool m_leavesModels = false; ///< its page goes when the model that was asked for there is open
    ShortcutOverlay* m_help = nullptr;
    std::pair<int, int> m_scrolled; ///< left and right panel, before the picture was alone
    bool m_errorIsOfMap = false; ///< what the message bar says
    QWidget *m_topLine = nullptr, *m_statusLine = nullptr;
    bool m_presenting = false;
    std::optional<Wish> m_wish; ///< asked for, and not possible yet
    FactId m_missing = FactId::None; ///< without which a model could not be opened
};

/// The theme a choice stands for on this desktop.
ThemeKind themeOf(ThemeChoice choice);

}
