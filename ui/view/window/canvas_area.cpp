// ui/view/window/canvas_area.cpp: feeds the canvas from the session and the selection, and writes back what is clicked.
#include "ui/view/window/canvas_area.h"
#include "ui/adapter/class_names.h"
#include "ui/adapter/files.h"
#include "ui/adapter/map_comparison.h"
#include "ui/adapter/map_painter.h"
#include "ui/adapter/qimage_bridge.h"
#include "ui/adapter/texts.h"
#include "ui/state/comparison.h"
#include "ui/state/intervention_edits.h"
#include "ui/state/session.h"
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/controls/layer_scrubber.h"
#include "ui/view/widgets/controls/overlay_scroll_bar.h"
#include "ui/view/widgets/empty_state.h"
#include "ui/view/window/compare_view.h"
#include "ui/view/window/hide_strip.h"
#include "ui/view/window/intervention_badge.h"
#include "ui/view/window/panel.h"
#include "ui/view/window/shown_layer.h"
#include <QAbstractButton>
#include <QFileInfo>
#include <QImageReader>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int kSamples = 14; ///< two rows of seven
constexpr int kPlayEvery = 450; ///< milliseconds per layer
constexpr int kSampleSide = 512; ///< at most: a button's at every scale

/// With the methods that do say it of this network.
QString whyNotInverse(const NetShape& shape)
{
    QStringList able;
    for (const MethodInfo& info : methods())
        if (controlsOf(info.method).inverse && methodFits(info.method, shape))
            able << methodLabel(info.method);
    const QString why = CanvasArea::tr("This method does not say who looks here");
    return able.isEmpty() ? why : withLabel(CanvasArea::tr("This method does not say who looks here; these do"), able.join(u" · "_s));
}

QSize sizeOf(GridSize grid)
{
    return {grid.columns, grid.rows};
}

QImage thumbnailOf(const QString& file)
{
    QImageReader reader(file);
    reader.setAutoTransform(true);
    const QSize whole = reader.size();
    if (whole.width() > kSampleSide || whole.height() > kSampleSide)
        reader.setScaledSize(whole.scaled(kSampleSide, kSampleSide, Qt::KeepAspectRatio));
    return reader.read();
}

}

CanvasArea::CanvasArea(Session* session, Comparison* comparison, QWidget* parent)
    : QWidget(parent), m_session(session), m_comparison(comparison)
{
    setProperty("surface", u"canvas"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_empty = new EmptyState;
    m_empty->setObjectName(u"emptyState"_s);
    m_canvas = new ImageCanvas;
    m_canvas->setObjectName(u"canvas"_s);
    m_canvas->setAccessibleName(tr("Picture"));
    m_canvas->setDimOutside(true);
    auto* badge = new InterventionBadge(session, m_canvas);
    m_hideStrip = new HideStrip(session);
    m_hideStrip->hide();
    m_pages = new QStackedWidget;
    auto* invitation = new QScrollArea; // in a low window its words lie deeper than there is room
    invitation->setWidget(m_empty);
    invitation->setWidgetResizable(true);
    invitation->setFrameShape(QFrame::NoFrame);
    invitation->setFocusPolicy(Qt::NoFocus);
    new OverlayScrollBar(invitation);
    m_pages->addWidget(invitation);
    m_compare = new CompareView(session, comparison, m_canvas);
    m_pages->addWidget(m_compare);
    connect(badge, &InterventionBadge::takesRoom, m_compare, &CompareView::setFoot);
    m_scrubber = new LayerScrubber;
    m_scrubber->setObjectName(u"layerScrubber"_s);
    m_scrubber->setAccessibleName(tr("Layer"));
    m_scrubber->setToolTip(tr("The layer whose map is shown ([ and ])"));
    m_scrubber->setInterval(kPlayEvery);
    m_scrubber->setVisible(false);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_hideStrip);
    column->addWidget(m_pages, 1);
    column->addWidget(m_scrubber);
    loadSamples();
    hear();
    hearCanvas();
}

