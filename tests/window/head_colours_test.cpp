// tests/window/head_colours_test.cpp: the switch beside the grid lays the heads over each other, on the canvas and in
// what is copied.
#include "tests/window/support/window_fixture.h"
#include "ui/adapter/export_files.h"
#include "ui/adapter/map_painter.h"
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/heads/heads_grid.h"
#include "ui/view/widgets/charts/colour_bar.h"
#include "ui/view/widgets/controls/colour_map_picker.h"
#include "ui/view/widgets/controls/switch.h"

namespace patchlight
{

class HeadColoursTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void theSwitchShowsAllHeadsWithALegend()
    {
        m_session->selection().selectHead(LayerIndex{2}, HeadIndex{1});
        lay(true);
        QCOMPARE(m_session->selection().map().head, HeadChoice{HeadFusion::Mean}); // one alone is not over another
        QCOMPARE(legend().size(), 3);
        for (int head = 0; head < 3; ++head) {
            QCOMPARE(legend().at(head).first, headColourOf(head).rgb());
            QVERIFY(legend().at(head).second.contains(QString::number(head)));
        }
        QVERIFY(!child<ColourMapPicker>("colourMap")->isVisibleTo(m_window.get()));
        lay(false);
        QVERIFY(legend().isEmpty());
    }
    void theCanvasShowsWhatIsCopied()
    {
        lay(true);
        const auto& shown = *m_session->shown();
        const QImage copied = overlayPicture(shown, m_session->chosenLook()).value();
        const QImage canvas = headsOverlay(*shown.analysis, false, *headsOf(*shown.analysis, shown.explanation),
            m_session->look(), QRectF(QPointF(), copied.size()), copied.size());
        QVERIFY(!m_session->look().range); // each head its own
        const InputGeometry& geometry = shown.analysis->geometry;
        const RectF seen = geometry.fieldOfView();
        const QPoint middle(int(seen.x + seen.width / 2), int(seen.y + seen.height / 2));
        QCOMPARE(canvas.pixel(middle), copied.pixel(middle));
        const QImage before = child<ImageCanvas>("canvas")->grab().toImage();
        lay(false);
        settle();
        QVERIFY(child<ImageCanvas>("canvas")->grab().toImage() != before);
    }
    void aSubsetIsShownAlone()
    {
        lay(true);
        m_session->selection().toggleHead(m_session->selection().currentLayer(), HeadIndex{1});
        QCOMPARE(legend().size(), 1);
        QCOMPARE(legend().first().first, headColourOf(1).rgb());
    }
    void itTurnsToRawAttentionAndAnotherMethodIsShownAsEver()
    {
        m_session->selection().setMethod(Method::Rollout);
        lay(true);
        QCOMPARE(m_session->selection().map().method, Method::Attention);
        m_session->selection().setMethod(Method::Rollout);
        QTRY_COMPARE(m_session->shown()->request().method, Method::Rollout);
        QVERIFY(legend().isEmpty());
        QVERIFY(!child<Switch>("headColours")->isChecked());
        m_session->selection().setMethod(Method::Attention);
        QVERIFY(child<Switch>("headColours")->isChecked());
        QCOMPARE(legend().size(), 3);
    }

private:
    void prepare() override { openPicture(); }
    void lay(bool on)
    {
        if (child<Switch>("headColours")->isChecked() != on)
            child<Switch>("headColours")->click();
        settle();
    }
    const QVector<std::pair<QRgb, QString>>& legend() const
    {
        return child<ImageCanvas>("canvas")->colourBar()->legend();
    }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::HeadColoursTest)
#include "head_colours_test.moc"
