// ui/view/window/main_window.cpp: layout, panels, opening and closing.
#include "ui/view/window/main_window.h"
#include "ui/adapter/export_files.h"
#include "ui/adapter/texts.h"
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/export/export_dialog.h"
#include "ui/view/inside/inside_view.h"
#include "ui/view/library/library_page.h"
#include "ui/view/widgets/controls/layer_scrubber.h"
#include "ui/view/widgets/message_bar.h"
#include "ui/view/window/answer_panel.h"
#include "ui/view/window/canvas_area.h"
#include "ui/view/window/guide.h"
#include "ui/view/window/dialogs.h"
#include "ui/view/window/fact_editor.h"
#include "ui/view/window/heads_panel.h"
#include "ui/view/window/incoming.h"
#include "ui/view/window/input_manners.h"
#include "ui/view/window/look_panel.h"
#include "ui/view/window/method_panel.h"
#include "ui/view/window/panel.h"
#include "ui/view/window/panel_room.h"
#include "ui/view/window/status_strip.h"
#include "ui/view/window/top_bar.h"
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QShortcut>
#include <QVBoxLayout>

namespace patchlight
{
namespace
{
using namespace Qt::StringLiterals;
constexpr int kLeftWidth = 264;
constexpr int kRightWidth = 288;
constexpr int kHeadsHeight = 204;
constexpr int kTitleBar = 32; ///< of most window managers, at the least
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
    connect(session, &Session::told, this, &MainWindow::tell);
    connect(session, &Session::factMissing, this, &MainWindow::askForFact);
    connect(m_messages, &MessageBar::answered, this, &MainWindow::retryWith);
    m_manners = new InputManners(this);
    connect(session, &Session::analysisChanged, m_messages, &MessageBar::dismiss);
    connect(session, &Session::analysisChanged, this, &MainWindow::tellNotes);
}

void MainWindow::build()
{
    m_top = new TopBar(m_session, &m_comparison);
    connect(m_top, &TopBar::openPictureRequested, this, &MainWindow::openPicture);
    connect(m_top, &TopBar::recentRequested, m_session, &Session::openPicture);
    connect(m_top, &TopBar::guideRequested, this, [this] { showGuide(this, guidePage()); });
    connect(m_top, &TopBar::keysRequested, this, [this] { m_help->popup(); });
    connect(m_top, &TopBar::aboutRequested, this, &MainWindow::showAbout);
    connect(m_top, &TopBar::modelsRequested, this, &MainWindow::toggleModels);
    connect(m_top, &TopBar::themeToggled, this, &MainWindow::toggleTheme);
    connect(m_top, &TopBar::exportRequested, this, &MainWindow::openExport);
    m_messages = new MessageBar;
    m_messages->setObjectName(u"messageBar"_s);
    m_canvas = new CanvasArea(m_session, &m_comparison);
    setGuidePage(m_canvas, "reading-maps");
    connect(m_canvas, &CanvasArea::hidingChanged, m_top, &TopBar::setHiding);
    connect(m_top, &TopBar::hidingToggled, this, [this] { m_canvas->setHiding(!m_canvas->hiding()); });
    connect(m_canvas, &CanvasArea::escaped, this, &MainWindow::escape);
    connect(m_canvas, &CanvasArea::recentRequested, m_session, &Session::openPicture);
    connect(m_canvas, &CanvasArea::openRequested, this, &MainWindow::openPicture);
    connect(m_canvas, &CanvasArea::sampleRequested, m_session, &Session::openPicture);
    connect(m_canvas, &CanvasArea::modelsRequested, this, &MainWindow::showModels);
    m_heads = new HeadsPanel(m_session);
    setGuidePage(m_heads, "what-if");
    m_status = new StatusStrip(m_session, &m_library);
    connect(m_status, &StatusStrip::cancelRequested, m_session, &Session::cancel);
    connect(m_status, &StatusStrip::neighbourRequested, m_session, &Session::openNeighbour);
    connect(m_status, &StatusStrip::modelsRequested, this, &MainWindow::toggleModels);
    connect(m_status, &StatusStrip::keysRequested, this, [this] { m_help->popup(); });

    m_left = buildLeft();
    m_right = buildRight();
    m_leftEdge = new PanelEdge(PanelEdge::Side::Left, m_left, tr("Map panel (F2)"));
    m_leftEdge->setObjectName(u"leftEdge"_s);
    m_rightEdge = new PanelEdge(PanelEdge::Side::Right, m_right, tr("Prediction panel (F3)"));
    m_rightEdge->setObjectName(u"rightEdge"_s);
    m_headsEdge = new PanelEdge(PanelEdge::Side::Bottom, m_heads, tr("Heads panel (F4)"));
    m_headsEdge->setObjectName(u"headsEdge"_s);

    m_mapPage = new QWidget;
    auto* mapColumn = new QVBoxLayout(m_mapPage);
    mapColumn->setContentsMargins(0, 0, 0, 0);
    mapColumn->setSpacing(0);
    auto* middle = new QGridLayout; // the edges float over the canvas, which reaches from panel to panel
    middle->setSpacing(0);
    middle->setColumnStretch(1, 1);
    middle->addWidget(m_left, 0, 0);
    middle->addWidget(m_canvas, 0, 1);
    middle->addWidget(m_leftEdge, 0, 1, Qt::AlignLeft);
    middle->addWidget(m_rightEdge, 0, 1, Qt::AlignRight);
    middle->addWidget(m_right, 0, 2);

    auto* centre = new QWidget;
    mapColumn->addLayout(middle, 1);
    mapColumn->addWidget(m_headsEdge);
    mapColumn->addWidget(m_heads);
    m_inside = new InsideView(m_session);
    m_ways = new QStackedWidget;
    m_ways->addWidget(m_mapPage);
    m_ways->addWidget(m_inside);
    auto* rows = new QGridLayout(centre);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->setRowStretch(3, 1);
    rows->addWidget(m_top, 0, 0);
    m_topLine = separator(Qt::Horizontal);
    rows->addWidget(m_topLine, 1, 0);
    rows->addWidget(m_ways, 3, 0);
    m_statusLine = separator(Qt::Horizontal);
    rows->addWidget(m_statusLine, 4, 0);
    rows->addWidget(m_status, 5, 0);
    buildModels();
    rows->addWidget(m_models, 3, 0); // over the ways of looking
    rows->addWidget(m_messages, 3, 0, Qt::AlignTop); // over all of it: nothing jumps when it comes and goes
    setCentralWidget(centre);
    m_help = new ShortcutOverlay(centre);
    m_help->setObjectName(u"shortcutOverlay"_s);
    m_help->setGroups(Commands::help());
}

QWidget* MainWindow::buildLeft()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(metric::medium, metric::medium, metric::medium, metric::medium);
    column->setSpacing(metric::large);
    auto* method = new MethodPanel(m_session);
    auto* look = new LookPanel(m_session);
    setGuidePage(method, "methods");
    setGuidePage(look, "reading-maps");
    column->addWidget(method);
    column->addWidget(look);
    column->addStretch(1);
    return scrollingPanel(content, kLeftWidth, u"leftPanel"_s);
}

