// ui/view/export/export_dialog.cpp: a list of kinds, a preview, and the job that writes.
#include "ui/view/export/export_dialog.h"
#include "ui/adapter/files.h"
#include "ui/adapter/texts.h"
#include "ui/state/session.h"
#include "ui/view/export/figure_form.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/controls/option_list.h"
#include "ui/view/widgets/controls/overlay_scroll_bar.h"
#include "ui/view/widgets/controls/segmented_control.h"
#include "ui/view/widgets/labelled_row.h"
#include "ui/view/widgets/thin_progress.h"
#include "ui/view/window/dialogs.h"
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace patchlight
{
namespace
{
using namespace Qt::StringLiterals;
constexpr int kPreviewSide = 380, kLeastPreview = 110;
constexpr int kLeastKinds = 130; ///< four rows
}

ExportDialog::ExportDialog(
    Session* session, Settings* settings, Dialogs* dialogs, const Beside& beside, QWidget* parent)
    : QDialog(parent), m_shown(session->shown()), m_headsQuery(session->selection().map().query), m_beside(beside), m_maps{m_shown}, m_look(session->chosenLook()),
      m_settings(settings), m_dialogs(dialogs), m_kinds(exportKinds())
{
    setObjectName(u"exportDialog"_s);
    setWindowTitle(tr("Export"));
    setProperty("surface", u"panel"_s); // buttons and rows stand out from it in either theme
    build();
    fitInto(screen()->availableSize());
    m_writeJob.onFailure([this](const Error& error) { tellFailure(error); });
    chooseKind(std::clamp(m_settings->view(u"exportKind"_s, 0).toInt(), 0, static_cast<int>(m_kinds.size()) - 1));
}

void ExportDialog::build()
{
    auto* body = new QHBoxLayout;
    body->setSpacing(metric::large);
    body->addLayout(buildKinds());
    body->addLayout(buildPreview(), 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(metric::large, metric::large, metric::large, metric::medium);
    all->setSpacing(metric::medium);
    all->addLayout(body, 1);
    all->addLayout(buildButtons());
}

void ExportDialog::fitInto(QSize room)
{
    m_preview->setMinimumSize(scaled(kPreviewSide), scaled(kPreviewSide));
    m_says->setFixedHeight(heightOfWords(scaled(kPreviewSide)));
    const QSize wanted = sizeHint();
    m_preview->setMinimumSize(scaled(kLeastPreview), scaled(kLeastPreview));
    resize(wanted.boundedTo(room - QSize(0, kDialogTitleBar)));
}

void ExportDialog::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    m_says->setFixedHeight(heightOfWords(m_says->width()));
    showPreview();
}

QLayout* ExportDialog::buildKinds()
{
    m_which = new SegmentedControl;
    m_which->setObjectName(u"exportWhich"_s);
    m_which->setAccessibleName(tr("Which map"));
    QStringList names{tr("This map")};
    for (const auto& [map, name] : {std::pair{m_beside.held, tr("Held map")}, {m_beside.difference, tr("Difference")}})
        if (map) {
            m_maps << map;
            names << name;
        }
    m_which->setOptions(names);
    m_which->setToolTip(tr("The map at the left, the held one, or, while it is shown, what the left has more or less than the held one"));
    m_which->setVisible(m_maps.size() > 1);
    connect(m_which, &SegmentedControl::chosen, this, [this] {
        fillKinds();
        chooseKind(m_kind);
    });
    m_list = new OptionList;
    m_list->setObjectName(u"exportKinds"_s);
    m_list->setAccessibleName(tr("What to export"));
    fillKinds();
    m_list->setFixedWidth(scaled(290));
    m_list->setMinimumHeight(scaled(kLeastKinds));
    m_list->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Maximum);
    new OverlayScrollBar(m_list);
    connect(m_list, &OptionList::chosen, this, &ExportDialog::chooseKind);

    auto* column = new QVBoxLayout;
    column->setSpacing(metric::small);
    column->addWidget(makeHeading(tr("Export")));
    column->addWidget(m_which);
    column->addWidget(m_list, 1);
    column->addStretch();
    return column;
}

const ShownMapPtr& ExportDialog::chosenMap() const
{
    return m_maps.at(m_which->current());
}

bool ExportDialog::isDifference() const
{
    return chosenMap() == m_beside.difference;
}

const ShownMapPtr& ExportDialog::namedMap() const
{
    return isDifference() ? m_shown : chosenMap();
}

bool ExportDialog::fits(int kind) const
{
    const auto chosen = m_kinds.at(kind).kind;
    return exportFits(chosen, namedMap()->request().method) && (!isDifference() || exportsDifference(chosen));
}

