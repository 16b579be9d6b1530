// ui/view/window/heads_panel.cpp: feeds grid and charts from HeadMaps.
#include "ui/view/window/heads_panel.h"
#include "ui/adapter/class_names.h"
#include "ui/adapter/map_painter.h"
#include "ui/adapter/texts.h"
#include "ui/state/head_numbers_job.h"
#include "ui/state/intervention_edits.h"
#include "ui/state/session.h"
#include "ui/view/heads/heads_grid.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/charts/statistics_panel.h"
#include "ui/view/widgets/controls/switch.h"
#include "ui/view/widgets/controls/value_combo.h"
#include "ui/view/widgets/labelled_row.h"
#include "ui/view/window/faithfulness_page.h"
#include "ui/view/window/head_cells.h"
#include "ui/view/window/head_charts.h"
#include "ui/view/window/head_menu.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <algorithm>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kControlsWidth = 164;

enum Page { kMaps, kNumbers, kTests };

ValueCombo* addCombo(
    QVBoxLayout* column, const QString& label, const QString& name, const QStringList& items, QWidget** row)
{
    auto* combo = new ValueCombo;
    combo->setObjectName(name);
    combo->setAccessibleName(label);
    combo->addItems(items);
    *row = new LabelledRow(label, combo, nullptr);
    column->addWidget(*row);
    return combo;
}

}

HeadsPanel::HeadsPanel(Session* session, QWidget* parent)
    : QWidget(parent), m_session(session), m_numbers(new HeadNumbersJob(this))
{
    setObjectName(u"headsPanel"_s);
    setProperty("surface", u"panel"_s);
    setAttribute(Qt::WA_StyledBackground);

    m_grid = new HeadsGrid;
    m_grid->setObjectName(u"headsGrid"_s);
    m_grid->setAccessibleName(tr("Attention of every head"));
    m_statistics = new StatisticsPanel;
    m_statistics->setObjectName(u"statistics"_s);
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_grid);
    m_pages->addWidget(m_statistics);
    m_tests = new FaithfulnessPage(session);
    m_pages->addWidget(m_tests);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metric::medium, metric::tiny, 0, metric::tiny);
    row->setSpacing(metric::medium);
    row->addWidget(buildControls());
    row->addWidget(m_pages, 1);
    row->addStretch(0);

    hear();
    showPage(kMaps);
    showShape();
    showSelected();
}

QWidget* HeadsPanel::buildControls()
{
    auto* box = new QWidget;
    box->setFixedWidth(scaled(kControlsWidth));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, metric::tiny + 1, 0, 0);
    column->setSpacing(0);
    m_heading = makeHeading({});
    column->addWidget(m_heading);
    column->addSpacing(2);
    QWidget* showRow = nullptr;
    m_show = addCombo(column, tr("Show"), u"headShow"_s, {tr("maps"), tr("numbers"), tr("tests")}, &showRow);
    m_show->setToolTip(tr("Maps of this query, numbers over all queries (S), or tests of the map on the picture (T)"));
    m_queryRow = new LabelledRow(tr("Query"));
    column->addWidget(m_queryRow);
    m_lensRow = new LabelledRow(tr("Lens"));
    m_lensRow->value()->setObjectName(u"lensToken"_s);
    m_lensRow->setToolTip(tr("Whom \"Class by layer\" (logit lens) is about: it follows the query, the other numbers are means over all"));
    column->addWidget(m_lensRow);
    m_sort = addCombo(
        column, tr("Sort"), u"headSort"_s, {tr("by layer"), tr("entropy"), tr("distance"), tr("likeness")}, &m_sortRow);
    m_sort->setToolTip(tr("By layer; most focused first; nearest first; most like the map on the picture first"));
    m_scale = addCombo(column, tr("Scale"), u"headScale"_s, {tr("each"), tr("shared")}, &m_scaleRow);
    m_scale->setToolTip(tr("Each map over the whole range of colours, or all over one range, so that they can be compared"));
    m_colours = new Switch;
    m_colours->setObjectName(u"headColours"_s);
    m_colours->setAccessibleName(tr("Heads over each other"));
    m_coloursRow = new LabelledRow(tr("Over each other"), m_colours, nullptr);
    m_coloursRow->setToolTip(tr("The heads of a layer over each other on the picture, each in a colour of its own; Ctrl and "
                                "a click choose some of them, \"Show strongest\" what each keeps"));
    column->addWidget(m_coloursRow);
    column->addWidget(m_tests->controls());
    column->addStretch(1);
    return box;
}

