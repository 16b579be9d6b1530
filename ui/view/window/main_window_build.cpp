// ui/view/window/main_window_build.cpp: what stands where.
#include "ui/view/inside/inside_view.h"
#include "ui/view/library/library_page.h"
#include "ui/view/widgets/controls/layer_scrubber.h"
#include "ui/view/widgets/message_bar.h"
#include "ui/view/window/answer_panel.h"
#include "ui/view/window/canvas_area.h"
#include "ui/view/window/fact_editor.h"
#include "ui/view/window/guide.h"
#include "ui/view/window/heads_panel.h"
#include "ui/view/window/look_panel.h"
#include "ui/view/window/main_window.h"
#include "ui/view/window/method_panel.h"
#include "ui/view/window/panel.h"
#include "ui/view/window/status_strip.h"
#include "ui/view/window/top_bar.h"
#include <QGridLayout>
#include <QVBoxLayout>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kLeftWidth = 264;
constexpr int kRightWidth = 288;

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
    connect(m_status, &StatusStrip::cancelRequested, this, [this] {
        if (m_session->testWaits())
            m_messages->dismiss(); // which says that it waits
        m_session->cancel();
    });
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
    // The messages lie over the ways, so that no picture jumps when they come and go; at the foot, where no name or
    // heading is. The page of models, which has its buttons there, ends above them.
    rows->addWidget(m_ways, 3, 0, 2, 1);
    m_statusLine = separator(Qt::Horizontal);
    rows->addWidget(m_statusLine, 5, 0);
    rows->addWidget(m_status, 6, 0);
    buildModels();
    rows->addWidget(m_models, 3, 0); // over the ways of looking
    rows->addWidget(m_messages, 4, 0);
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
        if (const QString file = pictureFromDialog(tr("Compare with which picture?")); !file.isEmpty())
            m_session->likePicture().choose({toPath(file), {}, {}});
    });
    connect(answer, &AnswerPanel::factEditRequested, this,
        [this](FactId fact, QPoint global) { editFact(m_session, m_dialogs, fact, global, this); });
    setGuidePage(answer, "reading-maps");
    return scrollingPanel(answer, kRightWidth, u"rightPanel"_s);
}

}
