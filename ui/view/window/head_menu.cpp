// ui/view/window/head_menu.cpp: the entries and what they write.
#include "ui/view/window/head_menu.h"
#include "ui/state/intervention_edits.h"
#include "ui/state/session.h"
#include <QActionGroup>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

struct Choice {
    const char* name;
    QString title;
    std::optional<HeadChange> change;
};

}

HeadMenu::HeadMenu(Session* session, int layer, int head, QWidget* parent) : QMenu(parent), m_session(session)
{
    setObjectName(u"headMenu"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setToolTipsVisible(true);
    if (head >= 0) {
        addChanges(layer, head);
        addSeparator();
    }
    addBlock(layer);
    addSeparator();
    auto* reset = addAction(tr("Reset all changes"), m_session, &Session::resetInterventions);
    reset->setObjectName(u"resetChanges"_s);
    reset->setEnabled(!m_session->interventions().empty());
}

void HeadMenu::addChanges(int layer, int head)
{
    auto* title = addAction(tr("Layer %1, head %2").arg(layer).arg(head));
    title->setEnabled(false);
    const Choice choices[]{{"headAsIs", tr("As it is"), {}}, {"headSwitchOff", tr("Off"), HeadChange::Off},
        {"headUniform", tr("Uniform: looks everywhere alike"), HeadChange::Uniform},
        {"headMean", tr("Mean: every query looks where they all do on average"), HeadChange::Mean}};
    auto* fused = addAction(tr("Count in the fused map"));
    fused->setObjectName(u"headInSubset"_s);
    fused->setToolTip(tr("The map of a subset of heads: Ctrl+click each"));
    fused->setCheckable(true);
    fused->setChecked(m_session->selection().fuses(LayerIndex{layer}, HeadIndex{head}));
    connect(fused, &QAction::triggered, m_session,
        [this, layer, head] { m_session->selection().toggleHead(LayerIndex{layer}, HeadIndex{head}); });
    addSeparator();
    const auto now = changeOf(m_session->interventions(), LayerIndex{layer}, HeadIndex{head});
    auto* group = new QActionGroup(this);
    for (const Choice& choice : choices) {
        auto* action = addAction(choice.title);
        action->setObjectName(QString::fromLatin1(choice.name));
        action->setCheckable(true);
        action->setChecked(choice.change == now);
        group->addAction(action);
        connect(action, &QAction::triggered, m_session, [this, layer, head, change = choice.change] {
            m_session->editInterventions(
                [=](Interventions& changes) { changeHead(changes, LayerIndex{layer}, HeadIndex{head}, change); });
        });
    }
}

void HeadMenu::addBlock(int layer)
{
    auto* action = addAction(tr("Block %1 off").arg(layer));
    action->setObjectName(u"blockSwitchOff"_s);
    action->setToolTip(tr("Attention and MLP add nothing: its output is its input"));
    action->setCheckable(true);
    action->setChecked(isBlockOff(m_session->interventions(), LayerIndex{layer}));
    connect(action, &QAction::triggered, m_session, [this, layer](bool off) {
        m_session->editInterventions([=](Interventions& changes) { switchBlock(changes, LayerIndex{layer}, off); });
    });
}

}
