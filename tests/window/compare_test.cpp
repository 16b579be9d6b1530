// tests/window/compare_test.cpp: a map is held while the other changes; two canvases move as one; numbers are true.
#include "tests/window/support/chinese.h"
#include "tests/window/support/window_fixture.h"
#include "ui/view/canvas/image_canvas.h"
#include "ui/view/widgets/charts/colour_bar.h"
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <algorithm>
#include <cmath>

namespace patchlight
{

class CompareTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsHeldBeforeThereIsAMap()
    {
        compare();
        QVERIFY(!m_window->comparison().active());
        QVERIFY(!child<QPushButton>("compareButton")->isEnabled());
    }
    void theHeldMapStaysWhileTheOtherChanges()
    {
        openPicture();
        compare();
        QVERIFY(child<ImageCanvas>("canvasBeside")->isVisible());
        QVERIFY(child<QPushButton>("compareButton")->isChecked());
        QVERIFY(child<QLabel>("likeness")->text().contains(QStringLiteral("choose another")));
        const auto held = m_window->comparison().held()->map();
        m_session->selection().selectHead(LayerIndex{0}, HeadIndex{1});
        QCOMPARE(m_window->comparison().held()->map(), held);
        QVERIFY(m_session->shown()->map() != held);
        QVERIFY(child<QLabel>("likeness")->text().contains(QStringLiteral("rank correlation")));
        QVERIFY(!child<QLabel>("likeness")->text().contains(QStringLiteral("similarity"))); // Pearson's number has one name
        compare();
        QVERIFY(!child<ImageCanvas>("canvasBeside")->isVisible());
    }
    void bothMarkWhatTheirMapAsks()
    {
        openPicture();
        auto* left = child<ImageCanvas>("canvas");
        auto* right = child<ImageCanvas>("canvasBeside");
        Query region = Query::patch({1, 1});
        region.cells.push_back({1, 2});
        m_session->selection().setQuery(region);
        const QString asked = left->spokenValue();
        compare();
        QCOMPARE(right->spokenValue(), asked);
        m_session->selection().setQuery(Query::patch({0, 0})); // the held map stays one of the region
        QVERIFY(left->spokenValue() != asked);
        QCOMPARE(right->spokenValue(), asked);
    }
    void bothCanvasesZoomAsOneAndMarkTheSamePatch()
    {
        openPicture();
        compare();
        auto* left = child<ImageCanvas>("canvas");
        auto* right = child<ImageCanvas>("canvasBeside");
        settle();
        right->zoomToActualPixels();
        QTRY_COMPARE(right->zoom(), 1 / right->devicePixelRatioF());
        QCOMPARE(left->zoom(), right->zoom());
        left->fit(); // each in its own half; the hairline between them makes one narrower by a pixel
        QTRY_VERIFY(std::abs(left->zoom() / right->zoom() - 1) < 0.01 && left->zoom() > 2);
        QTest::mouseMove(left, left->patchRectInView({2, 1}).center().toPoint());
        QTRY_COMPARE(right->hoveredPatch(), std::optional(QPoint(2, 1)));
    }
    void coloursHaveNoNumberToBeComparedBy()
    {
        openPicture();
        m_session->selection().setMethod(Method::FeatureColours);
        QTRY_VERIFY(!m_session->changing() && m_session->shown()->request().method == Method::FeatureColours);
        compare();
        m_session->selection().setMethod(Method::Attention);
        QTRY_VERIFY(!m_session->changing() && m_session->shown()->request().method == Method::Attention);
        QVERIFY2(child<QLabel>("likeness")->text().startsWith(QStringLiteral("Colours have no scale")),
            qPrintable(child<QLabel>("likeness")->text()));
    }
    void inNarrowHalvesTheBarLiesBelowThePicture()
    {
        openPicture();
        m_window->resize(960, 600);
        compare();
        settle();
        for (const char* name : {"canvas", "canvasBeside"}) {
            const auto* canvas = child<ImageCanvas>(name);
            const QRectF shown = canvas->pictureRectInView();
            const QRectF bar = canvas->colourBar()->geometry();
            QVERIFY(canvas->colourBar()->isVisible());
            // Its caption needs three lines here, and covers nothing of it.
            QVERIFY2(shown.width() > 0.7 * canvas->width(), qPrintable(QString::number(shown.width())));
            QVERIFY(shown.top() >= canvas->captionHeight() - 1);
            QVERIFY(bar.top() >= shown.bottom() && bar.bottom() <= canvas->height());
        }
        compare(); // alone it has the width again
        m_window->resize(1440, 900);
        settle();
        const auto* canvas = child<ImageCanvas>("canvas");
        QVERIFY(canvas->colourBar()->x() >= canvas->pictureRectInView().right());
    }
    void whatIsChangedIsSaidBesideTheBarAndNotOnIt()
    {
        Chinese chinese;
        QVERIFY2(chinese.wrong().isEmpty(), qPrintable(chinese.wrong()));
        for (const bool inChinese : {false, true}) {
            if (inChinese) {
                QCoreApplication::installTranslator(&chinese);
                start(fakeEngine(m_control));
            }
            openPicture();
            m_window->resize(960, 600);
            compare();
            hide({{0, 0}, {0, 1}, {0, 2}, {1, 0}});
            settle();
            const auto *left = child<ImageCanvas>("canvas"), *right = child<ImageCanvas>("canvasBeside");
            const auto* badge = child<QWidget>("interventionBadge");
            const QRect bar = left->colourBar()->geometry();
            QVERIFY(badge->isVisible() && left->colourBar()->isVisible() && bar.top() > left->height() / 2);
            QVERIFY2(!badge->geometry().intersects(bar), inChinese ? "zh" : "en");
            QVERIFY(bar.top() >= left->pictureRectInView().bottom());
            QCOMPARE(right->colourBar()->geometry().top(), bar.top());
            QVERIFY(std::abs(right->zoom() / left->zoom() - 1) < 0.01);
            m_session->resetInterventions();
            settle();
            QVERIFY(left->colourBar()->geometry().top() > bar.top()); // the room is the bar's again
        }
        QCoreApplication::removeTranslator(&chinese);
    }
    void swappingExchangesTheTwo()
    {
        openPicture();
        compare();
        const auto first = m_window->comparison().held()->map();
        m_session->selection().selectHead(LayerIndex{0}, HeadIndex{1});
        const auto second = m_session->shown()->map();
        child<QPushButton>("compareSwap")->click();
        QTRY_COMPARE(m_session->shown()->map(), first);
        QCOMPARE(m_window->comparison().held()->map(), second);
    }
    void theUntouchedRunIsHeldBesideTheChangedOne()
    {
        openPicture();
        compare();
        const auto untouched = m_session->shown()->map();
        m_session->editInterventions([](Interventions& changes) {
            changes.heads = {{LayerIndex{3}, HeadIndex{0}, HeadChange::Uniform}};
        });
        QTRY_VERIFY(m_session->analysis()->untouched);
        QCOMPARE(m_window->comparison().held()->map(), untouched);
        QVERIFY(m_session->shown()->map() != untouched);
        const auto titled = [this](const char* canvas, const char* words) {
            return child<ImageCanvas>(canvas)->accessibleDescription().contains(QString::fromUtf8(words));
        };
        QVERIFY(titled("canvas", "layer 3, head 0 uniform"));
        QVERIFY(!titled("canvasBeside", "layer 3, head 0 uniform"));
        child<QPushButton>("compareSwap")->click();
        QTRY_COMPARE(m_session->shown()->map(), untouched);
        QVERIFY(m_session->interventions().empty());
        QVERIFY(titled("canvasBeside", "layer 3, head 0 uniform"));
        QVERIFY(!titled("canvas", "layer 3, head 0 uniform"));
    }
    void eachSideShowsWhatWasHiddenInItsRun()
    {
        openPicture();
        hide({{0, 0}, {1, 1}});
        QTRY_COMPARE(m_session->shown()->analysis, m_session->analysis());
        compare();
        settle();
        const auto hatched = [this](const char* name) { // more than one tone, where the map alone has one
            auto* canvas = child<ImageCanvas>(name);
            const QImage image = canvas->grab(canvas->patchRectInView({1, 1}).toAlignedRect().adjusted(3, 3, -3, -3)).toImage();
            int light = 0;
            for (int x = 0; x < image.width(); ++x)
                light += qGray(image.pixel(x, image.height() / 2)) > qGray(image.pixel(0, image.height() / 2)) + 20;
            return light > 0;
        };
        QVERIFY(!m_window->comparison().held()->analysis->interventions.hidden.empty());
        QTRY_VERIFY(hatched("canvas"));
        QVERIFY(hatched("canvasBeside"));
        m_window->comparison().setShow(Comparison::Show::Difference); // both hid it
        m_session->selection().setCurrentLayer(LayerIndex{1});
        QTRY_VERIFY(m_session->shown() != m_window->comparison().held() && !m_session->changing());
        settle();
        QTRY_VERIFY(hatched("canvasBeside"));
        m_session->setInterventions({}); // the live side goes on without them
        QTRY_VERIFY(!hatched("canvas"));
        QTRY_VERIFY(!hatched("canvasBeside")); // a difference of two runs, of which one hid it
        m_window->comparison().setShow(Comparison::Show::Held);
        QTRY_VERIFY(hatched("canvasBeside"));
    }
    void eachSideOutlinesItsOwnQuery()
    {
        openPicture();
        m_session->selection().setQuery(Query::patch({1, 2}));
        QTRY_COMPARE(m_session->shown()->request().query, Query::patch({1, 2}));
        compare();
        m_session->selection().resetQuery();
        QTRY_VERIFY(m_session->shown()->request().query.kind != Query::Kind::Patches);
        settle();
        const auto outlined = [this](const char* name) { // black beside white, across the patch's left edge
            auto* canvas = child<ImageCanvas>(name);
            const QPoint edge = canvas->patchRectInView({2, 1}).toAlignedRect().topLeft() + QPoint(0, 12);
            const QImage image = canvas->grab(QRect(edge - QPoint(4, 0), QSize(9, 1))).toImage();
            int white = 0, black = 0;
            for (int x = 0; x < image.width(); ++x) {
                white += qGray(image.pixel(x, 0)) > 240;
                black += qGray(image.pixel(x, 0)) < 100;
            }
            return white > 0 && black > 0;
        };
        QTRY_VERIFY(outlined("canvasBeside"));
        QVERIFY(!outlined("canvas"));
    }
    void captionsNameTheLayersThatAreNotAllAndBothMapsOfADifference()
    {
        openPicture();
        for (const Method method : {Method::Rollout, Method::GradientRollout, Method::Relevancy, Method::AttentionFlow}) {
            m_session->selection().editMap([](MapChoice& c) { c.startLayer = LayerIndex{0}, c.endLayer = LayerIndex{3}; });
            m_session->selection().setMethod(method);
            QTRY_VERIFY(!m_session->changing() && m_session->shown()->request().method == method);
            QVERIFY2(!caption("canvas").contains(QStringLiteral("layer")), qPrintable(caption("canvas")));
            m_session->selection().editMap([](MapChoice& c) { c.startLayer = LayerIndex{1}, c.endLayer = LayerIndex{2}; });
            QTRY_VERIFY2(caption("canvas").contains(QStringLiteral("layers 1–2")), qPrintable(caption("canvas")));
        }
        m_session->selection().setMethod(Method::Relevancy);
        QTRY_VERIFY(!m_session->changing());
        compare();
        m_session->selection().editMap([](MapChoice& c) { c.startLayer = LayerIndex{2}; });
        QTRY_VERIFY(!m_session->changing());
        m_window->comparison().setShow(Comparison::Show::Difference);
        QTRY_VERIFY2(caption("canvasBeside").startsWith(QStringLiteral("difference left minus (Relevancy · layers 1–2")),
            qPrintable(caption("canvasBeside")));
        QVERIFY2(caption("canvasBeside").endsWith(QStringLiteral("), both scaled to sum 1 first")), qPrintable(caption("canvasBeside")));
    }
    void anotherPictureIsComparedByTheSameQuestion()
    {
        openPicture();
        m_session->selection().selectHead(LayerIndex{1}, HeadIndex{2});
        compare();
        m_session->openPicture(QStringLiteral("/pictures/b.png"));
        QTRY_COMPARE(m_window->windowTitle(), QStringLiteral("b.png – Patchlight"));
        QTRY_COMPARE(m_window->comparison().held()->analysis, m_session->analysis());
        QCOMPARE(m_window->comparison().held()->request().layer, std::optional(LayerIndex{1}));
    }
    void onSwinTheNextPictureIsAskedTheSamePatch()
    {
        const QString net = QStringLiteral(PATCHLIGHT_FIXTURES "/goldens/timm-swin");
        const QTemporaryDir folder;
        const QString next = folder.filePath(QStringLiteral("next.npy"));
        QVERIFY(QFile::copy(net + QStringLiteral("/input.npy"), next));
        start(coreEngine(1));
        m_session->openModel(net);
        openPicture(net + QStringLiteral("/input.npy"));
        const int last = m_session->selection().shape().layers() - 1; // on a coarser grid than the input's
        m_session->selection().selectHead(LayerIndex{last}, HeadIndex{0});
        const GridSize grid = m_session->selection().shape().tokens.grid;
        const Query asked = Query::patch({grid.rows - 1, grid.columns - 1});
        m_session->selection().setQuery(asked);
        compare();
        const auto first = m_window->comparison().held();
        QCOMPARE(first->request().query, asked);
        openPicture(next);
        QTRY_COMPARE(m_window->comparison().held()->analysis, m_session->analysis());
        QCOMPARE(m_window->comparison().held()->request().query, asked);
        const auto same = [](float a, float b) { return a == b || (std::isnan(a) && std::isnan(b)); }; // unreached cells
        const auto& held = m_window->comparison().held()->map();
        QVERIFY(std::ranges::equal(held.values(), first->map().values(), same)); // the same pixels
    }
    void aMapOfTheNetworkStaysWithThePictureItIsOf()
    {
        openPicture();
        m_session->selection().setMethod(Method::Relevancy);
        QTRY_COMPARE(m_session->shown()->request().method, Method::Relevancy);
        compare();
        m_session->openPicture(QStringLiteral("/pictures/b.png"));
        QTRY_COMPARE(m_window->windowTitle(), QStringLiteral("b.png – Patchlight"));
        QCOMPARE(m_window->comparison().held()->analysis->name, std::string("a.png"));
        QVERIFY(child<ImageCanvas>("canvasBeside")->accessibleDescription().contains(QStringLiteral("a.png")));
        QTRY_VERIFY(child<QLabel>("likeness")->text().contains(QStringLiteral("two pictures")));
        QVERIFY(!child<QPushButton>("compareSwap")->isEnabled());
    }
    /// Two checkpoints on one picture: both maps stay, each is named by its model, and where both see the same cut of it
    /// in as many cells there is a number.
    void aMapOfAnotherModelStaysAndIsNamed_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("says");
        QTest::newRow("same cut") << QStringLiteral("hf-vit") << QStringLiteral("google-npz-vit") << QStringLiteral("rank correlation");
        QTest::newRow("other grid") << QStringLiteral("hf-vit") << QStringLiteral("../families/hf-siglip-vision") << QStringLiteral("different grids");
        QTest::newRow("other cut") << QStringLiteral("hf-vit") << QStringLiteral("timm-vit") << QStringLiteral("different parts");
    }
    void aMapOfAnotherModelStaysAndIsNamed()
    {
        QFETCH(QString, first);
        QFETCH(QString, other);
        QFETCH(QString, says);
        const QString nets = QStringLiteral(PATCHLIGHT_FIXTURES "/goldens/");
        start(coreEngine(1));
        m_session->openModel(nets + first);
        openPicture(QStringLiteral(PATCHLIGHT_FIXTURES "/../../resources/pictures/goldfish.jpg"));
        compare();
        const auto held = m_window->comparison().held();
        m_session->openModel(nets + other);
        QTRY_VERIFY(m_session->shown() && m_session->shown()->analysis->model != held->analysis->model);
        QCOMPARE(m_window->comparison().held(), held);
        const QString title = QString::fromStdString(held->analysis->model->title);
        QVERIFY2(caption("canvasBeside").startsWith(title), qPrintable(caption("canvasBeside")));
        QVERIFY2(caption("canvas").contains(QString::fromStdString(m_session->shown()->analysis->model->title)), qPrintable(caption("canvas")));
        const QString numbers = child<QLabel>("likeness")->text();
        QVERIFY2(numbers.contains(says) && !numbers.contains(QStringLiteral("two pictures")), qPrintable(numbers));
        QVERIFY(!child<QPushButton>("compareSwap")->isEnabled());
        trigger(Command::Export); // either can be written
        const auto* which = m_window->findChild<QWidget*>(QStringLiteral("exportWhich"));
        QVERIFY(which && which->isVisible());
    }

private:
    void compare() { trigger(Command::Compare); }
    QString caption(const char* canvas) const { return child<ImageCanvas>(canvas)->accessibleDescription(); }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::CompareTest)
#include "compare_test.moc"
