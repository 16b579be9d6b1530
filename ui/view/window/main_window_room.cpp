// ui/view/window/main_window_room.cpp: which panels are there, and how much of the window they have.
#include "ui/view/widgets/controls/layer_scrubber.h"
#include "ui/view/window/canvas_area.h"
#include "ui/view/window/main_window.h"
#include "ui/view/window/panel.h"
#include "ui/view/window/panel_room.h"
#include "ui/view/window/status_strip.h"
#include "ui/view/window/top_bar.h"

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kHeadsHeight = 204;
constexpr int kTitleBar = 32; ///< of most window managers, at the least

}

void MainWindow::showHeads()
{
    // Before the first picture there is nothing to list, and the invitation may have the room.
    m_headsEdge->setAway(m_presenting || !m_session->analysis());
    makeRoom();
}

void MainWindow::fitInto(QSize room)
{
    setMinimumSize(minimumSize().boundedTo(room - QSize(0, kTitleBar)));
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
    const int lines = m_topLine->height() + m_statusLine->height();
    PanelNeeds needs{left, right, m_top->sizeHint().height() + m_status->height() + lines, 0};
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

}
