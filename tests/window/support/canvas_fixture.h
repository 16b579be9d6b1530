// tests/window/support/canvas_fixture.h: a canvas with a grey picture and a map of 4 × 4 patches, fresh for every test.
#pragma once
#include "tests/window/support/window_test.h"
#include "ui/view/canvas/image_canvas.h"
#include <QObject>
#include <memory>

namespace patchlight
{

/// The picture is 600 × 400; the network saw the 400 × 400 that begin at 100. Patch (1, 1) has no value.
class CanvasFixture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

protected:
    QPoint centre(QPoint cell) const { return m_canvas->patchRectInView(cell).center().toPoint(); }

    std::unique_ptr<ImageCanvas> m_canvas;
};

}
