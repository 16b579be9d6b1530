// ui/view/window/compare_view.cpp: linking two canvases and saying how alike their maps are.
#include "ui/view/window/compare_view.h"
#include "ui/adapter/map_comparison.h"
#include "ui/adapter/map_painter.h"
#include "ui/state/comparison.h"
#include "ui/state/session.h"
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/charts/colour_bar.h"
#include "ui/view/widgets/controls/segmented_control.h"
#include "ui/view/window/panel.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

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

/// What the canvas beside shows.
struct Beside {
    Grid<float> map;
    Look look;
    QString title;
};

constexpr int kRoomForWords = 600;

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
    m_numbers->setToolTip(tr("Rank correlation (Spearman) asks whether both maps order the patches alike, similarity "
                             "(Pearson) whether their values rise and fall together. 1 is alike, 0 is unrelated."));
    m_show = new SegmentedControl;
    m_show->setObjectName(u"compareShow"_s);
    m_show->setAccessibleName(tr("Beside it"));
    m_show->setOptions({tr("Held map"), tr("Difference")});
    m_show->setMinimumWidth(m_show->sizeHint().width());
    m_swap = makeButton(tr("Swap"), u"compareSwap"_s, tr("The held map becomes the one you change"));
    m_hold = makeButton(tr("Hold this"), u"compareHold"_s, tr("Holds the map at the left instead"));
    auto* row = new QHBoxLayout(strip);
    row->setContentsMargins(metric::medium, metric::tiny, metric::small, metric::tiny);
    row->setSpacing(metric::small);
    row->addWidget(m_numbers, 1);
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
    connect(m_canvas, &ImageCanvas::viewChanged, m_beside, [this] { m_beside->setView(m_canvas->view()); });
    connect(m_beside, &ImageCanvas::viewChanged, m_canvas, [this] {
        if (fresh() && m_comparison->active())
            m_canvas->setView(m_beside->view());
    });
    connect(m_canvas, &ImageCanvas::patchHovered, m_beside, &ImageCanvas::setLinkedHover);
    connect(m_beside, &ImageCanvas::patchHovered, m_canvas, &ImageCanvas::setLinkedHover);
    connect(m_beside, &ImageCanvas::overlayVisibilityChanged, this,
        [this](bool visible) { m_session->selection().editLook([visible](LookChoice& l) { l.overlay = visible; }); });
    connect(m_comparison, &Comparison::changed, this, &CompareView::showMaps);
    connect(m_session, &Session::mapChanged, this, &CompareView::showMaps);
    connect(&m_session->selection(), &Selection::lookChanged, this, &CompareView::showMaps);
}

void CompareView::showMaps()
{
    const bool active = m_comparison->active() && m_session->analysis();
    m_strip->setVisible(active);
    m_line->setVisible(active);
    m_beside->setVisible(active);
    m_show->setCurrent(static_cast<int>(m_comparison->show()));
    m_swap->setEnabled(m_comparison->held().has_value());
    if (!active)
        return;
    if (!fresh())
        showPicture();
    showNumbers();
    showBeside();
}

void CompareView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_hold->setVisible(width() >= scaled(kRoomForWords));
    if (m_comparison->active())
        showNumbers();
}

bool CompareView::fresh() const
{
    return m_beside->picture().cacheKey() == m_canvas->picture().cacheKey();
}

void CompareView::showPicture()
{
    m_beside->setPicture(m_canvas->picture());
    m_beside->setView(m_canvas->view());
}

void CompareView::showNumbers()
{
    const auto& live = m_session->explanation();
    const auto& held = m_comparison->held();
    if (!held) {
        m_numbers->setText(tr("The held map was of the picture before; hold another one."));
        return;
    }
    if (!live)
        return;
    const auto likeness = likenessOf(live->map, held->map);
    if (!likeness) {
        m_numbers->setText(tr("These maps have different grids, so there is no number to compare them."));
        return;
    }
    const QString words = width() >= scaled(kRoomForWords)
        ? tr("rank correlation <b>%1</b> &nbsp; similarity <b>%2</b>")
        : tr("\u03c1 <b>%1</b> &nbsp; r <b>%2</b>");
    m_numbers->setText(words.arg(signedNumber(likeness->rank), signedNumber(likeness->linear)));
}

void CompareView::showBeside()
{
    const auto analysis = m_session->analysis();
    const auto& live = m_session->explanation();
    const auto& held = m_comparison->held();
    m_beside->setOverlayVisible(m_session->selection().look().overlay);
    if (!held) {
        m_beside->setCaption(tr("nothing held"), {});
        m_beside->setRenderer({});
        return;
    }
    Beside shown{held->map, m_session->selection().look().look, mapTitle(*analysis, *held, m_comparison->heldRun())};
    const Grid<float> difference = live ? signedDifference(live->map, held->map) : Grid<float>();
    const bool subtract = m_comparison->show() == Comparison::Show::Difference && !difference.empty();
    if (subtract) {
        shown.map = difference;
        shown.title = tr("left minus %1").arg(shown.title);
    }
    if (subtract || held->isSigned)
        shown.look.colours = ColourMap::BlueRed; // a sequential map would hide the sign
    shown.look.range = mapRange(shown.map, subtract || held->isSigned);
    shown.look.patchGrid = false;
    const InputGeometry geometry = shownGeometry(*analysis, m_session->selection().look().networkInput);
    const RectF field = geometry.fieldOfView();
    const QSize grid(shown.map.columns(), shown.map.rows());
    QVector<QRgb> colours;
    const auto channels = subtract ? std::vector<Grid<float>>() : held->colours;
    if (channels.empty())
        for (const QColor& colour : colourTable(shown.look.colours))
            colours << colour.rgb();
    m_beside->setCaption(shown.title, {});
    m_beside->setFieldOfView({field.x, field.y, field.width, field.height}, grid);
    m_beside->setMapValues({QVector<float>(shown.map.values().begin(), shown.map.values().end()), grid});
    QVector<QPoint> marks;
    for (const Cell mark : subtract ? std::vector<Cell>() : held->marks)
        marks << QPoint(mark.column, mark.row);
    m_beside->setMarks(marks);
    m_beside->setPatchGridVisible(m_session->selection().look().look.patchGrid);
    m_beside->setDimOutside(m_session->selection().look().look.opacity > 0);
    m_beside->colourBar()->setColours(colours);
    m_beside->colourBar()->setRange(shown.look.range->low, shown.look.range->high);
    m_beside->setRenderer(
        [geometry, map = shown.map, channels, look = shown.look](const QRectF& source, const QSize& pixels) {
            return overlayLayer(map, channels, geometry, look, source, pixels);
        });
    m_beside->setView(m_canvas->view());
}

}
