// ui/state/model_library.cpp
#include "ui/state/model_library.h"
#include "ui/adapter/library_texts.h"
#include "ui/adapter/texts.h"
#include "ui/state/settings.h"
#include <QFileInfo>
#include <algorithm>

namespace patchlight
{
namespace
{

using State = ListedModel::State;

bool isOf(const ListedModel& listed, const ModelInfo& open)
{
    if (open.embedded)
        return listed.place == ListedModel::Place::Shipped && listed.name == "default";
    return listed.state == State::Here && sameModel(listed.path, open.path);
}

QString nameOf(const ModelRow& row)
{
    return fromUtf8(row.model.name);
}

}

ModelLibrary::ModelLibrary(const Settings* settings, QObject* parent) : QObject(parent), m_settings(settings)
{
    hear();
}

void ModelLibrary::hear()
{
    connect(&m_client, &LibraryClient::listed, this, &ModelLibrary::take);
    connect(&m_client, &LibraryClient::found, this, &ModelLibrary::takeFound);
    connect(&m_client, &LibraryClient::searchFailed, this, [this](const QString&, const QString& sentence) {
        m_searched.clear();
        Q_EMIT searched();
        Q_EMIT told(sentence);
    });
    connect(&m_client, &LibraryClient::progressed, this, [this](const QString& name, const Transfer& transfer) {
        auto* row = find(name);
        if (!row || !row->transfer) // news of a fetch that is over
            return;
        row->transfer = transfer;
        Q_EMIT rowChanged(name);
        Q_EMIT runningChanged();
    });
    connect(&m_client, &LibraryClient::fetched, this, &ModelLibrary::takeFetched);
    connect(&m_client, &LibraryClient::fetchFailed, this, &ModelLibrary::takeFailure);
    connect(&m_client, &LibraryClient::removed, this, &ModelLibrary::refresh);
    connect(&m_client, &LibraryClient::troubled, this, &ModelLibrary::told);
}

const ModelRow* ModelLibrary::row(const QString& name) const
{
    const auto found
        = std::find_if(m_rows.begin(), m_rows.end(), [&](const ModelRow& row) { return nameOf(row) == name; });
    return found == m_rows.end() ? nullptr : &*found;
}

ModelRow* ModelLibrary::find(const QString& name)
{
    return const_cast<ModelRow*>(row(name));
}

/// Names stay names where they can, so that recent models read well; files are their paths.
QString ModelLibrary::openName(const ListedModel& model) const
{
    if (model.place == ListedModel::Place::Shipped && model.name == "default")
        return {};
    return model.place == ListedModel::Place::HubCache || model.path.empty() ? fromUtf8(model.name)
                                                                             : fromPath(model.path);
}

void ModelLibrary::refresh()
{
    m_client.list(m_settings->recentModels());
}

/// Fetches and their troubles outlive a look at the disk.
void ModelLibrary::take(const ModelList& list)
{
    const auto before = std::exchange(m_rows, {});
    for (const auto& model : list.models)
        m_rows.append({model, {}, {}, false, false, false});
    for (const QString& name : std::as_const(m_found))
        addUnknown(name);
    for (const ModelRow& old : before) {
        if (old.transfer)
            addUnknown(nameOf(old));
        if (auto* row = find(nameOf(old)); row && row->model.state != State::Here) {
            row->transfer = old.transfer;
            row->trouble = old.trouble;
            row->gated = old.gated;
        }
    }
    markInUse();
    m_ready = true;
    Q_EMIT rowsChanged();
    tellOfFolder(list);
}

/// A look that began before the folder was added knows nothing of it.
void ModelLibrary::tellOfFolder(const ModelList& list)
{
    if (m_lookingIn.isEmpty() || !m_client.listedLast())
        return;
    const QString folder = std::exchange(m_lookingIn, {});
    const QString inside = QFileInfo(folder).canonicalFilePath() + u'/';
    const bool any = std::any_of(list.models.begin(), list.models.end(), [&inside](const ListedModel& model) {
        return QString(QFileInfo(fromPath(model.path)).canonicalFilePath() + u'/').startsWith(inside);
    });
    if (!any)
        Q_EMIT told(tr("No models in %1.").arg(folder));
}

void ModelLibrary::setOpen(const ModelInfoPtr& model)
{
    m_open = model;
    markInUse();
    Q_EMIT rowsChanged();
    if (m_ready && m_open && nameInUse().isEmpty())
        refresh(); // a file that was not among them yet
}

void ModelLibrary::setOpening(const std::optional<QString>& asked)
{
    if (asked == m_opening)
        return;
    m_opening = asked;
    markInUse();
    for (const ModelRow& row : std::as_const(m_rows))
        Q_EMIT rowChanged(nameOf(row));
}

bool ModelLibrary::isAskedFor(const ListedModel& model) const
{
    return m_opening && (openName(model) == *m_opening || (!model.path.empty() && fromPath(model.path) == *m_opening));
}

/// The first of several rows that are the same file.
void ModelLibrary::markInUse()
{
    bool found = false, asked = false;
    for (ModelRow& row : m_rows) {
        row.inUse = m_open && !found && isOf(row.model, *m_open);
        found = found || row.inUse;
        row.opening = !asked && isAskedFor(row.model);
        asked = asked || row.opening;
    }
}

QString ModelLibrary::nameInUse() const
{
    const auto open = std::find_if(m_rows.begin(), m_rows.end(), [](const ModelRow& row) { return row.inUse; });
    return open == m_rows.end() ? QString() : nameOf(*open);
}

void ModelLibrary::addUnknown(const QString& name)
{
    if (row(name))
        return;
    ModelRow unknown;
    unknown.model.name = name.toStdString();
    unknown.model.place = ListedModel::Place::Published;
    unknown.model.state = State::Offered;
    m_rows.append(unknown);
}

void ModelLibrary::openOrFetch(const QString& name)
{
    const auto* chosen = row(name);
    if (chosen && chosen->model.state == State::Here) {
        m_openWhenHere.clear();
        const bool byFile = chosen->inUse && !m_open->embedded;
        Q_EMIT openRequested(byFile ? fromPath(m_open->path) : openName(chosen->model));
        return;
    }
    m_openWhenHere = name;
    fetch(name);
}

void ModelLibrary::fetch(const QString& name)
{
    auto* chosen = find(name);
    if (!chosen || chosen->transfer)
        return;
    Q_EMIT begun();
    chosen->transfer = Transfer{};
    chosen->trouble.clear();
    chosen->gated = false;
    m_client.fetch(name);
    Q_EMIT rowChanged(name);
    Q_EMIT runningChanged();
}

void ModelLibrary::cancel(const QString& name)
{
    if (m_openWhenHere == name)
        m_openWhenHere.clear();
    m_client.cancel(name);
}

void ModelLibrary::search(const QString& words)
{
    if (words.isEmpty() || searching())
        return;
    Q_EMIT begun();
    m_searched = words;
    m_client.search(words);
    Q_EMIT searched();
}

void ModelLibrary::takeFound(const QString& words, const QStringList& names)
{
    m_searched.clear();
    m_found = names;
    if (words.count(u'/') == 1 && !names.contains(words)) // a whole name may be private: it can be tried
        m_found.prepend(words);
    m_rows.removeIf([](const ModelRow& row) {
        return row.model.family.empty() && !row.transfer && row.model.state == State::Offered;
    });
    for (const QString& name : std::as_const(m_found))
        addUnknown(name);
    Q_EMIT rowsChanged();
    Q_EMIT searched();
    if (!m_found.isEmpty())
        Q_EMIT found(m_found.first());
}

void ModelLibrary::takeFetched(const QString& name)
{
    if (auto* row = find(name))
        row->transfer.reset();
    Q_EMIT rowChanged(name);
    Q_EMIT runningChanged();
    if (std::exchange(m_openWhenHere, m_openWhenHere == name ? QString() : m_openWhenHere) == name)
        Q_EMIT openRequested(name);
    refresh();
}

void ModelLibrary::takeFailure(const QString& name, HubFailure kind, const QString& sentence)
{
    if (m_openWhenHere == name)
        m_openWhenHere.clear();
    if (auto* row = find(name)) {
        row->transfer.reset();
        row->trouble = kind == HubFailure::Cancelled ? QString() : sentence;
        row->gated = kind == HubFailure::Gated;
    }
    Q_EMIT rowChanged(name);
    Q_EMIT runningChanged();
    if (kind != HubFailure::Cancelled)
        Q_EMIT told(sentence);
    refresh();
}

void ModelLibrary::remove(const QString& name, bool confirmed)
{
    Q_EMIT begun();
    m_client.remove(name, confirmed);
}

void ModelLibrary::addFolder(const QString& folder)
{
    Q_EMIT begun();
    if (!m_client.addFolder(folder))
        return;
    m_lookingIn = folder;
    refresh();
}

ModelLibrary::Running ModelLibrary::running() const
{
    Running all;
    bool known = true;
    for (const ModelRow& row : m_rows) {
        if (!row.transfer)
            continue;
        if (all.count++ == 0)
            all.title = listedTitle(row.model);
        all.done += row.transfer->done;
        all.total += row.transfer->total;
        known = known && row.transfer->total > 0;
    }
    if (!known)
        all.total = 0;
    return all;
}

}
