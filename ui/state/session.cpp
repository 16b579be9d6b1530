// ui/state/session.cpp: what follows from what.
#include "ui/state/session.h"
#include "ui/adapter/map_painter.h"
#include "ui/adapter/qimage_bridge.h"
#include "ui/adapter/texts.h"
#include "ui/state/intervention_edits.h"
#include <QFileInfo>
#include <algorithm>

namespace patchlight
{

Session::Session(EngineFactory factory, Settings* settings, QObject* parent)
    : QObject(parent), m_settings(settings), m_device(settings->device()), m_precision(settings->precision()),
      m_engine(std::move(factory)), m_maps(&m_engine), m_lens(&m_engine), m_check(&m_engine), m_filters(&m_engine)
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
    connect(&m_maps, &MapService::answered, this, [this](const ShownMapPtr& map) {
        m_shown = map;
        m_whyNoMap.clear();
        Q_EMIT mapChanged();
    });
    connect(&m_maps, &MapService::failed, this, &Session::mapFailed);
    connect(&m_maps, &MapService::waitingChanged, this, &Session::busyChanged);
    connect(&m_check, &FaithfulnessCheck::progressed, this,
        [this](int done, int total) { Q_EMIT progressed({}, done, total); });
    connect(&m_check, &FaithfulnessCheck::changed, this, &Session::busyChanged);
    connect(&m_check, &FaithfulnessCheck::failed, this, &Session::report);
    connect(this, &Session::mapChanged, this, &Session::followCheck);
    connect(this, &Session::runChanged, this, &Session::followCheck);
    connect(this, &Session::analysisChanged, this, &Session::followCheck);
    connect(&m_selection, &Selection::mapChanged, this, &Session::askMap);
    connect(&m_selection, &Selection::mapChanged, this, &Session::followCheck);
    connect(&m_selection, &Selection::lookChanged, this, [this] { m_settings->setLook(m_selection.look()); });
}

void Session::report(const Error& error)
{
    Q_EMIT failed(errorText(error));
}

ValueRange Session::range() const
{
    const auto& choice = m_selection.look();
    if (choice.scale == ScaleMode::Fixed)
        return choice.fixed;
    if (!m_shown)
        return {};
    const bool attention = m_shown->request().method == Method::Attention;
    if (choice.scale == ScaleMode::Shared && attention && m_heads.sharedRange().high > 0)
        return {m_shown->explanation.isSigned ? -m_heads.sharedRange().high : m_heads.sharedRange().low,
            m_heads.sharedRange().high};
    return mapRange(m_shown->map(), m_shown->explanation.isSigned);
}

Look Session::look() const
{
    Look look = m_selection.look().look;
    if (m_shown && m_shown->explanation.isSigned)
        look.colours = ColourMap::BlueRed; // a sequential map would hide the sign
    look.range = range();
    return look;
}

Session::Busy Session::busy() const
{
    if (m_engine.open(kLoadRequest))
        return Busy::Loading;
    if (m_engine.open(kAnalyseRequest))
        return Busy::Analysing;
    if (m_engine.open(kInterveneRequest))
        return Busy::Intervening;
    if (m_maps.waiting())
        return Busy::Explaining;
    return m_check.running() != FaithfulnessCheck::Running::Nothing ? Busy::Testing : Busy::Nothing;
}

void Session::openModel(const QString& path)
{
    m_modelPath = path;
    m_busyWith = path.isEmpty() ? tr("the default model") : QFileInfo(path).fileName();
    ModelSource source;
    source.path = toPath(path);
    source.device = m_device.toStdString();
    source.precision = m_precision;
    source.elseFp32 = m_elseFp32;
    if (m_devices.empty())
        askDevices();
    m_engine.ask(
        kLoadRequest, [source](AnalysisEngine& engine, const RunContext& run) { return engine.load(source, run); },
        this, [this](const Result<ModelInfoPtr>& model) { model ? takeModel(*model) : loadFailed(model.error()); });
    stopMap();
}

void Session::askDevices()
{
    m_engine.ask(
        kDevicesRequest,
        [](AnalysisEngine& engine, const RunContext&) { return Result<std::vector<DeviceInfo>>{engine.devices()}; },
        this,
        [this](const Result<std::vector<DeviceInfo>>& devices) {
            if (!devices)
                return; // the model that is asked for next says why there is no engine
            m_devices = *devices;
            Q_EMIT devicesChanged();
        });
}

