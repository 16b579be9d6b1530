// ui/view/window/compare_view.cpp: linking two canvases and saying how alike their maps are.
#include "ui/view/window/compare_view.h"
#include "ui/adapter/map_comparison.h"
#include "ui/adapter/map_painter.h"
#include "ui/adapter/texts.h"
#include "ui/state/comparison.h"
#include "ui/state/session.h"
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/controls/segmented_control.h"
#include "ui/view/widgets/strip_layout.h"
#include "ui/view/window/canvas_area.h"
#include "ui/view/window/panel.h"
#include "ui/view/window/shown_layer.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

QPushButton* makeButton(const QString& text, const QString& name, const QString& toolTip)
{
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(toolTip);
    button->setProperty("kind", u"flat"_s);
    return button;
}

constexpr int kWidthForWords = 600;

QString signedNumber(float value)
{
    return QString::number(value, 'f', 2).replace(u'-', QChar(0x2212));
}

}

CompareView::CompareView(Session* session, Comparison* comparison, ImageCanvas* canvas, QWidget* parent)
    : QWidget(parent), m_session(session), m_comparison(comparison), m_canvas(canvas)
{
    m_beside = new ImageCanvas;
    m_beside->setObjectName(u"canvasBeside"_s);
    m_beside->setAccessibleName(tr("Picture with the held map"));
    m_beside->setDimOutside(true);
    m_beside->setQueryPossible(false, tr("This map is held; ask on the other side"));
    m_line = separator(Qt::Vertical);
    m_strip = buildStrip();
    auto* pictures = new QHBoxLayout;
    pictures->setSpacing(0);
    pictures->addWidget(m_canvas, 1);
    pictures->addWidget(m_line);
    pictures->addWidget(m_beside, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addLayout(pictures, 1);
    setFocusProxy(m_canvas);
    link();
    showMaps();
}

QWidget* CompareView::buildStrip()
{
    auto* strip = new QWidget;
    strip->setObjectName(u"compareStrip"_s);
    strip->setProperty("surface", u"panel"_s);
    strip->setAttribute(Qt::WA_StyledBackground);
    m_numbers = new QLabel;
    m_numbers->setObjectName(u"likeness"_s);
    m_numbers->setWordWrap(true);
    m_numbers->setToolTip(tr("Rank correlation (Spearman, \u03c1) asks whether both maps order the patches alike, correlation "
                             "(Pearson, r) whether their values rise and fall together. 1 is alike, 0 is unrelated."));
    m_show = new SegmentedControl;
    m_show->setObjectName(u"compareShow"_s);
    m_show->setAccessibleName(tr("Beside it"));
    m_show->setOptions({tr("Held map"), tr("Difference")});
    m_show->setToolTip(tr("Beside the map: the one that is held, or what the map has more or less than it, each divided by the sum of its values"));
    m_show->setMinimumWidth(m_show->sizeHint().width());
    m_swap = makeButton(tr("Swap"), u"compareSwap"_s, tr("The held map becomes the one you change"));
    m_hold = makeButton(tr("Hold this"), u"compareHold"_s, tr("Holds the map at the left instead"));
    auto* row = new StripLayout(strip);
    row->setWords(m_numbers);
    row->addWidget(m_show);
    row->addWidget(m_swap);
    row->addWidget(m_hold);
    connect(m_show, &SegmentedControl::chosen, m_comparison,
        [this](int index) { m_comparison->setShow(static_cast<Comparison::Show>(index)); });
    connect(m_swap, &QPushButton::clicked, m_comparison, &Comparison::swap);
    connect(m_hold, &QPushButton::clicked, m_comparison, &Comparison::hold);
    return strip;
}

void CompareView::link()
{
    connect(m_canvas, &ImageCanvas::viewChanged, m_beside, [this] { followView(); });
    connect(m_beside, &ImageCanvas::viewChanged, m_canvas, [this] {
        if (linked() && m_comparison->active())
            m_canvas->setView(m_beside->view());
    });
    connect(m_canvas, &ImageCanvas::patchHovered, m_beside, &ImageCanvas::setLinkedHover);
    connect(m_beside, &ImageCanvas::patchHovered, m_canvas, &ImageCanvas::setLinkedHover);
    connect(m_beside, &ImageCanvas::overlayVisibilityChanged, this,
        [this](bool visible) { m_session->selection().editLook([visible](LookChoice& l) { l.overlay = visible; }); });
    for (ImageCanvas* canvas : {m_canvas, m_beside})
        connect(canvas, &ImageCanvas::captionChanged, this, &CompareView::alignCaptions);
    connect(m_comparison, &Comparison::changed, this, &CompareView::showMaps);
    connect(m_session, &Session::mapChanged, this, &CompareView::showMaps);
    connect(m_session, &Session::analysisChanged, this, &CompareView::showMaps);
    connect(&m_session->selection(), &Selection::lookChanged, this, &CompareView::showMaps);
}

void CompareView::alignCaptions()
{
    const bool both = m_comparison->active() && m_comparison->held();
    const int room = both ? std::max(m_canvas->captionHeight(), m_beside->captionHeight()) : 0;
    for (ImageCanvas* canvas : {m_canvas, m_beside})
        canvas->setCaptionRoom(room);
}

void CompareView::setFoot(int room)
{
    for (ImageCanvas* canvas : {m_canvas, m_beside})
        canvas->setFoot(room);
}

void CompareView::showMaps()
{
    const bool active = m_comparison->active() && m_comparison->held();
    m_strip->setVisible(active);
    m_line->setVisible(active);
    m_beside->setVisible(active);
    m_show->setCurrent(static_cast<int>(m_comparison->show()));
    m_show->setEnabled(m_comparison->ofOnePlace());
    m_swap->setEnabled(m_comparison->ofOneRun());
    if (!active) {
        alignCaptions();
        return m_pictureBeside.reset();
    }
    showPicture();
    showNumbers();
    showBeside();
}

void CompareView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_line->setFixedWidth(width() % 2 == 0 ? 2 : 1); // so that both sides are as wide, and fit alike
    if (m_comparison->active())
        showNumbers();
}

