// ui/state/session.h: one model, one picture, one map: what is open and what is on its way.
#pragma once
#include "ui/adapter/engine_client.h"
#include "ui/adapter/texts.h"
#include "ui/state/disk_watch.h"
#include "ui/state/faithfulness_check.h"
#include "ui/state/folder.h"
#include "ui/state/head_maps.h"
#include "ui/state/inside_run.h"
#include "ui/state/like_picture.h"
#include "ui/state/logit_lens.h"
#include "ui/state/map_service.h"
#include "ui/state/patch_filter_job.h"
#include "ui/state/selection.h"
#include "ui/state/settings.h"
#include <QElapsedTimer>
#include <QImage>
#include <QObject>
#include <functional>
#include <optional>

namespace patchlight
{

/// Ties engine, selection and maps together; no widgets. The last good model, picture and map stay until better ones
/// arrive; an error changes nothing but says so.
class Session : public QObject
{
    Q_OBJECT
public:
    enum class Busy { Nothing, Loading, Analysing, Intervening, Explaining, Testing };

    Session(EngineFactory factory, Settings* settings, QObject* parent = nullptr);

    Selection& selection() { return m_selection; }
    HeadMaps& heads() { return m_heads; }
    LogitLens& lens() { return m_lens; }
    InsideRun& inside() { return m_inside; }
    const FaithfulnessCheck& check() const { return m_check; }
    FaithfulnessCheck& check() { return m_check; }
    PatchFilterJob& filters() { return m_filters; }
    const DiskWatch& disk() const { return m_disk; }
    LikePicture& likePicture() { return m_likePicture; }
    const Folder& folder() const { return m_folder; }
    /// The place in the folder that is shown, or of the neighbour that is being opened.
    int folderPlace() const { return m_folder.index() + m_step; }
    const std::vector<DeviceInfo>& devices() const { return m_devices; }

    ModelInfoPtr model() const { return m_model; }
    /// The run whose predictions are shown.
    AnalysisPtr analysis() const { return m_analysis; }
    /// The map on screen; null where there is none. While the map of another run is computed it is still that of the
    /// run before, and says so itself.
    const ShownMapPtr& shown() const { return m_shown; }
    /// The look of the map on screen, its range decided by the scale chosen.
    Look look() const;
    /// The same as it was chosen, for files: the core makes it that of each map in them (a sheet's are not the one on
    /// screen). No range where every map has its own.
    Look chosenLook() const;
    ValueRange range() const;
    Busy busy() const;
    /// The picture, the run or the map on screen is about to be another one.
    bool changing() const { return busy() != Busy::Nothing && busy() != Busy::Testing; }
    /// "DeiT-tiny.safetensors", "both.png": what is being loaded or analysed.
    QString busyWith() const { return m_busyWith; }
    /// Where the network runs: what was chosen, or the device that "auto" and "cuda" stand for once they are known.
    QString device() const;
    /// As chosen; fp32 where the device that is remembered with it cannot do it.
    Precision precision() const;
    /// The one on screen, or on its way to it.
    const PictureSource& picture() const { return *m_picture; }
    /// What the model that is being loaded was asked for by: empty for the default one, none where none is loaded.
    std::optional<QString> modelOnItsWay() const;
    /// What is hidden and switched off now; the run on screen (`analysis()->interventions`) follows it.
    const Interventions& interventions() const { return m_interventions; }
    /// Why there is no map of what is chosen (a block that is off); empty where there is one.
    QString whyNoMap() const { return m_whyNoMap; }

