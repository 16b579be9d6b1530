// ui/view/window/facts_panel.cpp
#include "ui/view/window/facts_panel.h"
#include "ui/state/session.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/fact_list.h"
#include "ui/view/widgets/labelled_row.h"
#include "ui/view/window/guide.h"
#include <QCoreApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

FactRow::Origin originOf(std::optional<Origin> origin)
{
    if (!origin)
        return FactRow::Origin::None;
    switch (*origin) {
    case Origin::Read:
        return FactRow::Origin::Read;
    case Origin::Inferred:
        return FactRow::Origin::Inferred;
    case Origin::Assumed:
        return FactRow::Origin::Assumed;
    case Origin::Given:
        return FactRow::Origin::Given;
    }
    return FactRow::Origin::None;
}

QScrollArea* areaAround(QWidget* widget)
{
    QScrollArea* area = nullptr;
    for (; widget && !area; widget = widget->parentWidget())
        area = qobject_cast<QScrollArea*>(widget);
    return area;
}

}

FactsPanel::FactsPanel(Session* session, QWidget* parent) : QWidget(parent), m_session(session)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metric::tiny);
    m_heading = makeHeading(tr("Model"));
    column->addWidget(m_heading);
    m_facts = new FactList;
    setGuidePage(m_facts, "models");
    m_facts->setObjectName(u"modelFacts"_s);
    m_facts->setAccessibleName(tr("What is known of the model"));
    connect(m_facts, &FactList::editRequested, this, [this](int row) {
        Q_EMIT factEditRequested(m_factIds.value(row), m_facts->mapToGlobal(m_facts->rowRect(row).bottomLeft()));
    });
    column->addWidget(m_facts);
    m_pictureNotes = new QLabel;
    m_pictureNotes->setObjectName(u"pictureNotes"_s);
    m_pictureNotes->setAccessibleName(tr("How the picture was read"));
    m_pictureNotes->setWordWrap(true);
    m_pictureNotes->setFont(smallFont());
    m_pictureNotes->setProperty("tone", u"dim"_s);
    column->addWidget(m_pictureNotes);
    connect(session, &Session::analysisChanged, this, &FactsPanel::showPicture);
    connect(session, &Session::modelChanged, this, &FactsPanel::showModel);
    connect(session, &Session::busyChanged, this, &FactsPanel::holdPlace);
    showModel();
    showPicture();
}

void FactsPanel::holdPlace()
{
    auto* area = areaAround(this);
    if (!area)
        return;
    if (!m_session->changing()) {
        QTimer::singleShot(0, this, [this] { // everyone shows it by then
            if (m_session->changing())
                return; // between a model and its picture
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            returnToPlace();
            leavePlace();
        });
    } else if (const int top = mapTo(area->viewport(), QPoint()).y();
               !m_place && area->verticalScrollBar()->value() > 0 && top < area->viewport()->height()) {
        m_place = top;
        connect(area->verticalScrollBar(), &QScrollBar::actionTriggered, this, &FactsPanel::leavePlace, Qt::UniqueConnection);
    }
}

void FactsPanel::returnToPlace()
{
    auto* area = areaAround(this);
    if (area && m_place)
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->value() + mapTo(area->viewport(), QPoint()).y() - *m_place);
}

void FactsPanel::moveEvent(QMoveEvent*)
{
    if (m_place)
        QTimer::singleShot(0, this, &FactsPanel::returnToPlace);
}

void FactsPanel::showPicture()
{
    const auto analysis = m_session->analysis();
    QStringList notes = analysis ? pictureNotes(*analysis) : QStringList();
    for (qsizetype i = 1; i < notes.size(); ++i) // the first goes on behind a colon
        notes[i] = capital(notes[i]);
    m_pictureNotes->setText(notes.isEmpty() ? QString() : tr("This picture: %1").arg(notes.join(u"\n"_s)));
    m_pictureNotes->setVisible(!notes.isEmpty());
}

void FactsPanel::showModel()
{
    const auto model = m_session->model();
    m_heading->setVisible(model != nullptr);
    m_facts->setVisible(model != nullptr);
    if (!model)
        return;
    QVector<FactRow> rows;
    m_factIds.clear();
    for (const auto& fact : modelFacts(*model))
        m_factIds << fact.id;
    for (const auto& fact : modelFacts(*model))
        rows << FactRow{
            fact.label, fact.value, originOf(fact.origin), fact.toolTip, fact.id != FactId::None};
    m_facts->setRows(rows);
}

}
