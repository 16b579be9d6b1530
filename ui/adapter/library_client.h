// ui/adapter/library_client.h: models on this computer and on the hub, asked off the window's thread.
#pragma once
#include "core/base/cancel.h"
#include "core/engine/model/list_models.h"
#include "core/library/hub_result.h"
#include "core/library/places.h"
#include <QObject>
#include <QStringList>
#include <memory>
#include <thread>
#include <vector>

namespace patchlight
{

/// How far a fetch is.
struct Transfer {
    enum class Stage { Asking, Waiting, Fetching, Checking };
    Stage stage = Stage::Asking;
    quint64 done = 0, total = 0; ///< bytes; total 0 = not known yet
    double rate = 0; ///< bytes a second; 0 = not known yet
    double secondsLeft = -1; ///< negative = not known
};

/// A thread for every question; answers come as signals on the window's thread. Only fetch and search ask the network.
class LibraryClient : public QObject
{
    Q_OBJECT
public:
    /// Caches and hub as the environment names them now.
    explicit LibraryClient(QObject* parent = nullptr);
    ~LibraryClient() override; ///< cancels all and waits (a tenth of a second, or a file's hash)

    bool busy() const; ///< whether anything asked is not yet answered
    bool offline() const { return m_access.offline; }
    QString site() const; ///< "https://huggingface.co"
    QStringList folders() const;
    /// Kept for the next runs. False where that failed; `troubled` says why.
    bool addFolder(const QString& folder);

    /// `recent`: files and folders opened before, listed with the rest. Of several looks an older one is never told
    /// after a newer one.
    void list(const QStringList& recent);
    bool listedLast() const { return m_answered == m_asked; } ///< what was told last was asked last
    void fetch(const QString& name);
    void cancel(const QString& name);
    void search(const QString& words);
    void remove(const QString& name, bool confirmed);

Q_SIGNALS:
    void listed(const patchlight::ModelList& list);
    void progressed(const QString& name, const patchlight::Transfer& transfer);
    void fetched(const QString& name);
    void fetchFailed(const QString& name, patchlight::HubFailure kind, const QString& sentence);
    void found(const QString& words, const QStringList& names);
    void searchFailed(const QString& words, const QString& sentence);
    void removed(const QString& name);
    void troubled(const QString& sentence);

private:
    struct Job {
        QString name; ///< of a fetch; else empty
        CancelSource cancel;
        std::shared_ptr<bool> done; ///< written on the window's thread
        std::jthread thread;
    };
    template <class Work> void start(const QString& name, Work work);
    template <class News> void tell(News news);
    void forgetFinished();

    LibraryPlaces m_places;
    HubAccess m_access;
    int m_asked = 0, m_answered = 0; ///< looks at the disk, by number
    std::vector<std::unique_ptr<Job>> m_jobs;
};

}
