// tests/window/gallery/pages.cpp: the drawing of the whole window, and pages for what it does not show.
#include "gallery/pages.h"
#include "gallery/panels.h"
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/heads/heads_grid.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/charts/colour_bar.h"
#include "ui/view/widgets/charts/statistics_panel.h"
#include "ui/view/widgets/controls/layer_scrubber.h"
#include "ui/view/widgets/empty_state.h"
#include "ui/view/widgets/message_bar.h"
#include "ui/view/widgets/shortcut_overlay.h"
#include "ui/view/widgets/thin_progress.h"
#include <QBoxLayout>
#include <QCoreApplication>
#include <QMouseEvent>
#include <cmath>

namespace patchlight::gallery
{
namespace
{

using namespace Qt::StringLiterals;

ImageCanvas* canvas(const Sample& sample)
{
    auto* widget = new ImageCanvas;
    widget->setPicture(sample.picture);
    const double side = std::min(sample.picture.width(), sample.picture.height()) * 0.9;
    const QRectF field((sample.picture.width() - side) / 2, (sample.picture.height() - side) / 2, side, side);
    widget->setFieldOfView(field, {14, 14});
    const auto values = sample.map(9, 2);
    widget->setMapValues(MapValues(values, {14, 14}));
    widget->setDimOutside(true);
    widget->setRenderer([&sample, values, field](const QRectF& source, const QSize& pixels) {
        return sample.layer(values, 14, field, source, pixels, 0.62F);
    });
    widget->colourBar()->setColours(sample.colours);
    widget->colourBar()->setRange(0, 0.0022);
    widget->setCaption(u"both.png"_s, u"3 of 7 in folder"_s);
    widget->setQuery(CanvasQuery::patch({4, 3}));
    return widget;
}

HeadsGrid* heads(const Sample& sample, const QVector<int>& shape)
{
    auto* grid = new HeadsGrid;
    grid->setShape(shape, true);
    grid->setRenderer(
        [&sample](HeadCell cell, int side) { return sample.heat(sample.map(cell.layer, cell.head), 14, side); });
    grid->setCurrentLayer(int(shape.size()) - 1);
    grid->setSelected(HeadCell{int(shape.size()) - 1, 1});
    return grid;
}

LayerScrubber* scrubber(int layers, const QVector<int>& stages = {})
{
    auto* widget = new LayerScrubber;
    widget->setLayers(layers, stages);
    QVector<float> curve;
    for (int i = 0; i < layers; ++i)
        curve << float(3 + std::sin(i * 0.9) * 0.4 + i * 0.05);
    widget->setCurve(curve, u"entropy"_s);
    widget->setLayer(layers - 1);
    return widget;
}

QWidget* whole(const Sample& sample)
{
    auto* window = surface(u"background"_s);
    window->resize(1440, 900);
    auto* middle = new QVBoxLayout;
    middle->setSpacing(0);
    auto* picture = canvas(sample);
    middle->addWidget(picture, 1);
    middle->addWidget(separator(true));
    middle->addWidget(scrubber(12));
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(leftPanel(sample));
    row->addWidget(separator(false));
    row->addLayout(middle, 1);
    row->addWidget(separator(false));
    row->addWidget(rightPanel());
    auto* column = new QVBoxLayout(window);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(topBar());
    column->addWidget(separator(true));
    column->addLayout(row, 1);
    column->addWidget(separator(true));
    column->addWidget(headsPanel(heads(sample, QVector<int>(12, 3))));
    column->addWidget(separator(true));
    column->addWidget(statusBar());
    window->setAttribute(Qt::WA_DontShowOnScreen);
    window->show();
    QCoreApplication::processEvents();
    const QPointF at = picture->patchRectInView({7, 3}).center();
    QMouseEvent move(QEvent::MouseMove, at, picture->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(picture, &move);
    return window;
}

QWidget* stack(const QVector<QWidget*>& widgets, QSize size)
{
    auto* page = surface(u"panel"_s);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(14, 14, 14, 14);
    column->setSpacing(14);
    for (QWidget* widget : widgets)
        column->addWidget(widget);
    page->resize(size);
    return page;
}

QWidget* messages(const Sample&)
{
    auto* error = new MessageBar;
    error->showMessage(MessageBar::Kind::Error,
        u"holiday.png cannot be read: the file ends after 1,204 of 88,113 bytes. Copy it again from where it came."_s);
    auto* warning = new MessageBar;
    warning->showMessage(MessageBar::Kind::Warning, u"model.pth has no norm epsilon; 1e-6 is assumed."_s);
    auto* info = new MessageBar;
    info->showMessage(MessageBar::Kind::Info, u"Saved figure.png"_s);
    auto* part = new ThinProgress;
    part->setFraction(0.4);
    auto* unknown = new ThinProgress;
    unknown->setUnknown();
    return stack(
        {error, warning, info, part, unknown, scrubber(12), scrubber(24, {2, 4, 22}), scrubber(32)}, {900, 640});
}

QWidget* empty(const Sample& sample)
{
    auto* page = new EmptyState;
    QVector<EmptyState::Sample> samples;
    for (const auto& name : {u"two pets"_s, u"harbour"_s, u"still life"_s, u"street"_s, u"bird"_s})
        samples.append({name, sample.picture});
    page->setSamples(samples);
    page->resize(860, 560);
    return page;
}

QWidget* keys(const Sample& sample)
{
    QWidget* window = whole(sample);
    auto* overlay = new ShortcutOverlay(window);
    overlay->setGroups({{u"Picture"_s,
                            {{{u"Ctrl"_s, u"O"_s}, u"open"_s}, {{u"PgUp"_s, u"PgDn"_s}, u"previous, next in folder"_s},
                                {{u"Ctrl"_s, u"V"_s}, u"paste"_s}}},
        {u"Map"_s,
            {{{u"["_s, u"]"_s}, u"layer"_s}, {{u","_s, u"."_s}, u"head"_s},
                {{u"←"_s, u"→"_s, u"↑"_s, u"↓"_s}, u"move the query patch"_s}, {{u"Space"_s}, u"hide the map"_s},
                {{u"Esc"_s}, u"back to the class token"_s}}},
        {u"View"_s,
            {{{u"Ctrl"_s, u"+"_s}, u"zoom in"_s}, {{u"Ctrl"_s, u"−"_s}, u"zoom out"_s},
                {{u"Ctrl"_s, u"0"_s}, u"fit"_s}}},
        {u"Result"_s, {{{u"Ctrl"_s, u"E"_s}, u"export"_s}, {{u"Ctrl"_s, u"C"_s}, u"copy"_s}}}});
    overlay->popup();
    return window;
}

QWidget* statistics(const Sample&)
{
    auto* panel = new StatisticsPanel;
    HeadStatistics s;
    for (int layer = 0; layer < 12; ++layer) {
        QVector<float> e, d, c;
        for (int head = 0; head < 6; ++head) {
            e << float(2.4 + std::sin(layer * 1.7 + head) * 0.9 + layer * 0.1);
            d << float(2 + std::cos(layer * 1.1 + head * 2) * 1.5 + layer * 0.25);
            c << float(0.1 + 0.06 * head * std::abs(std::sin(layer + head)));
        }
        s.entropy << e;
        s.distance << d;
        s.prefix << c;
    }
    s.uniformEntropy = 5.28F;
    s.uniformDistance = 7.3F;
    panel->setStatistics(s);
    panel->setSelected(11, 2);
    return stack({panel}, {1100, 260});
}

QWidget* manyHeads(const Sample& sample)
{
    auto* flow = heads(sample, QVector<int>(12, 3));
    QVector<HeadCell> order;
    for (int i = 0; i < 36; ++i)
        order.append({(i * 7) % 12, (i * 5) % 3});
    flow->setOrder(order);
    return stack(
        {heads(sample, QVector<int>(32, 16)), heads(sample, {3, 3, 6, 6, 12, 12, 12, 12, 12, 12, 24, 24}), flow},
        {1200, 720});
}

QWidget* zoomed(const Sample& sample)
{
    auto* picture = canvas(sample);
    picture->resize(860, 620);
    picture->setPatchGridVisible(true);
    picture->setQuery(CanvasQuery::region(QRect(5, 4, 3, 2)));
    picture->zoomBy(2.6);
    return picture;
}

QWidget* panorama(const Sample& sample)
{
    auto* picture = new ImageCanvas;
    picture->setPicture(sample.picture.scaled(1000, 20));
    picture->setCaption(u"a very long name of a panorama taken on the top of a mountain.jpeg"_s, u"1 of 1 in folder"_s);
    picture->setFieldOfView(QRectF(490, 0, 20, 20), {14, 14});
    picture->setRenderer([](const QRectF&, const QSize&) { return QImage(); });
    picture->colourBar()->setColours(sample.colours);
    picture->setQuery(CanvasQuery::inverse({6, 6}));
    picture->resize(640, 400);
    return picture;
}

}

QVector<std::pair<QString, Page>> pages()
{
    return {{u"window"_s, whole}, {u"messages"_s, messages}, {u"empty"_s, empty}, {u"keys"_s, keys},
        {u"statistics"_s, statistics}, {u"heads"_s, manyHeads}, {u"zoomed"_s, zoomed}, {u"panorama"_s, panorama}};
}

}
