// ui/view/widgets/charts/chart_menu.h: a right click on a chart takes it along, as a picture or as numbers.
#pragma once
#include <QObject>
#include <QPen>
#include <QString>
#include <QVector>
#include <functional>

class QImage;
class QWidget;

namespace patchlight
{

/// A line of a chart, or its dots, and what they mean.
struct ChartLine {
    QPen pen;
    QString name;
    bool dots = false; ///< as large as the pen is wide
};

/// What a chart shows, as text: mixed into charts beside QWidget. The widget's accessible name says what it is, its
/// object name what its files are called.
class ChartNumbers
{
public:
    virtual ~ChartNumbers() = default;
    /// One line a row, its columns named in the first; empty: it is a picture only, or shows nothing now.
    virtual QString csv() const = 0;
    /// In the theme's colours; empty where there is one line only, or the chart names its parts itself.
    virtual QVector<ChartLine> legend() const { return {}; }
    /// False: of the model's weights, whatever the picture.
    virtual bool ofPicture() const { return true; }
    /// Of which map or token, and with what changed in the run; empty: of the run on screen, as it is.
    void setAbout(const QString& about) { m_about = about; }
    const QString& about() const { return m_about; }

private:
    QString m_about;
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
    /// `of` is asked for what stands below the chart's name in its picture: of which map, picture and model it is.
    ChartMenu(QWidget* chart, const ChartNumbers* numbers, std::function<QString()> of, AskFile askFile);
    void copyPicture();
    void copyNumbers();

Q_SIGNALS:
    void told(const QString& sentence); ///< what was copied, or where it was written
    void failed(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void save(bool picture);
    QImage picture() const;
    QWidget* m_chart;
    const ChartNumbers* m_numbers;
    std::function<QString()> m_of;
    AskFile m_askFile;
};

}
