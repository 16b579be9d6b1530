// tests/window/support/fake_engine.cpp: small, deterministic answers.
#include "tests/window/support/fake_engine.h"
#include <algorithm>
#include <chrono>
#include <cmath>
#include <new>

namespace patchlight
{
namespace
{

constexpr int kLayers = 4, kHeads = 3, kWidth = 4;
constexpr GridSize kGrid{3, 4};

LayerAttention fakeLayer(int layer)
{
    const int tokens = 1 + kGrid.count();
    auto values = std::make_shared<std::vector<float>>(static_cast<std::size_t>(2 * kHeads * tokens * kWidth));
    for (std::size_t i = 0; i < values->size(); ++i)
        (*values)[i] = std::sin(static_cast<float>(i * 7 + static_cast<std::size_t>(layer) * 13));
    LayerAttention attention;
    attention.heads = kHeads;
    attention.headWidth = kWidth;
    attention.scale = 0.5F;
    attention.grid = kGrid;
    attention.tokens = tokens;
    attention.q = values->data();
    attention.k = values->data() + kHeads * tokens * kWidth;
    attention.headStride = tokens * kWidth;
    attention.tokenStride = kWidth;
    attention.owner = values;
    return attention;
}

AttentionRecord fakeRecord()
{
    TokenLayout layout;
    layout.grid = kGrid;
    std::vector<LayerAttention> layers;
    for (int layer = 0; layer < kLayers; ++layer)
        layers.push_back(fakeLayer(layer));
    return {layout, std::move(layers)};
}

/// As the real one records a block that is off: without Q and K.
AttentionRecord recordWithout(const AttentionRecord& record, const Interventions& changes)
{
    std::vector<LayerAttention> layers;
    for (int layer = 0; layer < record.layerCount(); ++layer) {
        layers.push_back(record.layer(LayerIndex{layer}));
        if (std::find(changes.blocksOff.begin(), changes.blocksOff.end(), LayerIndex{layer}) != changes.blocksOff.end())
            layers.back().q = layers.back().k = nullptr;
    }
    return {record.layout(), std::move(layers)};
}

/// The first is the most probable.
std::vector<Prediction> predictionsOf(const std::vector<std::string>& names)
{
    std::vector<Prediction> all;
    for (std::size_t i = 0; i < names.size(); ++i)
        all.push_back({ClassIndex{static_cast<int>(i)}, names[i], std::pow(0.5F, static_cast<float>(i + 1)),
            -static_cast<float>(i)});
    return all;
}

/// The network sees 64 × 48 all the same.
void enlarge(Analysis& analysis, int times)
{
    analysis.picture = Image(64 * times, 48 * times);
    analysis.geometry = InputGeometry({48 * times, 64 * times}, {48, 64}, 1.0 / times, 1.0 / times, 0, 0);
}

class FakeEngine final : public AnalysisEngine
{
public:
    explicit FakeEngine(std::shared_ptr<FakeControl> control) : m_control(std::move(control))
    {
        m_control->alive = true;
    }
    ~FakeEngine() override { m_control->alive = false; }

