// ui/adapter/library_client.cpp: threads, and their news on the window's thread.
#include "ui/adapter/library_client.h"
#include "core/base/guard.h"
#include "core/library/added_folders.h"
#include "core/library/download.h"
#include "core/library/remove_model.h"
#include "core/library/transfer_rate.h"
#include "ui/adapter/texts.h"
#include <algorithm>

namespace patchlight
{
namespace
{

using namespace std::chrono_literals;
constexpr auto kBetweenNews = 60ms; ///< the eye asks for no more

Transfer transferOf(const FetchProgress& progress, const TransferRate& rate)
{
    Transfer transfer;
    transfer.stage = static_cast<Transfer::Stage>(progress.stage);
    transfer.done = progress.done;
    transfer.total = progress.total;
    transfer.rate = rate.rate();
    transfer.secondsLeft = rate.secondsLeft(progress.total).value_or(-1);
    return transfer;
}

}

LibraryClient::LibraryClient(QObject* parent) : QObject(parent), m_places(libraryPlaces()), m_access(hubAccess()) { }

LibraryClient::~LibraryClient()
{
    for (const auto& job : m_jobs)
        job->cancel.request();
}

bool LibraryClient::busy() const
{
    return std::any_of(m_jobs.begin(), m_jobs.end(), [](const auto& job) { return !*job->done; });
}

QString LibraryClient::site() const
{
    return fromUtf8(m_access.endpoint);
}

QStringList LibraryClient::folders() const
{
    QStringList names;
    for (const auto& folder : m_places.folders)
        names << fromPath(folder);
    return names;
}

bool LibraryClient::addFolder(const QString& folder)
{
    auto folders = m_places.folders;
    folders.push_back(toPath(folder));
    const auto kept = keepAddedFolders(folders);
    if (!kept) {
        Q_EMIT troubled(errorText(kept.error()));
        return false;
    }
    m_places.folders = addedFolders();
    return true;
}

template <class News> void LibraryClient::tell(News news)
{
    QMetaObject::invokeMethod(this, std::move(news), Qt::QueuedConnection);
}

/// `work(cancel)` runs on its own thread; what it throws is told.
template <class Work> void LibraryClient::start(const QString& name, Work work)
{
    forgetFinished();
    auto job = std::make_unique<Job>();
    job->name = name;
    job->done = std::make_shared<bool>(false);
    job->thread = std::jthread([this, name, work = std::move(work), token = job->cancel.token(), done = job->done] {
        const auto whole = guarded("models", [&]() -> Result<void> {
            work(token);
            return {};
        });
        tell([this, name, whole, done] {
            *done = true;
            if (!whole && !name.isEmpty())
                Q_EMIT fetchFailed(name, HubFailure::Untrue, errorText(whole.error()));
            else if (!whole)
                Q_EMIT troubled(errorText(whole.error()));
        });
    });
    m_jobs.push_back(std::move(job));
}

void LibraryClient::forgetFinished()
{
    std::erase_if(m_jobs, [](const auto& job) { return *job->done; });
}

void LibraryClient::list(const QStringList& recent)
{
    auto places = m_places;
    for (const QString& path : recent)
        places.files.push_back(toPath(path));
    start({}, [this, number = ++m_asked, places = std::move(places)](const CancelToken&) {
        auto list = listModels(places, knownModels());
        tell([this, number, list = std::move(list)] {
            if (number > m_answered) { // a later look may have been quicker
                m_answered = number;
                Q_EMIT listed(list);
            }
        });
    });
}

void LibraryClient::fetch(const QString& name)
{
    start(name, [this, name, places = m_places, access = m_access](const CancelToken& cancel) {
        const auto model = parseHubName(name.toStdString());
        TransferRate rate;
        auto last = TransferRate::Clock::time_point{};
        const auto report = [&](const FetchProgress& progress) {
            const auto now = TransferRate::Clock::now();
            rate.add(progress.done, now);
            if (now - last < kBetweenNews && progress.stage == FetchProgress::Stage::Fetching)
                return;
            last = now;
            tell([this, name, transfer = transferOf(progress, rate)] { Q_EMIT progressed(name, transfer); });
        };
        const auto got = model ? downloadModel(*model, places, access, cancel, report)
                               : HubResult<FetchedModel>(hubFail(HubFailure::NoSuchModel, model.error().message));
        if (got)
            tell([this, name] { Q_EMIT fetched(name); });
        else
            tell([this, name, error = got.error()] { Q_EMIT fetchFailed(name, error.kind, errorText(asError(error))); });
    });
}

void LibraryClient::cancel(const QString& name)
{
    for (const auto& job : m_jobs)
        if (job->name == name && !name.isEmpty())
            job->cancel.request();
}

void LibraryClient::search(const QString& words)
{
    start({}, [this, words, access = m_access](const CancelToken& cancel) {
        const auto names = HubClient(access, cancel).search(words.toStdString());
        QStringList found;
        for (const auto& name : names.value_or(std::vector<std::string>{}))
            found << fromUtf8(name);
        if (names)
            tell([this, words, found] { Q_EMIT this->found(words, found); });
        else
            tell([this, words, error = names.error()] { Q_EMIT searchFailed(words, errorText(asError(error))); });
    });
}

void LibraryClient::remove(const QString& name, bool confirmed)
{
    start({}, [this, name, confirmed, places = m_places](const CancelToken&) {
        const auto gone = removeModel(name.toStdString(), places, confirmed);
        tell([this, name, gone] {
            if (gone)
                Q_EMIT removed(name);
            else
                Q_EMIT troubled(errorText(gone.error()));
        });
    });
}

}