QWidget* MainWindow::buildRight()
{
    auto* answer = new AnswerPanel(m_session);
    connect(answer, &AnswerPanel::modelsAsked, this, [this] { showModels(true); });
    connect(answer, &AnswerPanel::likePictureAsked, this, [this] {
        if (const QString file = pictureFromDialog(); !file.isEmpty())
            m_session->likePicture().choose({toPath(file), {}, {}});
    });
    connect(answer, &AnswerPanel::factEditRequested, this,
        [this](FactId fact, QPoint global) { editFact(m_session, m_dialogs, fact, global, this); });
    setGuidePage(answer, "reading-maps");
    return scrollingPanel(answer, kRightWidth, u"rightPanel"_s);
}

QString MainWindow::pictureFromDialog()
{
    const QStringList recent = m_settings->recentPictures();
    const QString folder = recent.isEmpty() ? QString() : QFileInfo(recent.front()).absolutePath();
    return m_dialogs->pictureToOpen(this, folder);
}

void MainWindow::openPicture()
{
    const QString file = pictureFromDialog();
    if (!file.isEmpty()) {
        m_models->leave();
        m_session->openPicture(file);
    }
}

void MainWindow::openModel()
{
    const QStringList recent = m_settings->recentModels();
    const QString folder = recent.isEmpty() ? QString() : QFileInfo(recent.front()).absolutePath();
    const QString file = m_dialogs->modelToOpen(this, folder);
    if (file.isEmpty())
        return;
    m_models->leave();
    m_session->openModel(QFileInfo(file).fileName() == "config.json"_L1 ? QFileInfo(file).absolutePath() : file);
}

