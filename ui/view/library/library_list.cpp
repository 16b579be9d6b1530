// ui/view/library/library_list.cpp: the list and how a row is painted.
#include "ui/view/library/library_list.h"
#include "ui/view/library/library_model.h"
#include "ui/view/theme/paint.h"
#include "ui/view/theme/theme.h"
#include "ui/view/widgets/controls/overlay_scroll_bar.h"
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;
using Model = LibraryModel;

int modelRowHeight()
{
    return scaled(48);
}

QRectF crossOf(const QRectF& row)
{
    return {
        row.right() - scaled(32), row.y() + (row.height() - scaled(24)) / 2, double(scaled(24)), double(scaled(24))};
}

}

class LibraryList::Delegate : public QStyledItemDelegate
{
public:
    explicit Delegate(LibraryList* list) : QStyledItemDelegate(list), m_list(list) { }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {scaled(240), modelRowHeight()};
    }

    void paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QRectF row = QRectF(option.rect).adjusted(0, 1, -scaled(4), -1);
        const bool current = index == m_list->currentIndex();
        p->save();
        p->setRenderHint(QPainter::Antialiasing);
        if (current || option.state & QStyle::State_MouseOver) {
            QColor plate = Theme::current().raised;
            plate.setAlphaF(current ? 1.0F : 0.55F);
            paint::roundedFill(*p, row, metric::radius, plate);
        }
        paintDot(*p, row, index);
        paintWords(*p, row, index);
        if (index.data(Model::StateRole).toInt() == Model::Fetching)
            paintFetch(*p, row, index);
        if (current && paint::focusVisible(*m_list))
            paint::focusRing(*p, row, metric::radius);
        p->restore();
    }

private:
    /// Full: here. A ring: to be had. Half: begun.
    void paintDot(QPainter& p, const QRectF& row, const QModelIndex& index) const
    {
        const Theme& theme = Theme::current();
        const int state = index.data(Model::StateRole).toInt();
        const QRectF dot(row.x() + scaled(12), row.y() + scaled(13), scaled(7), scaled(7));
        const QColor colour = state == Model::Broken ? theme.error : state == Model::Here ? theme.text : theme.faint;
        p.setPen(QPen(colour, 1.2));
        p.setBrush(state == Model::Here || state == Model::Broken ? QBrush(colour) : QBrush(Qt::NoBrush));
        p.drawEllipse(dot);
        if (state == Model::Unfinished || state == Model::Fetching) {
            p.setBrush(colour);
            p.drawPie(dot, 90 * 16, -180 * 16);
        }
    }

    void paintWords(QPainter& p, const QRectF& row, const QModelIndex& index) const
    {
        const Theme& theme = Theme::current();
        const int state = index.data(Model::StateRole).toInt();
        const bool fetching = state == Model::Fetching, grey = state == Model::Unreachable;
        const QRectF lines = row.adjusted(scaled(32), 0, fetching ? -scaled(42) : -scaled(12), 0);
        const QRectF upper(lines.x(), lines.y() + scaled(5), lines.width(), scaled(20));
        const QRectF lower(lines.x(), lines.y() + scaled(24), lines.width(), scaled(18));
        const QColor trail = state == Model::Broken ? theme.error : grey ? theme.faint : theme.dim;
        const double taken = paint::text(
            p, upper, index.data(Model::TrailRole).toString(), smallFont(), trail, Qt::AlignRight | Qt::AlignVCenter);
        paint::text(p, upper.adjusted(0, 0, -taken - metric::medium, 0), index.data().toString(),
            state == Model::Here ? boldFont() : bodyFont(), grey ? theme.faint : theme.text);
        const QString trouble = fetching ? QString() : index.data(Model::TroubleRole).toString();
        paint::text(p, lower, trouble.isEmpty() ? index.data(Model::SubtitleRole).toString() : trouble, smallFont(),
            trouble.isEmpty() ? grey ? theme.faint : theme.dim : theme.warning);
    }

    void paintFetch(QPainter& p, const QRectF& row, const QModelIndex& index) const
    {
        const Theme& theme = Theme::current();
        const double fraction = index.data(Model::FractionRole).toDouble();
        const QRectF bar(row.x() + scaled(32), row.bottom() - 4, row.width() - scaled(32) - scaled(42), 2);
        paint::roundedFill(p, bar, 1, theme.line);
        if (fraction > 0)
            paint::roundedFill(p, QRectF(bar.x(), bar.y(), bar.width() * std::min(1.0, fraction), 2), 1, theme.accent);
        const QRectF cross = crossOf(row).adjusted(8, 8, -8, -8);
        p.setPen(QPen(theme.dim, 1.4, Qt::SolidLine, Qt::RoundCap));
        p.drawLine(cross.topLeft(), cross.bottomRight());
        p.drawLine(cross.topRight(), cross.bottomLeft());
    }

    LibraryList* m_list;
};

LibraryList::LibraryList(LibraryModel* model, QWidget* parent) : QListView(parent), m_model(model)
{
    setObjectName(u"libraryList"_s);
    setAccessibleName(tr("Models"));
    setModel(model);
    setItemDelegate(new Delegate(this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    new OverlayScrollBar(this);
    connect(this, &QListView::doubleClicked, this,
        [this](const QModelIndex& index) { Q_EMIT openRequested(index.data(Model::NameRole).toString()); });
}

QString LibraryList::currentName() const
{
    return currentIndex().data(Model::NameRole).toString();
}

void LibraryList::choose(const QString& name)
{
    const int row = m_model->rowOf(name);
    setCurrentIndex(row >= 0 ? m_model->index(row) : m_model->index(0));
    if (row < 0)
        Q_EMIT chosen(currentName()); // also of an empty list
}

void LibraryList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    viewport()->update();
    Q_EMIT chosen(current.data(Model::NameRole).toString());
}

void LibraryList::keyPressEvent(QKeyEvent* event)
{
    const bool fetching = currentIndex().data(Model::StateRole).toInt() == Model::Fetching;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT openRequested(currentName());
    else if (fetching && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace))
        Q_EMIT cancelRequested(currentName());
    else
        QListView::keyPressEvent(event);
}

void LibraryList::mousePressEvent(QMouseEvent* event)
{
    const auto index = indexAt(event->position().toPoint());
    const QRectF row = QRectF(visualRect(index)).adjusted(0, 1, -scaled(4), -1);
    if (index.isValid() && index.data(Model::StateRole).toInt() == Model::Fetching
        && crossOf(row).contains(event->position())) {
        Q_EMIT cancelRequested(index.data(Model::NameRole).toString());
        return;
    }
    QListView::mousePressEvent(event);
}

}
