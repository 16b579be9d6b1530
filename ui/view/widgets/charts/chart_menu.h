// ui/view/widgets/charts/chart_menu.h: a right click on a chart takes it along, as a picture or as numbers.
#pragma once
#include <QObject>
#include <QString>
#include <functional>

class QWidget;

namespace patchlight
{

/// What a chart shows, as text: mixed into charts beside QWidget. The widget's accessible name says what it is.
class ChartNumbers
{
public:
    virtual ~ChartNumbers() = default;
    /// One line a row, its columns named in the first; empty: it is a picture only, or shows nothing now.
    virtual QString csv() const = 0;
};

/// A name between quotes, as a field of such a text.
QString quotedName(QString name);

/// Lives as long as `chart`, which shows `numbers`.
class ChartMenu : public QObject
{
    Q_OBJECT
public:
    /// Asks where to: a suggestion and a filter; empty: nowhere.
    using AskFile = std::function<QString(const QString& suggestion, const QString& filter)>;
    ChartMenu(QWidget* chart, const ChartNumbers* numbers, AskFile askFile);
    void copyPicture();
    void copyNumbers();

Q_SIGNALS:
    void told(const QString& sentence); ///< what was copied, or where it was written
    void failed(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void save(bool picture);
    QWidget* m_chart;
    const ChartNumbers* m_numbers;
    AskFile m_askFile;
};

}
