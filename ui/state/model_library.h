// ui/state/model_library.h: models within reach as the window has them: rows, fetches under way, what to open when
// here.
#pragma once
#include "ui/adapter/core_types.h"
#include "ui/adapter/library_client.h"
#include <QObject>
#include <QVector>
#include <optional>

namespace patchlight
{
class Settings;

struct ModelRow {
    ListedModel model;
    std::optional<Transfer> transfer; ///< while it is fetched
    QString trouble; ///< why the last fetch failed; empty again with the next
    bool gated = false; ///< that was the reason
    bool inUse = false; ///< it is what is open
    bool opening = false; ///< it is being loaded
};

/// Fetches go on whatever page is shown. Nothing here asks the network but fetch, openOrFetch and search.
class ModelLibrary : public QObject
{
    Q_OBJECT
public:
    /// `settings` know the models opened before; they outlive it.
    explicit ModelLibrary(const Settings* settings, QObject* parent = nullptr);

    const QVector<ModelRow>& rows() const { return m_rows; }
    const ModelRow* row(const QString& name) const;
    bool offline() const { return m_client.offline(); }
    QString site() const { return m_client.site(); }
    bool ready() const { return m_ready; } ///< the disk was read once
    QString openName(const ListedModel& model) const; ///< what Session::openModel takes
    void setOpen(const ModelInfoPtr& model); ///< null: none
    void setOpening(const std::optional<QString>& asked); ///< as Session::modelOnItsWay says
    QString nameInUse() const; ///< of the row that is open; empty where it has none

    void refresh();
    /// What is here is opened now; else it is fetched first, and opened unless another was asked for meanwhile.
    void openOrFetch(const QString& name);
    void fetch(const QString& name);
    void cancel(const QString& name);
    void search(const QString& words);
    bool searching() const { return !m_searched.isEmpty(); }
    void remove(const QString& name, bool confirmed);
    void addFolder(const QString& folder); ///< and says so where no model lies in it

    /// All fetches together, for the status strip.
    struct Running {
        int count = 0;
        QString title; ///< of the first
        quint64 done = 0, total = 0; ///< bytes; total 0 = not known yet
    };
    Running running() const;

Q_SIGNALS:
    void rowsChanged(); ///< other rows, or in another order
    void rowChanged(const QString& name);
    void runningChanged();
    void begun(); ///< an action of the person: what was told of one before is over
    void openRequested(const QString& model); ///< for Session::openModel
    void told(const QString& sentence); ///< something for the message bar
    void searched(); ///< began or ended
    void found(const QString& first); ///< of a search, in the rows by now

private:
    void hear();
    void take(const ModelList& list);
    void tellOfFolder(const ModelList& list);
    void takeFound(const QString& words, const QStringList& names);
    void takeFetched(const QString& name);
    void takeFailure(const QString& name, HubFailure kind, const QString& sentence);
    ModelRow* find(const QString& name);
    void markInUse();
    bool isAskedFor(const ListedModel& model) const;
    void addUnknown(const QString& name);

    const Settings* m_settings;
    LibraryClient m_client;
    ModelInfoPtr m_open;
    std::optional<QString> m_opening;
    QVector<ModelRow> m_rows;
    QStringList m_found; ///< by searches; rows of their own until they are here
    QString m_openWhenHere, m_searched;
    QString m_lookingIn; ///< a folder that was just added
    bool m_ready = false;
};

}
