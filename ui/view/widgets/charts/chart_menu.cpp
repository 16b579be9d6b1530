// ui/view/widgets/charts/chart_menu.cpp
#include "ui/view/widgets/charts/chart_menu.h"
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPixmap>
#include <QSaveFile>
#include <QWidget>
#include <utility>

namespace patchlight
{
namespace
{

using namespace Qt::StringLiterals;

/// Sharp in print, whatever the screen is.
QImage picturedChart(QWidget* chart)
{
    constexpr double kScale = 2;
    QImage image(chart->size() * kScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(kScale);
    image.fill(chart->palette().color(QPalette::Window));
    chart->render(&image, {}, {}, QWidget::DrawChildren);
    return image;
}

}

QString quotedName(QString name)
{
    return u'"' + name.replace(u'"', u"\"\""_s) + u'"';
}

ChartMenu::ChartMenu(QWidget* chart, const ChartNumbers* numbers, AskFile askFile)
    : QObject(chart), m_chart(chart), m_numbers(numbers), m_askFile(std::move(askFile))
{
    chart->installEventFilter(this);
    for (QWidget* part : chart->findChildren<QWidget*>())
        part->installEventFilter(this);
}

void ChartMenu::copyPicture()
{
    QApplication::clipboard()->setImage(picturedChart(m_chart));
    Q_EMIT told(tr("A picture is on the clipboard: %1.").arg(m_chart->accessibleName()));
}

void ChartMenu::copyNumbers()
{
    QApplication::clipboard()->setText(m_numbers->csv());
    Q_EMIT told(tr("The numbers are on the clipboard, as CSV: %1.").arg(m_chart->accessibleName()));
}

void ChartMenu::save(bool picture)
{
    const QString file = picture ? m_askFile(u"chart.png"_s, tr("PNG picture (*.png)"))
                                 : m_askFile(u"chart.csv"_s, tr("Numbers, CSV (*.csv)"));
    if (file.isEmpty())
        return;
    QSaveFile out(file);
    bool good = out.open(QIODevice::WriteOnly);
    if (good && picture)
        good = picturedChart(m_chart).save(&out, "PNG");
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
