// tests/window/heads_test.cpp: the grid of thumbnails. Runs at 1× and 2×.
#include "support/window_test.h"
#include "ui/view/heads/heads_grid.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include <QObject>
#include <QScrollBar>
#include <QSignalSpy>
#include <limits>
#include <memory>

using namespace patchlight;
using namespace Qt::StringLiterals;

class HeadsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aColumnPerLayerAndTheFusedHeadLast();
    void layersMayHaveDifferentNumbersOfHeads();
    void whereLayersAreFewTheirHeadsStandSideBySide();
    void captionsOfNeighboursDoNotRunIntoEachOther();
    void inAWiderWindowAHeadIsWhereItWas();
    void rowsAreSeenWholeOrNotAtAll();
    void aFoldedLayerIsWalkedRowByRow();
    void aFoldedLayersFusedHeadFollowsItsOwnHeads();
    void aClickChooses();
    void ctrlAndAClickToggles();
    void keysGoThroughTheGrid();
    void stepsRunFromLayerToLayer();
    void anOrderFromOutsideFlowsDownTheColumns();
    void onlyWhatIsVisibleIsAskedFor();
    void thumbnailsAreDevicePixels();
    void drawnThumbnailsAreKept();
    void slowThumbnailsComeInTurns();
    void theSelectedCellIsBroughtIntoView();
    void theFocusRingCrossesNoLabel();
    void assistiveToolsHearTheSelection();

private:
    static QImage plain(HeadCell, int side)
    {
        QImage image(side, side, QImage::Format_RGB32);
        image.fill(Qt::darkMagenta);
        return image;
    }
    std::unique_ptr<HeadsGrid> m_grid;
};

void HeadsTest::init()
{
    m_grid = std::make_unique<HeadsGrid>();
    m_grid->resize(1200, 200);
    m_grid->setShape(QVector<int>(12, 3), true);
    m_grid->setRenderer(plain);
    m_grid->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_grid.get()));
}

void HeadsTest::aColumnPerLayerAndTheFusedHeadLast()
{
    const HeadsShape& shape = m_grid->shape();
    QCOMPARE(shape.columns(), 12);
    QCOMPARE(shape.rows(), 4);
    QCOMPARE(shape.at(5, 2), std::optional(HeadCell{5, 2}));
    QVERIFY(shape.at(5, 3)->fused());
    QVERIFY(m_grid->thumbnailRect({5, 2}).left() > m_grid->thumbnailRect({4, 2}).right());
    QCOMPARE(m_grid->thumbnailRect({5, 2}).top(), m_grid->thumbnailRect({4, 2}).top());
}

void HeadsTest::layersMayHaveDifferentNumbersOfHeads()
{
    const HeadsShape shape({2, 4}, true);
    QVERIFY(!shape.at(0, 2));
    QVERIFY(shape.at(1, 2));
    QCOMPARE(shape.at(0, 4), std::optional(HeadCell{0, -1}));
    QCOMPARE(shape.moved({0, 1}, 0, 1), (HeadCell{0, -1}));
    QCOMPARE(shape.moved({1, 3}, -1, 0), (HeadCell{0, 1}));
}

void HeadsTest::whereLayersAreFewTheirHeadsStandSideBySide()
{
    const int side = m_grid->thumbnailSide();
    m_grid->setShape(QVector<int>(6, 3), true);
    QVERIFY2(m_grid->thumbnailSide() > side * 1.3, qPrintable(QString::number(m_grid->thumbnailSide())));
    QCOMPARE(m_grid->shape().fold(), 2);
    const QRect room = m_grid->viewport()->rect();
    QRect all;
    for (int layer = 0; layer < 6; ++layer)
        for (int head = -1; head < 3; ++head) {
            const QRect box = m_grid->thumbnailRect({layer, head});
            QVERIFY(room.contains(box));
            QVERIFY(!all.intersects(box) || head > -1 || layer == 0);
            QCOMPARE(m_grid->cellAt(box.center()), std::optional(HeadCell{layer, head}));
            all |= box;
        }
    QVERIFY2(all.width() > room.width() * 8 / 10, qPrintable(QString::number(all.width())));
}

void HeadsTest::captionsOfNeighboursDoNotRunIntoEachOther()
{
    for (const int heads : {3, 6, 12})
        for (const int width : {500, 700, 1240, 2000}) {
            m_grid->setShape(QVector<int>(6, heads), true);
            m_grid->resize(width, 200);
            if (m_grid->shape().fold() == 1)
                continue;
            const int pitch = m_grid->thumbnailRect({0, 1}).x() - m_grid->thumbnailRect({0, 0}).x();
            for (int head = 0; head < heads; ++head)
                QVERIFY2(paint::textWidth(smallFont(), m_grid->headCaption(head)) < pitch,
                    qPrintable(m_grid->headCaption(head) + QString::number(pitch)));
        }
}

void HeadsTest::inAWiderWindowAHeadIsWhereItWas()
{
    m_grid->setShape(QVector<int>(12, 3), true);
    for (const int width : {900, 1240, 2300}) {
        m_grid->resize(width, 200);
        QCOMPARE(m_grid->shape().fold(), 1);
    }
}