    std::vector<DeviceInfo> devices() override { return fakeDevices(); }
    Result<ModelInfoPtr> load(const ModelSource& source, const RunContext& run) override
    {
        ++m_control->loads;
        m_control->tellSource(source);
        if (const auto error = m_control->refusal(run))
            return fail(*error);
        if (source.precision == Precision::Fp16 && !source.elseFp32)
            return fail(ErrorCode::Unsupported, "processors do not compute in fp16");
        m_precision = source.precision == Precision::Bf16 ? "bf16" : "fp32";
        auto model
            = std::make_shared<ModelInfo>(*fakeModel(source.path.empty() ? "default" : source.path.filename().string()));
        // The real one tells where the default one's file lies, too.
        model->path = source.path.empty() ? "/share/default.safetensors" : source.path;
        model->config.outputs.value = m_control->outputs;
        return m_model = model;
    }
    Result<AnalysisPtr> analyse(const PictureSource& picture, const RunContext& run) override
    {
        ++m_control->analyses;
        for (int block = 0; block < kLayers; ++block)
            run.step("block", block, kLayers);
        if (const auto error = m_control->refusal(run))
            return fail(*error);
        if (m_control->brokenFiles.count(picture.file.filename().string()) > 0)
            return fail(ErrorCode::Malformed, "cannot open " + picture.file.filename().string() + ": it holds no picture");
        auto analysis = *fakeAnalysis(picture.file.empty() ? picture.name : picture.file.filename().string(), m_model);
        if (!picture.file.empty())
            analysis.file = picture.file;
        analysis.precision = m_precision;
        analysis.notes = m_control->notes();
        enlarge(analysis, m_control->enlarged);
        if (!m_control->classNames.empty())
            analysis.predictions = predictionsOf(m_control->classNames);
        return std::make_shared<const Analysis>(std::move(analysis));
    }
    /// Every hidden patch takes a tenth from the cat and gives it to the dog.
    Result<AnalysisPtr> intervene(
        const AnalysisPtr& analysis, const Interventions& interventions, const RunContext& run) override
    {
        ++m_control->interventions;
        if (const auto error = m_control->refusal(run))
            return fail(*error);
        const AnalysisPtr untouched = analysis->untouched ? analysis->untouched : analysis;
        Analysis changed = *untouched;
        const float taken = 0.1F * static_cast<float>(interventions.hidden.size());
        changed.predictions[0].probability -= taken;
        changed.predictions[1].probability += taken;
        std::stable_sort(changed.predictions.begin(), changed.predictions.end(),
            [](const Prediction& a, const Prediction& b) { return a.probability > b.probability; });
        changed.record = intervenedRecord(recordWithout(changed.record, interventions), interventions);
        changed.interventions = interventions;
        changed.untouched = untouched;
        return std::make_shared<const Analysis>(std::move(changed));
    }
    Result<Explanation> explain(const Analysis&, const ExplainRequest& request, const RunContext& run) override
    {
        ++m_control->explanations;
        if (const auto error = m_control->refusal(run))
            return fail(*error);
        Explanation answer;
        answer.map = Grid<float>(kGrid, static_cast<float>(request.target ? request.target->value : 0));
        answer.shares = TokenShares{2.26F, 1.36F, 0, 0}; // relevance adds up to what it likes
        answer.request = request;
        answer.isSigned = methodInfo(request.method).bothSigns;
        if (request.method == Method::FeatureColours)
            answer.colours.assign(3, Grid<float>(kGrid, 0.5F));
        if (request.method == Method::FeatureNorm)
            answer.marks = {{1, 2}};
        return answer;
    }
    /// Layer by layer the cat (class 2) gains on the others: logits 0, 0, layer.
    Result<NdArray> logitLens(const Analysis&, const Query&, const RunContext& run) override
    {
        ++m_control->lenses;
        if (const auto error = m_control->refusal(run))
            return fail(*error);
        NdArray logits{{kLayers, 3}, {}};
        for (int layer = 0; layer < kLayers; ++layer)
            logits.values.insert(logits.values.end(), {0, 0, static_cast<float>(layer)});
        return logits;
    }
    /// One red filter of 2 × 2 pixels.
    Result<PatchFilters> patchFilters(int, const RunContext& run) override
    {
        ++m_control->filters;
        if (const auto error = m_control->refusal(run))
            return fail(*error);
        return PatchFilters{{{1, 2, 2, 3}, {1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0}}, {1}};
    }
    /// Falls from the target's number + 1 to zero, and the other way round; the area tells the map's first value.
    Result<Faithfulness> faithfulness(
        const Analysis&, const Grid<float>& map, ClassIndex target, int cellsPerStep, const RunContext& run) override
    {
        ++m_control->tests;
        m_control->testedCells = map.size().count();
        run.step("deletion", 1, 2);
        run.step("insertion", 1, 2);
        if (const auto error = m_control->refusal(run))
            return fail(*error);
        const auto top = static_cast<float>(target.value + 1);
        const auto steps = static_cast<std::size_t>(map.size().count() / cellsPerStep);
        Faithfulness out;
        for (std::size_t i = 0; i <= steps; ++i) {
            out.insertion.scores.push_back(top * static_cast<float>(i) / static_cast<float>(steps));
            out.deletion.scores.push_back(top - out.insertion.scores.back());
        }
        out.insertion.scores.front() = m_control->blurred * top;
        out.deletion.area = map.values().front();
        return out;
    }
    Result<RandomisationSteps> weightRandomisation(
        const Analysis&, const ExplainRequest&, const RunContext& run) override
    {
        ++m_control->tests;
        if (const auto error = m_control->refusal(run))
            return fail(*error);
        return RandomisationSteps{{"head", 0.9F, 0.9F}, {"block 0", 0.5F, 0.5F}, {"embedding", -0.1F, 0.1F}};
    }

private:
    std::shared_ptr<FakeControl> m_control;
    ModelInfoPtr m_model;
    std::string m_precision;
};

}

void FakeControl::close()
{
    const std::scoped_lock lock(m_mutex);
    m_closed = true;
}

void FakeControl::open()
{
    const std::scoped_lock lock(m_mutex);
    m_closed = false;
    m_changed.notify_all();
}

void FakeControl::step()
{
    const std::scoped_lock lock(m_mutex);
    ++m_steps;
    m_changed.notify_all();
}

std::optional<Error> FakeControl::refusal(const RunContext& run)
{
    return pass(run) ? failure() : patchlight::cancelled().value();
}

bool FakeControl::pass(const RunContext& run)
{
    if (throws.exchange(false))
        throw std::bad_alloc();
    std::unique_lock lock(m_mutex);
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
    while (((m_closed && m_steps == 0) || std::chrono::steady_clock::now() < end) && !run.cancel.requested())
        m_changed.wait_for(lock, std::chrono::milliseconds(1));
    if (run.cancel.requested())
        ++cancelled;
    else if (m_closed)
        --m_steps;
    return !run.cancel.requested();
}

void FakeControl::failWith(Error error)
{
    const std::scoped_lock lock(m_mutex);
    m_failure = std::move(error);
}

std::optional<Error> FakeControl::failure()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_failure, std::nullopt);
}

