// ui/view/window/main_window.cpp: its life, what it says, copying and exporting.
#include "ui/view/window/main_window.h"
#include "ui/adapter/export_files.h"
#include "ui/adapter/texts.h"
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/export/export_dialog.h"
#include "ui/view/inside/inside_view.h"
#include "ui/view/widgets/message_bar.h"
#include "ui/view/window/canvas_area.h"
#include "ui/view/window/guide.h"
#include "ui/view/window/input_manners.h"
#include "ui/view/window/panel.h"
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QShortcut>
#include <utility>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

}

ThemeKind themeOf(ThemeChoice choice)
{
    if (choice == ThemeChoice::System)
        return systemTheme();
    return choice == ThemeChoice::Dark ? ThemeKind::Dark : ThemeKind::Light;
}

MainWindow::MainWindow(Session* session, Settings* settings, Dialogs* dialogs, QWidget* parent)
    : QMainWindow(parent), m_session(session), m_settings(settings), m_dialogs(dialogs), m_comparison(session),
      m_history(session), m_library(settings), m_commands(this)
{
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    setMinimumSize(760, 480);
    resize(1440, 900);
    build();
    connectCommands();
    connectMethods();
    connectChanges();
    connectWays();
    connectWishes();
    hintAtQueries();
    offerCharts();
    connect(m_settings, &Settings::recentChanged, this, &MainWindow::showRecent);
    showRecent();
    restoreView();
    setFocus(); // not the first button: its ring would look like a choice
    showTitle();
    connect(session, &Session::analysisChanged, this, &MainWindow::showTitle);
    connect(session, &Session::analysisChanged, this, &MainWindow::showHeads);
    showHeads();
    connect(session, &Session::failed, this, &MainWindow::showError);
    connect(session, &Session::mapRefused, this, [this] { m_errorIsOfMap = true; });
    connect(session, &Session::mapChanged, this, &MainWindow::dismissErrorOfMap); // it is of no map that is asked for now
    m_history.setStroke([this] { return m_canvas->canvas()->stroke(); });
    connect(session, &Session::told, this, &MainWindow::tell);
    connect(session, &Session::factMissing, this, &MainWindow::askForFact);
    connect(m_messages, &MessageBar::answered, this, &MainWindow::retryWith);
    m_manners = new InputManners(this);
    connect(session, &Session::analysisChanged, m_messages, &MessageBar::dismiss);
    connect(session, &Session::modelChanged, m_messages, [this] { // of one that did not open before
        if (!m_session->analysis())
            dismissError();
    });
    connect(m_messages, &MessageBar::keysLeft, this, &MainWindow::focusTheWay);
    connect(session, &Session::analysisChanged, this, &MainWindow::tellNotes);
}

void MainWindow::copy()
{
    if (insideShown())
        return copyCard(m_inside->currentCard());
    if (!m_session->shown())
        return;
    // What is pointed at: the difference where it is on screen, else the map.
    const ShownMapPtr difference = m_canvas->difference();
    const auto overlay = difference ? overlayPicture(*difference, m_session->chosenLook())
                                    : overlayPicture(*m_session->shown(), m_session->look());
    if (!overlay)
        return showError(errorText(overlay.error()));
    QApplication::clipboard()->setImage(*overlay);
    m_messages->showMessage(MessageBar::Kind::Info, difference ? tr("The difference is on the clipboard.") : tr("The overlay is on the clipboard."), 3);
}

void MainWindow::openExport()
{
    if (insideShown())
        return exportCard(m_inside->currentCard());
    if (!m_session->shown())
        return;
    auto* dialog = new ExportDialog(m_session, m_settings, m_dialogs, {m_canvas->held(), m_canvas->difference(), m_canvas->differenceText()}, this);
    connect(dialog, &ExportDialog::written, this, [this](const QString& file) {
        m_messages->showMessage(MessageBar::Kind::Info, tr("Written: %1").arg(file), 6);
    });
    connect(dialog, &ExportDialog::failed, this, &MainWindow::showError);
    connect(dialog, &ExportDialog::stopped, this, [this] { tell(tr("Stopped: nothing was written.")); });
    new QShortcut(QKeySequence(Qt::Key_F1), dialog, dialog, [dialog] { showGuide(dialog, u"figures"_s); });
    dialog->open();
}

void MainWindow::showError(const QString& sentence)
{
    m_errorIsOfMap = false;
    m_messages->showMessage(MessageBar::Kind::Error, sentence);
}

void MainWindow::dismissError()
{
    if (m_messages->kind() == MessageBar::Kind::Error)
        m_messages->dismiss();
}

void MainWindow::dismissErrorOfMap()
{
    if (std::exchange(m_errorIsOfMap, false))
        dismissError();
}

void MainWindow::setTheme(ThemeChoice choice)
{
    m_settings->setTheme(choice);
    applyTheme(*qApp, themeOf(choice));
}

void MainWindow::toggleTheme()
{
    setTheme(Theme::current().kind == ThemeKind::Dark ? ThemeChoice::Light : ThemeChoice::Dark);
}

void MainWindow::showTitle()
{
    const auto analysis = m_session->analysis();
    setWindowTitle(analysis ? tr("%1 – Patchlight").arg(fromUtf8(analysis->name)) : tr("Patchlight"));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_settings->setView(u"geometry"_s, saveGeometry());
    for (auto* dialog : findChildren<ExportDialog*>())
        dialog->reject(); // stops at its next picture and takes back what it wrote
    QMainWindow::closeEvent(event);
}

}