/// Decoded off-thread: the window is there at once.
void CanvasArea::loadSamples()
{
    const QStringList files = samplePictures().mid(0, kSamples);
    m_sampleJob.start([this, files](const CancelToken& cancel, const LatestJob::Deliver& deliver) {
        QStringList read;
        QVector<EmptyState::Sample> samples;
        for (const QString& file : files) {
            const QImage picture = cancel.requested() ? QImage() : thumbnailOf(file);
            if (picture.isNull())
                continue;
            read << file;
            samples << EmptyState::Sample{shownPictureName(QFileInfo(file).completeBaseName()), picture};
        }
        deliver([this, read, samples] {
            m_samples = read;
            m_empty->setSamples(samples);
        });
    });
}

void CanvasArea::setDropActive(bool active)
{
    m_empty->setDropActive(active);
    m_canvas->setDropActive(active);
}

void CanvasArea::hear()
{
    auto& selection = m_session->selection();
    connect(m_empty, &EmptyState::openRequested, this, &CanvasArea::openRequested);
    connect(m_empty, &EmptyState::modelsRequested, this, &CanvasArea::modelsRequested);
    connect(m_empty, &EmptyState::sampleChosen, this,
        [this](int index) { Q_EMIT sampleRequested(m_samples.value(index)); });
    connect(m_empty, &EmptyState::recentChosen, this,
        [this](int index) { Q_EMIT recentRequested(m_recent.value(index)); });
    connect(m_empty, &EmptyState::tourRequested, this, [this] { Q_EMIT tourRequested(samplePictures().value(0)); });
    connect(m_session, &Session::modelChanged, m_empty, [this] {
        const auto model = m_session->model();
        m_empty->setModel(model && !model->embedded ? modelTitle(*model) : QString());
    });
    connect(m_session, &Session::analysisChanged, this, &CanvasArea::showAnalysis);
    connect(m_session, &Session::runChanged, this, &CanvasArea::showRun);
    connect(m_session, &Session::interventionsChanged, this, &CanvasArea::showHidden);
    connect(m_session, &Session::mapChanged, this, &CanvasArea::showMap);
    connect(m_session, &Session::mapChanged, this, &CanvasArea::showCaption);
    connect(&selection, &Selection::lookChanged, this, &CanvasArea::showCaption);
    connect(m_session, &Session::busyChanged, this, &CanvasArea::showBusy);
    connect(&m_session->heads(), &HeadMaps::completed, this, &CanvasArea::showCurve);
    connect(&m_session->heads(), &HeadMaps::completed, this, &CanvasArea::showScale);
    connect(&selection, &Selection::lookChanged, this, &CanvasArea::showLook);
    connect(&selection, &Selection::mapChanged, this, &CanvasArea::showChoice);
    connect(m_scrubber, &LayerScrubber::layerChosen, this, &CanvasArea::playOn);
    connect(m_session, &Session::testAsked, m_scrubber, [this] { m_scrubber->setPlaying(false); });
}

void CanvasArea::hearCanvas()
{
    auto& selection = m_session->selection();
    const auto ask = [this, &selection](const QRect& cells, bool inverse) {
        if (const auto& shown = m_session->shown())
            selection.setQuery(
                patchQuery(cells, sizeOf(selection.shape().tokens.grid), sizeOf(shown->map().size()), inverse));
    };
    connect(m_canvas, &ImageCanvas::patchClicked, this, [ask](QPoint cell) { ask(QRect(cell, QSize(1, 1)), false); });
    connect(m_canvas, &ImageCanvas::inverseClicked, this, [ask](QPoint cell) { ask(QRect(cell, QSize(1, 1)), true); });
    connect(m_canvas, &ImageCanvas::regionSelected, this, [ask](const QRect& cells) { ask(cells, false); });
    connect(m_canvas, &ImageCanvas::brushed, this, &CanvasArea::brush);
    connect(m_canvas, &ImageCanvas::paintingEnded, this, &CanvasArea::showBusy);
    connect(m_hideStrip, &HideStrip::done, this, [this] { setHiding(false); });
    connect(m_canvas, &ImageCanvas::escaped, this, &CanvasArea::escaped);
    connect(m_hideStrip, &HideStrip::brushChosen, m_canvas, &ImageCanvas::setBrushRadius);
    connect(m_canvas, &ImageCanvas::overlayVisibilityChanged, this,
        [&selection](bool visible) { selection.editLook([visible](LookChoice& l) { l.overlay = visible; }); });
}

