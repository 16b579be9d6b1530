// ui/state/selection.cpp: keeps the choices possible.
#include "ui/state/selection.h"
#include <algorithm>
#include <utility>

namespace patchlight
{

namespace
{

/// A class token has a position in some networks only; a patch has one in all. So that method starts at a patch.
void startAtAPatch(MapChoice& choice, GridSize grid)
{
    if (choice.method == Method::PositionSimilarity && choice.query.kind == Query::Kind::Default && grid.count() > 0)
        choice.query = Query::patch({grid.rows / 2, grid.columns / 2});
}

/// Walking through raw attention does not move the layer that Grad-CAM looks at, nor the last one of a rollout.
LayerIndex MapChoice::*layerOf(Method method)
{
    return methodInfo(method).needs == Needs::OneLayer ? &MapChoice::layer : &MapChoice::endLayer;
}

/// What the method fuses: its own layer, or all of its range.
std::pair<LayerIndex, LayerIndex> fusedLayers(const MapChoice& choice)
{
    return controlsOf(choice.method).fusion ? std::pair(choice.startLayer, choice.endLayer)
                                            : std::pair(choice.layer, choice.layer);
}

/// One weight for each head of every layer that is fused (Swin's stages differ).
bool weightsFit(const MapChoice& choice, const NetShape& shape)
{
    const auto [first, last] = fusedLayers(choice);
    for (LayerIndex layer = first; layer <= last; layer = layer.next())
        if (shape.heads[static_cast<std::size_t>(layer.value)] != static_cast<int>(choice.headWeights.size()))
            return false;
    return true;
}

/// Whether the net's embedding has that number.
bool embeddingFits(const EmbeddingTarget& target, int components)
{
    if (target.kind == EmbeddingTarget::Kind::Component)
        return target.component >= 0 && target.component < components;
    return target.kind == EmbeddingTarget::Kind::Norm || static_cast<int>(target.like.size()) == components;
}

/// An empty list grows to all heads of the layer; one that has no head left is empty again.
void setWeight(MapChoice& choice, const NetShape& shape, LayerIndex layer, HeadIndex head, float weight)
{
    auto& weights = choice.headWeights;
    weights.resize(static_cast<std::size_t>(shape.heads[static_cast<std::size_t>(layer.value)]), 0.0F);
    weights.at(static_cast<std::size_t>(head.value)) = weight;
    if (std::ranges::count_if(weights, [](float w) { return w > 0; }) == 0)
        weights.clear();
}

}

ExplainRequest Selection::request() const
{
    const auto has = controls();
    ExplainRequest request;
    request.method = m_map.method;
    if (has.layer && !(has.layerIsOptional && m_map.atPicture))
        request.layer = currentLayer();
    request.head = has.head ? m_map.head : HeadChoice{m_map.fusion};
    if ((has.head || has.fusion) && !std::holds_alternative<HeadIndex>(request.head))
        request.headWeights = m_map.headWeights;
    if (has.query)
        request.query = m_map.query;
    request.query.inverse = request.query.inverse && has.inverse;
    if (has.target && m_shape.components > 0)
        request.embedding = m_map.embedding;
    else if (has.target)
        request.target = m_map.target;
    request.lowers = has.sign && m_map.lowers;
    if (has.alpha)
        request.alpha = m_map.alpha;
    if (has.discard)
        request.discard = m_map.discard;
    if (has.range) {
        request.startLayer = m_map.startLayer;
        request.endLayer = m_map.endLayer;
    }
    request.steps = m_map.steps;
    return request;
}

void Selection::setMap(MapChoice choice)
{
    choice = fitting(std::move(choice));
    if (choice == m_map)
        return;
    m_map = std::move(choice);
    Q_EMIT mapChanged();
}

void Selection::setLook(const LookChoice& choice)
{
    if (choice == m_look)
        return;
    m_look = choice;
    Q_EMIT lookChanged();
}

void Selection::setHeads(const HeadsChoice& choice)
{
    if (choice == m_heads)
        return;
    m_heads = choice;
    Q_EMIT headsChanged();
}

void Selection::setShape(const NetShape& shape, const std::optional<Query>& moved)
{
    if (shape == m_shape)
        return setQuery(moved.value_or(m_map.query));
    const bool otherDepth = shape.heads != m_shape.heads;
    const bool otherClasses = shape.classes != m_shape.classes || shape.components != m_shape.components;
    m_shape = shape;
    MapChoice choice = m_map;
    choice.query = moved.value_or(choice.query);
    if (otherDepth) {
        choice.layer = choice.endLayer = LayerIndex{std::max(0, shape.layers() - 1)};
        choice.startLayer = LayerIndex{0};
        choice.head = HeadFusion::Mean;
    }
    if (otherClasses) {
        choice.target.reset();
        choice.embedding = {};
        choice.lowers = false;
    }
    if (!methodFits(choice.method, shape))
        choice.method = firstThatFits(shape);
    startAtAPatch(choice, shape.tokens.grid);
    choice = fitting(std::move(choice));
    const bool otherMap = choice != m_map;
    m_map = std::move(choice); // whoever hears of the network finds a choice that it can answer
    Q_EMIT shapeChanged();
    if (otherMap)
        Q_EMIT mapChanged();
}

MapChoice Selection::fitting(MapChoice c) const
{
    const int last = std::max(0, m_shape.layers() - 1);
    const auto within = [last](LayerIndex layer) { return LayerIndex{std::clamp(layer.value, 0, last)}; };
    c.layer = within(c.layer);
    c.endLayer = within(c.endLayer);
    c.startLayer = LayerIndex{std::clamp(c.startLayer.value, 0, c.endLayer.value)};
    if (m_shape.layers() == 0)
        return c;
    if (const auto* head = std::get_if<HeadIndex>(&c.head))
        c.head = HeadIndex{std::clamp(head->value, 0, std::max(1, m_shape.heads[static_cast<std::size_t>(c.layer.value)]) - 1)};
    if (!weightsFit(c, m_shape))
        c.headWeights.clear();
    if (!embeddingFits(c.embedding, m_shape.components))
        c.embedding = {};
    const auto grid = m_shape.tokens.grid;
    const auto outside = [grid](Cell cell) {
        return cell.row < 0 || cell.column < 0 || cell.row >= grid.rows || cell.column >= grid.columns;
    };
    const bool distilled = c.query.kind == Query::Kind::Distillation || c.query.kind == Query::Kind::TokenDifference;
    const bool noSuchToken = (distilled && !m_shape.tokens.distillationToken)
        || (c.query.kind == Query::Kind::ClassToken && !m_shape.tokens.classToken)
        || (c.query.kind == Query::Kind::Register && c.query.registerIndex >= m_shape.tokens.registers);
    if (noSuchToken || std::any_of(c.query.cells.begin(), c.query.cells.end(), outside))
        c.query = {};
    c.alpha = std::clamp(c.alpha, 0.0F, 0.99F);
    c.discard = std::clamp(c.discard, 0.0F, 0.99F);
    return c;
}

void Selection::setMethod(Method method)
{
    if (!methodFits(method, m_shape))
        return;
    editMap([this, method](MapChoice& c) {
        c.method = method;
        startAtAPatch(c, m_shape.tokens.grid);
    });
}

LayerIndex Selection::currentLayer() const
{
    return m_map.*layerOf(m_map.method);
}

void Selection::setCurrentLayer(LayerIndex layer)
{
    editMap([layer, optional = controls().layerIsOptional](MapChoice& c) {
        c.*layerOf(c.method) = layer;
        c.atPicture = c.atPicture && !optional;
    });
}

void Selection::stepLayer(int by)
{
    setCurrentLayer(LayerIndex{currentLayer().value + by});
}

void Selection::stepHead(int by)
{
    if (m_shape.layers() == 0 || !m_shape.attends)
        return;
    const LayerIndex layer = m_map.method == Method::Attention ? m_map.layer : currentLayer();
    const int heads = m_shape.heads[static_cast<std::size_t>(layer.value)];
    const auto* head = std::get_if<HeadIndex>(&m_map.head);
    const int next = ((head ? head->value : heads) + by + heads + 1) % (heads + 1);
    selectHead(layer, next == heads ? HeadChoice{HeadFusion::Mean} : HeadChoice{HeadIndex{next}});
}

void Selection::selectHead(LayerIndex layer, HeadChoice head)
{
    editMap([layer, head](MapChoice& c) {
        c.method = Method::Attention;
        c.layer = layer;
        c.head = head;
        c.headWeights.clear();
    });
}

void Selection::lookAtHead(LayerIndex layer, HeadIndex head)
{
    editMap([layer, head, asks = controls().head](MapChoice& c) {
        c.layer = layer; // whose heads they are
        c.head = head;
        if (asks)
            c.headWeights.clear();
    });
}

void Selection::toggleHead(LayerIndex layer, HeadIndex head)
{
    if (layer.value >= m_shape.layers() || !m_shape.attends)
        return;
    const auto has = controls();
    const LayerIndex before = m_map.layer;
    const bool chosen = std::holds_alternative<HeadIndex>(m_map.head) || !m_map.headWeights.empty();
    const bool leaves = has.head && before != layer && chosen;
    editMap([&](MapChoice& c) {
        if (!has.fusion) {
            const auto* alone = std::get_if<HeadIndex>(&c.head);
            const bool goesOn = has.head && c.layer == layer;
            if (!goesOn || alone)
                c.headWeights.clear();
            c.method = Method::Attention;
            c.layer = layer;
            if (goesOn && alone)
                setWeight(c, m_shape, layer, *alone, 1);
            if (alone)
                c.head = HeadFusion::Mean;
        }
        setWeight(c, m_shape, layer, head, fuses(layer, head) ? 0.0F : 1.0F);
    });
    if (leaves)
        Q_EMIT subsetLeft(before);
}

bool Selection::fuses(LayerIndex layer, HeadIndex head) const
{
    const auto [first, last] = fusedLayers(m_map);
    const auto weights = request().headWeights;
    const auto place = static_cast<std::size_t>(head.value);
    return first <= layer && layer <= last && place < weights.size() && weights[place] > 0;
}

void Selection::setQuery(const Query& query)
{
    editMap([&query](MapChoice& c) { c.query = query; });
}

void Selection::moveQuery(int rows, int columns)
{
    const auto grid = m_shape.tokens.grid;
    if (grid.count() == 0)
        return;
    const auto& query = m_map.query;
    Cell cell{grid.rows / 2, grid.columns / 2}; // from a token, the first step lands in the middle
    if (query.kind == Query::Kind::Patches && !query.cells.empty()) {
        cell = query.cells.front();
        cell.row = std::clamp(cell.row + rows, 0, grid.rows - 1);
        cell.column = std::clamp(cell.column + columns, 0, grid.columns - 1);
    }
    Query moved = Query::patch(cell);
    moved.inverse = query.inverse;
    setQuery(moved);
}

void Selection::toggleOverlay()
{
    editLook([](LookChoice& l) { l.overlay = !l.overlay; });
}

}
