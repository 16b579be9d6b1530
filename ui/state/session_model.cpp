// ui/state/session_model.cpp: opening a model, and on which device it runs.
#include "ui/adapter/texts.h"
#include "ui/state/session.h"
#include <QFileInfo>
#include <algorithm>

namespace patchlight
{

void Session::openModel(const QString& path)
{
    const bool same = m_model && path == shownModelPath() && m_overrides == Overrides{};
    if (same && !m_disk.modelChanged())
        keepModel();
    else
        loadModel(path, {});
}

/// It is open already: at most another one is on its way.
void Session::keepModel()
{
    if (!m_engine.open(kLoadRequest)) {
        Q_EMIT told(tr("%1 is open already.").arg(modelTitle(*m_model)));
        return;
    }
    m_engine.cancel(kLoadRequest);
    m_modelPath = shownModelPath();
    m_requested = m_overrides;
    m_pictureWaits ? analyse() : resume();
}

void Session::correctModel(const Overrides& overrides)
{
    const Overrides& now = m_engine.open(kLoadRequest) ? m_requested : m_overrides;
    if (m_model && !(overrides == now))
        loadModel(shownModelPath(), overrides);
}

void Session::retryModel(const std::function<void(Overrides&)>& correct)
{
    Overrides overrides = m_requested;
    correct(overrides);
    loadModel(m_failedPath, overrides);
}

void Session::loadModel(const QString& path, const Overrides& overrides)
{
    m_modelPath = path;
    m_requested = overrides;
    m_busyWith = path.isEmpty() ? tr("the default model") : QFileInfo(path).fileName();
    ModelSource source;
    source.path = toPath(path);
    source.device = m_device.toStdString();
    source.precision = m_precision;
    source.elseFp32 = m_elseFp32;
    source.overrides = overrides;
    if (m_devices.empty())
        askDevices();
    m_pictureWaits |= m_engine.open(kAnalyseRequest); // which the model makes obsolete
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
        m_lateError = error; // told with the picture, which would wipe it away
        analyse(); // with the model that was there before, or the default one
        return;
    }
    m_step = 0;
    report(std::exchange(m_lateError, {}).value_or(error));
    resume();
}

std::optional<QString> Session::modelOnItsWay() const
{
    return m_engine.open(kLoadRequest) ? std::optional(m_modelPath) : std::nullopt;
}

QString Session::shownModelPath() const
{
    // The default one has a file too, but is asked for by no path: else it would become a model like others.
    return !m_model || m_model->embedded ? QString() : fromPath(m_model->path);
}

void Session::takeModel(const ModelInfoPtr& model)
{
    m_model = model;
    m_overrides = m_requested;
    if (!model->embedded)
        m_settings->addRecentModel(fromPath(model->path));
    m_disk.followModel(model->embedded ? std::vector<FileIdentityPtr>{} : model->identities);
    m_lens.forget();
    m_inside.forget();
    Q_EMIT modelChanged();
    analyse();
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

}
