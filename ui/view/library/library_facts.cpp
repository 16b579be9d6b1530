// ui/view/library/library_facts.cpp
#include "ui/view/library/library_facts.h"
#include "ui/adapter/library_texts.h"
#include "ui/adapter/texts.h"
#include "ui/state/model_library.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/fact_list.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;
using State = ListedModel::State;

QLabel* wrapped(const QString& name, const QString& tone)
{
    auto* label = new QLabel;
    label->setObjectName(name);
    label->setProperty("tone", tone);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText); // cards are what somebody wrote
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// Breaks long names where people break them.
QString breakable(QString text)
{
    for (const QChar c : {u'/', u'_', u'.', u'-'})
        text.replace(c, QString(c) + QChar(0x200B));
    return text;
}

/// What a press does, by the row's state.
QString actionText(const ModelRow& row, bool offline)
{
    if (row.transfer)
        return LibraryFacts::tr("Cancel");
    switch (row.model.state) {
    case State::Here:
        return row.inUse ? QString() : LibraryFacts::tr("Open");
    case State::Unfinished:
        return offline ? LibraryFacts::tr("Offline") : LibraryFacts::tr("Go on and open");
    case State::Broken:
        return row.model.place == ListedModel::Place::HubCache ? LibraryFacts::tr("Fetch again") : QString();
    case State::Offered:
        break;
    }
    return offline ? LibraryFacts::tr("Offline") : LibraryFacts::tr("Fetch and open");
}

bool mayRemove(const ModelRow& row)
{
    const auto place = row.model.place;
    return !row.transfer && row.model.state != State::Offered
        && (place == ListedModel::Place::HubCache || place == ListedModel::Place::TorchCache);
}

}

LibraryFacts::LibraryFacts(ModelLibrary* library, QWidget* parent)
    : QWidget(parent), m_library(library), m_title(wrapped(u"libraryTitle"_s, {})),
      m_path(wrapped(u"libraryPath"_s, u"dim"_s)), m_about(wrapped(u"libraryAbout"_s, {})),
      m_trouble(wrapped(u"libraryTrouble"_s, u"warning"_s)), m_facts(new FactList), m_action(new QPushButton),
      m_remove(new QPushButton(tr("Remove…")))
{
    setObjectName(u"libraryFacts"_s);
    QFont large = boldFont();
    large.setPixelSize(scaled(16));
    m_title->setFont(large);
    m_path->setFont(smallFont());
    m_action->setObjectName(u"libraryAction"_s);
    m_action->setProperty("kind", u"primary"_s);
    m_remove->setObjectName(u"libraryRemove"_s);
    m_action->setToolTip(tr("The same as Enter in the list"));
    m_remove->setToolTip(tr("Takes its files off this computer; asks first"));
    m_remove->setProperty("kind", u"flat"_s);
    m_facts->setObjectName(u"libraryFactRows"_s);
    m_facts->setAccessibleName(tr("Facts"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_action, 1);
    buttons->addWidget(m_remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metric::medium, metric::medium, metric::medium, metric::medium);
    column->setSpacing(metric::small);
    column->addWidget(m_title);
    column->addWidget(m_path);
    column->addWidget(m_trouble);
    column->addWidget(m_about);
    column->addSpacing(metric::tiny);
    column->addWidget(m_facts);
    column->addSpacing(metric::small);
    column->addLayout(buttons);
    column->addStretch(1);
    connect(m_action, &QPushButton::clicked, this, &LibraryFacts::act);
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(m_name); });
    connect(library, &ModelLibrary::rowsChanged, this, &LibraryFacts::refresh);
    connect(library, &ModelLibrary::rowChanged, this, [this](const QString& name) {
        if (name == m_name)
            refresh();
    });
    refresh();
}

void LibraryFacts::choose(const QString& name)
{
    m_name = name;
    refresh();
}

void LibraryFacts::refresh()
{
    const ModelRow* row = m_library->row(m_name);
    for (QWidget* part :
        std::initializer_list<QWidget*>{m_title, m_path, m_about, m_trouble, m_facts, m_action, m_remove})
        part->setVisible(row);
    if (!row)
        return;
    m_title->setText(breakable(listedTitle(row->model)));
    const bool file
        = row->model.place == ListedModel::Place::Folder || row->model.place == ListedModel::Place::TorchCache;
    m_path->setText(breakable(file ? fromPath(row->model.path) : fromUtf8(row->model.name)));
    m_path->setVisible(row->model.place != ListedModel::Place::Shipped); // its name is the title
    const QString about = listedAbout(row->model);
    m_about->setText(about);
    m_about->setVisible(!about.isEmpty());
    const QString trouble = row->model.problem.message.empty() ? row->trouble : errorText(row->model.problem);
    m_trouble->setText(breakable(trouble));
    m_trouble->setVisible(!trouble.isEmpty());
    QVector<FactRow> facts;
    for (const auto& [label, value] : listedFacts(row->model))
        facts.append({label, value, FactRow::Origin::None, {}});
    m_facts->setRows(facts);
    const QString action = actionText(*row, m_library->offline());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_action->setEnabled(row->transfer || row->model.state == State::Here || !m_library->offline());
    m_action->setToolTip(
        m_action->isEnabled() ? tr("The same as Enter in the list") : tr("HF_HUB_OFFLINE is set: nothing is asked of the network"));
    m_remove->setVisible(mayRemove(*row));
}

void LibraryFacts::act()
{
    const ModelRow* row = m_library->row(m_name);
    if (row && row->transfer)
        Q_EMIT cancelRequested(m_name);
    else if (row)
        Q_EMIT openRequested(m_name);
}

}