void HeadsPanel::hear()
{
    auto& heads = m_session->heads();
    auto& selection = m_session->selection();
    connect(&heads, &HeadMaps::completed, this, &HeadsPanel::showMaps);
    connect(&heads, &HeadMaps::completed, this, &HeadsPanel::showOrder);
    connect(m_numbers, &HeadNumbersJob::changed, this, &HeadsPanel::showStatistics);
    connect(m_session, &Session::failed, this, &HeadsPanel::followNumbers); // what that one had cancelled
    connect(m_session, &Session::analysisChanged, this, &HeadsPanel::followNumbers);
    connect(m_session, &Session::runChanged, this, &HeadsPanel::followNumbers);
    connect(&selection, &Selection::mapChanged, this, &HeadsPanel::followNumbers);
    connect(&selection, &Selection::mapChanged, this, &HeadsPanel::showLens);
    connect(&m_session->lens(), &LogitLens::changed, this, &HeadsPanel::showLens);
    connect(m_session, &Session::interventionsChanged, this, &HeadsPanel::showMarks);
    connect(m_grid, &HeadsGrid::menuRequested, this,
        [this](int layer, int head, QPoint global) { (new HeadMenu(m_session, layer, head, this))->popup(global); });
    connect(m_session, &Session::analysisChanged, this, &HeadsPanel::showShape);
    connect(m_session, &Session::mapChanged, this, [this] {
        if (m_session->selection().heads().sort == HeadSort::Similarity)
            showOrder();
    });
    connect(&selection, &Selection::mapChanged, this, &HeadsPanel::showSelected);
    connect(&selection, &Selection::headsChanged, this, &HeadsPanel::showMaps);
    connect(&selection, &Selection::headsChanged, this, &HeadsPanel::showOrder);
    connect(&selection, &Selection::lookChanged, this, [this, colours = selection.look().look.colours]() mutable {
        if (std::exchange(colours, m_session->selection().look().look.colours) != colours)
            showMaps();
    });
    connect(&selection, &Selection::lookChanged, this, &HeadsPanel::showColours);
    connect(&selection, &Selection::mapChanged, this, &HeadsPanel::showColours);
    connect(m_colours, &Switch::toggled, this, &HeadsPanel::layOver);
    connect(m_sort, &QComboBox::activated, this, &HeadsPanel::writeHeads);
    connect(m_scale, &QComboBox::activated, this, &HeadsPanel::writeHeads);
    connect(m_show, &QComboBox::activated, this, &HeadsPanel::showPage);
    connect(m_grid, &HeadsGrid::cellChosen, this, &HeadsPanel::choose);
    connect(m_grid, &HeadsGrid::cellToggled, &selection,
        [&selection](int layer, int head) { selection.toggleHead(LayerIndex{layer}, HeadIndex{head}); });
    connect(m_statistics, &StatisticsPanel::headChosen, this, &HeadsPanel::choose);
    connect(m_statistics, &StatisticsPanel::layerChosen, &selection,
        [&selection](int layer) { selection.setCurrentLayer(LayerIndex{layer}); });
    m_grid->setDescriber([this](HeadCell cell) { return headDescription(*m_session, cell); });
}

void HeadsPanel::writeHeads()
{
    m_session->selection().setHeads({static_cast<HeadSort>(m_sort->currentIndex()), m_scale->currentIndex() == 1});
}

/// Only raw attention has heads to show; a single one would be alone.
void HeadsPanel::layOver(bool on)
{
    auto& selection = m_session->selection();
    selection.editLook([on](LookChoice& l) { l.look.heads = on; });
    const bool alone = std::holds_alternative<HeadIndex>(selection.map().head);
    if (on && (alone || selection.map().method != Method::Attention))
        selection.selectHead(selection.currentLayer(), HeadFusion::Mean);
}

void HeadsPanel::showColours()
{
    const auto& selection = m_session->selection();
    const QSignalBlocker quiet(m_colours);
    const bool on = selection.look().look.heads && selection.map().method == Method::Attention;
    m_colours->setChecked(on);
    m_coloursRow->setEnabled(selection.shape().layers() > 0 && selection.shape().attends);
    m_grid->setColours(on ? HeadsGrid::Colours([](HeadCell cell) { return headColourOf(cell.head); })
                          : HeadsGrid::Colours());
}

void HeadsPanel::choose(int layer, int head)
{
    const HeadChoice choice = head < 0 ? HeadChoice{HeadFusion::Mean} : HeadChoice{HeadIndex{head}};
    m_session->selection().selectHead(LayerIndex{layer}, choice);
}

void HeadsPanel::showShape()
{
    const NetShape& shape = m_session->selection().shape();
    QVector<int> heads;
    if (shape.attends)
        heads = {shape.heads.begin(), shape.heads.end()};
    m_grid->setShape(heads, true, tr("mean"));
    m_grid->setNothing(shape.attends || shape.layers() == 0
            ? QString()
            : tr("This network has no attention and so no heads; Grad-CAM, gradients and occlusion show what it looks at."));
    m_pages->setVisible(shape.layers() > 0);
    showColours();
    showSelected();
}

void HeadsPanel::showMarks()
{
    const Interventions changes = m_session->interventions();
    QSet<int> off;
    for (const LayerIndex layer : changes.blocksOff)
        off << layer.value;
    const auto markOf = [changes](HeadCell cell) {
        const auto change = changeOf(changes, LayerIndex{cell.layer}, HeadIndex{cell.head});
        return change ? static_cast<HeadMark>(static_cast<int>(*change) + 1) : HeadMark::None;
    };
    m_grid->setMarks(markOf, off);
}

