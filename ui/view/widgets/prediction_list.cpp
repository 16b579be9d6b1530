// ui/view/widgets/prediction_list.cpp: the list and how a row is painted.
#include "ui/view/widgets/prediction_list.h"
#include "ui/view/theme/number_text.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/controls/overlay_scroll_bar.h"
#include "ui/view/widgets/prediction_model.h"
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolTip>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

int predictionRowHeight()
{
    return scaled(43);
}

}

class PredictionList::Delegate : public QStyledItemDelegate
{
public:
    explicit Delegate(PredictionList* list) : QStyledItemDelegate(list), m_list(list) { }
    bool stale = false;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {scaled(120), predictionRowHeight()};
    }

    void paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = Theme::current();
        const bool target = index.data(Model::ClassRole).toInt() == m_list->target();
        const bool focused = index == m_list->currentIndex() && paint::focusVisible(*m_list);
        const QRectF card = QRectF(option.rect).adjusted(0, 1, 0, -2);
        p->save();
        p->setRenderHint(QPainter::Antialiasing);
        if (stale)
            p->setOpacity(0.5);
        if (target || option.state & QStyle::State_MouseOver) {
            QColor plate = theme.raised;
            plate.setAlphaF(target ? 1.0F : 0.55F);
            paint::roundedFill(*p, card, metric::radius, plate);
        }
        const QRectF inner = card.adjusted(10, 5, -10, 0);
        paintName(*p, QRectF(inner.x(), inner.y(), inner.width(), scaled(20)), index);
        const QRectF line(inner.x(), card.bottom() - 9, inner.width(), 4);
        paintBars(
            *p, index.data(Model::BeforeRole).toDouble() < 0 ? line : paintChange(*p, line, index), index, target);
        if (focused)
            paint::focusRing(*p, card, metric::radius);
        p->restore();
    }

private:
    void paintBars(QPainter& p, const QRectF& bar, const QModelIndex& index, bool target) const
    {
        if (m_list->m_meaning == Meaning::Values)
            return;
        const Theme& theme = Theme::current();
        const auto part = [&bar](double share) {
            return QRectF(bar.x(), bar.y(), std::max(2.0, bar.width() * share), bar.height());
        };
        paint::roundedFill(p, bar, 2, theme.line);
        paint::roundedFill(p, part(index.data(Model::RelativeRole).toDouble()), 2, target ? theme.accent : theme.bar);
        if (m_list->m_meaning == Meaning::Labels) // more likely true than not
            p.fillRect(QRectF(bar.center().x() - 0.5, bar.y() - 2, 1, bar.height() + 4), theme.dim);
        if (index.data(Model::BeforeRole).toDouble() < 0)
            return;
        const QRectF before = part(index.data(Model::RelativeBeforeRole).toDouble()).translated(0, -5);
        paint::roundedFill(p, QRectF(before.x(), before.y() + 1, before.width(), 2), 1, theme.faint);
    }
    /// "−48.7" behind the bars, in percentage points; returns the room that is left for them.
    QRectF paintChange(QPainter& p, const QRectF& line, const QModelIndex& index) const
    {
        const double change = index.data(Model::ProbabilityRole).toDouble() - index.data(Model::BeforeRole).toDouble();
        const QRectF text(line.x(), line.y() - scaled(7), line.width(), scaled(15));
        paint::text(p, text, changeText(change), smallFont(), Theme::current().dim, Qt::AlignRight | Qt::AlignVCenter);
        return line.adjusted(0, 0, -scaled(48), 0);
    }
    void paintName(QPainter& p, const QRectF& line, const QModelIndex& index) const
    {
        const Theme& theme = Theme::current();
        constexpr auto right = Qt::AlignRight | Qt::AlignVCenter;
        if (m_list->m_meaning == Meaning::Values) {
            const QString number = valueText(index.data(Model::LogitRole).toDouble(), 4);
            const double width = paint::text(p, line, number, boldFont(), theme.text, right);
            paint::text(p, line.adjusted(0, 0, -width - 12, 0), index.data().toString(), bodyFont(), theme.text);
            return;
        }
        const double unit = paint::text(p, line.adjusted(0, 1, 0, 1), u"%"_s, smallFont(), theme.faint, right);
        const QString number = percentText(index.data(Model::ProbabilityRole).toDouble());
        const double value = paint::text(p, line.adjusted(0, 0, -unit - 1, 0), number, boldFont(), theme.text, right);
        paint::text(p, line.adjusted(0, 0, -unit - value - 12, 0), index.data().toString(), bodyFont(), theme.text);
    }
    PredictionList* m_list;
};

PredictionList::PredictionList(QWidget* parent) : QListView(parent), m_model(new Model(this))
{
    setObjectName(u"predictionList"_s);
    setAccessibleName(tr("Predictions"));
    setModel(m_model);
    setItemDelegate(new Delegate(this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    new OverlayScrollBar(this);
    connect(this, &QListView::clicked, this, &PredictionList::choose);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        if (underMouse())
            QToolTip::hideText(); // it is of the row that was there
    });
    // Assistive tools select a row without making it the current one. Later, as keys and clicks do both, one by one.
    const auto followSelection = [this] {
        const auto selected = selectionModel()->selectedIndexes();
        if (selected.size() == 1 && selected.front() != currentIndex())
            choose(selected.front());
    };
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, followSelection, Qt::QueuedConnection);
}

PredictionList::~PredictionList() = default;

void PredictionList::setMeaning(Meaning meaning)
{
    m_meaning = meaning;
    m_model->setMeaning(meaning);
    viewport()->update();
}

void PredictionList::setPredictions(const QVector<PredictionRow>& rows)
{
    m_model->setRows(rows);
    setStale(false);
    updateGeometry();
}

void PredictionList::setTarget(int classIndex)
{
    m_target = classIndex;
    const int row = m_model->rowOf(classIndex);
    if (row >= 0)
        setCurrentIndex(m_model->index(row));
    viewport()->update();
}

void PredictionList::setFilter(const QString& words)
{
    m_model->setFilter(words);
}

void PredictionList::setVisibleRows(int rows)
{
    m_visibleRows = rows;
    updateGeometry();
}

void PredictionList::setStale(bool stale)
{
    static_cast<Delegate*>(itemDelegate())->stale = stale;
    viewport()->update();
}

void PredictionList::choose(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const int classIndex = index.data(Model::ClassRole).toInt();
    setTarget(classIndex);
    Q_EMIT targetChosen(classIndex);
}

void PredictionList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        choose(currentIndex());
    else
        QListView::keyPressEvent(event);
}

QString PredictionList::csv() const
{
    QString text = u"class,name,probability,logit\n"_s;
    for (const PredictionRow& row : m_model->rows())
        text += u"%1,"_s.arg(row.classIndex) + quotedName(row.name) + u",%1,%2\n"_s.arg(row.probability, 0, 'g', 9).arg(row.logit, 0, 'g', 9);
    return m_model->rows().isEmpty() ? QString() : text;
}

QSize PredictionList::sizeHint() const
{
    const int rows = std::min(m_visibleRows, std::max(1, m_model->rowCount()));
    return {scaled(220), rows * predictionRowHeight()};
}

QSize PredictionList::minimumSizeHint() const
{
    return {scaled(140), predictionRowHeight()};
}

}