void CanvasArea::playOn(int layer)
{
    // A method that runs the network may be slower than the clock: the next layer waits for the map.
    if (m_scrubber->playing() && m_session->changing()) {
        m_scrubber->setLayer(m_session->selection().currentLayer().value);
        return;
    }
    m_session->selection().setCurrentLayer(LayerIndex{layer});
}

void CanvasArea::showAnalysis()
{
    const auto analysis = m_session->analysis();
    showPicture();
    showCaption();
    const auto& shape = m_session->selection().shape();
    QVector<int> stages;
    for (int layer = 1; layer < shape.layers(); ++layer)
        if (analysis->record.layer(LayerIndex{layer}).grid != analysis->record.layer(LayerIndex{layer - 1}).grid)
            stages << layer;
    m_scrubber->setLayers(shape.layers(), stages);
    m_scrubber->setVisible(!m_presenting);
    m_pages->setCurrentWidget(m_compare);
    // The keys go to the picture, unless somebody is typing or going round by Tab.
    const QWidget* focus = window()->focusWidget();
    const bool byTab = window()->testAttribute(Qt::WA_KeyboardFocusChange);
    const bool idle = qobject_cast<const QAbstractButton*>(focus) && !byTab;
    if (!focus || focus == m_empty || focus == window() || !focus->isVisible() || idle)
        m_canvas->setFocus();
    showChoice();
    showMap();
}

void CanvasArea::showPicture()
{
    const auto analysis = m_session->analysis();
    m_networkInput = m_session->selection().look().networkInput;
    const ShownPicture shown = shownPicture(analysis, m_networkInput);
    m_canvas->setPicture(shown.pixels);
    const RectF field = shown.geometry.fieldOfView();
    m_canvas->setFieldOfView({field.x, field.y, field.width, field.height}, sizeOf(analysis->tokens.grid));
    showHidden();
}

void CanvasArea::showRun()
{
    if (m_networkInput) // there the hidden patches are painted over
        m_canvas->replacePixels(shownPicture(m_session->analysis(), true).pixels);
}

void CanvasArea::showHidden()
{
    const auto analysis = m_session->analysis();
    if (!analysis)
        return;
    m_canvas->setHidden(hiddenCells(m_session->interventions()), sizeOf(analysis->tokens.grid));
}

void CanvasArea::brush(const QVector<QPoint>& cells, bool hide)
{
    std::vector<Cell> places;
    for (const QPoint cell : cells)
        places.push_back({cell.y(), cell.x()});
    m_session->editInterventions([&](Interventions& changes) { hideCells(changes, places, hide); });
}

void CanvasArea::setHiding(bool on)
{
    on = on && m_session->analysis();
    if (on == hiding())
        return;
    m_canvas->setBrush(on);
    m_hideStrip->setVisible(on);
    showCaption();
    if (on)
        m_canvas->setFocus();
    Q_EMIT hidingChanged(on);
}

void CanvasArea::setRecent(const QStringList& files)
{
    m_recent = files;
    m_empty->setRecent(namesToldApart(files));
}

ShownMapPtr CanvasArea::difference() const
{
    return m_compare->difference();
}

ShownMapPtr CanvasArea::held() const
{
    return m_comparison->held() == m_session->shown() ? nullptr : m_comparison->held();
}

QString CanvasArea::differenceText() const
{
    return difference() ? differenceTitle(*m_session->shown(), *m_comparison->held()) : QString();
}

void CanvasArea::setPresenting(bool on)
{
    m_presenting = on;
    m_scrubber->setVisible(!on && m_session->analysis());
}