void ExportDialog::fillKinds()
{
    m_kinds = exportKinds(!chosenMap()->explanation.colours.empty());
    QVector<OptionRow> rows;
    for (int i = 0; i < m_kinds.size(); ++i) {
        const auto& kind = m_kinds.at(i);
        const QString ending = kind.extension.isEmpty() ? tr("folder") : kind.extension.toUpper();
        const bool layers = kind.kind == ExportKind::Film || kind.kind == ExportKind::Frames;
        const QString why = isDifference() ? tr("Not of a difference: no question would make it again")
            : layers                       ? tr("Only for raw attention and rollout")
            : kind.kind == ExportKind::Heads ? tr("Only for raw attention")
                                             : tr("These colours have no scale to show");
        rows << OptionRow{kind.title, ending, fits(i) ? kind.says : why, fits(i)};
    }
    m_list->setOptions(rows);
}

/// Pictures without a title leave patches as they are; what was hidden is then said here alone.
QString ExportDialog::says(const ExportKindInfo& kind) const
{
    const bool unmarked = kind.kind == ExportKind::Overlay || kind.kind == ExportKind::Film || kind.kind == ExportKind::Frames;
    if (!unmarked || namedMap()->analysis->interventions.hidden.empty())
        return kind.says;
    const bool figure = !isDifference() && exportFits(ExportKind::Figure, namedMap()->request().method);
    return andThen(withFullStop(kind.says),
        figure ? tr("Hidden patches are not marked in it; a figure marks them.") : tr("Hidden patches are not marked in it."));
}

/// Of the longest: whatever is said, nothing moves.
int ExportDialog::heightOfWords(int width) const
{
    m_says->ensurePolished();
    int height = 0;
    for (const auto& kind : m_kinds)
        height = std::max(
            height, m_says->fontMetrics().boundingRect(0, 0, width, scaled(200), Qt::TextWordWrap, says(kind)).height());
    return height;
}

QLayout* ExportDialog::buildPreview()
{
    m_preview = new QLabel;
    m_preview->setObjectName(u"exportPreview"_s);
    m_preview->setAccessibleName(tr("Preview"));
    m_preview->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setProperty("surface", u"canvas"_s);
    m_preview->setWordWrap(true);
    m_says = new QLabel;
    m_says->setObjectName(u"exportSays"_s);
    m_says->setProperty("tone", u"dim"_s);
    m_says->setWordWrap(true);
    m_says->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_frame = new SegmentedControl;
    m_frame->setObjectName(u"exportFrame"_s);
    m_frame->setAccessibleName(tr("On which picture"));
    m_frame->setOptions({tr("Whole picture"), tr("Network's input")});
    m_frame->setToolTip(tr("The picture at its own size, or as it was resized and cropped for the network"));
    connect(m_frame, &SegmentedControl::chosen, this, &ExportDialog::showPreview);

    auto* column = new QVBoxLayout;
    column->setSpacing(metric::small);
    column->addWidget(m_preview, 1);
    column->addWidget(m_says);
    column->addWidget(m_frame);
    m_measures = new FigureForm(m_settings);
    connect(m_measures, &FigureForm::changed, this, &ExportDialog::showPreview);
    column->addWidget(m_measures);
    for (QWidget* part : std::initializer_list<QWidget*>{m_frame, m_measures}) {
        QSizePolicy keeps = part->sizePolicy(); // the dialog stays as large as it is
        keeps.setRetainSizeWhenHidden(true);
        part->setSizePolicy(keeps);
    }
    return column;
}

