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
class FigureForm;
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
    /// What two maps side by side offer beside the live one; null where there is none.
    struct Beside {
        ShownMapPtr held, difference;
        QString differenceTitle; ///< of its figure
    };
    /// Of the map on screen now, whatever the session shows later.
    ExportDialog(
        Session* session, Settings* settings, Dialogs* dialogs, const Beside& beside, QWidget* parent = nullptr);

    /// As large as it likes to be, or as `room` allows with a title bar: then the list scrolls and the preview is smaller.
    void fitInto(QSize room);
    void done(int result) override;

Q_SIGNALS:
    void written(const QString& path);
    void failed(const QString& sentence);
    void stopped(); ///< by the person, while it was writing: nothing was written

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
    void showProgress(int done, int total);
    void tellFailure(const Error& error);
    void tellStopped();

    bool fits(int kind) const;
    void fillKinds();
    const ShownMapPtr& chosenMap() const;
    bool isDifference() const;
    /// The chosen map, or, of a difference, the one that it is more or less of.
    const ShownMapPtr& namedMap() const;

    ShownMapPtr m_shown;
    std::optional<Query> m_headsQuery; ///< whom the heads below the map are asked of, which the map may not read
    Beside m_beside;
    QVector<ShownMapPtr> m_maps; ///< to choose from, the shown one first
    Look m_look;
    Settings* m_settings;
    Dialogs* m_dialogs;
    QVector<ExportKindInfo> m_kinds;
    int m_kind = 0;
    OptionList* m_list;
    SegmentedControl *m_frame, *m_which;
    FigureForm* m_measures;
    QLabel *m_preview, *m_says, *m_counted;
    ThinProgress* m_progress;
    QPushButton* m_save;
    QString m_path; ///< that is being written
    bool m_wrote = false; ///< the job's, until it has ended
    LatestJob m_previewJob, m_writeJob;
};

}
