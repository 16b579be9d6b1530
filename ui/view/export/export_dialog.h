// ui/view/export/export_dialog.h: what to write, how it will look, where to.
#pragma once
#include "ui/adapter/export_files.h"
#include "ui/state/latest_job.h"
#include <QDialog>

class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace patchlight
{
class Dialogs;
class OptionList;
class SegmentedControl;
class Session;
class Settings;
class Switch;
class ThinProgress;

/// Shows the very pixels that are written. Writing goes on beside the window; closing the dialog cancels it,
/// and the dialog deletes itself when the last work has ended, so that the window never waits for it.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    /// Of the map on screen now, whatever the session shows later. `difference`: of two maps side by side, offered
    /// beside it, with the title of its figure; null where there is none.
    ExportDialog(Session* session, Settings* settings, Dialogs* dialogs, const ShownMapPtr& difference,
        const QString& differenceTitle, QWidget* parent = nullptr);

    /// As large as it likes to be, or as `room` allows with a title bar: then the list scrolls and the preview is smaller.
    void fitInto(QSize room);
    void done(int result) override;

Q_SIGNALS:
    void written(const QString& path);
    void failed(const QString& sentence);

protected:
    void resizeEvent(QResizeEvent*) override;

private:
    void build();
    QLayout* buildKinds();
    QString says(const ExportKindInfo& kind) const;
    int heightOfWords(int width) const;
    QLayout* buildPreview();
    QLayout* buildButtons();
    void chooseKind(int index);
    void showPreview();
    void save();
    QString askPath() const;
    ExportChoice choice() const;
    void setWriting(bool writing);
    void tellFailure(const Error& error);

    QWidget* buildMeasures();
    bool fits(int kind) const;
    void fillKinds();
    const ShownMapPtr& chosenMap() const;

    ShownMapPtr m_shown, m_difference;
    QString m_differenceTitle;
    Look m_look;
    Settings* m_settings;
    Dialogs* m_dialogs;
    QVector<ExportKindInfo> m_kinds;
    int m_kind = 0;
    OptionList* m_list;
    SegmentedControl *m_frame, *m_which;
    QWidget* m_measures;
    QDoubleSpinBox* m_width;
    QSpinBox* m_dpi;
    Switch *m_titled, *m_barred;
    QWidget* m_dpiRow = nullptr;
    QLabel *m_preview, *m_says;
    ThinProgress* m_progress;
    QPushButton* m_save;
    LatestJob m_previewJob, m_writeJob;
};

}
