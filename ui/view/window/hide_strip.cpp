// ui/view/window/hide_strip.cpp: one row; what cannot be chosen says why.
#include "ui/view/window/hide_strip.h"
#include "ui/adapter/intervention_texts.h"
#include "ui/state/session.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/controls/segmented_control.h"
#include "ui/view/widgets/strip_layout.h"
#include <QLabel>
#include <QPushButton>
#include <array>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kStripRoomForWords = 640, kRoomForOne = 500;
constexpr std::array kWays{HideWith::Mean, HideWith::Zero, HideWith::Drop};

QPushButton* flatButton(const QString& text, const QString& name, const QString& toolTip)
{
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(toolTip);
    button->setProperty("kind", u"flat"_s);
    return button;
}

}

HideStrip::HideStrip(Session* session, QWidget* parent) : QWidget(parent), m_session(session)
{
    setObjectName(u"hideStrip"_s);
    setProperty("surface", u"panel"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_text = new QLabel;
    m_text->setProperty("tone", u"dim"_s);
    m_text->setWordWrap(true);
    m_how = new SegmentedControl;
    m_how->setObjectName(u"hideWith"_s);
    m_how->setAccessibleName(tr("How patches are hidden"));
    m_how->setOptions({tr("Mean"), tr("Zero"), tr("Drop")});
    m_how->setMinimumWidth(m_how->sizeHint().width());
    m_how->setToolTip(tr("What stands in the place of a hidden patch"));
    m_brush = new SegmentedControl;
    m_brush->setObjectName(u"brushSize"_s);
    m_brush->setAccessibleName(tr("Size of the brush"));
    m_brush->setToolTip(tr("Patches under the brush, across"));
    m_brush->setOptions({u"1"_s, u"3"_s, u"5"_s});
    m_brush->setMinimumWidth(m_brush->sizeHint().width());
    connect(m_brush, &SegmentedControl::chosen, this, [this](int index) { Q_EMIT brushChosen(index); });
    m_clear = flatButton(tr("Clear"), u"hideClear"_s, tr("Shows all patches again"));
    auto* done = flatButton(tr("Done"), u"hideDone"_s, tr("Leaves the brush; a click is a query again (Esc)"));
    auto* row = new StripLayout(this);
    row->setWords(m_text);
    row->addWidget(m_brush);
    row->addWidget(m_how);
    row->addWidget(m_clear);
    row->addWidget(done);
    connect(m_how, &SegmentedControl::chosen, m_session, [this](int index) {
        m_session->editInterventions([index](Interventions& changes) { changes.hideWith = kWays.at(std::size_t(index)); });
    });
    connect(m_clear, &QPushButton::clicked, m_session,
        [this] { m_session->editInterventions([](Interventions& changes) { changes.hidden.clear(); }); });
    connect(done, &QPushButton::clicked, this, &HideStrip::done);
    connect(m_session, &Session::interventionsChanged, this, &HideStrip::showInterventions);
    connect(m_session, &Session::analysisChanged, this, &HideStrip::showPossible);
    showPossible();
    showInterventions();
}

void HideStrip::showInterventions()
{
    m_how->setCurrent(static_cast<int>(m_session->interventions().hideWith));
    m_clear->setEnabled(!m_session->interventions().hidden.empty());
}

void HideStrip::showPossible()
{
    const auto analysis = m_session->analysis();
    for (std::size_t i = 0; i < kWays.size(); ++i) {
        const QString why = analysis ? whyNotHidden(*analysis, kWays.at(i)) : QString();
        m_how->setOption(static_cast<int>(i), why.isEmpty(), why.isEmpty() ? hideToolTip(kWays.at(i)) : why);
    }
}

void HideStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_text->setText(width() >= scaled(kStripRoomForWords) ? tr("Drag over patches to hide them; start on a hidden one to show them again.")
            : width() >= scaled(kRoomForOne)         ? tr("Drag to hide, or to show.")
                                                     : QString());
}

}
