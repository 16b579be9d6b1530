// ui/view/window/main_window_commands.cpp: what each command does.
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/inside/inside_view.h"
#include "ui/view/library/library_page.h"
#include "ui/view/widgets/controls/layer_scrubber.h"
#include "ui/view/widgets/message_bar.h"
#include "ui/view/widgets/shortcut_overlay.h"
#include "ui/view/inside/tour.h"
#include "ui/view/window/canvas_area.h"
#include "ui/view/window/guide.h"
#include "ui/view/window/heads_panel.h"
#include "ui/view/window/main_window.h"
#include "ui/view/window/panel.h"
#include "ui/view/window/status_strip.h"
#include "ui/view/window/top_bar.h"
#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <functional>

namespace patchlight
{
namespace
{
constexpr double kZoomStep = 1.25;

int scrolledTo(const QWidget* panel)
{
    const auto* area = qobject_cast<const QScrollArea*>(panel);
    return area ? area->verticalScrollBar()->value() : 0;
}

void scrollTo(QWidget* panel, int place)
{
    if (auto* area = qobject_cast<QScrollArea*>(panel))
        area->verticalScrollBar()->setValue(place);
}
}

QString MainWindow::guidePage() const
{
    if (m_messages->isVisible() && m_messages->kind() == MessageBar::Kind::Error)
        return QStringLiteral("troubleshooting");
    if (m_models->isVisible())
        return QStringLiteral("models");
    if (!m_session->analysis())
        return QStringLiteral("first-steps");
    if (insideShown())
        return QStringLiteral("inside");
    if (m_canvas->hiding())
        return QStringLiteral("what-if");
    return guidePageAt(focusWidget());
}

void MainWindow::connectCommands()
{
    const auto on = [this](Command command, const std::function<void()>& act) {
        connect(m_commands[command], &QAction::triggered, this, act);
    };
    const auto once = [this, on](Command command, Wants wants, const std::function<void()>& act) {
        on(command, [this, wants, act] { whenThere(wants, act); });
    };
    auto& selection = m_session->selection();
    on(Command::OpenPicture, [this] { openPicture(); });
    on(Command::Models, [this] { toggleModels(); });
    on(Command::OpenModel, [this] { openModel(); });
    on(Command::PreviousPicture, [this] { m_session->openNeighbour(-1); });
    on(Command::NextPicture, [this] { m_session->openNeighbour(1); });
    on(Command::Paste, [this] { paste(); });
    once(Command::Copy, Wants::Map, [this] { copy(); });
    once(Command::Export, Wants::Map, [this] { openExport(); });
    on(Command::Quit, [this] { close(); });
    on(Command::Undo, [this] { goBack(true); });
    on(Command::Redo, [this] { goBack(false); });
    on(Command::LayerBack, [&selection] { selection.stepLayer(-1); });
    on(Command::LayerForward, [&selection] { selection.stepLayer(1); });
    on(Command::Play, [this] {
        if (insideShown())
            startTour();
        else
            m_canvas->scrubber()->setPlaying(!m_canvas->scrubber()->playing());
    });
    on(Command::OtherWay, [this] { setInside(!insideShown()); });
    on(Command::Tour, [this] { startTour(); });
    on(Command::HeadBack, [this] { stepHead(-1); });
    on(Command::HeadForward, [this] { stepHead(1); });
    on(Command::ClassToken, [this] { escape(); });
    on(Command::ToggleOverlay, [&selection] { selection.toggleOverlay(); });
    on(Command::PatchGrid,
        [&selection] { selection.editLook([](LookChoice& l) { l.look.patchGrid = !l.look.patchGrid; }); });
    on(Command::NetworkInput,
        [&selection] { selection.editLook([](LookChoice& l) { l.networkInput = !l.networkInput; }); });
    on(Command::Fit, [this] { m_canvas->canvas()->fit(); });
    on(Command::ZoomIn, [this] { m_canvas->canvas()->zoomBy(kZoomStep); });
    on(Command::ZoomOut, [this] { m_canvas->canvas()->zoomBy(1 / kZoomStep); });
    on(Command::ActualPixels, [this] { m_canvas->canvas()->zoomToActualPixels(); });
    once(Command::Compare, Wants::Map, [this] { toMap(), m_comparison.setActive(!m_comparison.active()); });
    once(Command::Statistics, Wants::Picture, [this] { toMap(), m_headsEdge->reveal(), m_heads->toggleNumbers(); });
    once(Command::TestMap, Wants::Picture, [this] { toMap(), m_headsEdge->reveal(), m_heads->showTests(), m_session->showMapTest(); });
    once(Command::TestWeights, Wants::Picture, [this] { toMap(), m_headsEdge->reveal(), m_heads->showTests(), m_session->showWeightsTest(); });
    on(Command::Theme, [this] { toggleTheme(); });
    on(Command::LeftPanel, [this] { (insideShown() ? m_inside->leftEdge() : m_leftEdge)->switchPanel(); });
    on(Command::RightPanel, [this] { (insideShown() ? m_inside->rightEdge() : m_rightEdge)->switchPanel(); });
    on(Command::HeadsPanel, [this] { m_headsEdge->switchPanel(); });
    on(Command::FullScreen, [this] { setPresenting(!m_presenting); });
    on(Command::Guide, [this] { showGuide(this, guidePage()); });
    on(Command::Help, [this] { m_help->popup(); });
    on(Command::About, [this] { showAbout(); });
}

void MainWindow::stepHead(int by)
{
    if (insideShown())
        m_session->inside().stepHead(by); // from the one seen there
    else
        m_session->selection().stepHead(by);
}

void MainWindow::goBack(bool undo)
{
    if (undo ? m_history.undo() : m_history.redo())
        return;
    tell(undo ? tr("There is nothing to undo.") : tr("There is nothing to redo."));
}

/// Out of the innermost thing that is on.
void MainWindow::escape()
{
    if (m_models->isVisible())
        m_models->leave(); // the keyboard is in the bar above it
    else if (m_canvas->scrubber()->playing())
        m_canvas->scrubber()->setPlaying(false); // whatever else is on, the person looks at what moves
    else if (m_canvas->hiding())
        m_canvas->setHiding(false);
    else if (m_presenting)
        setPresenting(false);
    else if (m_messages->isVisible() && m_messages->kind() == MessageBar::Kind::Error)
        m_messages->dismiss(); // it lies on the picture
    else if (m_status->offersCancel())
        Q_EMIT m_status->cancelRequested();
    else if (insideShown())
        m_inside->tour()->stop(); // whom Inside follows is chosen on its own page
    else
        m_session->selection().resetQuery();
}

void MainWindow::setPresenting(bool on)
{
    if (on == m_presenting)
        return;
    m_presenting = on;
    if (on)
        m_scrolled = {scrolledTo(m_left), scrolledTo(m_right)};
    for (QWidget* bar : {static_cast<QWidget*>(m_top), static_cast<QWidget*>(m_status), m_topLine, m_statusLine})
        bar->setVisible(!on);
    m_leftEdge->setAway(on);
    m_rightEdge->setAway(on);
    m_headsEdge->setAway(on || !m_session->analysis());
    m_canvas->setPresenting(on);
    m_inside->setPresenting(on);
    setWindowState(windowState().setFlag(Qt::WindowFullScreen, on));
    focusTheWay();
    makeRoom();
    if (!on) // when the panels have their contents laid out again
        QTimer::singleShot(0, this, [this, at = m_scrolled] {
            scrollTo(m_left, at.first);
            scrollTo(m_right, at.second);
        });
}

void MainWindow::connectMethods()
{
    for (const MethodInfo& info : methods()) {
        if (info.key == 0)
            continue;
        const auto command = static_cast<Command>(static_cast<int>(Command::Method1) + info.key - 1);
        connect(m_commands[command], &QAction::triggered, this,
            [this, method = info.method] { m_session->selection().setMethod(method); });
    }
}

}
