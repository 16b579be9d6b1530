// ui/view/window/main_window_menu.cpp: what a right click on the picture offers, the hint at it, and who made this.
#include "ui/adapter/intervention_texts.h"
#include "ui/adapter/texts.h"
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/widgets/charts/chart_menu.h"
#include "ui/view/window/canvas_area.h"
#include "ui/view/window/dialogs.h"
#include "ui/view/window/main_window.h"
#include "ui/view/window/status_strip.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>

namespace patchlight
{
namespace
{
using namespace Qt::StringLiterals;
const auto kKnowsQueries = u"knowsQueries"_s; ///< a patch was asked once
}

void MainWindow::showMenu(std::optional<QPoint> cell, QPoint global)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"canvasMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* canvas = m_canvas->canvas();
    const auto add = [menu](const QString& text, const QString& name, bool possible, auto act) {
        QAction* action = menu->addAction(text, menu, act);
        action->setObjectName(name);
        action->setEnabled(possible);
    };
    const bool patch = cell && canvas->queryPossible();
    const auto has = m_session->selection().controls();
    const QPoint at = cell.value_or(QPoint());
    add(tr("Query: this patch"), u"menuQuery"_s, patch, [canvas, at] { Q_EMIT canvas->patchClicked(at); });
    add(tr("Who looks at this patch?"), u"menuInverse"_s, patch && has.inverse,
        [canvas, at] { Q_EMIT canvas->inverseClicked(at); });
    add(tr("Query: class token"), u"menuToken"_s, has.query, [this] { m_session->selection().resetQuery(); });
    menu->addSeparator();
    for (const Command command : {Command::HidePatches, Command::ToggleOverlay, Command::PatchGrid, Command::Fit})
        menu->addAction(m_commands[command]);
    menu->addSeparator();
    for (const Command command : {Command::Copy, Command::Export, Command::Undo, Command::FullScreen})
        menu->addAction(m_commands[command]);
    menu->popup(global);
}

/// Until somebody has asked a patch once, the canvas says how.
void MainWindow::hintAtQueries()
{
    auto* canvas = m_canvas->canvas();
    connect(canvas, &ImageCanvas::menuRequested, this, &MainWindow::showMenu);
    connect(canvas, &ImageCanvas::patchHovered, m_status,
        [this, canvas](std::optional<QPoint> cell) { // a brush hides where a query would be asked
            m_status->setPointing(cell && canvas->queryPossible() && !m_canvas->hiding());
        });
    if (m_settings->view(kKnowsQueries, false).toBool())
        return;
    const auto hint = [this, canvas] {
        const bool inverse = m_session->selection().controls().inverse;
        canvas->setHint(m_settings->view(kKnowsQueries, false).toBool() ? QString()
                : inverse ? tr("Click: ask this patch where it looks · drag: a region · Shift+click: who looks here")
                          : tr("Click: ask this patch · drag: a region"));
    };
    hint();
    connect(&m_session->selection(), &Selection::mapChanged, this, hint);
    const auto known = [this, hint] {
        m_settings->setView(kKnowsQueries, true);
        hint();
    };
    connect(canvas, &ImageCanvas::patchClicked, this, known);
    connect(canvas, &ImageCanvas::regionSelected, this, known);
    connect(canvas, &ImageCanvas::inverseClicked, this, known);
}

QString MainWindow::whatChartIsOf(const ChartNumbers& chart) const
{
    QStringList parts{chart.about()};
    if (const auto run = m_session->analysis(); run && chart.ofPicture()) {
        if (chart.about().isEmpty())
            parts << interventionsText(run->interventions);
        parts << fromUtf8(run->name);
    }
    if (const auto model = m_session->model())
        parts << modelTitle(*model);
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

void MainWindow::offerCharts()
{
    for (QWidget* chart : findChildren<QWidget*>()) {
        const auto* numbers = dynamic_cast<const ChartNumbers*>(chart);
        if (!numbers)
            continue;
        const auto ask = [this, numbers](const QString& name, const QString& filter) {
            const QString folder = m_settings->view(u"exportFolder"_s, QDir::homePath()).toString();
            const auto run = numbers->ofPicture() ? m_session->analysis() : nullptr;
            const QString picture = run ? QFileInfo(fromUtf8(run->name)).completeBaseName() + u'-' : QString();
            return m_dialogs->fileToSave(this, QDir(folder).filePath(picture + name), filter);
        };
        auto* menu = new ChartMenu(
            chart, numbers, [this, numbers] { return whatChartIsOf(*numbers); }, ask);
        connect(menu, &ChartMenu::failed, this, &MainWindow::showError);
        connect(menu, &ChartMenu::told, this, &MainWindow::tell);
    }
}

void MainWindow::showAbout()
{
    auto* box = new QMessageBox(this);
    box->setObjectName(u"aboutBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Patchlight"));
    box->setIconPixmap(QGuiApplication::windowIcon().pixmap(64, 64));
    box->setText(u"<b>Patchlight %1</b>"_s.arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(tr("Shows what a Vision Transformer looks at. Nothing leaves this computer.") + u"\n\n"_s
        + tr("Free software under the GNU General Public License, version 3 or later, without any warranty.") + u"\n"_s
        + tr("Made with Qt %1.").arg(QLatin1String(qVersion())));
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

}
