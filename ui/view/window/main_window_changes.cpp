// ui/view/window/main_window_changes.cpp: commands that hide patches and switch heads and blocks off.
#include "ui/adapter/intervention_texts.h"
#include "ui/adapter/texts.h"
#include "ui/state/intervention_edits.h"
#include "ui/view/widgets/message_bar.h"
#include "ui/view/window/canvas_area.h"
#include "ui/view/window/main_window.h"

namespace patchlight
{
namespace
{
using namespace Qt::StringLiterals;
constexpr int kSeconds = 4, kLongSeconds = 10;
}

void MainWindow::connectChanges()
{
    const auto once = [this](Command command, const std::function<void()>& act) {
        connect(m_commands[command], &QAction::triggered, this, [this, act] { whenThere(Wants::Picture, act); });
    };
    once(Command::HidePatches, [this] { toMap(), m_canvas->setHiding(!m_canvas->hiding()); });
    once(Command::HeadOff, [this] { switchHead(); });
    once(Command::BlockOff, [this] { switchThisBlock(); });
    connect(m_commands[Command::Untouched], &QAction::triggered, m_session, &Session::resetInterventions);
    connect(m_session, &Session::mapChanged, this, &MainWindow::sayWhyNoMap);
}

/// Of the page of maps: Inside shows none.
void MainWindow::sayWhyNoMap()
{
    const QString why = insideShown() ? QString() : m_session->whyNoMap();
    if (!why.isEmpty())
        m_messages->showMessage(MessageBar::Kind::Info, why);
    else if (!m_saysWhyNoMap.isEmpty() && m_messages->text() == m_saysWhyNoMap)
        m_messages->dismiss();
    m_saysWhyNoMap = why;
}

void MainWindow::tell(const QString& sentence)
{
    m_messages->showMessage(MessageBar::Kind::Info, sentence, kSeconds);
}

/// A folder of pictures with one peculiarity does not say it on every page; the line at the foot keeps it.
void MainWindow::tellNotes()
{
    const auto analysis = m_session->analysis();
    if (!analysis)
        return;
    QStringList news;
    for (const QString& note : pictureNotes(*analysis))
        if (!m_toldNotes.contains(note))
            news << note;
    m_toldNotes << news;
    if (!news.isEmpty())
        m_messages->showMessage(MessageBar::Kind::Info, withLabel(fromUtf8(analysis->name), news.join(u" · "_s)), kLongSeconds);
}

void MainWindow::switchHead()
{
    if (const auto& subject = m_session->inside().subject(); insideShown() && subject) // the head that is seen there
        m_session->selection().selectHead(subject->layer, subject->head);
    const auto& map = m_session->selection().map();
    const auto* head = std::get_if<HeadIndex>(&map.head);
    if (!m_session->analysis())
        return;
    if (map.method != Method::Attention || !head)
        return tell(tr("Choose a head in the grid first; X switches it off, Shift+X its whole block."));
    m_session->editInterventions([&](Interventions& changes) {
        const bool changed = changeOf(changes, map.layer, *head).has_value();
        changeHead(changes, map.layer, *head, changed ? std::nullopt : std::optional(HeadChange::Off));
    });
}

void MainWindow::switchThisBlock()
{
    if (!m_session->analysis())
        return;
    const LayerIndex layer = m_session->selection().currentLayer();
    m_session->editInterventions([layer](Interventions& changes) { switchBlock(changes, layer, !isBlockOff(changes, layer)); });
}

}