bool CanvasArea::hiding() const
{
    return m_canvas->brush();
}

/// What is on the canvas is named on the canvas.
void CanvasArea::showCaption()
{
    const auto analysis = m_session->analysis();
    const auto& shown = m_session->shown();
    if (!analysis)
        return;
    const bool heads = shown && showsHeads(shown->explanation, m_session->selection().look().look);
    QString map = !shown ? QString() : heads ? headsTitle(*shown) : mapTitle(*shown);
    if (!m_session->selection().look().overlay)
        map = tr("map hidden (Space)");
    const auto& held = m_comparison->held();
    const QString model = held ? modelApart(*analysis, *held->analysis) : QString();
    m_canvas->setCaption(model.isEmpty() ? fromUtf8(analysis->name) : fromUtf8(analysis->name) + QStringLiteral(" · ") + model, map, shown ? longestTitle(*shown, heads, hiding()) : QString());
}

void CanvasArea::showMap()
{
    const auto& shown = m_session->shown();
    if (!shown && !m_session->changing())
        m_canvas->clearMap(); // nothing will come
    if (!shown)
        return; // the old one steps back until the new one is here
    showChoice();
    showLook();
}

void CanvasArea::showLook()
{
    const auto& choice = m_session->selection().look();
    if (m_session->analysis() && choice.networkInput != m_networkInput)
        showPicture();
    m_canvas->setOverlayVisible(choice.overlay);
    m_canvas->setPatchGridVisible(choice.look.patchGrid);
    m_canvas->setDimOutside(choice.look.opacity > 0); // as in the exported overlay
    if (m_session->shown())
        m_canvas->setMap(layerOf(m_session->shown(), m_session->look(), m_networkInput));
}

/// The scale of all heads is known now, or another one.
void CanvasArea::showScale()
{
    if (m_session->selection().look().scale == ScaleMode::Shared)
        showLook();
}

void CanvasArea::showChoice()
{
    const auto& selection = m_session->selection();
    const auto& shown = m_session->shown();
    m_scrubber->setLayer(selection.currentLayer().value);
    const auto has = selection.controls();
    m_scrubber->setEnabled(has.layer || has.range);
    const Method method = selection.map().method;
    const QString why = methodInfo(method).group == MethodGroup::Features
        ? tr("This shows all patches alike; it has no query")
        : selection.shape().components > 0 ? tr("This method explains the embedding as a whole; it has no query")
                                           : tr("This method explains the class as a whole; it has no query");
    m_canvas->setQueryPossible(has.query, why);
    m_canvas->setWhyNotInverse(has.inverse ? QString() : whyNotInverse(selection.shape()));
    const QSize inputGrid = sizeOf(selection.shape().tokens.grid);
    const QSize mapGrid = shown ? sizeOf(shown->map().size()) : inputGrid;
    m_canvas->setQuery(has.query ? canvasQuery(selection.request().query, inputGrid, mapGrid) : CanvasQuery{});
}

void CanvasArea::showBusy()
{
    const auto busy = m_session->busy();
    // Under a brush the map follows; stepping back and forth would only flicker.
    const bool followed = busy == Session::Busy::Intervening && m_canvas->painting();
    m_canvas->setRunning(m_session->changing() && !followed);
    if (!m_session->changing())
        return m_empty->setWaiting({});
    const PictureSource& picture = m_session->picture();
    m_empty->setWaiting({picture.file.empty() ? fromUtf8(picture.name) : fromPath(picture.file.filename()),
        busy == Session::Busy::Loading ? tr("Loading %1…").arg(m_session->busyWith())
                                       : tr("The model is looking at it…")});
}

void CanvasArea::showCurve()
{
    QVector<float> curve;
    for (int layer = 0; layer < m_session->heads().layerCount(); ++layer)
        curve << static_cast<float>(m_session->heads().layer(layer).entropy.back());
    m_scrubber->setCurve(curve, tr("entropy of the mean attention"));
}

}
