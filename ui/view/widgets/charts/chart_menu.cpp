// ui/view/widgets/charts/chart_menu.cpp
#include "ui/view/widgets/charts/chart_menu.h"
#include "ui/adapter/files.h"
#include "ui/view/widgets/charts/chart_picture.h"
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QRegularExpression>
#include <QSaveFile>
#include <QWidget>
#include <utility>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

/// "testScores" → "test-scores-chart.png"
QString fileName(const QWidget& chart, const QString& ending)
{
    static const QRegularExpression capitals(u"([A-Z])"_s);
    return chart.objectName().replace(capitals, u"-\\1"_s).toLower() + chartMark() + u'.' + ending;
}

}

QString quotedName(QString name)
{
    return u'"' + name.replace(u'"', u"\"\""_s) + u'"';
}

ChartMenu::ChartMenu(QWidget* chart, const ChartNumbers* numbers, std::function<QString()> of, AskFile askFile)
    : QObject(chart), m_chart(chart), m_numbers(numbers), m_of(std::move(of)), m_askFile(std::move(askFile))
{
    chart->installEventFilter(this);
    for (QWidget* part : chart->findChildren<QWidget*>())
        part->installEventFilter(this);
}

QImage ChartMenu::picture() const
{
    return chartPicture(*m_chart, *m_numbers, m_of());
}

void ChartMenu::copyPicture()
{
    QApplication::clipboard()->setImage(picture());
    Q_EMIT told(tr("A picture is on the clipboard: %1.").arg(m_chart->accessibleName()));
}

void ChartMenu::copyNumbers()
{
    QApplication::clipboard()->setText(m_numbers->csv());
    Q_EMIT told(tr("The numbers are on the clipboard, as CSV: %1.").arg(m_chart->accessibleName()));
}

void ChartMenu::save(bool picture)
{
    const QString ending = picture ? u"png"_s : u"csv"_s;
    const QString chosen
        = m_askFile(fileName(*m_chart, ending), picture ? tr("PNG picture (*.png)") : tr("Numbers, CSV (*.csv)"));
    if (chosen.isEmpty())
        return;
    const QString file = withEnding(chosen, ending);
    QSaveFile out(file);
    bool good = out.open(QIODevice::WriteOnly);
    if (good && picture)
        good = this->picture().save(&out, "PNG");
    else if (good)
        good = out.write(m_numbers->csv().toUtf8()) >= 0;
    if (good && out.commit())
        Q_EMIT told(tr("Written: %1").arg(file));
    else
        Q_EMIT failed(tr("%1 cannot be written (%2); choose another place or free some space.").arg(file, out.errorString()));
}

bool ChartMenu::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ContextMenu)
        return QObject::eventFilter(watched, event);
    const bool numbers = !m_numbers->csv().isEmpty();
    auto* menu = new QMenu(m_chart);
    menu->setObjectName(u"chartMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy the picture"), this, &ChartMenu::copyPicture);
    if (numbers)
        menu->addAction(tr("Copy the numbers"), this, &ChartMenu::copyNumbers);
    menu->addSeparator();
    menu->addAction(tr("Save the picture…"), this, [this] { save(true); });
    if (numbers)
        menu->addAction(tr("Save the numbers…"), this, [this] { save(false); });
    menu->popup(static_cast<QContextMenuEvent*>(event)->globalPos());
    return true;
}

}