void MainWindow::take(const Incoming& incoming)
{
    m_models->leave();
    if (!incoming.model.isEmpty())
        m_session->openModel(incoming.model);
    if (!incoming.picture.isEmpty())
        openOneOf(incoming);
    else if (!incoming.pixels.isNull())
        m_session->openPixels(incoming.pixels, tr("pasted picture"));
    else if (incoming.model.isEmpty() && !incoming.stranger.isEmpty())
        showError(tr("%1 is neither a picture nor a model; drop a JPEG, PNG, WebP, GIF, BMP or TIFF file, or a checkpoint.")
                      .arg(QFileInfo(incoming.stranger).fileName()));
}

void MainWindow::openOneOf(const Incoming& incoming)
{
    m_session->openPicture(incoming.picture);
    const int count = incoming.pictures;
    if (count > 1) // told when the picture is there, which clears the bar
        connect(
            m_session, &Session::analysisChanged, this,
            [this, count] {
                tell(tr("The first of %n pictures is opened; Page Down goes on through its folder.", {}, count));
            },
            Qt::SingleShotConnection);
}

void MainWindow::paste()
{
    const Incoming incoming = incomingFrom(QApplication::clipboard()->mimeData());
    if (incoming.useful())
        take(incoming);
    else
        m_messages->showMessage(MessageBar::Kind::Info, tr("The clipboard holds no picture."), 4);
}

void MainWindow::copy()
{
    if (insideShown())
        return copyCard();
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
        return exportCard();
    if (!m_session->shown())
        return;
    auto* dialog = new ExportDialog(m_session, m_settings, m_dialogs, m_canvas->difference(), this);
    connect(dialog, &ExportDialog::written, this, [this](const QString& file) {
        m_messages->showMessage(MessageBar::Kind::Info, tr("Written: %1").arg(file), 6);
    });
    connect(dialog, &ExportDialog::failed, this, &MainWindow::showError);
    new QShortcut(QKeySequence(Qt::Key_F1), dialog, dialog, [dialog] { showGuide(dialog, u"figures"_s); });
    dialog->open();
}

