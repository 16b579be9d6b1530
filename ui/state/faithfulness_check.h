// ui/state/faithfulness_check.h: does the class hang on what the map calls important, and the map on what was learned?
#pragma once
#include "ui/adapter/core_types.h"
#include <QObject>
#include <QString>
#include <optional>
#include <vector>

namespace patchlight
{
class EngineClient;

/// What a test is about: one map, and the class whose probability is followed.
struct CheckSubject {
    AnalysisPtr analysis;
    ExplainRequest request;
    ClassIndex target;
    bool operator==(const CheckSubject&) const = default;
};

/// Deletion and insertion of the map, and of two maps that know nothing; each is there as soon as it is known.
struct CurveSet {
    std::optional<Faithfulness> map, random, centre;
};

/// Long computations on the engine's thread, only on request. The newest request wins; what is on its way is given up as soon
/// as another map, class or run is on screen. Results stay until the next picture, and say of what they are.
class FaithfulnessCheck : public QObject
{
    Q_OBJECT
public:
    enum class Running { Nothing, Curves, Weights };
    /// How what was tested differs from what is on screen.
    enum class Stale { No, OtherMap, OtherClass, WithoutChanges, WithChanges, WithOtherChanges };

    /// `engine` outlives this.
    explicit FaithfulnessCheck(EngineClient* engine, QObject* parent = nullptr);

    void testCurves(const CheckSubject& subject, const Grid<float>& map);
    void testWeights(const CheckSubject& subject);
    /// What is on screen now.
    void follow(const CheckSubject& now);
    void cancel();

    Running running() const { return m_running; }
    const CurveSet& curves() const { return m_curves; }
    const std::optional<CheckSubject>& curvesOf() const { return m_curvesOf; }
    const RandomisationSteps& steps() const { return m_steps; }
    const std::optional<CheckSubject>& stepsOf() const { return m_stepsOf; }
    /// What is known of what is on screen, or being asked, with the patches a step that are chosen: asking would repeat it.
    bool hasCurves() const;
    bool hasSteps() const;
    Stale staleness(const std::optional<CheckSubject>& tested) const;

    /// Patches that change together; 0: so many that it takes at most 64 steps.
    void setPatchesPerStep(int patches) { m_chosenStep = patches; }
    int chosenStep() const { return m_chosenStep; }
    int patchesPerStep() const { return m_step; } ///< of the curves that are there

Q_SIGNALS:
    void changed(); ///< results, what is on screen, or what runs
    void progressed(int done, int total);
    void failed(const patchlight::Error& error);

private:
    void forget();
    void askNext();
    void askCurves(Grid<float> map);
    void take(const Result<Faithfulness>& curves);
    void takeSteps(const Result<RandomisationSteps>& steps);
    void stop(const Error& error);
    void report(const QString& stage, int done, int total);

    EngineClient* m_engine;
    Running m_running = Running::Nothing;
    CheckSubject m_now;
    CurveSet m_curves;
    Grid<float> m_map;
    std::optional<CheckSubject> m_curvesOf, m_stepsOf, m_asked;
    RandomisationSteps m_steps;
    int m_chosenStep = 0, m_step = 1, m_toAsk = 0, m_answered = 0;
};

}
