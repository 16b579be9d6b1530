// ui/state/session.cpp: opening, and what another model, picture or choice changes.
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
      m_engine(std::move(factory)), m_maps(&m_engine), m_lens(&m_engine),
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
    if (const auto fact = factMissingIn(error))
        Q_EMIT factMissing(*fact);
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
    return ownRange(m_shown->explanation);
}

Look Session::chosenLook() const
{
    Look look = m_selection.look().look;
    if (m_selection.look().scale != ScaleMode::ThisMap)
        look.range = range();
    return look;
}

Look Session::look() const
{
    Look look = chosenLook();
    look.colours = coloursFor(m_shown && m_shown->explanation.isSigned, look.colours);
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
    loadModel(path, {});
}

void Session::correctModel(const Overrides& overrides)
{
    if (m_model && !(overrides == m_overrides))
        loadModel(shownModelPath(), overrides);
}

void Session::retryModel(const std::function<void(Overrides&)>& correct)
{
    Overrides overrides = m_wished;
    correct(overrides);
    loadModel(m_failedPath, overrides);
}

void Session::loadModel(const QString& path, const Overrides& overrides)
{
    m_modelPath = path;
    m_wished = overrides;
    m_busyWith = path.isEmpty() ? tr("the default model") : QFileInfo(path).fileName();
    ModelSource source;
    source.path = toPath(path);
    source.device = m_device.toStdString();
    source.precision = m_precision;
    source.elseFp32 = m_elseFp32;
    source.overrides = overrides;
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
    m_failedPath = m_modelPath;
    const bool wasDefault = std::exchange(m_modelPath, shownModelPath()).isEmpty();
    if (m_pictureWaits && (m_model || !wasDefault)) {
        m_loadError = error; // told with the picture, which would wipe it away
        analyse(); // with the model that was there before, or the default one
        return;
    }
    report(std::exchange(m_loadError, {}).value_or(error));
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
    m_overrides = m_wished;
    if (!model->embedded)
        m_settings->addRecentModel(fromPath(model->path));
    m_lens.forget();
    m_inside.forget();
    Q_EMIT modelChanged();
    analyse();
}

void Session::openPicture(const QString& path)
{
    m_step = 0;
    m_picture = {toPath(path), {}, {}};
    analyse();
}

void Session::openPixels(const QImage& image, const QString& name)
{
    m_step = 0;
    m_picture = {{}, fromQImage(image), name.toStdString()};
    analyse();
}

void Session::openNeighbour(int by)
{
    const QString next = m_folder.neighbour(by);
    if (next.isEmpty()) {
        if (m_folder.count() > 0)
            Q_EMIT told(by > 0 ? tr("This is the last picture of the folder.")
                               : tr("This is the first picture of the folder."));
        return;
    }
    openPicture(next);
    m_step = by;
    m_steppedOver.clear();
}

/// Whether another picture is tried instead of the one that cannot be opened.
bool Session::stepOver(const Error& error)
{
    const bool file = error.code == ErrorCode::NotFound || error.code == ErrorCode::Unreadable
        || error.code == ErrorCode::Unsupported || error.code == ErrorCode::Malformed;
    if (m_step == 0 || !file)
        return false;
    m_steppedOver << fromPath(m_picture.file.filename());
    m_step += m_step > 0 ? 1 : -1;
    const QString next = m_folder.neighbour(m_step);
    if (next.isEmpty())
        return false;
    m_picture = {toPath(next), {}, {}};
    analyse();
    return true;
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
    if (error.code == ErrorCode::Cancelled || stepOver(error))
        return;
    m_step = 0;
    report(std::exchange(m_loadError, {}).value_or(error));
    resume();
}

void Session::takeAnalysis(const AnalysisPtr& analysis)
{
    m_interventions = carriedOver(m_interventions, m_analysis, *analysis);
    m_analysis = analysis;
    m_asked.reset();
    m_answered.reset();
    m_shown.reset();
    m_whyNoMap.clear();
    const bool walked = std::exchange(m_step, 0) != 0; // a walk through a folder is not a list of choices
    const QString file = fromPath(analysis->file);
    if (file.isEmpty())
        m_folder.clear();
    else
        m_folder.setCurrent(file);
    if (!walked)
        m_settings->addRecentPicture(file);
    const QStringList skipped = std::exchange(m_steppedOver, {});
    m_selection.setShape(NetShape::of(*analysis));
    Q_EMIT analysisChanged();
    Q_EMIT interventionsChanged();
    if (const auto late = std::exchange(m_loadError, {}))
        report(*late);
    if (!skipped.isEmpty())
        Q_EMIT told(tr("Stepped over %n picture(s) that cannot be opened: %1", {}, static_cast<int>(skipped.size()))
                        .arg(skipped.join(QStringLiteral(", "))));
    if (m_interventions.empty())
        askMap();
    else
        followInterventions(); // the map of the run with them is the one that is wanted
}

void Session::takeMap(const ShownMapPtr& map)
{
    m_shown = map;
    m_shownChoice = m_selection.map();
    m_answered = m_asked;
    m_whyNoMap.clear();
    Q_EMIT mapChanged();
    startWaitingTest();
}

/// What is chosen and what is on screen must not disagree.
void Session::backToShown()
{
    if (m_shown && m_shown->analysis == m_analysis) {
        m_asked = m_answered;
        m_selection.setMap(m_shownChoice);
    } else if (m_analysis) {
        m_selection.setMethod(Method::Attention); // takes no time
    }
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
    m_waitingTest = FaithfulnessCheck::Running::Nothing;
    report(error);
    backToShown();
}

/// A map that is there stays; one on its way is asked again by the next askMap().
void Session::stopMap()
{
    if (m_asked != m_answered)
        m_asked.reset(); // it will have to be asked again
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
    if (m_model)
        loadModel(shownModelPath(), m_overrides);
    else
        openModel(m_modelPath);
}

void Session::cancel()
{
    const bool halfway = m_engine.open(kInterveneRequest);
    const bool map = m_maps.waiting();
    m_pictureWaits = false;
    m_step = 0;
    m_waitingTest = FaithfulnessCheck::Running::Nothing;
    stopMap();
    m_engine.cancelAll();
    if (halfway)
        dropWish();
    else if (map)
        backToShown();
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

void Session::testMap()
{
    test(FaithfulnessCheck::Running::Curves);
}

void Session::testWeights()
{
    test(FaithfulnessCheck::Running::Weights);
}

void Session::test(FaithfulnessCheck::Running kind)
{
    m_waitingTest = m_analysis || changing() ? kind : FaithfulnessCheck::Running::Nothing;
    startWaitingTest();
    if (testWaits())
        Q_EMIT busyChanged();
}

void Session::startWaitingTest()
{
    if (!m_shown || changing() || m_shown->analysis != m_analysis)
        return;
    const auto kind = std::exchange(m_waitingTest, FaithfulnessCheck::Running::Nothing);
    if (kind == FaithfulnessCheck::Running::Curves && !m_analysis->predictions.empty())
        m_check.testCurves(*subject(), m_shown->map());
    else if (kind == FaithfulnessCheck::Running::Weights)
        m_check.testWeights(*subject());
}

}
