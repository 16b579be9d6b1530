// ui/view/window/main_window_ways.cpp: Map and Inside: switching, the tour, a card as a file.
#include "ui/adapter/files.h"
#include "ui/adapter/texts.h"
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/inside/card_export.h"
#include "ui/view/inside/card_widget.h"
#include "ui/view/inside/inside_view.h"
#include "ui/view/inside/tour.h"
#include "ui/view/library/library_page.h"
#include "ui/view/widgets/controls/layer_scrubber.h"
#include "ui/view/widgets/empty_state.h"
#include "ui/view/widgets/message_bar.h"
#include "ui/view/widgets/shortcut_overlay.h"
#include "ui/view/window/canvas_area.h"
#include "ui/view/window/dialogs.h"
#include "ui/view/window/input_manners.h"
#include "ui/view/window/main_window.h"
#include "ui/view/window/status_strip.h"
#include "ui/view/window/top_bar.h"
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLineEdit>
#include <QFileInfo>
#include <QMenu>
#include <QScrollArea>

namespace patchlight
{
namespace
{
using namespace Qt::StringLiterals;
constexpr int kReadingSeconds = 6;
}

void MainWindow::connectWays()
{
    connect(m_top, &TopBar::wayChosen, this, &MainWindow::setInside);
    connect(m_top, &TopBar::tourRequested, this, &MainWindow::startTour);
    const auto sayKeys = [this] { m_status->setAsking(m_inside->tour()->asks()); };
    connect(m_inside->tour(), &Tour::stationReached, this, sayKeys);
    connect(m_inside->tour(), &Tour::runningChanged, this, sayKeys);
    connect(m_inside, &InsideView::menuRequested, this, &MainWindow::showCardMenu);
    connect(m_canvas, &CanvasArea::tourRequested, this, [this](const QString& sample) {
        m_session->openPicture(sample);
        startTour();
    });
    const bool leftInside = m_settings->view(u"inside"_s, false).toBool();
    setInside(false); // without a picture there is nothing inside, and the invitation is on this page
    if (leftInside)
        connect(m_session, &Session::analysisChanged, this, [this] { setInside(true); }, Qt::SingleShotConnection);
}

bool MainWindow::insideShown() const
{
    return m_ways && m_ways->currentWidget() == m_inside;
}

void MainWindow::setInside(bool inside)
{
    if (inside && !m_session->analysis() && !m_session->changing()) { // its page would be empty
        m_top->setInside(false);
        return tell(tr("Open a picture first."));
    }
    m_session->inside().setOn(inside);
    m_ways->setCurrentWidget(inside ? static_cast<QWidget*>(m_inside) : m_mapPage);
    m_top->setInside(inside);
    m_status->setInside(inside);
    m_settings->setView(u"inside"_s, inside);
    if (inside) {
        m_canvas->scrubber()->setPlaying(false); // nobody sees it
        dismissErrorOfMap();
    } else {
        m_inside->tour()->stop();
    }
    sayWhyNoMap();
    focusTheWay();
}

void MainWindow::focusTheWay()
{
    if (insideShown())
        m_inside->findChild<QScrollArea*>(u"insideCards"_s)->setFocus();
    else if (m_session->analysis())
        m_canvas->canvas()->setFocus();
}

void MainWindow::toMap()
{
    if (insideShown())
        setInside(false);
}

void MainWindow::startTour()
{
    if (!m_session->analysis() && !m_session->changing()) {
        const QStringList samples = samplePictures();
        if (samples.isEmpty())
            return;
        m_session->openPicture(samples.front());
    }
    setInside(true);
    m_inside->startTour();
}

/// Tab goes on to the other way while the picture or the cards have the keys; from a button on, and backwards, it goes
/// round the controls as everywhere.
bool MainWindow::focusNextPrevChild(bool next)
{
    const QWidget* focus = focusWidget();
    // Where a click left the focus nobody sees it; the line at the foot promises Tab all the same.
    const bool here = !qobject_cast<const QLineEdit*>(focus) && m_models->isHidden() && m_help->isHidden();
    const bool byKey = m_manners && m_manners->tabPressed();
    if (next && byKey && (!focus || focus == this) && !m_session->analysis() && m_canvas->empty()->focusInvitation())
        return true;
    if (next && byKey && here && m_session->analysis() && !testAttribute(Qt::WA_KeyboardFocusChange)) {
        setInside(!insideShown());
        return true;
    }
    return QMainWindow::focusNextPrevChild(next);
}

void MainWindow::exportCard(const CardWidget* card)
{
    const auto& subject = m_session->inside().subject();
    if (!subject || !card || !card->layoutOfCard())
        return m_messages->showMessage(MessageBar::Kind::Info, tr("There is no card yet; wait for the numbers."), kReadingSeconds / 2);
    const QStringList recent = m_settings->recentPictures();
    const QString folder = m_settings->view(u"cardFolder"_s, folderToSaveBeside(recent.value(0))).toString();
    const QString file = m_dialogs->fileToSave(this, QDir(folder).filePath(cardFileName(*subject, card->station())),
        tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF page (*.pdf);;Numbers for NumPy (*.npy)"));
    if (file.isEmpty())
        return;
    const auto written = patchlight::exportCard(*card, *subject, file);
    if (!written)
        return showError(errorText(written.error()));
    m_settings->setView(u"cardFolder"_s, QFileInfo(file).absolutePath());
    m_messages->showMessage(MessageBar::Kind::Info, tr("Written: %1").arg(written->join(u", "_s)), kReadingSeconds);
}

void MainWindow::copyCard(const CardWidget* card)
{
    if (!card || !card->layoutOfCard())
        return m_messages->showMessage(MessageBar::Kind::Info, tr("There is no card yet; wait for the numbers."), kReadingSeconds / 2);
    QApplication::clipboard()->setImage(cardPicture(*card));
    m_messages->showMessage(MessageBar::Kind::Info, tr("The card is on the clipboard."), kReadingSeconds / 2);
}

/// The card is asked for when it is copied: until then it may have become another.
void MainWindow::showCardMenu(const QString& station, QPoint global, int token)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"cardMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (token >= 0) {
        menu->addAction(tr("Follow this token"), this, [this, token] { m_inside->followToken(token); });
        menu->addSeparator();
    }
    menu->addAction(tr("Copy the card"), this, [this, station] { copyCard(m_inside->card(station)); });
    menu->addAction(tr("Save the card…"), this, [this, station] { exportCard(m_inside->card(station)); });
    menu->popup(global);
}

}
