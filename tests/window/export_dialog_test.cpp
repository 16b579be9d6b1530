// tests/window/export_dialog_test.cpp: what the dialog writes, what it says of it, and what ends it.
#include "tests/window/support/window_fixture.h"
#include "ui/adapter/export_files.h"
#include "ui/adapter/files.h"
#include "ui/state/intervention_edits.h"
#include "ui/view/export/export_dialog.h"
#include "ui/view/widgets/controls/option_list.h"
#include "ui/view/widgets/message_bar.h"
#include "ui/view/widgets/thin_progress.h"
#include <QDir>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <algorithm>

namespace patchlight
{

class ExportDialogTest : public WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void exportingWritesTheFileAndSaysWhere()
    {
        auto* dialog = exportDialog();
        QVERIFY(dialog->isVisible());
        auto* preview = dialog->findChild<QLabel*>(QStringLiteral("exportPreview"));
        QTRY_VERIFY(!preview->pixmap(Qt::ReturnByValue).isNull());
        const QTemporaryDir folder;
        m_dialogs.saved = folder.filePath(QStringLiteral("map"));
        child<QPushButton>("exportSave")->click();
        QTRY_VERIFY(QFile::exists(folder.filePath(QStringLiteral("map.png"))));
        QTRY_VERIFY(child<MessageBar>("messageBar")->text().contains(QStringLiteral("map.png")));
    }
    void theSheetIsOfWhomTheHeadsAreAskedOfWhateverTheMapReads()
    {
        openPicture();
        m_session->selection().setQuery(Query::patch({1, 2}));
        m_session->selection().setMethod(Method::GradCam); // asks nobody; the heads below it do
        QTRY_VERIFY(!m_session->changing() && m_session->shown()->request().method == Method::GradCam);
        auto* dialog = exportDialog();
        Q_EMIT dialog->findChild<OptionList*>(QStringLiteral("exportKinds"))->chosen(static_cast<int>(ExportKind::Sheet));
        const QTemporaryDir folder;
        m_dialogs.saved = folder.filePath(QStringLiteral("sheet.png"));
        child<QPushButton>("exportSave")->click();
        QTRY_VERIFY(QFile::exists(m_dialogs.saved));
        const auto sheetOf = [this](const Query& query) {
            return exportPreview(*m_session->shown(), {ExportKind::Sheet, false, m_session->chosenLook(), {}, {}, query})
                .convertToFormat(QImage::Format_RGB888);
        };
        const QImage written = QImage(m_dialogs.saved).convertToFormat(QImage::Format_RGB888);
        QCOMPARE(written, sheetOf(Query::patch({1, 2})));
        QVERIFY(written != sheetOf({}));
    }
    void whatIsMadeOfASampleIsNotSavedAmongTheSamples()
    {
        const QString samples = QFileInfo(samplePictures().value(0)).absolutePath();
        const QTemporaryDir own;
        const auto suggested = [this](const QString& picture) {
            openPicture(picture);
            auto* dialog = exportDialog();
            dialog->findChild<QPushButton*>(QStringLiteral("exportSave"))->click();
            dialog->close();
            return QFileInfo(m_dialogs.suggested).absolutePath();
        };
        QCOMPARE(suggested(own.filePath(QStringLiteral("a.png"))), own.path());
        const QString instead = suggested(samplePictures().value(0));
        QVERIFY2(instead != samples && QFileInfo(instead).isWritable(), qPrintable(instead));
    }
    void itsFieldsDoNotTouch()
    {
        auto* dialog = exportDialog();
        Q_EMIT dialog->findChild<OptionList*>(QStringLiteral("exportKinds"))->chosen(static_cast<int>(ExportKind::Figure));
        const auto* width = dialog->findChild<QWidget*>(QStringLiteral("figureWidth"));
        const auto* dpi = dialog->findChild<QWidget*>(QStringLiteral("figureDpi"));
        dialog->resize(dialog->minimumSizeHint());
        settle();
        QVERIFY(width->isVisible());
        QVERIFY(dpi->mapTo(dialog, QPoint()).y() - width->mapTo(dialog, QPoint(0, width->height())).y() >= 2);
    }
    void aClosedExportDialogGoesAwayByItself()
    {
        const QPointer dialog = exportDialog();
        dialog->findChild<QPushButton*>(QStringLiteral("exportCancel"))->click();
        QVERIFY(!dialog || !dialog->isVisible());
        QTRY_VERIFY(!dialog);
    }
    void anExportThatCannotBeWrittenIsAnErrorInTheBar()
    {
        exportDialog();
        m_dialogs.saved = QStringLiteral("/no/such/folder/map.png");
        child<QPushButton>("exportSave")->click();
        QTRY_VERIFY(child<MessageBar>("messageBar")->isVisible());
        QVERIFY(child<MessageBar>("messageBar")->text().contains(QStringLiteral("/no/such/folder")));
        QVERIFY(m_session->shown());
    }
    /// Letters are thin: a preview that takes one pixel of several has no title that can be read.
    void aPreviewIsTheMeanOfThePixels()
    {
        m_settings->setView(QStringLiteral("exportKind"), int(ExportKind::HeatMap));
        auto* preview = exportDialog()->findChild<QLabel*>(QStringLiteral("exportPreview"));
        QTRY_VERIFY(!preview->pixmap(Qt::ReturnByValue).isNull());
        const QImage seen = preview->pixmap(Qt::ReturnByValue).toImage().convertToFormat(QImage::Format_RGB32);
        const QImage whole = exportPreview(*m_session->shown(), {ExportKind::HeatMap, false, m_session->chosenLook()});
        QVERIFY(seen.width() < whole.width());
        QCOMPARE(seen, whole.convertToFormat(QImage::Format_RGB32).scaled(seen.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
    void theDialogKeepsItsSizeWhateverIsChosen()
    {
        auto* dialog = exportDialog();
        settle();
        const QSize before = dialog->size();
        auto* says = dialog->findChild<QLabel*>(QStringLiteral("exportSays"));
        for (const auto& kind : exportKinds()) {
            says->setText(kind.says);
            settle();
            QCOMPARE(dialog->size(), before);
            const QRect need = says->fontMetrics().boundingRect(says->rect(), Qt::TextWordWrap, kind.says);
            QVERIFY2(says->rect().contains(need), qPrintable(kind.says));
        }
    }
    void anotherPictureUnderTheDialogDoesNotChangeWhatItWrites()
    {
        m_control->close();
        m_session->openPicture(QStringLiteral("/pictures/next.png"));
        m_session->selection().setMethod(Method::Relevancy); // its map takes the network, too
        auto* dialog = exportDialog();
        m_control->open();
        QTRY_COMPARE(m_session->analysis()->name, std::string("next.png"));
        for (int key = 0; key < 12; ++key) // each kind in turn
            QTest::keyClick(dialog->findChild<QWidget*>(QStringLiteral("exportKinds")), Qt::Key_Down);
        m_settings->setView(QStringLiteral("exportFolder"), QString());
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("map.json"));
        auto* kinds = dialog->findChild<OptionList*>(QStringLiteral("exportKinds"));
        Q_EMIT kinds->chosen(static_cast<int>(ExportKind::Json));
        m_dialogs.saved = file;
        child<QPushButton>("exportSave")->click();
        QTRY_VERIFY(QFile::exists(file));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray json = written.readAll();
        QVERIFY(json.contains("a.png"));
        QVERIFY(!json.contains("next.png"));
    }
    void whatIsExportedBeforeTheNextMapIsThereIsOfTheRunOfTheMap()
    {
        m_session->selection().setMethod(Method::Relevancy);
        QTRY_COMPARE(m_session->shown()->request().method, Method::Relevancy);
        m_control->close();
        m_session->editInterventions([](Interventions& changed) { hideCells(changed, {{0, 0}}, true); });
        m_control->step(); // the run, but not the map of it
        QTRY_VERIFY(m_session->analysis()->untouched);
        QVERIFY(m_session->shown()->analysis->interventions.empty());
        QCOMPARE(m_session->shown()->analysis, m_session->analysis()->untouched);
    }
    void itIsSaidWhereHiddenPatchesAreNotMarked()
    {
        QVERIFY(!says(ExportKind::Overlay).contains(QStringLiteral("not marked")));
        hide({{0, 0}});
        QTRY_VERIFY(!m_session->changing());
        QVERIFY(says(ExportKind::Overlay).contains(QStringLiteral("not marked")));
        QVERIFY(!says(ExportKind::Figure).contains(QStringLiteral("not marked")));
    }
    void whatIsSaidOfHiddenPatchesIsASentenceOfItsOwnAndAdvisesOnlyWhatCanBeDone()
    {
        hide({{0, 0}});
        QTRY_VERIFY(!m_session->changing());
        QCOMPARE(says(ExportKind::Overlay),
            QStringLiteral("PNG at the picture's own size. Hidden patches are not marked in it; a figure marks them."));
        showColours();
        QCOMPARE(says(ExportKind::Overlay), QStringLiteral("PNG at the picture's own size. Hidden patches are not marked in it."));
    }
    void ofColoursEachKindSaysWhatItHolds()
    {
        showColours();
        auto* dialog = exportDialog();
        auto* kinds = dialog->findChild<OptionList*>(QStringLiteral("exportKinds"));
        const auto values = [&](ExportKind kind) {
            Q_EMIT kinds->chosen(static_cast<int>(kind));
            return dialog->findChild<QLabel*>(QStringLiteral("exportPreview"))->text();
        };
        const auto size = m_session->shown()->map().size();
        const QString grid = QStringLiteral("%1 × %2").arg(size.rows).arg(size.columns);
        QCOMPARE(values(ExportKind::Npy), QString(grid + QStringLiteral(" × 3 values")));
        QCOMPARE(values(ExportKind::Json), QString(grid + QStringLiteral(" × 3 values")));
        QCOMPARE(values(ExportKind::Csv), QString(grid + QStringLiteral(" values")));
        auto* says = dialog->findChild<QLabel*>(QStringLiteral("exportSays"));
        QVERIFY2(says->text().contains(QStringLiteral("first component")), qPrintable(says->text()));
        Q_EMIT kinds->chosen(static_cast<int>(ExportKind::HeatMap));
        QVERIFY2(!says->text().contains(QStringLiteral("title")), qPrintable(says->text()));
    }
    void aStoppedExportSaysThatNothingWasWritten()
    {
        const QTemporaryDir folder;
        const QPointer dialog = slowFrames(folder);
        auto* counted = child<QLabel>("exportCounted");
        child<QPushButton>("exportSave")->click();
        QTRY_COMPARE(counted->text(), QStringLiteral("1 of 4"));
        QCOMPARE(child<ThinProgress>("exportProgress")->fraction(), 0.25);
        child<QPushButton>("exportCancel")->click();
        QTRY_VERIFY(child<MessageBar>("messageBar")->isVisible());
        QCOMPARE(child<MessageBar>("messageBar")->text(), QStringLiteral("Stopped: nothing was written."));
        QCOMPARE(child<MessageBar>("messageBar")->kind(), MessageBar::Kind::Info);
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("large-attention-layers"))));
    }
    void aDialogThatWroteNothingSaysNothing()
    {
        const QPointer dialog = exportDialog();
        QSignalSpy stopped(dialog, &ExportDialog::stopped);
        child<QPushButton>("exportCancel")->click();
        QTRY_VERIFY(!dialog);
        QCOMPARE(stopped.count(), 0);
    }
    void closingTheWindowStopsTheExportAndLeavesNothing()
    {
        const QTemporaryDir folder;
        const QPointer dialog = slowFrames(folder);
        QSignalSpy written(dialog, &ExportDialog::written);
        child<QPushButton>("exportSave")->click();
        const QString frames = folder.filePath(QStringLiteral("large-attention-layers"));
        const auto begun = [&] { // the first of four, in a folder of its own until all are there
            return std::ranges::any_of(QDir(frames).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot),
                [&](const QString& stage) { return QFile::exists(frames + u'/' + stage + QStringLiteral("/frame-000.png")); });
        };
        QTRY_VERIFY(begun());
        m_window->close();
        QVERIFY(!m_window->isVisible());
        QVERIFY(!dialog->isVisible());
        QTRY_VERIFY(!dialog); // its work has ended
        QVERIFY(!QFile::exists(frames));
        QCOMPARE(written.count(), 0);
    }