QLayout* ExportDialog::buildButtons()
{
    m_progress = new ThinProgress;
    m_progress->setObjectName(u"exportProgress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_counted = new QLabel;
    m_counted->setObjectName(u"exportCounted"_s);
    m_counted->setFont(smallFont());
    m_counted->setProperty("tone", u"dim"_s);
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(u"exportCancel"_s);
    cancel->setAccessibleName(tr("Cancel"));
    cancel->setToolTip(tr("Writes nothing (Esc)"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_save = new QPushButton(tr("Save…"));
    m_save->setObjectName(u"exportSave"_s);
    m_save->setAccessibleName(tr("Save"));
    m_save->setToolTip(tr("Asks where to, and writes it (Enter)"));
    m_save->setProperty("kind", u"primary"_s);
    m_save->setDefault(true);
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::save);

    auto* row = new QHBoxLayout;
    row->addWidget(m_progress, 1);
    row->addWidget(m_counted);
    row->addWidget(cancel);
    row->addWidget(m_save);
    return row;
}

void ExportDialog::chooseKind(int index)
{
    m_kind = fits(index) ? index : 0;
    m_settings->setView(u"exportKind"_s, m_kind);
    m_list->setCurrent(m_kind);
    m_says->setText(says(m_kinds.at(m_kind)));
    m_frame->setVisible(m_kinds.at(m_kind).framed);
    const auto kind = m_kinds.at(m_kind).kind;
    m_measures->setVisible(m_kinds.at(m_kind).measured);
    m_measures->setMadeOfPixels(kind == ExportKind::Figure);
    showPreview();
}

ExportChoice ExportDialog::choice() const
{
    Look look = m_look;
    if (isDifference())
        look.range.reset(); // its own, on both sides of zero
    return {m_kinds.at(m_kind).kind, m_frame->current() == 1 && m_kinds.at(m_kind).framed, look,
        m_measures->choice(),
        isDifference() ? m_beside.differenceTitle : QString(), namedMap() == m_shown ? m_headsQuery : std::nullopt};
}

void ExportDialog::showPreview()
{
    if (!m_kinds.at(m_kind).picture) {
        m_previewJob.cancel();
        m_preview->setPixmap({});
        const auto size = chosenMap()->map().size();
        const int components = m_kinds.at(m_kind).components;
        m_preview->setText(components == 1 ? tr("%1 × %2 values").arg(size.rows).arg(size.columns)
                                           : tr("%1 × %2 × %3 values").arg(size.rows).arg(size.columns).arg(components));
        return;
    }
    const qreal ratio = devicePixelRatioF();
    const QSize side = m_preview->size() * ratio;
    m_previewJob.start([this, side, ratio, shown = chosenMap(), choice = choice()](
                           const CancelToken& cancel, const LatestJob::Deliver& deliver) {
        if (cancel.requested())
            return;
        QImage image = exportPreview(*shown, choice);
        if (image.width() > side.width() || image.height() > side.height())
            image = image.convertToFormat(QImage::Format_ARGB32_Premultiplied) // others lose pixels when made smaller
                        .scaled(side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        image.setDevicePixelRatio(ratio);
        deliver([this, image] { m_preview->setPixmap(QPixmap::fromImage(image)); });
    });
}

QString ExportDialog::askPath() const
{
    const auto& kind = m_kinds.at(m_kind);
    const QString beside = folderToSaveBeside(fromPath(namedMap()->analysis->file));
    const QString folder = m_settings->view(u"exportFolder"_s, beside).toString();
    QString name = exportFileName(*namedMap(), kind);
    if (isDifference())
        name.insert(name.lastIndexOf(u'.'), u"-difference"_s);
    const QString suggestion = QDir(folder).filePath(name);
    auto* parent = const_cast<ExportDialog*>(this);
    if (kind.extension.isEmpty()) {
        const QString chosen = m_dialogs->folderToSave(parent, folder);
        return chosen.isEmpty() ? chosen : QDir(chosen).filePath(QFileInfo(suggestion).fileName());
    }
    const QString path = m_dialogs->fileToSave(parent, suggestion, kind.title + u" (*."_s + kind.extension + u')');
    return path.isEmpty() ? path : withEnding(path, kind.extension);
}

void ExportDialog::setWriting(bool writing)
{
    m_save->setEnabled(!writing);
    m_list->setEnabled(!writing);
    m_frame->setEnabled(!writing);
    if (writing)
        m_progress->setUnknown();
    else
        m_progress->setIdle();
    m_counted->clear();
}

/// Of a film and its frames, whose number is known; other kinds are one piece.
void ExportDialog::showProgress(int done, int total)
{
    if (total <= 0)
        return;
    m_progress->setFraction(static_cast<double>(done) / total);
    m_counted->setText(tr("%1 of %2").arg(done).arg(total));
}

void ExportDialog::save()
{
    const QString path = askPath();
    if (path.isEmpty())
        return;
    m_measures->remember();
    setWriting(true);
    m_path = path;
    m_writeJob.start(
        [this, path, shown = chosenMap(), choice = choice()](const CancelToken& cancel, const LatestJob::Deliver& deliver) {
            const auto report = [this, &deliver](const Progress& p) {
                deliver([this, done = p.done, total = p.total] { showProgress(done, total); });
            };
            const auto result = writeExport(path, *shown, choice, {cancel, report});
            m_wrote = result.has_value();
            deliver([this, path, result] {
                m_path.clear(); // told here
                setWriting(false);
                if (!result)
                    return tellFailure(result.error());
                m_settings->setView(u"exportFolder"_s, QFileInfo(path).absolutePath());
                Q_EMIT written(path);
                accept();
            });
        });
}

void ExportDialog::tellFailure(const Error& error)
{
    m_path.clear();
    Q_EMIT failed(errorText(error));
    reject();
}

void ExportDialog::done(int result)
{
    QDialog::done(result);
    m_previewJob.retire([this] {
        m_writeJob.retire([this] {
            tellStopped();
            deleteLater();
        });
    });
    m_writeJob.cancel();
}

/// When the work has ended; it may have been done before it heard of the end.
void ExportDialog::tellStopped()
{
    if (m_path.isEmpty())
        return;
    if (m_wrote)
        Q_EMIT written(m_path);
    else
        Q_EMIT stopped();
}

}