void HeadsTest::rowsAreSeenWholeOrNotAtAll()
{
    m_grid->setShape(QVector<int>(12, 12), true);
    for (int height = 90; height < 220; height += 7) {
        m_grid->resize(700, height);
        m_grid->setSelected(HeadCell{0, 0});
        m_grid->setSelected(HeadCell{11, -1}); // to the end
        int seen = 0;
        for (int head = 0; head < 12; ++head) {
            const QRect box = m_grid->thumbnailRect({11, head});
            const int first = m_grid->thumbnailRect({11, -1}).top() - box.top();
            seen += box.top() >= scaled(26) ? 1 : 0;
            QVERIFY2(box.top() >= scaled(26) || box.bottom() < scaled(26), qPrintable(u"%1: %2 %3"_s.arg(height).arg(head).arg(first)));
        }
        QVERIFY(seen > 0);
    }
    m_grid->resize(700, 150); // at the top again, the row below the last whole one does not peep out
    m_grid->setSelected(HeadCell{0, 0});
    const QImage image = m_grid->viewport()->grab().toImage();
    int head = 0;
    while (m_grid->thumbnailRect({11, head + 1}).bottom() < m_grid->viewport()->height())
        ++head;
    for (int y = m_grid->thumbnailRect({11, head}).bottom() + 3; y < m_grid->viewport()->height(); ++y)
        QCOMPARE(image.pixel(m_grid->thumbnailRect({11, 0}).center().x(), y), image.pixel(m_grid->thumbnailRect({11, 0}).left() - 6, y));
}

void HeadsTest::aFoldedLayerIsWalkedRowByRow()
{
    HeadsShape shape({3, 3}, true);
    shape.setFold(2);
    QCOMPARE(shape.columns(), 4);
    QCOMPARE(shape.rows(), 2);
    QCOMPARE(shape.at(1, 0), std::optional(HeadCell{0, 1}));
    QCOMPARE(shape.at(3, 1), std::optional(HeadCell{1, -1}));
    HeadCell cell{0, 0};
    for (const HeadCell next : {HeadCell{0, 1}, HeadCell{0, 2}, HeadCell{0, -1}, HeadCell{1, 0}}) {
        cell = shape.stepped(cell, 1);
        QCOMPARE(cell, next);
    }
    QCOMPARE(shape.moved({0, 1}, 1, 0), (HeadCell{1, 0}));
    QCOMPARE(shape.moved({0, 1}, 0, 1), (HeadCell{0, -1}));
}

void HeadsTest::aFoldedLayersFusedHeadFollowsItsOwnHeads()
{
    HeadsShape shape({2, 4}, true);
    QCOMPARE(shape.placeOf({0, -1}), std::optional(QPoint(0, 4))); // in columns all fused heads are one row
    shape.setFold(3);
    QCOMPARE(shape.placeOf({0, -1}), std::optional(QPoint(2, 0)));
    QCOMPARE(shape.at(2, 0), std::optional(HeadCell{0, -1}));
    QCOMPARE(shape.placeOf({1, -1}), std::optional(QPoint(4, 1)));
    QVERIFY(!shape.at(1, 1));
}

void HeadsTest::aClickChooses()
{
    QSignalSpy chosen(m_grid.get(), &HeadsGrid::cellChosen);
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, m_grid->thumbnailRect({7, 1}).center());
    QCOMPARE(chosen.value(0), (QList<QVariant>{7, 1}));
    QCOMPARE(m_grid->selected(), std::optional(HeadCell{7, 1}));
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, m_grid->thumbnailRect({7, -1}).center());
    QCOMPARE(chosen.value(1), (QList<QVariant>{7, -1}));
}

void HeadsTest::ctrlAndAClickToggles()
{
    m_grid->setSelected(HeadCell{3, 1});
    QSignalSpy chosen(m_grid.get(), &HeadsGrid::cellChosen), toggled(m_grid.get(), &HeadsGrid::cellToggled);
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, Qt::ControlModifier, m_grid->thumbnailRect({7, 1}).center());
    QCOMPARE(toggled.value(0), (QList<QVariant>{7, 1}));
    QCOMPARE(chosen.size(), 0);
    QCOMPARE(m_grid->selected(), std::optional(HeadCell{3, 1}));
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, Qt::ControlModifier, m_grid->thumbnailRect({7, -1}).center());
    QCOMPARE(chosen.value(0), (QList<QVariant>{7, -1})); // what is fused is no head
}

void HeadsTest::keysGoThroughTheGrid()
{
    m_grid->setSelected(HeadCell{3, 1});
    for (const auto key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_Down, Qt::Key_Left})
        QTest::keyClick(m_grid.get(), key);
    QCOMPARE(m_grid->selected(), std::optional(HeadCell{3, -1}));
    QTest::keyClick(m_grid.get(), Qt::Key_End);
    QCOMPARE(m_grid->selected(), std::optional(HeadCell{11, -1}));
    QSignalSpy chosen(m_grid.get(), &HeadsGrid::cellChosen);
    QTest::keyClick(m_grid.get(), Qt::Key_Right);
    QCOMPARE(chosen.size(), 0);
}

