// tests/window/support/canvas_fixture.cpp: what every test of the canvas begins with.
#include "tests/window/support/canvas_fixture.h"
#include "ui/view/theme/motion.h"

namespace patchlight
{
namespace
{

MapValues ramp()
{
    QVector<float> values(16);
    for (int i = 0; i < 16; ++i)
        values[i] = float(i) / 100;
    values[5] = float(qQNaN());
    return {values, {4, 4}};
}

}

void CanvasFixture::init()
{
    setReducedMotion(true);
    m_canvas = std::make_unique<ImageCanvas>();
    m_canvas->resize(900, 600);
    QImage picture(600, 400, QImage::Format_RGB32);
    picture.fill(QColor(200, 200, 200));
    m_canvas->setPicture(picture);
    m_canvas->setFieldOfView(QRectF(100, 0, 400, 400), {4, 4});
    m_canvas->setMapValues(ramp());
    m_canvas->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
}

}
