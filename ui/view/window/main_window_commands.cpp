// ui/view/window/main_window_commands.cpp: what each command does.
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/inside/inside_view.h"
#include "ui/view/widgets/controls/layer_scrubber.h"
#include "ui/view/widgets/shortcut_overlay.h"
#include "ui/view/window/canvas_area.h"
#include "ui/view/window/heads_panel.h"
#include "ui/view/window/main_window.h"
#include "ui/view/window/panel.h"
#include <QApplication>
#include <functional>

namespace patchlight
{
namespace
{
constexpr double kZoomStep = 1.25;
}

void MainWindow::connectCommands()
{
    const auto on = [this](Command command, const std::function<void()>& act) {
        connect(m_commands[command], &QAction::triggered, this, act);
    };
    auto& selection = m_session->selection();
    on(Command::OpenPicture, [this] { openPicture(); });
    on(Command::Models, [this] { toggleModels(); });
    on(Command::OpenModel, [this] { openModel(); });
    on(Command::PreviousPicture, [this] { m_session->openNeighbour(-1); });
    on(Command::NextPicture, [this] { m_session->openNeighbour(1); });
    on(Command::Paste, [this] { paste(); });
    on(Command::Copy, [this] { copy(); });
    on(Command::Export, [this] { openExport(); });
    on(Command::Quit, [this] { close(); });
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
    on(Command::HeadBack, [&selection] { selection.stepHead(-1); });
    on(Command::HeadForward, [&selection] { selection.stepHead(1); });
    on(Command::ClassToken, [this, &selection] {
        if (m_canvas->hiding())
            m_canvas->setHiding(false);
        else
            selection.resetQuery();
    });
    on(Command::ToggleOverlay, [&selection] { selection.toggleOverlay(); });
    on(Command::PatchGrid,
        [&selection] { selection.editLook([](LookChoice& l) { l.look.patchGrid = !l.look.patchGrid; }); });
    on(Command::NetworkInput,
        [&selection] { selection.editLook([](LookChoice& l) { l.networkInput = !l.networkInput; }); });
    on(Command::Fit, [this] { m_canvas->canvas()->fit(); });
    on(Command::ZoomIn, [this] { m_canvas->canvas()->zoomBy(kZoomStep); });
    on(Command::ZoomOut, [this] { m_canvas->canvas()->zoomBy(1 / kZoomStep); });
    on(Command::ActualPixels, [this] { m_canvas->canvas()->zoomToActualPixels(); });
    on(Command::Compare, [this] { toMap(), m_comparison.setActive(!m_comparison.active()); });
    on(Command::Statistics, [this] { toMap(), m_headsEdge->setChecked(true), m_heads->toggleNumbers(); });
    on(Command::TestMap, [this] { toMap(), m_headsEdge->setChecked(true), m_heads->showTests(), m_session->testMap(); });
    on(Command::TestWeights, [this] { toMap(), m_headsEdge->setChecked(true), m_heads->showTests(), m_session->testWeights(); });
    on(Command::Theme, [this] { toggleTheme(); });
    on(Command::LeftPanel, [this] { (insideShown() ? m_inside->leftEdge() : m_leftEdge)->toggle(); });
    on(Command::RightPanel, [this] { (insideShown() ? m_inside->rightEdge() : m_rightEdge)->toggle(); });
    on(Command::HeadsPanel, [this] { m_headsEdge->toggle(); });
    on(Command::FullScreen, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    on(Command::Help, [this] { m_help->popup(); });
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
