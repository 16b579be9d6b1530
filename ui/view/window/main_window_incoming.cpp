// ui/view/window/main_window_incoming.cpp: pictures and models that come in: from dialogs, the clipboard, a drag, the
// lists of recent ones.
#include "ui/adapter/files.h"
#include "ui/adapter/texts.h"
#include "ui/view/library/library_page.h"
#include "ui/view/widgets/message_bar.h"
#include "ui/view/window/canvas_area.h"
#include "ui/view/window/dialogs.h"
#include "ui/view/window/incoming.h"
#include "ui/view/window/main_window.h"
#include "ui/view/window/top_bar.h"
#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileInfo>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

}

QString MainWindow::pictureFromDialog(const QString& title)
{
    return m_dialogs->pictureToOpen(this, title, folderToOpenFrom(m_settings->recentPictures()));
}

void MainWindow::openPicture()
{
    const QString file = pictureFromDialog(tr("Open picture"));
    if (!file.isEmpty()) {
        m_models->leave();
        m_session->openPicture(file);
    }
}

void MainWindow::openModel()
{
    const QString file = m_dialogs->modelToOpen(this, folderToOpenFrom(m_settings->recentModels()));
    if (file.isEmpty())
        return;
    openAndLeaveModels(QFileInfo(file).fileName() == "config.json"_L1 ? QFileInfo(file).absolutePath() : file);
}

void MainWindow::take(const Incoming& incoming, const QString& name)
{
    if (!incoming.model.isEmpty())
        openAndLeaveModels(incoming.model);
    if (!incoming.pictures.isEmpty() || !incoming.pixels.isNull())
        m_models->leave();
    if (incoming.pictures.size() == 1)
        m_session->openPicture(incoming.pictures.front());
    else if (!incoming.pictures.isEmpty())
        openTogether(incoming.pictures);
    else if (!incoming.pixels.isNull())
        m_session->openPixels(incoming.pixels, name);
    else if (incoming.model.isEmpty() && !incoming.stranger.isEmpty())
        showError(
            tr("%1 is neither a picture nor a model; drop a JPEG, PNG, WebP, GIF, BMP or TIFF file, or a checkpoint.")
                .arg(QFileInfo(incoming.stranger).fileName()));
}

void MainWindow::openTogether(const QStringList& pictures)
{
    m_session->openPictures(pictures);
    const auto tellCount = [this, pictures] {
        if (m_session->folder().together() == pictures) // none may have opened, and this is another
            tell(tr("The first of %n pictures is opened; Page Down goes on through them.", {}, static_cast<int>(pictures.size())));
    };
    // Told when the picture is there, which clears the bar.
    connect(m_session, &Session::analysisChanged, this, tellCount, Qt::SingleShotConnection);
}

void MainWindow::paste()
{
    const Incoming incoming = incomingFrom(QApplication::clipboard()->mimeData());
    if (incoming.useful())
        take(incoming, tr("pasted picture"));
    else
        m_messages->showMessage(MessageBar::Kind::Info, tr("The clipboard holds no picture."), 4);
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
    take(incomingFrom(event->mimeData()), tr("dropped picture"));
    event->acceptProposedAction();
}

}
