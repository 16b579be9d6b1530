// ui/view/export/export_dialog.h: what to write, how it will look, where to.
#pragma once
#include "ui/adapter/export_files.h"
#include "ui/state/latest_job.h"
#include <QDialog>

class QLabel;
class QPushButton;

namespace patchlight
{
class Dialogs;
class OptionList;
class SegmentedControl;
class Session;
class Settings;
class ThinProgress;

/// Shows the very pixels that are written. Writing goes on beside the window; closing the dialog cancels it,
/// and the dialog deletes itself when the last work has ended, so that the window never waits for it.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    /// Of the map on screen now, whatever the session shows later.
    ExportDialog(Session* session, Settings* settings, Dialogs* dialogs, QWidget* parent = nullptr);

    void done(int result) override;

Q_SIGNALS:
    void written(const QString& path);
    void failed(const QString& sentence);

private:
    void build();
    QLayout* buildKinds();
    QLayout* buildPreview();
    QLayout* buildButtons();
    void chooseKind(int index);
    void showPreview();
    void save();
    QString askPath() const;
    ExportChoice choice() const;
    void setWriting(bool writing);
    void tellFailure(const Error& error);

    ShownMapPtr m_shown;
    Look m_look;
    bool m_ownScale; ///< each of several maps on its own
    Settings* m_settings;
    Dialogs* m_dialogs;
    QVector<ExportKindInfo> m_kinds;
    int m_kind = 0;
    OptionList* m_list;
    SegmentedControl* m_frame;
    QLabel *m_preview, *m_says;
    ThinProgress* m_progress;
    QPushButton* m_save;
    LatestJob m_previewJob, m_writeJob;
};

}
