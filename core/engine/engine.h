// core/engine/engine.h: the façade: load a model, analyse a picture, explain it. Exceptions stop here.
#pragma once
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/analysis.h"
#include "core/engine/load_options.h"
#include "core/explain/features/feature_views.h"
#include "core/explain/features/patch_filters.h"
#include "core/explain/features/position_similarity.h"
#include "core/explain/measures/faithfulness_curves.h"
#include "core/explain/measures/randomisation_steps.h"
#include "core/explain/request.h"
#include "core/explain/steps/pass_steps.h"
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace patchlight
{

struct DeviceInfo {
    std::string name; ///< "cpu", "cuda:0"
    std::string title; ///< "CPU", "CUDA device 0"
    int threads = 0; ///< of processors; 0 elsewhere
    bool available = false;
    std::string reason; ///< why not
    std::vector<Precision> precisions; ///< that it can compute in, fp32 first; none where it is not available
};

/// Where and how the model runs.
struct RunsOn {
    std::string device; ///< "cpu", "cuda:0"; empty without a model
    std::string precision; ///< "fp32", …
    int threads = 0;
};

/// A picture by file (a picture, or an .npy of [1, 3, H, W]), by its pixels (pasted) or by a file's bytes (from a pipe).
struct PictureSource {
    std::filesystem::path file;
    Image pixels;
    std::string name;
    std::string bytes{};
};

struct AnalyseOptions {
    bool record = true; ///< keep Q and K; without them there are predictions but no maps
};

/// One model at a time. Owned by one thread (the window's worker, or the command line); none of its members may run
/// at the same time as another. What it returns is immutable and may be read anywhere.
class Engine
{
public:
    explicit Engine(EngineOptions options = {});
    ~Engine();
    Engine(Engine&&) noexcept;
    Engine& operator=(Engine&&) noexcept;

    static std::vector<DeviceInfo> devices();

    /// Replaces the model; on failure the old one stays. Cost: reading the file, packing the weights.
    /// Errors: those of openCheckpoint and fillNetwork; Unsupported (device or precision not to be had).
    Result<ModelInfoPtr> load(const ModelSource& source, const RunContext& run);
    ModelInfoPtr model() const;
    RunsOn runsOn() const;

    /// One recorded forward. Errors: InvalidOption (no model), those of readPicture and preprocess, Cancelled,
    /// OutOfMemory.
    Result<AnalysisPtr> analyse(const PictureSource& picture, const RunContext& run);
    Result<AnalysisPtr> analyse(const PictureSource& picture, const AnalyseOptions& options, const RunContext& run);

    /// How many pictures predict() had best be given at once: one on a processor, where the packed way takes them
    /// singly; on a GPU as many as keep it busy.
    int picturesTogether() const;
    /// Predictions alone: pictures are read and prepared on several processors, and those of one size run together.
    /// One answer for each, in order; one that fails leaves the others alone. Errors: as analyse.
    std::vector<Result<std::vector<Prediction>>> predict(
        const std::vector<PictureSource>& pictures, const RunContext& run);

    /// The same picture with patches hidden, heads or blocks switched off: one forward pass, less what is untouched;
    /// the picture is neither read nor prepared again, and the untouched run comes along in the answer. Cheap enough to
    /// follow a brush. Empty interventions give the untouched run back. explain() of the answer follows them, in every
    /// method. Errors: those of checkInterventions, Cancelled, OutOfMemory; InvalidOption (another model's analysis).
    Result<AnalysisPtr> intervene(
        const AnalysisPtr& analysis, const Interventions& interventions, const RunContext& run);
    Result<AnalysisPtr> intervene(const AnalysisPtr& analysis, const Interventions& interventions,
        const AnalyseOptions& options, const RunContext& run);

    /// Any method; those that need only the record do not run the network. The analysis must be of this model.
    Result<Explanation> explain(const Analysis& analysis, const ExplainRequest& request, const RunContext& run);

    /// The head applied after every block: [layers, classes], as logitLens has it. Follows interventions. Errors: those
    /// of logitLens; InvalidOption (another model's analysis).
    Result<NdArray> logitLens(const Analysis& analysis, const Query& query, const RunContext& run);

    /// RISE's deletion and insertion curves of any map on the patch grid, as patchlight::faithfulness has them. The
    /// class is the top one where absent. Follows interventions. Errors: those of faithfulness; InvalidOption (another
    /// model's analysis).
    Result<Faithfulness> faithfulness(const Analysis& analysis, const Grid<float>& map,
        std::optional<ClassIndex> target, int cellsPerStep, const RunContext& run);
    /// Of several maps of the same analysis, in less time than one by one.
    Result<std::vector<Faithfulness>> faithfulness(const Analysis& analysis, std::span<const Grid<float>> maps,
        std::optional<ClassIndex> target, int cellsPerStep, const RunContext& run);

    /// Whether a method's map depends on the weights: patchlight::weightRandomisation with kRandomisationSeed. Follows
    /// interventions.
    Result<RandomisationSteps> weightRandomisation(
        const Analysis& analysis, const ExplainRequest& request, const RunContext& run);

    // Looking at features and weights: core/explain/features/feature_views.h, position_similarity.h and patch_filters.h
    // say what comes back. All follow interventions. Errors besides theirs: InvalidOption (no such layer; another
    // model's analysis), Cancelled. Where a layer is asked for, a forward pass up to it is run.

    /// Tokens after that block, before any norm; without one those after the final norm, which are at hand.
    Result<NdArray> features(const Analysis& analysis, std::optional<LayerIndex> after, const RunContext& run);
    Result<FeatureColours> featureColours(
        const Analysis& analysis, std::optional<LayerIndex> after, const RunContext& run);
    Result<Grid<float>> featureSimilarity(
        const Analysis& analysis, const Query& query, std::optional<LayerIndex> after, const RunContext& run);
    /// After the last block where no layer is given.
    Result<SinkTokens> sinkTokens(const Analysis& analysis, std::optional<LayerIndex> after, const RunContext& run);
    Result<PositionSimilarity> positionSimilarity(const Analysis& analysis, const RunContext& run);
    /// Of the loaded model.
    Result<PatchFilters> patchFilters(int count, const RunContext& run);

    // Step by step: core/explain/steps says what comes back. All follow interventions; computed by the network's own
    // float32 operations, whatever the precision. Errors besides theirs: InvalidOption (another model's analysis).

    Result<std::vector<TokenLengths>> everyStep(
        const Analysis& analysis, std::optional<LayerIndex> only, const StepSink& sink, const RunContext& run);
    Result<std::shared_ptr<const PassSteps>> passSteps(const Analysis& analysis, const RunContext& run);
    /// `pass`: of this analysis.
    Result<std::shared_ptr<const Steps>> blockSteps(
        const Analysis& analysis, const PassSteps& pass, LayerIndex layer, const RunContext& run);
    Result<NdArray> endingAfter(const Analysis& analysis, const PassSteps& pass, LayerIndex layer,
        std::optional<int> token, const RunContext& run);
    /// A parameter of the loaded model by its canonical name ("patch_embed.proj.weight"); empty where it has none of
    /// that name.
    Result<NdArray> parameter(const std::string& name, const RunContext& run);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}