void MainWindow::showError(const QString& sentence)
{
    m_messages->showMessage(MessageBar::Kind::Error, sentence);
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

void MainWindow::showRecent()
{
    QStringList there;
    for (const QString& file : m_settings->recentPictures())
        if (QFileInfo::exists(file))
            there << file;
    m_top->setRecent(there);
    m_canvas->setRecent(there);
}

void MainWindow::showTitle()
{
    const auto analysis = m_session->analysis();
    setWindowTitle(analysis ? tr("%1 – Patchlight").arg(fromUtf8(analysis->name)) : tr("Patchlight"));
}

void MainWindow::showHeads()
{
    // Before the first picture there is nothing to list, and the invitation may have the room.
    m_headsEdge->setAway(m_presenting || !m_session->analysis());
    makeRoom();
}

void MainWindow::fitInto(QSize room)
{
    if (width() <= room.width() && height() + kTitleBar <= room.height())
        return;
    resize(size().boundedTo(room));
    setWindowState(windowState() | Qt::WindowMaximized);
}

void MainWindow::restoreView()
{
    restoreGeometry(m_settings->view(u"geometry"_s).toByteArray());
    const auto keep = [this](PanelEdge* edge, const QString& name) {
        edge->setChecked(m_settings->view(name, true).toBool());
        connect(edge, &PanelEdge::toggled, this, [this, name](bool shown) { m_settings->setView(name, shown); });
    };
    keep(m_leftEdge, u"leftPanel"_s);
    keep(m_rightEdge, u"rightPanel"_s);
    keep(m_headsEdge, u"headsPanel"_s);
    for (PanelEdge* edge : {m_leftEdge, m_rightEdge, m_headsEdge})
        connect(edge, &PanelEdge::panelSwitched, this, &MainWindow::makeRoom);
    keepWidth(m_leftEdge, m_left, u"leftWidth"_s);
    keepWidth(m_rightEdge, m_right, u"rightWidth"_s);
    makeRoom();
    connect(m_headsEdge, &PanelEdge::panelHeightChanged, this,
        [this](int height) { m_settings->setView(u"headsHeight"_s, height); });
}

void MainWindow::keepWidth(PanelEdge* edge, QWidget* panel, const QString& name)
{
    if (const int width = m_settings->view(name, 0).toInt(); width > 0)
        setPreferredWidth(panel, width);
    connect(edge, &PanelEdge::panelDragged, this, [this, panel, name](int width) {
        m_settings->setView(name, width);
        setPreferredWidth(panel, width);
        makeRoom();
    });
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const Incoming incoming = incomingFrom(event->mimeData());
    if (!incoming.useful() && incoming.stranger.isEmpty())
        return;
    m_canvas->setDropActive(true);
    event->acceptProposedAction();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent* event)
{
    m_canvas->setDropActive(false);
    QMainWindow::dragLeaveEvent(event);
}

void MainWindow::dropEvent(QDropEvent* event)
{
    m_canvas->setDropActive(false);
    take(incomingFrom(event->mimeData()));
    event->acceptProposedAction();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    makeRoom();
}

/// The picture keeps half of the window; panels that were asked for all the same stay.
void MainWindow::makeRoom()
{
    const auto widths = [](const PanelEdge* edge, const QWidget* panel) {
        return edge->isChecked() ? widthsOf(panel) : PanelWidths();
    };
    const PanelWidths left = widths(m_leftEdge, m_left), right = widths(m_rightEdge, m_right);
    PanelNeeds needs{left, right, m_top->sizeHint().height() + m_status->height(), 0};
    if (m_session->analysis())
        needs.bars += m_canvas->scrubber()->sizeHint().height() + m_headsEdge->sizeHint().height();
    needs.leastHeads = m_headsEdge->isChecked() ? m_headsEdge->leastHeight() : 0;
    const PanelRoom room = roomFor(size(), needs);
    m_leftEdge->setRoom(room.left > 0);
    m_rightEdge->setRoom(room.right > 0);
    m_headsEdge->setRoom(room.heads);
    m_left->setFixedWidth(room.left > 0 ? room.left : widthsOf(m_left).least);
    m_right->setFixedWidth(room.right > 0 ? room.right : widthsOf(m_right).least);
    m_headsEdge->setMostHeight(room.heads ? room.mostHeads : 0);
    m_headsEdge->setPanelHeight(m_settings->view(u"headsHeight"_s, kHeadsHeight).toInt());
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_settings->setView(u"geometry"_s, saveGeometry());
    for (auto* dialog : findChildren<ExportDialog*>())
        dialog->reject(); // stops at its next picture and takes back what it wrote
    QMainWindow::closeEvent(event);
}

}
