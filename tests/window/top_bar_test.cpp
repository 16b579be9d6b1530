// tests/window/top_bar_test.cpp: which devices and precisions are offered, and what a choice does.
#include "tests/window/support/window_fixture.h"
#include "ui/adapter/texts.h"
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QToolButton>

namespace patchlight
{

using namespace Qt::StringLiterals;

class TopBarTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void everyDeviceIsOfferedInEveryPrecisionItCanDo()
    {
        QCOMPARE(texts(),
            (QStringList{
                QStringLiteral("CPU · 2 threads"), QStringLiteral("CPU · bf16"), QStringLiteral("CUDA – no driver")}));
        const auto* items = qobject_cast<QStandardItemModel*>(devices()->model());
        QVERIFY(items->item(1)->isEnabled());
        QVERIFY(!items->item(2)->isEnabled());
        QVERIFY(devices()->itemData(1, Qt::ToolTipRole).toString().contains(QStringLiteral("2 %")));
    }
    void choosingAPrecisionRunsThePictureAgainAndSaysSo()
    {
        QCOMPARE(devices()->currentText(), QStringLiteral("CPU · 2 threads"));
        QVERIFY(!facts().contains(QStringLiteral("fp32"))); // nothing to say of what is usual
        choose(1);
        QTRY_COMPARE(m_session->analysis()->precision, std::string("bf16"));
        QTRY_VERIFY(facts().contains(QStringLiteral("bf16")));
        QCOMPARE(devices()->currentText(), QStringLiteral("CPU · bf16"));
        choose(0);
        QTRY_COMPARE(m_session->analysis()->precision, std::string("fp32"));
        QVERIFY(!facts().contains(QStringLiteral("bf16")));
    }
    void whatCannotBeDoneHereIsShownAsWhatIsDone()
    {
        m_settings->setDevice(QStringLiteral("cpu"));
        m_settings->setPrecision(Precision::Fp16);
        start(fakeEngine(m_control));
        openPicture();
        QCOMPARE(devices()->currentText(), QStringLiteral("CPU · 2 threads"));
    }
    void theSwitchBetweenTheWaysStaysWhereItIs()
    {
        const auto* ways = child<QWidget>("ways");
        for (const int width : {960, 1280, 1440, 2560}) {
            m_window->resize(width, 900);
            m_window->setInside(false);
            settle();
            const QRect before(ways->mapTo(m_window.get(), QPoint()), ways->size());
            m_window->setInside(true);
            settle();
            QCOMPARE(QRect(ways->mapTo(m_window.get(), QPoint()), ways->size()), before);
            QVERIFY(child<QWidget>("tourButton")->isVisible() && !child<QWidget>("compareButton")->isVisible());
        }
    }
    void theHeadsPanelNamesThePatchWhole()
    {
        m_session->selection().setQuery(Query{.kind = Query::Kind::Patches, .registerIndex = 0, .cells = {{2, 3}}, .inverse = true});
        settle();
        const QString whole = queryLabel(m_session->selection().map().query, m_session->selection().shape().tokens);
        const QLabel* shown = nullptr;
        for (const auto* label : child<QWidget>("headsPanel")->findChildren<QLabel*>())
            shown = label->accessibleName() == whole && label->isVisible() ? label : shown;
        QVERIFY2(shown, qPrintable(whole));
        QVERIFY2(shown->text() == u"→ 2, 3"_s || shown->text() == whole, qPrintable(shown->text()));
    }
    void theHelpButtonIsNotUnderThePointerThatHasLeftForItsMenu()
    {
        auto* help = child<QToolButton>("helpButton");
        QCursor::setPos(help->mapToGlobal(QPoint(10, 200)));
        help->setAttribute(Qt::WA_UnderMouse);
        help->menu()->popup(help->mapToGlobal(QPoint(0, help->height())));
        QVERIFY(help->underMouse());
        help->menu()->hide();
        QVERIFY(!help->underMouse());
    }
    void recentPicturesOfOneNameAreToldApartByTheirFolders()
    {
        const QTemporaryDir folder;
        for (const auto& path : {u"holiday/IMG_1.jpg"_s, u"work/IMG_1.jpg"_s, u"work/other.jpg"_s}) {
            QVERIFY(QDir(folder.path()).mkpath(QFileInfo(path).path()));
            QVERIFY(QFile(folder.filePath(path)).open(QIODevice::WriteOnly));
            m_settings->addRecentPicture(folder.filePath(path));
        }
        QStringList names;
        for (const QAction* each : child<QMenu>("recentMenu")->actions())
            names << each->text();
        QCOMPARE(names.mid(0, 3), (QStringList{u"other.jpg"_s, u"IMG_1.jpg · work"_s, u"IMG_1.jpg · holiday"_s}));
        QCOMPARE(child<QPushButton>("recentPicture2")->toolTip(), u"IMG_1.jpg · holiday"_s);
    }

private:
    void prepare() override { openPicture(); }
    QComboBox* devices() const { return child<QComboBox>("deviceBox"); }
    QString facts() const { return child<QLabel>("statusFacts")->text(); }
    QStringList texts() const
    {
        QStringList list;
        for (int i = 0; i < devices()->count(); ++i)
            list << devices()->itemText(i);
        return list;
    }
    void choose(int row)
    {
        devices()->setCurrentIndex(row);
        Q_EMIT devices()->activated(row);
    }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::TopBarTest)
#include "top_bar_test.moc"
