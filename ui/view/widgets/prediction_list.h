// ui/view/widgets/prediction_list.h: classes by probability; a click makes one the target. Thousands scroll.
#pragma once
#include "ui/view/widgets/charts/chart_menu.h"
#include <QListView>
#include <QVector>

namespace patchlight
{

struct PredictionRow {
    int classIndex = 0;
    QString name;
    double probability = 0; ///< [0, 1]
    double logit = 0;
    double before = -1; ///< probability of the untouched run; negative: there is nothing to compare with
    QString ownName = {}; ///< what the model calls it, where `name` is a translation
};

class PredictionList : public QListView, public ChartNumbers
{
    Q_OBJECT
public:
    /// What the rows' numbers are: shares of one whole, labels each true or not, or values that are no probability.
    enum class Meaning { Shares, Labels, Values };
    explicit PredictionList(QWidget* parent = nullptr);
    ~PredictionList() override;

    /// Shares have bars relative to the most probable; labels reach from 0 to 1, with a line at one half; values have none.
    void setMeaning(Meaning);
    /// With `before` there are two bars, the upper one is what it was.
    void setPredictions(const QVector<PredictionRow>& rows);
    /// The class marked as target; −1: none.
    void setTarget(int classIndex);
    int target() const { return m_target; }
    /// Shows only those whose name or own name contains `words` (or with that very class number).
    void setFilter(const QString& words);
    /// The first that the filter left becomes the target.
    void chooseFirst() { choose(model()->index(0, 0)); }
    /// Rows asked for by sizeHint().
    void setVisibleRows(int rows);
    /// While a new run is under way the old numbers step back.
    void setStale(bool);

    /// Every class, whatever the filter leaves.
    QString csv() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void targetChosen(int classIndex);

protected:
    void keyPressEvent(QKeyEvent*) override;

private:
    class Model;
    class Delegate;
    void choose(const QModelIndex&);

    Model* m_model;
    int m_target = -1;
    Meaning m_meaning = Meaning::Shares;
    int m_visibleRows = 5;
};

}