void HeadsPanel::showMaps()
{
    m_grid->setRenderer([this](HeadCell cell, int side) { return headThumbnail(*m_session, cell, side); });
}

void HeadsPanel::showSelected()
{
    const auto& selection = m_session->selection();
    showQuery();
    m_sort->setCurrentIndex(static_cast<int>(selection.heads().sort));
    m_scale->setCurrentIndex(selection.heads().sharedScale ? 1 : 0);
    const int layer = selection.currentLayer().value;
    m_grid->setCurrentLayer(selection.shape().layers() > 0 ? layer : -1);
    const auto* head = std::get_if<HeadIndex>(&selection.map().head);
    const bool raw = selection.map().method == Method::Attention && selection.shape().layers() > 0;
    const HeadCell cell{selection.map().layer.value, head ? head->value : -1};
    m_grid->setSelected(raw ? std::optional(cell) : std::nullopt);
    m_grid->setSubset(
        [&selection](HeadCell each) { return selection.fuses(LayerIndex{each.layer}, HeadIndex{each.head}); });
    m_statistics->setSelected(layer, raw ? cell.head : -1);
}

void HeadsPanel::showQuery()
{
    const auto& selection = m_session->selection();
    const bool all = m_pages->currentIndex() == kNumbers; // they do not follow the query, and say so
    if (all)
        showToken(m_queryRow, tr("mean over all"), {});
    else
        showQueryIn(m_queryRow, selection.map().query);
}

void HeadsPanel::showQueryIn(LabelledRow* row, const Query& query)
{
    const auto& tokens = m_session->selection().shape().tokens;
    showToken(row, queryLabel(query, tokens), shortQueryLabel(query, tokens));
}

/// The shorter words where the others have no room: what is cut might be the number that counts.
void HeadsPanel::showToken(LabelledRow* row, const QString& token, const QString& shorter)
{
    const int room = scaled(kControlsWidth) - row->label()->sizeHint().width() - metric::small;
    const auto metrics = row->value()->fontMetrics();
    const bool fits = shorter.isEmpty() || metrics.horizontalAdvance(token) <= room;
    row->value()->setText(metrics.elidedText(fits ? token : shorter, Qt::ElideMiddle, room));
    row->value()->setToolTip(token);
    row->value()->setAccessibleName(token);
}

void HeadsPanel::showPage(int page)
{
    m_show->setCurrentIndex(page);
    m_pages->setCurrentIndex(page);
    m_heading->setText(page == kTests ? tr("Test") : tr("Heads"));
    m_queryRow->setVisible(page != kTests);
    m_sortRow->setVisible(page == kMaps);
    m_scaleRow->setVisible(page == kMaps);
    m_coloursRow->setVisible(page == kMaps);
    m_tests->controls()->setVisible(page == kTests);
    showQuery();
    showLens();
    followNumbers();
}

void HeadsPanel::followNumbers()
{
    if (m_pages->currentIndex() != kNumbers)
        return; // nobody looks
    m_numbers->follow(m_session->analysis());
    const auto& selection = m_session->selection();
    // Swin has no tokens to ask; elsewhere the lens is of the token whose map is shown.
    const bool token = selection.controls().query && !selection.shape().windowed
        && selection.map().query.kind != Query::Kind::TokenDifference; // two tokens have no one answer
    Query query = token ? selection.map().query : Query{};
    query.inverse = false;
    m_session->lens().follow(m_session->analysis(), query);
}

void HeadsPanel::toggleNumbers()
{
    showPage(m_pages->currentIndex() == kNumbers ? kMaps : kNumbers);
}

void HeadsPanel::showTests()
{
    showPage(kTests);
}

void HeadsPanel::showOrder()
{
    const auto& heads = m_session->heads();
    const bool byLayer = m_session->selection().heads().sort == HeadSort::ByLayer || heads.layerCount() == 0;
    if (byLayer || heads.complete()) // else it comes back here; until then the old order is better than none
        m_grid->setOrder(byLayer ? QVector<HeadCell>() : headOrder(*m_session));
}

void HeadsPanel::showLens()
{
    const auto analysis = m_session->analysis();
    const auto& layers = m_session->lens().layers();
    const bool any = analysis && !analysis->predictions.empty() && !layers.empty();
    m_lensRow->setVisible(any && m_pages->currentIndex() == kNumbers);
    if (!any) {
        m_statistics->setLens({}, {}, {});
        return;
    }
    const QString token = queryLabel(m_session->lens().token(), m_session->selection().shape().tokens);
    showQueryIn(m_lensRow, m_session->lens().token());
    const auto& target = m_session->selection().map().target;
    const ClassIndex shown = target.value_or(analysis->predictions.front().index);
    m_statistics->setLens(lensPoints(layers, *analysis, shown), className(*analysis, shown), token);
}

void HeadsPanel::showStatistics()
{
    m_statistics->setStatistics(headStatistics(m_numbers->layers(), m_session->selection().shape().tokens.prefix() > 0));
}

}
