// ui/view/heads/heads_grid.cpp: what it is told, where cells lie, mouse and keys.
#include "ui/view/heads/heads_grid.h"
#include "ui/view/heads/head_preview.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/controls/overlay_scroll_bar.h"
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int smallestSide = 25, largestSide = 112, flowSide = 48;
constexpr int cellGap = 4; // between cells; leaves room for the ring
constexpr int captionHeight = 15; // under a cell when ordered or folded
constexpr int betweenLayers = 6; // at least; leaves room for the ring
constexpr double worthIt = 1.4; // how much larger thumbnails must be before a layer's heads stand side by side
constexpr int usualWidth = 1230, usualHeight = 164; // what the grid has in a window of 1440 × 900
constexpr int previewMilliseconds = 350;

}

HeadsGrid::HeadsGrid(QWidget* parent) : QAbstractScrollArea(parent)
{
    setObjectName(u"headsGrid"_s);
    setAccessibleName(tr("Layers and heads"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(NoFrame);
    viewport()->setMouseTracking(true);
    new OverlayScrollBar(this);
    m_previewDelay.setSingleShot(true);
    m_previewDelay.setInterval(previewMilliseconds);
    connect(&m_previewDelay, &QTimer::timeout, this, &HeadsGrid::showPreview);
}

HeadsGrid::~HeadsGrid() = default;

void HeadsGrid::setShape(const QVector<int>& headsPerLayer, bool fused, const QString& fusedName)
{
    m_shape = HeadsShape(headsPerLayer, fused);
    m_fusedName = fusedName.isEmpty() ? tr("mean") : fusedName;
    m_thumbnails.clear();
    if (m_selected && !m_shape.placeOf(*m_selected))
        m_selected.reset();
    hover({});
    layOut();
}

void HeadsGrid::setNothing(const QString& sentence)
{
    m_nothing = sentence;
    setAccessibleDescription(sentence);
    viewport()->update();
}

void HeadsGrid::setOrder(const QVector<HeadCell>& order)
{
    m_shape.setOrder(order);
    horizontalScrollBar()->setValue(0);
    verticalScrollBar()->setValue(0);
    layOut();
}

void HeadsGrid::setRenderer(Renderer renderer)
{
    m_renderer = std::move(renderer);
    ++m_generation;
    if (!m_renderer)
        m_thumbnails.clear();
    viewport()->update();
    if (m_preview && m_preview->isVisible())
        showPreview(); // of the new maps
}

void HeadsGrid::setDescriber(Describer describer)
{
    m_describer = std::move(describer);
}

void HeadsGrid::setSelected(std::optional<HeadCell> cell)
{
    if (cell == m_selected)
        return;
    m_selected = cell;
    m_reveal = cell.has_value();
    if (cell)
        reveal(*cell);
    announceValue(this);
    viewport()->update();
}

void HeadsGrid::setCurrentLayer(int layer)
{
    m_currentLayer = layer;
    viewport()->update();
}

void HeadsGrid::setColours(Colours colours)
{
    if (!colours && !m_colours)
        return;
    m_colours = std::move(colours);
    viewport()->update();
}

void HeadsGrid::setSubset(std::function<bool(HeadCell)> isInSubset)
{
    m_isInSubset = std::move(isInSubset);
    viewport()->update();
}

void HeadsGrid::choose(HeadCell cell)
{
    setSelected(cell);
    reveal(cell);
    Q_EMIT cellChosen(cell.layer, cell.head);
}

void HeadsGrid::step(int heads)
{
    if (m_shape.isEmpty())
        return;
    const HeadCell from = m_selected.value_or(HeadCell{std::max(0, m_currentLayer), 0});
    const HeadCell to = m_selected ? m_shape.stepped(from, heads) : from;
    if (to != m_selected)
        choose(to);
}

/// Of a thumbnail with `fold` columns to a layer.
int HeadsGrid::sideFor(int fold, QSize room) const
{
    const int rows = (m_shape.mostCells() + fold - 1) / fold;
    const int caption = fold > 1 ? scaled(captionHeight) : 0;
    const int across = room.width() - (fold > 1 ? 0 : m_labelWidth);
    const int high = room.height() / std::max(1, rows) - cellGap - caption;
    const int wide = (across / std::max(1, m_shape.layers()) - betweenLayers) / fold - cellGap;
    return std::min({high, wide, scaled(largestSide)});
}

/// The number of columns to a layer that makes the thumbnails largest; more than one only where it is worth it.
int HeadsGrid::foldFor(QSize room) const
{
    int best = 1;
    for (int fold = 2; fold <= m_shape.mostCells(); ++fold)
        if (sideFor(fold, room) > sideFor(best, room) * (best == 1 ? worthIt : 1.0))
            best = fold;
    return sideFor(best, room) < scaled(smallestSide) ? 1 : best;
}

/// As in a window of the usual size, so that a head is found where it was; otherwise only where it would not be seen.
void HeadsGrid::foldToFit(QSize room)
{
    const int usual = foldFor({scaled(usualWidth), scaled(usualHeight)});
    m_shape.setFold(sideFor(usual, room) >= scaled(smallestSide) ? usual : foldFor(room));
}

int HeadsGrid::blockWidth() const
{
    return m_shape.fold() * (m_side + cellGap) - cellGap;
}

QString HeadsGrid::headCaption(int head) const
{
    const int pitch = m_side + cellGap;
    const bool roomy = paint::textWidth(smallFont(), tr("head %1").arg(m_shape.mostHeads() - 1)) + metric::tiny <= pitch;
    return roomy ? tr("head %1").arg(head) : QString::number(head);
}

void HeadsGrid::layOut()
{
    const bool flow = m_shape.ordered();
    const QSize room = viewport()->size();
    m_headerHeight = flow ? 8 : scaled(26);
    m_labelWidth = 0;
    const int height = room.height() - m_headerHeight - 6;
    if (!flow) {
        const double head = paint::textWidth(smallFont(), tr("head %1").arg(std::max(10, m_shape.mostHeads())));
        m_labelWidth = qCeil(std::max(head, paint::textWidth(smallFont(), m_fusedName))) + scaled(16);
        foldToFit({room.width(), height});
        m_labelWidth = m_shape.fold() > 1 ? 0 : m_labelWidth; // folded, each thumbnail has its own
    }
    const int caption = flow || m_shape.fold() > 1 ? scaled(captionHeight) : 0;
    if (flow)
        m_shape.setFlowRows(height / (scaled(flowSide) + caption + cellGap));
    const int rows = std::max(1, m_shape.rows());
    const int across = room.width() - m_labelWidth;
    const int blocks = std::max(1, m_shape.columns() / m_shape.fold());
    // Rows are seen whole: where not all have room, as many as have.
    const int least = scaled(smallestSide) + cellGap + caption;
    const int seen = std::clamp(height / least, 1, rows);
    const int fits = std::min(height / seen - cellGap - caption, (across / blocks - betweenLayers) / m_shape.fold() - cellGap);
    m_side = flow ? scaled(flowSide) : std::clamp(fits, scaled(smallestSide), scaled(largestSide));
    m_rowPitch = m_side + cellGap + caption;
    const int widest = blockWidth() + std::max(scaled(68), m_side);
    m_pitch = std::max(blockWidth() + betweenLayers, std::min(across / blocks, widest));
    horizontalScrollBar()->setRange(0, std::max(0, blocks * m_pitch - across));
    horizontalScrollBar()->setPageStep(across);
    horizontalScrollBar()->setSingleStep(m_pitch);
    m_rowsHeight = std::clamp(height / m_rowPitch, 1, rows) * m_rowPitch;
    verticalScrollBar()->setRange(0, std::max(0, rows * m_rowPitch - m_rowsHeight));
    verticalScrollBar()->setPageStep(m_rowsHeight);
    verticalScrollBar()->setSingleStep(m_rowPitch);
    if (m_reveal && m_selected)
        reveal(*m_selected);
    viewport()->update();
}

QRect HeadsGrid::cellRect(int column, int row) const
{
    const int block = column / m_shape.fold();
    const int x = m_labelWidth + block * m_pitch - horizontalScrollBar()->value();
    const int y = m_headerHeight + cellGap / 2 + row * m_rowPitch - verticalScrollBar()->value();
    const int within = (m_pitch - blockWidth()) / 2 + column % m_shape.fold() * (m_side + cellGap);
    return {x + within, y, m_side, m_side};
}

QRect HeadsGrid::thumbnailRect(HeadCell cell) const
{
    const auto place = m_shape.placeOf(cell);
    return place ? cellRect(place->x(), place->y()) : QRect();
}

std::optional<HeadCell> HeadsGrid::cellAt(QPoint at) const
{
    if (at.x() < m_labelWidth || at.y() < m_headerHeight)
        return {};
    const int across = at.x() - m_labelWidth + horizontalScrollBar()->value();
    const int within = (across % m_pitch - (m_pitch - blockWidth()) / 2 + cellGap / 2) / (m_side + cellGap);
    const int column = across / m_pitch * m_shape.fold() + std::clamp(within, 0, m_shape.fold() - 1);
    const int row = (at.y() - m_headerHeight + verticalScrollBar()->value()) / m_rowPitch;
    const auto cell = m_shape.at(column, row);
    return cell && cellRect(column, row).adjusted(-cellGap, -cellGap, cellGap, cellGap).contains(at) ? cell : std::nullopt;
}

void HeadsGrid::reveal(HeadCell cell)
{
    const auto place = m_shape.placeOf(cell);
    if (!place)
        return;
    const auto into = [](QScrollBar* bar, int from, int length) {
        const int room = bar->pageStep();
        bar->setValue(std::clamp(bar->value(), from + length - room, from));
    };
    into(horizontalScrollBar(), place->x() / m_shape.fold() * m_pitch, m_pitch);
    into(verticalScrollBar(), place->y() * m_rowPitch, m_rowPitch);
}

void HeadsGrid::hover(std::optional<HeadCell> cell)
{
    if (cell == m_hovered)
        return;
    m_hovered = cell;
    viewport()->setCursor(cell ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
    if (!cell && m_preview)
        m_preview->hide();
    if (cell && m_preview && m_preview->isVisible())
        showPreview();
    else if (cell)
        m_previewDelay.start();
    else
        m_previewDelay.stop();
}

void HeadsGrid::showPreview()
{
    if (!m_hovered || !m_renderer || !isVisible())
        return;
    if (!m_preview)
        m_preview = new HeadPreview(this);
    const QString head = m_hovered->fused() ? m_fusedName : tr("head %1").arg(m_hovered->head);
    const QRect cell = thumbnailRect(*m_hovered);
    m_preview->popup(m_renderer(*m_hovered, m_preview->imageSide()),
        tr("layer %1 · %2").arg(m_hovered->layer).arg(head), m_describer ? m_describer(*m_hovered) : QString(),
        QRect(viewport()->mapToGlobal(cell.topLeft()), cell.size()));
}

bool HeadsGrid::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        hover({});
    return QAbstractScrollArea::viewportEvent(event);
}

void HeadsGrid::resizeEvent(QResizeEvent*)
{
    layOut();
}

void HeadsGrid::scrollContentsBy(int, int)
{
    hover({});
    viewport()->update();
}

void HeadsGrid::mousePressEvent(QMouseEvent* event)
{
    const auto cell = cellAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !cell)
        return;
    if (event->modifiers().testFlag(Qt::ControlModifier) && !cell->fused())
        Q_EMIT cellToggled(cell->layer, cell->head);
    else
        choose(*cell);
}

void HeadsGrid::mouseMoveEvent(QMouseEvent* event)
{
    hover(cellAt(event->position().toPoint()));
}

void HeadsGrid::wheelEvent(QWheelEvent* event)
{
    m_reveal = false; // it was moved on purpose

    const bool onlyAcross = verticalScrollBar()->maximum() == 0 && event->angleDelta().x() == 0;
    if (onlyAcross)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - event->angleDelta().y());
    else
        QAbstractScrollArea::wheelEvent(event);
    event->accept();
}

