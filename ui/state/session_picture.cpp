// ui/state/session_picture.cpp: opening a picture, and the folder it lies in.
#include "ui/adapter/files.h"
#include "ui/adapter/qimage_bridge.h"
#include "ui/adapter/texts.h"
#include "ui/state/intervention_edits.h"
#include "ui/state/moved_query.h"
#include "ui/state/session.h"

namespace patchlight
{

void Session::open(const QStringList& oneOf, const QStringList& together, int step)
{
    m_step = step;
    m_steppedOver.clear();
    m_together = together;
    m_oneOf = oneOf;
    want({toPath(oneOf.front()), {}, {}});
    analyse();
}

void Session::openPicture(const QString& path)
{
    open(picturesToTry(path), {});
}

void Session::openPixels(const QImage& image, const QString& name)
{
    m_step = 0;
    m_steppedOver.clear();
    m_together.clear();
    m_oneOf.clear();
    want({{}, fromQImage(image), name.toStdString()});
    analyse();
}

void Session::reload()
{
    if (m_disk.modelChanged())
        loadModel(shownModelPath(), m_overrides); // and the picture with it
    else if (m_disk.pictureChanged())
        analyse();
}

namespace
{
QString endOf(const Folder& folder, int by)
{
    if (folder.together().isEmpty())
        return by > 0 ? Session::tr("This is the last picture of the folder.")
                      : Session::tr("This is the first picture of the folder.");
    return by > 0 ? Session::tr("This is the last of the pictures that came together.")
                  : Session::tr("This is the first of the pictures that came together.");
}
}

void Session::openNeighbour(int by)
{
    const int step = m_step + by; // from where it is heading
    const QString next = m_folder.neighbour(step);
    if (next.isEmpty()) {
        if (m_folder.count() > 0)
            Q_EMIT told(endOf(m_folder, by));
        return;
    }
    m_stepBy = by;
    if (step == 0 && m_step != 0)
        stayHere();
    else
        open({next}, m_folder.together(), step);
}

/// The picture on screen instead of its neighbour that was on the way; read again only where a model is.
void Session::stayHere()
{
    m_step = 0;
    m_steppedOver.clear();
    m_oneOf.clear();
    backToShownPicture();
    m_engine.cancel(kAnalyseRequest);
    if (!m_engine.open(kLoadRequest))
        resume();
}

QString Session::nextInstead()
{
    if (m_step == 0) {
        const auto place = m_oneOf.indexOf(fromPath(m_picture->file));
        return place < 0 ? QString() : m_oneOf.value(place + 1);
    }
    m_step += m_stepBy;
    return m_folder.neighbour(m_step);
}

namespace
{
/// Else the next picture would fail as well: the network is too large for the memory.
bool isOfThePicture(const Error& error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
    case ErrorCode::Unreadable:
    case ErrorCode::Unsupported:
    case ErrorCode::Malformed:
        return true;
    case ErrorCode::OutOfMemory: // of a picture over the limits
        return error.message.starts_with("cannot open ");
    default:
        return false;
    }
}
}

/// What was on its way is no longer wanted: else the next model, say, would open it after all.
void Session::backToShownPicture()
{
    if (m_shownPicture)
        m_picture = m_shownPicture;
}

/// Whether another picture is tried instead of the one that cannot be opened.
bool Session::stepOver(const Error& error)
{
    const QString next = isOfThePicture(error) ? nextInstead() : QString();
    if (next.isEmpty())
        return false;
    m_steppedOver << fromPath(m_picture->file.filename());
    want({toPath(next), {}, {}});
    analyse();
    return true;
}

void Session::analyse()
{
    if (m_picture->file.empty() && m_picture->pixels.empty())
        return;
    m_pictureWaits = !m_model || m_engine.open(kLoadRequest);
    if (m_engine.open(kLoadRequest))
        return; // asked again when that is answered
    if (!m_model) {
        openModel(m_modelPath);
        return;
    }
    m_busyWith = m_picture->file.empty() ? fromUtf8(m_picture->name) : fromPath(m_picture->file.filename());
    m_engine.ask(
        kAnalyseRequest,
        [picture = m_picture](AnalysisEngine& engine, const RunContext& run) { return engine.analyse(*picture, run); },
        this, [this](const Result<AnalysisPtr>& run) { run ? takeAnalysis(*run) : analysisFailed(run.error()); });
    stopMap();
}

void Session::analysisFailed(const Error& error)
{
    if (error.code == ErrorCode::Cancelled || stepOver(error))
        return;
    m_step = 0;
    const auto skipped = std::exchange(m_steppedOver, {}).size();
    const bool other = m_shownPicture && m_picture != m_shownPicture;
    backToShownPicture();
    if (other && m_analysis->model != m_model) {
        m_lateError = m_lateError.value_or(error);
        analyse(); // with the model that came meanwhile
        return;
    }
    if (skipped == 0 || m_lateError)
        report(std::exchange(m_lateError, {}).value_or(error));
    else
        Q_EMIT failed(tr("None of the %n pictures tried can be opened. %1", {}, static_cast<int>(skipped) + 1)
                          .arg(errorText(error)));
    resume();
}

void Session::tellSteppedOver(const QStringList& names)
{
    constexpr qsizetype kNamed = 4; // a folder may hold hundreds
    QString some = names.mid(0, kNamed).join(QStringLiteral(", "));
    if (names.size() > kNamed)
        some += QStringLiteral(", \u2026");
    Q_EMIT told((names.size() == 1
            ? tr("Stepped over a picture that cannot be opened: %1")
            : tr("Stepped over %n pictures that cannot be opened: %1", {}, static_cast<int>(names.size())))
                    .arg(some));
}

void Session::takeAnalysis(const AnalysisPtr& analysis)
{
    m_interventions = carriedOver(m_interventions, m_analysis, *analysis);
    const Query& asked = m_selection.map().query;
    const Query moved = m_analysis ? movedQuery(asked, *m_analysis, *analysis) : asked;
    m_analysis = analysis;
    m_shownPicture = m_picture;
    m_asked.reset();
    m_answered.reset();
    m_shown.reset();
    m_whyNoMap.clear();
    m_disk.followPicture(analysis->identity);
    const bool walked = std::exchange(m_step, 0) != 0; // a walk through a folder is not a list of choices
    const QString file = fromPath(analysis->file);
    if (file.isEmpty())
        m_folder.clear();
    else
        m_folder.setCurrent(file, m_together);
    if (!walked)
        m_settings->addRecentPicture(file);
    const QStringList skipped = std::exchange(m_steppedOver, {});
    const bool alike = m_selection.map().embedding.kind == EmbeddingTarget::Kind::Similarity;
    m_selection.setShape(NetShape::of(*analysis), moved);
    m_likePicture.follow(*analysis, alike);
    Q_EMIT analysisChanged();
    Q_EMIT interventionsChanged();
    if (const auto late = std::exchange(m_lateError, {}))
        report(*late);
    if (!skipped.isEmpty())
        tellSteppedOver(skipped);
    if (m_interventions.empty())
        askMap();
    else
        followInterventions(); // the map of the run with them is the one that is wanted
}

}