private:
    void prepare() override { openPicture(); }
    /// Of four pictures, each of which takes long enough to be caught at it.
    ExportDialog* slowFrames(const QTemporaryDir& folder)
    {
        m_control->enlarged = 50;
        openPicture(QStringLiteral("/pictures/large.png"));
        m_settings->setView(QStringLiteral("exportKind"), int(ExportKind::Frames));
        m_dialogs.folder = folder.path();
        return exportDialog();
    }
    void showColours()
    {
        m_session->selection().setMethod(Method::FeatureColours);
        QTRY_VERIFY(!m_session->changing() && m_session->shown()->request().method == Method::FeatureColours);
    }
    /// What a dialog that opens with a kind says of it.
    QString says(ExportKind kind)
    {
        m_settings->setView(QStringLiteral("exportKind"), int(kind));
        const QPointer dialog = exportDialog();
        const QString text = child<QLabel>("exportSays")->text();
        dialog->close();
        while (dialog)
            QCoreApplication::processEvents(), QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return text;
    }
    ExportDialog* exportDialog()
    {
        trigger(Command::Export);
        return child<ExportDialog>("exportDialog");
    }
};

}

PATCHLIGHT_WINDOW_TEST(patchlight::ExportDialogTest)
#include "export_dialog_test.moc"