void FakeControl::tellSource(const ModelSource& source)
{
    const std::scoped_lock lock(m_mutex);
    m_source = source;
}

ModelSource FakeControl::source()
{
    const std::scoped_lock lock(m_mutex);
    return m_source;
}

std::vector<DeviceInfo> fakeDevices()
{
    return {
        {"cpu", "CPU", 2, true, "", {Precision::Fp32, Precision::Bf16}}, {"cuda", "CUDA", 0, false, "no driver", {}}};
}

EngineFactory fakeEngine(const std::shared_ptr<FakeControl>& control)
{
    return [control] { return std::make_unique<FakeEngine>(control); };
}

ModelInfoPtr fakeModel(const std::string& title)
{
    auto model = std::make_shared<ModelInfo>();
    model->title = title;
    model->config.imageSize.value = {48, 64};
    model->config.patch.value = 16;
    model->config.classes.value = 3;
    model->config.depths.value = {kLayers};
    model->config.heads.value = {kHeads};
    model->embedded = title == "default";
    if (!model->embedded)
        model->path = "/models/" + title;
    return model;
}

AnalysisPtr fakeAnalysis(const std::string& name, const ModelInfoPtr& model)
{
    TokenLayout layout;
    layout.grid = kGrid;
    Analysis analysis;
    analysis.name = name;
    analysis.file = "/pictures/" + name;
    analysis.picture = analysis.seen = Image(64, 48);
    analysis.geometry = InputGeometry::identity({48, 64});
    analysis.tokens = layout;
    analysis.predictions
        = {{ClassIndex{2}, "cat", 0.7F, 2}, {ClassIndex{0}, "dog", 0.2F, 1}, {ClassIndex{1}, "cow", 0.1F, 0}};
    analysis.record = fakeRecord();
    analysis.model = model;
    analysis.device = "cpu";
    analysis.precision = "fp32";
    analysis.threads = 1;
    analysis.ms = {1, 2, 3};
    return std::make_shared<const Analysis>(std::move(analysis));
}

}