void Session::loadFailed(const Error& error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    if (error.code == ErrorCode::NotFound)
        m_settings->forgetRecentModel(m_modelPath);
    report(error);
    const bool wasDefault = std::exchange(m_modelPath, shownModelPath()).isEmpty();
    if (m_pictureWaits && (m_model || !wasDefault))
        analyse(); // with the model that was there before, or the default one
    else
        resume();
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

QString Session::shownModelPath() const
{
    // The default one has a file too, but is asked for by no path: else it would become a model like others.
    return !m_model || m_model->embedded ? QString() : fromPath(m_model->path);
}

void Session::takeModel(const ModelInfoPtr& model)
{
    m_model = model;
    if (!model->embedded)
        m_settings->addRecentModel(fromPath(model->path));
    m_lens.forget();
    Q_EMIT modelChanged();
    analyse();
}

void Session::openPicture(const QString& path)
{
    m_picture = {toPath(path), {}, {}};
    analyse();
}

void Session::openPixels(const QImage& image, const QString& name)
{
    m_picture = {{}, fromQImage(image), name.toStdString()};
    analyse();
}

void Session::openNeighbour(int by)
{
    const QString next = m_folder.neighbour(by);
    if (!next.isEmpty())
        openPicture(next);
}

void Session::analyse()
{
    if (m_picture.file.empty() && m_picture.pixels.empty())
        return;
    m_pictureWaits = !m_model || m_engine.open(kLoadRequest);
    if (m_engine.open(kLoadRequest))
        return; // asked again when that is answered
    if (!m_model) {
        openModel(m_modelPath);
        return;
    }
    m_busyWith = m_picture.file.empty() ? fromUtf8(m_picture.name) : fromPath(m_picture.file.filename());
    m_engine.ask(
        kAnalyseRequest,
        [picture = m_picture](AnalysisEngine& engine, const RunContext& run) { return engine.analyse(picture, run); },
        this, [this](const Result<AnalysisPtr>& run) { run ? takeAnalysis(*run) : analysisFailed(run.error()); });
    stopMap();
}

void Session::analysisFailed(const Error& error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    report(error);
    resume();
}

void Session::takeAnalysis(const AnalysisPtr& analysis)
{
    m_interventions = carriedOver(m_interventions, m_analysis, *analysis);
    m_analysis = analysis;
    m_asked.reset();
    m_shown.reset();
    m_whyNoMap.clear();
    const QString file = fromPath(analysis->file);
    if (file.isEmpty())
        m_folder.clear();
    else
        m_folder.setCurrent(file);
    m_settings->addRecentPicture(file);
    m_selection.setShape(NetShape::of(*analysis));
    Q_EMIT analysisChanged();
    Q_EMIT interventionsChanged();
    if (m_interventions.empty())
        askMap();
    else
        followInterventions(); // the map of the run with them is the one that is wanted
}

void Session::mapFailed(const Error& error)
{
    m_asked.reset();
    if (!m_analysis->interventions.empty() && error.code == ErrorCode::InvalidOption) {
        m_shown.reset(); // what was asked is switched off: no error, but no map either
        m_whyNoMap = errorText(error);
        Q_EMIT mapChanged();
        return;
    }
    report(error);
    // What is chosen and what is on screen must not disagree: back to the method that has an answer.
    const Method shown = m_shown ? m_shown->request().method : Method::Attention;
    if (shown != m_selection.map().method)
        m_selection.setMethod(shown);
}

/// A map that is there stays; one on its way is asked again by the next askMap().
void Session::stopMap()
{
    if (m_maps.waiting())
        m_asked.reset();
    m_maps.cancel();
}

void Session::askMap()
{
    if (!m_analysis)
        return;
    m_heads.follow(m_analysis, m_selection.map().query);
    const ExplainRequest request = m_selection.request();
    if (m_asked == request)
        return;
    m_asked = request;
    m_maps.ask(m_analysis, request);
}

const DeviceInfo* Session::deviceInfo() const
{
    const DeviceInfo* first = nullptr;
    for (const DeviceInfo& info : m_devices) {
        const QString name = fromUtf8(info.name);
        const bool anyCuda = m_device == QLatin1String("cuda") || m_device == QLatin1String("auto");
        if (name == m_device || (anyCuda && info.available && name.startsWith(QLatin1String("cuda:"))))
            return &info;
        if (!first)
            first = &info;
    }
    return m_device == QLatin1String("auto") ? first : nullptr;
}

QString Session::device() const
{
    const DeviceInfo* info = deviceInfo();
    return info ? fromUtf8(info->name) : m_device;
}

Precision Session::precision() const
{
    const DeviceInfo* info = deviceInfo();
    if (!m_elseFp32 || !info || info->precisions.empty())
        return m_precision;
    const auto& possible = info->precisions;
    return std::find(possible.begin(), possible.end(), m_precision) != possible.end() ? m_precision : Precision::Fp32;
}

void Session::setDevice(const QString& device, Precision precision)
{
    if (device == m_device && precision == m_precision)
        return;
    m_device = device;
    m_precision = precision;
    m_settings->setDevice(device);
    m_settings->setPrecision(precision);
    openModel(m_model ? shownModelPath() : m_modelPath);
}

void Session::cancel()
{
    const bool halfway = m_engine.open(kInterveneRequest);
    m_pictureWaits = false;
    stopMap();
    m_engine.cancelAll();
    if (halfway)
        dropWish();
}

std::optional<CheckSubject> Session::subject() const
{
    if (!m_analysis)
        return std::nullopt;
    CheckSubject subject{m_analysis, m_selection.request(), {}};
    if (const auto& target = m_selection.map().target)
        subject.target = *target;
    else if (!m_analysis->predictions.empty())
        subject.target = m_analysis->predictions.front().index;
    return subject;
}

void Session::followCheck()
{
    if (const auto now = subject())
        m_check.follow(*now);
}

bool Session::testMap()
{
    if (!m_shown || changing() || m_analysis->predictions.empty())
        return false;
    m_check.testCurves(*subject(), m_shown->map());
    return true;
}

bool Session::testWeights()
{
    if (!m_shown || changing())
        return false;
    m_check.testWeights(*subject());
    return true;
}

}
