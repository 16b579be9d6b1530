// ui/view/widgets/prediction_model.h: the rows of a PredictionList, filtered.
#pragma once
#include "ui/view/widgets/prediction_list.h"
#include <QAbstractListModel>

namespace patchlight
{

class PredictionList::Model : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { ProbabilityRole = Qt::UserRole, RelativeRole, ClassRole, LogitRole, BeforeRole, RelativeBeforeRole };
    explicit Model(QObject* parent) : QAbstractListModel(parent) { }

    void setMeaning(Meaning);
    void setRows(const QVector<PredictionRow>& rows);
    void setFilter(const QString& words);
    const QVector<PredictionRow>& rows() const { return m_rows; }
    int rowOf(int classIndex) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex&, int role) const override;

private:
    QString toolTip(const PredictionRow&) const;
    void filter();
    QVector<PredictionRow> m_rows;
    QVector<int> m_shown; ///< indices into m_rows
    QString m_words;
    double m_best = 1; ///< the longest bar
    Meaning m_meaning = Meaning::Shares;
};

}
