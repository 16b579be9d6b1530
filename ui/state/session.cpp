// ui/state/session.cpp: its parts and what each hears of the others; what is under way.
#include "ui/state/session.h"
#include "ui/adapter/texts.h"
#include <utility>

namespace patchlight
{

Session::Session(EngineFactory factory, Settings* settings, QObject* parent)
    : QObject(parent), m_settings(settings), m_device(settings->device()), m_precision(settings->precision()),
      m_engine(std::move(factory)), m_maps(&m_engine), m_likePicture(&m_engine, &m_selection), m_lens(&m_engine),
      m_inside(&m_engine, &m_selection), m_check(&m_engine), m_filters(&m_engine)
{
    m_selection.setLook(settings->look());
    hear();
}

void Session::hear()
{
    connect(&m_engine, &EngineClient::openChanged, this, &Session::busyChanged);
    connect(&m_engine, &EngineClient::progressed, this,
        [this](const RequestKind& kind, const QString& stage, int done, int total) {
            if (kind.scope <= Scope::Map)
                Q_EMIT progressed(stage, done, total);
        });
    connect(&m_maps, &MapService::answered, this, &Session::takeMap);
    connect(&m_maps, &MapService::failed, this, &Session::mapFailed);
    connect(&m_maps, &MapService::waitingChanged, this, &Session::busyChanged);
    connect(&m_maps, &MapService::waitingChanged, this, &Session::startWaitingTest);
    connect(this, &Session::analysisChanged, this, [this] { m_inside.follow(m_analysis); });
    connect(this, &Session::runChanged, this, [this] { m_inside.follow(m_analysis); });
    connect(&m_inside, &InsideRun::failed, this, &Session::report);
    connect(&m_inside, &InsideRun::left, this, [this] {
        if (!changing())
            askMap(); // one that was refused meanwhile
    });
    connect(&m_likePicture, &LikePicture::failed, this, &Session::report);
    connect(this, &Session::runChanged, &m_likePicture, &LikePicture::resume);
    connect(&m_check, &FaithfulnessCheck::progressed, this,
        [this](int done, int total) { Q_EMIT progressed({}, done, total); });
    connect(&m_check, &FaithfulnessCheck::changed, this, &Session::startWaitingTest);
    connect(&m_check, &FaithfulnessCheck::changed, this, &Session::busyChanged);
    connect(&m_check, &FaithfulnessCheck::failed, this, &Session::report);
    connect(this, &Session::mapChanged, this, &Session::followCheck);
    connect(this, &Session::runChanged, this, &Session::followCheck);
    connect(this, &Session::analysisChanged, this, &Session::followCheck);
    connect(&m_selection, &Selection::mapChanged, this, &Session::askMap);
    connect(&m_selection, &Selection::mapChanged, this, &Session::followCheck);
    connect(&m_selection, &Selection::mapChanged, this, [this, method = m_selection.map().method]() mutable {
        const MethodControls has = m_selection.controls();
        const bool another = std::exchange(method, m_selection.map().method) != method;
        if (another && m_selection.map().query.inverse && has.query && !has.inverse)
            Q_EMIT told(tr("%1 does not say who looks here: it is asked where these patches look.").arg(methodLabel(method)));
    });
    connect(&m_selection, &Selection::subsetLeft, this, [this](LayerIndex layer) {
        Q_EMIT told(
            tr("Heads are fused within one layer at a time: those of layer %1 are no longer chosen.").arg(layer.value));
    });
    connect(&m_selection, &Selection::lookChanged, this, [this] { m_settings->setLook(m_selection.look()); });
}

void Session::report(const Error& error)
{
    Q_EMIT failed(errorText(error));
    if (const auto fact = factMissingIn(error))
        Q_EMIT factMissing(*fact);
}

Session::Busy Session::busy() const
{
    if (m_engine.open(kLoadRequest))
        return Busy::Loading;
    if (m_engine.open(kAnalyseRequest))
        return Busy::Analysing;
    if (m_engine.open(kInterveneRequest))
        return Busy::Intervening;
    if (m_maps.waiting() || m_likePicture.waiting())
        return Busy::Explaining;
    return m_check.running() != FaithfulnessCheck::Running::Nothing ? Busy::Testing : Busy::Nothing;
}

void Session::cancel()
{
    const bool halfway = m_engine.open(kInterveneRequest);
    const bool map = m_maps.waiting();
    m_pictureWaits = false;
    m_step = 0;
    m_waitingTest = FaithfulnessCheck::Running::Nothing;
    m_likePicture.giveUp();
    backToShownPicture();
    stopMap();
    m_engine.cancelAll();
    if (halfway)
        dropInterventions();
    else if (map)
        backToShown();
    tellOfOtherModel();
}

/// What is on screen must not pass for the answer of a model that never ran on the picture.
void Session::tellOfOtherModel()
{
    if (m_analysis && m_analysis->model != m_model)
        Q_EMIT told(
            tr("%1 has not run on this picture: what is shown is still of %2. Open the picture again to run it.")
                .arg(modelTitle(*m_model), modelTitle(*m_analysis->model)));
}

/// Something that would have replaced picture or model failed: what it stopped, or was changed meanwhile, is asked.
void Session::resume()
{
    if (!m_analysis)
        return;
    followInterventions();
    if (!m_engine.open(kInterveneRequest))
        askMap();
}

}
