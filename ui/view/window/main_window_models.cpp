// ui/view/window/main_window_models.cpp: the page of models over the picture.
#include "ui/view/library/library_page.h"
#include "ui/view/widgets/message_bar.h"
#include "ui/view/window/main_window.h"
#include "ui/view/window/status_strip.h"
#include "ui/view/window/top_bar.h"

namespace patchlight
{
namespace
{
using namespace Qt::StringLiterals;
const auto kFirstPublished
    = u"timm/deit_tiny_patch16_224.fb_in1k"_s; ///< small, quick, known: what the empty state names
}

void MainWindow::buildModels(QWidget* over)
{
    m_models = new LibraryPage(&m_library, m_dialogs, over);
    connect(m_models, &LibraryPage::fileRequested, this, &MainWindow::openModel);
    connect(m_models, &LibraryPage::left, this, [this] { setFocus(); });
    connect(&m_library, &ModelLibrary::openWished, this, [this](const QString& model) {
        m_models->leave();
        m_session->openModel(model);
    });
    connect(&m_library, &ModelLibrary::told, this, &MainWindow::showError);
    connect(m_session, &Session::modelChanged, m_models, &QWidget::hide);
}

void MainWindow::toggleModels()
{
    if (m_models->isVisible())
        return m_models->leave();
    showModels(false);
}

void MainWindow::showModels(bool published)
{
    layOutModels();
    if (published)
        m_models->popup(LibrarySection::Published, kFirstPublished);
    else
        m_models->popup(LibrarySection::Here);
}

/// Between the top bar and the status strip; messages lie over it.
void MainWindow::layOutModels()
{
    if (!m_models)
        return;
    const int top = m_top->geometry().bottom() + 2;
    m_models->setGeometry(0, top, centralWidget()->width(), m_status->geometry().top() - 1 - top);
    m_messages->raise();
}

}