void HeadsTest::stepsRunFromLayerToLayer()
{
    m_grid->setSelected(HeadCell{3, 2});
    QTest::keyClick(m_grid.get(), Qt::Key_Period);
    QTest::keyClick(m_grid.get(), Qt::Key_Period);
    QCOMPARE(m_grid->selected(), std::optional(HeadCell{4, 0}));
    m_grid->step(-1);
    QCOMPARE(m_grid->selected(), std::optional(HeadCell{3, -1}));
}

void HeadsTest::anOrderFromOutsideFlowsDownTheColumns()
{
    const QVector<HeadCell> order{{9, 2}, {0, 1}, {4, 0}, {4, 1}, {11, 2}};
    m_grid->setOrder(order);
    QVector<HeadCell> seen;
    for (int column = 0; column < m_grid->shape().columns(); ++column)
        for (int row = 0; row < m_grid->shape().rows(); ++row)
            if (const auto cell = m_grid->shape().at(column, row))
                seen << *cell;
    QCOMPARE(seen, order);
    m_grid->setOrder({});
    QCOMPARE(m_grid->shape().columns(), 12);
}

void HeadsTest::onlyWhatIsVisibleIsAskedFor()
{
    QSet<int> asked;
    m_grid->resize(600, 200); // half of the columns fit, and a third of the rows
    m_grid->setShape(QVector<int>(32, 16), true);
    m_grid->setRenderer([&](HeadCell cell, int side) {
        asked << cell.layer * 100 + cell.head;
        return plain(cell, side);
    });
    m_grid->grab();
    QVERIFY(!asked.isEmpty());
    QVERIFY2(asked.size() < 32 * 16 / 3, qPrintable(QString::number(asked.size())));
    QVERIFY(!asked.contains(3115));
}

void HeadsTest::thumbnailsAreDevicePixels()
{
    int side = 0;
    m_grid->setRenderer([&](HeadCell cell, int asked) {
        side = asked;
        return plain(cell, asked);
    });
    m_grid->grab();
    QCOMPARE(side, qRound(m_grid->thumbnailSide() * m_grid->devicePixelRatioF()));
}

void HeadsTest::drawnThumbnailsAreKept()
{
    int calls = 0;
    m_grid->setPaintBudget(std::numeric_limits<qint64>::max()); // all in one paint, however busy the machine is
    m_grid->setRenderer([&](HeadCell cell, int side) {
        ++calls;
        return plain(cell, side);
    });
    m_grid->grab();
    QCOMPARE(calls, 12 * 4);
    m_grid->grab();
    QCOMPARE(calls, 12 * 4); // never again
}

void HeadsTest::slowThumbnailsComeInTurns()
{
    int calls = 0;
    m_grid->setRenderer([&](HeadCell cell, int side) {
        ++calls;
        QTest::qSleep(3);
        return plain(cell, side);
    });
    m_grid->grab();
    QVERIFY2(calls < 10, qPrintable(QString::number(calls)));
    QTRY_COMPARE(calls, 12 * 4); // and in the end all are there
}

void HeadsTest::theSelectedCellIsBroughtIntoView()
{
    m_grid->setShape(QVector<int>(32, 16), true);
    m_grid->setSelected(HeadCell{31, 15});
    QVERIFY(m_grid->viewport()->rect().contains(m_grid->thumbnailRect({31, 15})));
    m_grid->setSelected(HeadCell{0, 0});
    QVERIFY(m_grid->viewport()->rect().contains(m_grid->thumbnailRect({0, 0})));
}

void HeadsTest::theFocusRingCrossesNoLabel()
{
    m_grid->clearFocus();
    const QImage without = m_grid->viewport()->grab().toImage();
    m_grid->activateWindow();
    m_grid->window()->setAttribute(Qt::WA_KeyboardFocusChange);
    m_grid->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(m_grid->hasFocus());
    const QImage with = m_grid->viewport()->grab().toImage();
    const QRgb ground = without.pixel(without.width() / 2, without.height() - 1);
    int ring = 0, over = 0;
    for (int y = 0; y < with.height(); ++y)
        for (int x = 0; x < 80; ++x)
            if (with.pixel(x, y) != without.pixel(x, y)) {
                ++ring;
                over += without.pixel(x, y) != ground;
            }
    QVERIFY(ring > 100);
    QCOMPARE(over, 0);
}

void HeadsTest::assistiveToolsHearTheSelection()
{
    m_grid->setSelected(HeadCell{4, 2});
    const auto* accessible = QAccessible::queryAccessibleInterface(m_grid.get());
    QVERIFY(accessible);
    QCOMPARE(accessible->text(QAccessible::Value), u"layer 4, head 2"_s);
}

PATCHLIGHT_WINDOW_TEST(HeadsTest)
#include "heads_test.moc"