/// Pictures of one size: the same place can be shown.
bool CompareView::linked() const
{
    return m_beside->picture().size() == m_canvas->picture().size();
}

void CompareView::followView()
{
    if (linked())
        m_beside->setView(m_canvas->view());
}

/// The held map's own, which the live one may have left.
void CompareView::showPicture()
{
    const auto& of = m_comparison->held()->analysis;
    const bool input = m_session->selection().look().networkInput;
    if (m_pictureBeside == of && m_inputBeside == input)
        return;
    m_pictureBeside = of;
    m_inputBeside = input;
    m_beside->setPicture(shownPicture(of, input).pixels);
}

void CompareView::showNumbers()
{
    const auto& live = m_session->shown();
    const auto& held = m_comparison->held();
    if (!live || !held)
        return;
    if (live == held)
        return m_numbers->setText(width() >= scaled(kWidthForWords)
                ? tr("This map is held; now choose another method, layer, head or class.")
                : tr("Now choose another map."));
    if (!m_comparison->ofOnePicture())
        return m_numbers->setText(tr("These maps are of two pictures, so there is no number to compare them."));
    if (!m_comparison->ofOnePlace())
        return m_numbers->setText(tr("These models see different parts of the picture, so there is no number to compare their maps."));
    const auto maps = comparedMaps(*live, *held);
    if (maps.live.empty())
        return m_numbers->setText(tr("Colours have no scale, so there is no number to compare these maps."));
    const auto likeness = likenessOf(maps.live, maps.held);
    if (!likeness)
        return m_numbers->setText(tr("These maps have different grids, so there is no number to compare them."));
    const QString words = width() >= scaled(kWidthForWords)
        ? tr("rank correlation <b>%1</b> &nbsp; correlation <b>%2</b>")
        : tr("\u03c1 <b>%1</b> &nbsp; r <b>%2</b>");
    const QString text = words.arg(signedNumber(likeness->rank), signedNumber(likeness->linear));
    m_numbers->setText(maps.withoutQuery ? text + u" &nbsp; "_s + tr("without the query itself") : text);
}

ShownMapPtr CompareView::difference() const
{
    if (!m_comparison->active() || !m_comparison->held() || m_comparison->show() == Comparison::Show::Held)
        return nullptr;
    const ShownMapPtr beside = mapBeside();
    return beside == m_comparison->held() ? nullptr : beside;
}

/// The held map, or the live one minus the held one.
ShownMapPtr CompareView::mapBeside() const
{
    const auto& live = m_session->shown();
    const auto& held = m_comparison->held();
    if (m_comparison->show() == Comparison::Show::Held || !live || !m_comparison->ofOnePlace())
        return held;
    const auto maps = comparedMaps(*live, *held);
    Grid<float> difference = signedDifference(maps.live, maps.held);
    if (difference.empty())
        return held;
    Explanation explanation;
    explanation.map = std::move(difference);
    explanation.isSigned = true;
    explanation.request = held->request();
    return std::make_shared<const ShownMap>(ShownMap{held->analysis, std::move(explanation)});
}

void CompareView::showBeside()
{
    const LookChoice& choice = m_session->selection().look();
    const auto& held = m_comparison->held();
    const ShownMapPtr beside = mapBeside();
    const auto& live = m_session->analysis();
    const QString apart = live ? toldApart(*held->analysis, *live) : QString();
    if (beside != held) {
        const QString title = apart.isEmpty() ? mapTitle(*held) : apart + u" · "_s + mapTitle(*held);
        const bool all = !comparedMaps(*m_session->shown(), *held).withoutQuery;
        m_beside->setCaption(tr("difference"),
            withoutGaps((all ? tr("left minus (%1), both scaled to sum 1 first") : tr("left minus (%1), both scaled to sum 1 first, without the query itself")).arg(title)));
    } else
        m_beside->setCaption(apart.isEmpty() ? tr("held") : apart, mapTitle(*held));
    m_beside->setOverlayVisible(choice.overlay);
    m_beside->setPatchGridVisible(choice.look.patchGrid);
    m_beside->setDimOutside(choice.look.opacity > 0);
    const GridSize grid = held->analysis->tokens.grid;
    auto hidden = hiddenCells(held->analysis->interventions);
    if (beside != held) // a difference is of two runs: what both hid
        hidden.removeIf([live = hiddenCells(m_session->shown()->analysis->interventions)](QPoint cell) { return !live.contains(cell); });
    m_beside->setHidden(hidden, {grid.columns, grid.rows});
    m_beside->setMap(layerOf(beside, ownLook(beside->explanation, choice.look), choice.networkInput));
    const GridSize map = beside->map().size();
    m_beside->setQuery(controlsOf(held->request().method).query
            ? canvasQuery(held->request().query, {grid.columns, grid.rows}, {map.columns, map.rows})
            : CanvasQuery{});
    followView();
}

}
