// ui/view/window/main_window_waiting.cpp: what is asked before its picture or map is there.
#include "ui/view/widgets/message_bar.h"
#include "ui/view/window/main_window.h"
#include "ui/view/window/status_strip.h"
#include <utility>

namespace patchlight
{

bool MainWindow::isThere(Wants wants) const
{
    const bool map = m_session->shown() || !m_session->changing(); // or there will be none, and the command says why
    return m_session->analysis() && (wants == Wants::Picture || map);
}

/// At once, or as soon as what is on its way is there; the newest wish counts.
void MainWindow::whenThere(Wants wants, std::function<void()> act)
{
    const PictureSource& picture = m_session->picture();
    if (isThere(wants))
        return act();
    if (!m_session->changing() || (picture.file.empty() && picture.pixels.empty()))
        return tell(tr("Open a picture first."));
    m_wish = Wish{wants, std::move(act)};
    m_messages->showMessage(MessageBar::Kind::Info, tr("Waiting for the map…"));
}

/// After all that hears of the same news.
void MainWindow::grantWish()
{
    if (!m_wish || !isThere(m_wish->wants))
        return;
    QMetaObject::invokeMethod(this, std::exchange(m_wish, {})->act, Qt::QueuedConnection);
    endWaiting();
}

void MainWindow::endWaiting()
{
    m_wish.reset();
    if (m_messages->text() == tr("Waiting for the map…"))
        m_messages->dismiss();
}

void MainWindow::connectWishes()
{
    for (const auto news : {&Session::analysisChanged, &Session::mapChanged, &Session::busyChanged})
        connect(m_session, news, this, &MainWindow::grantWish);
    connect(m_session, &Session::failed, this, [this] { m_wish.reset(); });
    connect(m_status, &StatusStrip::cancelRequested, this, &MainWindow::endWaiting);
}

}
