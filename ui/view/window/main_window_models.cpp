// ui/view/window/main_window_models.cpp: the page of models over the picture.
#include "ui/adapter/texts.h"
#include "ui/view/library/library_page.h"
#include "ui/view/widgets/message_bar.h"
#include "ui/view/window/dialogs.h"
#include "ui/view/window/main_window.h"
#include "ui/view/window/status_strip.h"

namespace patchlight
{
namespace
{
using namespace Qt::StringLiterals;
const auto kFirstPublished
    = u"timm/deit_tiny_patch16_224.fb_in1k"_s; ///< small, quick, known: what the empty state names
}

void MainWindow::buildModels()
{
    m_models = new LibraryPage(&m_library, m_dialogs);
    connect(m_models, &LibraryPage::fileRequested, this, &MainWindow::openModel);
    connect(m_models, &LibraryPage::cameAndWent, m_status, &StatusStrip::setModels); // also while this one goes
    connect(m_models, &LibraryPage::cameAndWent, this, [this](bool visible) {
        m_leavesModels = false;
        if (!visible)
            dismissError(); // it is of what was done there
    });
    connect(&m_library, &ModelLibrary::openRequested, this, &MainWindow::openAndLeaveModels);
    connect(m_session, &Session::modelChanged, this, [this] {
        if (m_leavesModels)
            m_models->leave();
    });
    connect(&m_library, &ModelLibrary::begun, this, &MainWindow::dismissError);
    connect(&m_library, &ModelLibrary::told, this, &MainWindow::showError);
    connect(m_session, &Session::modelChanged, &m_library, [this] { m_library.setOpen(m_session->model()); });
    connect(m_session, &Session::busyChanged, &m_library,
        [this] { m_library.setOpening(m_session->modelOnItsWay()); });
}

/// The page stays until the model is there: one that fails leaves its list where it was.
void MainWindow::openAndLeaveModels(const QString& model)
{
    dismissError();
    m_session->openModel(model);
    m_leavesModels = m_models->isVisible();
    if (m_session->busy() != Session::Busy::Loading) // it is open already
        m_models->leave();
}

void MainWindow::toggleModels()
{
    if (m_models->isVisible())
        return m_models->leave();
    showModels(false);
}

void MainWindow::showModels(bool published)
{
    if (published)
        m_models->popup(LibrarySection::Published, kFirstPublished);
    else
        m_models->popup(LibrarySection::Here, m_library.nameInUse());
}

void MainWindow::askForFact(FactId fact)
{
    m_missing = fact;
    QString example = factExample(fact);
    if (fact == FactId::Prefix)
        example = tr("such as model.");
    m_messages->askFor(factLabel(fact), example);
}

void MainWindow::retryWith(const QString& text)
{
    QString written = text;
    if (m_missing == FactId::Base)
        written = m_dialogs->modelToOpen(this, {});
    if (written.isEmpty())
        return;
    Overrides tried;
    if (const auto fits = correctFact(tried, m_missing, written); !fits) {
        showError(errorText(fits.error()));
        return askForFact(m_missing);
    }
    m_messages->dismiss();
    m_session->retryModel(
        [fact = m_missing, written](Overrides& overrides) { (void)correctFact(overrides, fact, written); });
}

}
