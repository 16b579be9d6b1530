// ui/view/window/embedding_panel.cpp
#include "ui/view/window/embedding_panel.h"
#include "ui/adapter/qimage_bridge.h"
#include "ui/adapter/texts.h"
#include "ui/state/session.h"
#include "ui/view/theme/number_text.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/controls/segmented_control.h"
#include "ui/view/window/incoming.h"
#include <QDragEnterEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;
using Kind = EmbeddingTarget::Kind;

constexpr int kDigits = 3;
constexpr std::array kKinds{Kind::Norm, Kind::Similarity, Kind::Component}; ///< as they stand side by side

int placeOf(Kind kind)
{
    return static_cast<int>(std::ranges::find(kKinds, kind) - kKinds.begin());
}

}

EmbeddingPanel::EmbeddingPanel(Session* session, QWidget* parent) : QWidget(parent), m_session(session)
{
    setObjectName(u"embeddingPanel"_s);
    setAcceptDrops(true);
    build();
    connect(m_kind, &SegmentedControl::chosen, this, &EmbeddingPanel::choose);
    connect(m_other, &QPushButton::clicked, this, &EmbeddingPanel::pictureAsked);
    connect(m_component, &QSpinBox::valueChanged, this, &EmbeddingPanel::chooseComponent);
    connect(&session->selection(), &Selection::mapChanged, this, &EmbeddingPanel::showChoice);
    connect(&session->likePicture(), &LikePicture::changed, this, &EmbeddingPanel::showChoice);
    connect(session, &Session::analysisChanged, this, &EmbeddingPanel::showChoice);
    connect(session, &Session::mapChanged, this, &EmbeddingPanel::showDoubt);
    connect(session, &Session::runChanged, this, &EmbeddingPanel::showChoice);
    showChoice();
}

void EmbeddingPanel::build()
{
    m_kind = new SegmentedControl;
    m_kind->setObjectName(u"embeddingKind"_s);
    m_kind->setAccessibleName(tr("What of the embedding is explained"));
    m_kind->setOptions({tr("Norm"), tr("Similarity"), tr("Entry")});
    m_kind->setToolTip(tr("What is explained: the embedding's length, how like another picture's it is, or one of its numbers"));
    m_other = new QPushButton;
    m_other->setObjectName(u"likePicture"_s);
    m_other->setAccessibleName(tr("The picture it is compared with"));
    m_other->setToolTip(tr("Choose another picture, or drop one here"));
    m_component = new QSpinBox;
    m_component->setObjectName(u"embeddingComponent"_s);
    m_component->setAccessibleName(tr("Component of the embedding"));
    m_component->setKeyboardTracking(false); // not at every digit
    m_component->setToolTip(tr("Which number of the embedding is explained, counted from 0"));
    m_value = new QLabel;
    m_value->setObjectName(u"embeddingValue"_s);
    m_value->setWordWrap(true);
    m_doubt = new QLabel(tr("This map is rounding: the norm hardly depends on the picture, since a layer norm sets it. "
                            "Ask for similarity or an entry."));
    m_doubt->setObjectName(u"embeddingDoubt"_s);
    m_doubt->setWordWrap(true);
    m_doubt->setVisible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metric::tiny);
    for (QWidget* each : {static_cast<QWidget*>(m_kind), static_cast<QWidget*>(m_other), static_cast<QWidget*>(m_component), static_cast<QWidget*>(m_value), static_cast<QWidget*>(m_doubt)})
        column->addWidget(each);
}

void EmbeddingPanel::choose(int kind)
{
    if (kKinds.at(static_cast<std::size_t>(kind)) == Kind::Norm)
        m_session->selection().editMap([](MapChoice& c) { c.embedding = {}; });
    else if (kKinds.at(static_cast<std::size_t>(kind)) == Kind::Component)
        chooseComponent(m_component->value());
    else if (!m_session->likePicture().chooseAgain())
        Q_EMIT pictureAsked();
    showChoice(); // until there is a picture it stays what it was
}

void EmbeddingPanel::chooseComponent(int component)
{
    m_session->selection().editMap([component](MapChoice& c) { c.embedding = {Kind::Component, component, {}, {}}; });
}

void EmbeddingPanel::showChoice()
{
    const auto analysis = m_session->analysis();
    const int components = analysis ? embeddingComponents(*analysis) : 0;
    if (components == 0)
        return;
    const EmbeddingTarget& target = m_session->selection().map().embedding;
    const bool waiting = m_session->likePicture().waiting();
    m_kind->setCurrent(placeOf(waiting ? Kind::Similarity : target.kind));
    m_other->setVisible(target.kind == Kind::Similarity || waiting);
    m_other->setEnabled(!waiting);
    m_other->setText(waiting ? tr("looking at the other picture…") : fromUtf8(target.likeName));
    m_component->setVisible(target.kind == Kind::Component && !waiting);
    const QSignalBlocker quiet(m_component);
    m_component->setRange(0, components - 1);
    if (target.kind == Kind::Component)
        m_component->setValue(target.component);
    const QString value = valueText(static_cast<double>(embeddingValue(analysis->embedding, target)), kDigits);
    m_value->setText(tr("%1: %2").arg(embeddingLabel(target), value));
}

void EmbeddingPanel::showDoubt()
{
    const auto shown = m_session->shown();
    m_doubt->setVisible(shown && isRounding(shown->explanation, shown->analysis->embedding));
}

void EmbeddingPanel::dragEnterEvent(QDragEnterEvent* event)
{
    const Incoming incoming = incomingFrom(event->mimeData());
    if (!incoming.pictures.isEmpty() || !incoming.pixels.isNull())
        event->acceptProposedAction();
}

void EmbeddingPanel::dropEvent(QDropEvent* event)
{
    const Incoming incoming = incomingFrom(event->mimeData());
    if (!incoming.pictures.isEmpty())
        m_session->likePicture().choose({toPath(incoming.pictures.front()), {}, {}});
    else
        m_session->likePicture().choose({{}, fromQImage(incoming.pixels), tr("dropped picture").toStdString()});
    event->acceptProposedAction();
}

}
