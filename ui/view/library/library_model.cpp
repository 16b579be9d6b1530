// ui/view/library/library_model.cpp
#include "ui/view/library/library_model.h"
#include "ui/adapter/library_texts.h"
#include "ui/adapter/texts.h"
#include "ui/state/model_library.h"
#include <algorithm>

namespace patchlight
{

LibraryModel::LibraryModel(ModelLibrary* library, QObject* parent) : QAbstractListModel(parent), m_library(library)
{
    connect(library, &ModelLibrary::rowsChanged, this, &LibraryModel::collect);
    connect(library, &ModelLibrary::rowChanged, this, [this](const QString& name) {
        if (const int row = rowOf(name); row >= 0)
            Q_EMIT dataChanged(index(row), index(row));
    });
    collect();
}

void LibraryModel::setSection(LibrarySection section)
{
    m_section = section;
    collect();
}

void LibraryModel::setFilter(const QString& words)
{
    m_words = words.trimmed();
    collect();
}

/// Those of the program's own list have a title; what a search brought has none.
bool LibraryModel::belongs(const ModelRow& row, LibrarySection section) const
{
    const auto& model = row.model;
    const bool offered = model.state == ListedModel::State::Offered;
    switch (section) {
    case LibrarySection::Here:
        return !offered;
    case LibrarySection::Published:
        return !model.title.empty();
    case LibrarySection::Found:
        break;
    }
    return offered && model.title.empty();
}

bool LibraryModel::matches(const ModelRow& row) const
{
    if (m_section == LibrarySection::Found)
        return true; // the hub searched by other means
    const QString text = fromUtf8(row.model.name) + u' ' + listedTitle(row.model) + u' ' + listedSubtitle(row.model) + u' '
        + fromUtf8(row.model.architecture);
    const auto words = m_words.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(
        words.begin(), words.end(), [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

void LibraryModel::collect()
{
    QVector<const ModelRow*> rows;
    for (const ModelRow& row : m_library->rows())
        if (belongs(row, m_section) && matches(row))
            rows << &row;
    if (m_section == LibrarySection::Published) // a fetch begun or done moves no row
        std::stable_sort(rows.begin(), rows.end(),
            [](const ModelRow* a, const ModelRow* b) { return a->model.rank < b->model.rank; });
    QStringList shown;
    for (const ModelRow* row : std::as_const(rows))
        shown << fromUtf8(row->model.name);
    beginResetModel();
    m_shown = shown;
    endResetModel();
}

int LibraryModel::count(LibrarySection section) const
{
    const auto& rows = m_library->rows();
    return static_cast<int>(
        std::count_if(rows.begin(), rows.end(), [&](const ModelRow& row) { return belongs(row, section); }));
}

int LibraryModel::rowOf(const QString& name) const
{
    return static_cast<int>(m_shown.indexOf(name));
}

int LibraryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

LibraryModel::State LibraryModel::stateOf(const ModelRow& row) const
{
    if (row.transfer)
        return Fetching;
    switch (row.model.state) {
    case ListedModel::State::Here:
        return Here;
    case ListedModel::State::Unfinished:
        return Unfinished;
    case ListedModel::State::Broken:
        return Broken;
    case ListedModel::State::Offered:
        break;
    }
    return m_library->offline() ? Unreachable : Offered;
}

QString LibraryModel::trailOf(const ModelRow& row) const
{
    if (row.opening)
        return tr("opening…");
    if (row.inUse)
        return tr("in use");
    switch (stateOf(row)) {
    case Fetching:
        return transferLabel(*row.transfer);
    case Unfinished:
        return row.model.bytes > 0 ? tr("unfinished, %1 here").arg(bytesLabel(row.model.bytes)) : tr("unfinished");
    case Broken:
        return tr("broken");
    default:
        return row.gated ? tr("gated") : row.model.bytes > 0 ? bytesLabel(row.model.bytes) : QString();
    }
}

QVariant LibraryModel::data(const QModelIndex& index, int role) const
{
    const ModelRow* row = index.isValid() ? m_library->row(m_shown.value(index.row())) : nullptr;
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return listedTitle(row->model);
    case Qt::AccessibleTextRole:
        return QString(listedTitle(row->model) + u", " + listedSubtitle(row->model) + u", " + trailOf(*row));
    case NameRole:
        return fromUtf8(row->model.name);
    case SubtitleRole: {
        const QString subtitle = listedSubtitle(row->model);
        return subtitle.isEmpty() ? fromUtf8(row->model.name) : subtitle;
    }
    case TrailRole:
        return trailOf(*row);
    case StateRole:
        return stateOf(*row);
    case FractionRole:
        return row->transfer && row->transfer->total > 0
            ? static_cast<double>(row->transfer->done) / static_cast<double>(row->transfer->total)
            : -1.0;
    case TroubleRole:
        return row->trouble;
    case Qt::ToolTipRole:
        return fromUtf8(row->model.name);
    default:
        return {};
    }
}

}