    void openModel(const QString& path); ///< empty: the embedded default
    /// What is known of the model that is open, corrected: it is loaded again with these, and they are kept until
    /// another model is opened.
    void correctModel(const Overrides& overrides);
    const Overrides& corrections() const { return m_overrides; }
    /// The model that could not be opened, once more, with what was missing.
    void retryModel(const std::function<void(Overrides&)>& correct);
    /// A file, or the first of a folder's that can be opened; those before it are named.
    void openPicture(const QString& path);
    /// The first of them; the others are its neighbours in place of those in its folder. At least one.
    void openPictures(const QStringList& paths) { open(paths, paths); }
    /// What changed on disk is read again; choices stay.
    void reload();
    void openPixels(const QImage& image, const QString& name);
    /// The next picture of those opened together, or of the folder, that can be opened; those that cannot are stepped
    /// over, and named. While one is being opened, the one beyond it instead; back at the one that is shown, it stays.
    void openNeighbour(int by);
    void setDevice(const QString& device, Precision precision); ///< remembered; the model is loaded again
    // For this run, before a model is loaded. What the device cannot do is an error then.
    void useDevice(const QString& device) { m_device = device; }
    void usePrecision(Precision precision) { m_precision = precision, m_elseFp32 = false; }
    void cancel();
    /// Deletion and insertion curves of the map on screen; waits for one that is on its way.
    void testMap();
    /// The map's similarity to itself when the weights are randomised.
    void testWeights();
    /// The same, unless it is known of what is on screen, or on its way.
    void showMapTest();
    void showWeightsTest();
    /// A test that starts when the map is there.
    bool testWaits() const { return m_waitingTest != FaithfulnessCheck::Running::Nothing; }
    /// Runs the picture again, one forward. While one such run is under way the newest interventions wait for it,
    /// unless that takes too long to be followed by eye; then the newest replaces it.
    void setInterventions(const Interventions& changes);
    void setFollowedByEye(qint64 milliseconds) { m_followedByEye = milliseconds; } ///< what "too long" is
    void resetInterventions(); ///< how patches are hidden stays chosen
    /// `edit` changes a copy.
    template <class Edit> void editInterventions(Edit edit)
    {
        Interventions changed = m_interventions;
        edit(changed);
        setInterventions(changed);
    }

Q_SIGNALS:
    void devicesChanged();
    void modelChanged();
    void analysisChanged();
    void interventionsChanged(); ///< those asked for
    void runChanged(); ///< the same picture and model, run again with other interventions
    void mapChanged(); ///< another explanation, or none
    void busyChanged();
    void progressed(const QString& stage, int done, int total);
    void failed(const QString& sentence);
    /// After `failed`, where a value would help: which one, as `modelFacts` calls it.
    void factMissing(patchlight::FactId fact);
    void mapRefused(); ///< after `failed`: what was on screen stays, until another map is there
    void testAsked(); ///< of the map on screen: whatever would replace it by itself stops
    void told(const QString& sentence); ///< no error, but worth knowing

private:
    using PicturePtr = std::shared_ptr<const PictureSource>;

    void hear();
    const DeviceInfo* deviceInfo() const;
    void askDevices();
    void open(const QStringList& oneOf, const QStringList& together, int step = 0);
    void stayHere();
    void want(PictureSource picture) { m_picture = std::make_shared<PictureSource>(std::move(picture)); }
    void backToShownPicture();
    void analyse();
    void loadModel(const QString& path, const Overrides& overrides);
    void keepModel();
    void tellOfOtherModel();
    void loadFailed(const Error& error);
    void analysisFailed(const Error& error);
    void tellSteppedOver(const QStringList& names);
    void runFailed(const Error& error);
    void resume();
    QString shownModelPath() const;
    void stopMap();
    void takeModel(const ModelInfoPtr& model);
    void takeAnalysis(const AnalysisPtr& analysis);
    void followInterventions();
    void takeRun(AnalysisPtr analysis); ///< by value: it may be m_analysis itself
    void dropInterventions();
    void mapFailed(const Error& error);
    void askMap();
    void report(const Error& error);
    void takeMap(const ShownMapPtr& map);
    void backToShown();
    bool stepOver(const Error& error);
    QString nextInstead();
    void test(FaithfulnessCheck::Running kind);
    void startWaitingTest();
    bool otherTestRuns() const;
    std::optional<CheckSubject> subject() const;
    void followCheck();

    Settings* m_settings;
    Selection m_selection;
    HeadMaps m_heads;
    Folder m_folder;
    std::vector<DeviceInfo> m_devices;
    ModelInfoPtr m_model;
    AnalysisPtr m_analysis;
    ShownMapPtr m_shown;
    MapChoice m_shownChoice; ///< that made it
    PicturePtr m_picture = std::make_shared<PictureSource>();
    PicturePtr m_shownPicture; ///< of m_analysis
    QStringList m_together; ///< with it
    QStringList m_oneOf; ///< the first of these that can be opened is wanted
    Interventions m_interventions;
    QElapsedTimer m_sinceRun;
    qint64 m_followedByEye = 250; ///< ms
    std::optional<ExplainRequest> m_asked;
    std::optional<ExplainRequest> m_answered; ///< what m_shown answers, of the run on screen
    Overrides m_overrides; ///< of the model that is open
    Overrides m_requested; ///< of the one that is asked for
    QString m_failedPath;
    QString m_device, m_modelPath, m_busyWith, m_whyNoMap;
    bool m_pictureWaits = false; ///< for a model
    std::optional<Error> m_lateError; ///< not told yet
    int m_step = 0; ///< to which neighbour of the picture shown, while one is opened
    int m_stepBy = 1; ///< from one to the next
    QStringList m_steppedOver;
    FaithfulnessCheck::Running m_waitingTest = FaithfulnessCheck::Running::Nothing;
    Precision m_precision;
    bool m_elseFp32 = true; ///< a precision that was chosen on another machine is no error
    EngineClient m_engine; // after all it may write to
    MapService m_maps;
    LikePicture m_likePicture;
    LogitLens m_lens;
    InsideRun m_inside;
    FaithfulnessCheck m_check;
    PatchFilterJob m_filters;
    DiskWatch m_disk;
};

}
