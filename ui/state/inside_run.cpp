// ui/state/inside_run.cpp
#include "ui/state/inside_run.h"
#include "ui/adapter/engine_client.h"
#include "ui/adapter/inside/steps_of_engine.h"
#include "ui/state/selection.h"
#include <algorithm>
#include <cmath>
#include <utility>

namespace patchlight
{
namespace
{

constexpr RequestKind kPassRequest{"inside pass", Scope::View};
constexpr RequestKind kBlockRequest{"inside block", Scope::View};
constexpr RequestKind kEndingRequest{"inside endings", Scope::View};

/// A subset of one: however it is fused, it is that head.
std::optional<int> onlyHead(const std::vector<float>& weights)
{
    const auto counts = [](float weight) { return weight > 0; };
    if (std::ranges::count_if(weights, counts) != 1)
        return std::nullopt;
    return static_cast<int>(std::ranges::find_if(weights, counts) - weights.begin());
}

InsideRun::Ending endingOf(const NdArray& logits)
{
    InsideRun::Ending ending;
    if (logits.empty())
        return ending;
    const auto best = std::max_element(logits.values.begin(), logits.values.end());
    double sum = 0;
    for (const float v : logits.values)
        sum += std::exp(static_cast<double>(v - *best));
    ending.best = ClassIndex{static_cast<int>(best - logits.values.begin())};
    ending.share = 1 / sum;
    ending.known = std::isfinite(ending.share);
    return ending;
}

}

InsideRun::InsideRun(EngineClient* engine, Selection* selection, QObject* parent)
    : QObject(parent), m_engine(engine), m_selection(selection)
{
    connect(selection, &Selection::mapChanged, this, &InsideRun::followSelection);
}

void InsideRun::setOn(bool on)
{
    if (std::exchange(m_on, on) == on)
        return;
    if (!on)
        return Q_EMIT left();
    if (m_wanted && (!m_subject || m_subject->analysis != m_wanted))
        askPass();
    else
        followSelection();
}

void InsideRun::follow(const AnalysisPtr& analysis)
{
    m_wanted = analysis;
    if (m_on && analysis)
        askPass();
}

void InsideRun::forget()
{
    m_wanted.reset();
    m_subject.reset();
    m_weights.reset();
    m_weightsOf.reset();
    Q_EMIT changed();
}

void InsideRun::askPass()
{
    const auto analysis = m_wanted;
    const bool weightsToo = m_weightsOf != analysis->model;
    const LayerIndex layer = m_selection->currentLayer();
    m_engine->ask(
        kPassRequest,
        [analysis, weightsToo, layer](Engine& engine, const RunContext& run) {
            return inside::wholeRun(engine, analysis, weightsToo, layer, run);
        },
        this, [this, analysis, layer](const Result<inside::WholeRun>& ran) {
            if (analysis != m_wanted)
                return; // the run that took its place has asked
            if (!ran)
                return ran.error().code == ErrorCode::Cancelled ? askPass() : Q_EMIT failed(ran.error());
            if (ran->weights) {
                m_weights = ran->weights;
                m_weightsOf = analysis->model;
            }
            const int channel = m_subject ? m_subject->channel : 0;
            m_subject = inside::Subject{analysis, ran->pass, ran->block.steps, m_weights, layer, {}, {}, {}, channel};
            m_blockMilliseconds = ran->block.milliseconds;
            m_asked = layer;
            followSelection();
        });
}

void InsideRun::askBlock()
{
    const auto analysis = m_subject->analysis;
    const auto pass = m_subject->pass;
    const LayerIndex layer = m_asked;
    m_engine->ask(
        kBlockRequest,
        [analysis, pass, layer](Engine& engine, const RunContext& run) {
            return inside::oneBlock(engine, *analysis, *pass, layer, run);
        },
        this, [this, pass, layer](const Result<inside::OneBlock>& block) {
            if (!m_subject || m_subject->pass != pass)
                return;
            if (!block) {
                m_asked = LayerIndex{-1};
                return block.error().code == ErrorCode::Cancelled ? followSelection() : Q_EMIT failed(block.error());
            }
            m_subject->block = block->steps;
            m_subject->layer = layer;
            m_blockMilliseconds = block->milliseconds;
            followSelection();
        });
}

void InsideRun::askEndings()
{
    const auto analysis = m_subject->analysis;
    const auto pass = m_subject->pass;
    const LayerIndex layer = m_subject->layer;
    const int token = m_subject->row();
    m_engine->ask(
        kEndingRequest,
        [analysis, pass, layer, token](Engine& engine, const RunContext& run) {
            return inside::endings(engine, *analysis, *pass, layer, token, run);
        },
        this, [this](const Result<std::vector<NdArray>>& logits) {
            if (!logits)
                return;
            for (std::size_t i = 0; i < 2; ++i)
                m_endings[i] = endingOf(logits->at(i));
            Q_EMIT endingsChanged();
        });
}

inside::Followed InsideRun::followed() const
{
    const auto& tokens = m_subject->analysis->tokens;
    const auto& query = m_selection->map().query;
    const auto ofPatch = [&](Cell cell) { return inside::Followed{tokens.patch(cell).value, cell}; };
    switch (query.kind) {
    case Query::Kind::Patches:
        if (!query.cells.empty())
            return ofPatch(query.cells.front());
        break;
    case Query::Kind::Distillation:
        return {tokens.distillation().value, {}};
    case Query::Kind::Register:
        return {tokens.registerToken(query.registerIndex).value, {}};
    default:
        break;
    }
    if (tokens.classToken)
        return {0, {}};
    return ofPatch({tokens.grid.rows / 2, tokens.grid.columns / 2}); // nobody else is there to be followed
}

HeadIndex InsideRun::head() const
{
    if (const auto* chosen = std::get_if<HeadIndex>(&m_selection->map().head))
        m_lastHead = chosen->value;
    else if (const auto only = onlyHead(m_selection->map().headWeights))
        m_lastHead = *only;
    const int heads = m_subject->hasAttention() ? m_subject->attention().heads : 1;
    return HeadIndex{std::clamp(m_lastHead, 0, heads - 1)};
}

void InsideRun::setChannel(int channel)
{
    if (!m_subject || m_subject->channel == channel)
        return;
    m_subject->channel = channel;
    Q_EMIT changed();
}

void InsideRun::showHead(HeadIndex head)
{
    if (m_subject)
        m_selection->lookAtHead(m_selection->currentLayer(), head); // whose steps may still be on their way
}

void InsideRun::stepHead(int by)
{
    if (!m_subject || !m_subject->hasAttention())
        return;
    const int heads = m_subject->attention().heads;
    showHead(HeadIndex{(m_subject->head.value + by + heads) % heads});
}

void InsideRun::setPair(int token)
{
    if (!m_subject || token < 0)
        return;
    const auto& tokens = m_subject->analysis->tokens;
    const int cell = token - tokens.prefix(), columns = std::max(1, tokens.grid.columns);
    const inside::Followed pair{token, cell < 0 ? std::nullopt : std::optional(Cell{cell / columns, cell % columns})};
    m_subject->pair = m_subject->pair == pair ? std::nullopt : std::optional(pair);
    Q_EMIT changed();
}

void InsideRun::followSelection()
{
    if (!m_on || !m_subject)
        return;
    const LayerIndex layer = m_selection->currentLayer();
    if (layer != m_subject->layer || !m_subject->block) {
        if (layer == m_asked && m_engine->open(kBlockRequest))
            return;
        m_asked = layer;
        return askBlock();
    }
    if (const auto now = followed(); std::exchange(m_subject->followed, now) != now)
        m_subject->pair.reset(); // another query
    m_subject->map = m_selection->request();
    const auto& query = m_selection->map().query;
    m_subject->region = query.kind == Query::Kind::Patches ? static_cast<int>(query.cells.size()) : 1;
    m_subject->head = head();
    m_subject->target = m_selection->map().target;
    Q_EMIT changed();
    askEndings();
}

}