void HeadsGrid::keyPressEvent(QKeyEvent* event)
{
    if (m_shape.isEmpty())
        return QAbstractScrollArea::keyPressEvent(event);
    const HeadCell from = m_selected.value_or(HeadCell{std::max(0, m_currentLayer), 0});
    const int far = m_shape.columns();
    const auto go = [&](int columns, int rows) {
        const HeadCell to = m_selected ? m_shape.moved(from, columns, rows) : from;
        if (to != m_selected)
            choose(to);
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return go(-1, 0);
    case Qt::Key_Right:
        return go(1, 0);
    case Qt::Key_Up:
        return go(0, -1);
    case Qt::Key_Down:
        return go(0, 1);
    case Qt::Key_Home:
        return go(-far, 0);
    case Qt::Key_End:
        return go(far, 0);
    case Qt::Key_Comma:
        return step(-1);
    case Qt::Key_Period:
        return step(1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return choose(from);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void HeadsGrid::hideEvent(QHideEvent*)
{
    hover({});
}

QString HeadsGrid::spokenValue() const
{
    if (!m_selected)
        return tr("no head chosen");
    if (m_selected->fused())
        return tr("layer %1, %2").arg(m_selected->layer).arg(m_fusedName);
    return tr("layer %1, head %2").arg(m_selected->layer).arg(m_selected->head);
}

QSize HeadsGrid::sizeHint() const
{
    return {scaled(720), scaled(26) + 3 * (scaled(44) + cellGap) + 8};
}

QSize HeadsGrid::minimumSizeHint() const
{
    return {scaled(200), scaled(26) + scaled(smallestSide) + 2 * cellGap};
}

}
