// ui/view/widgets/prediction_model.cpp: rows to roles.
#include "ui/view/widgets/prediction_model.h"
#include "ui/view/theme/number_text.h"

namespace patchlight {

void PredictionList::Model::setRows(const QVector<PredictionRow>& rows)
{
    beginResetModel();
    m_rows = rows;
    filter();
    endResetModel();
}

void PredictionList::Model::setFilter(const QString& words)
{
    beginResetModel();
    m_words = words.trimmed();
    filter();
    endResetModel();
}

void PredictionList::Model::filter()
{
    bool isNumber = false;
    const int number = m_words.toInt(&isNumber);
    m_shown.clear();
    for (int i = 0; i < m_rows.size(); ++i) {
        const bool byNumber = isNumber && m_rows[i].classIndex == number;
        if (m_words.isEmpty() || byNumber || m_rows[i].name.contains(m_words, Qt::CaseInsensitive))
            m_shown.append(i);
    }
}

int PredictionList::Model::rowOf(int classIndex) const
{
    for (int row = 0; row < m_shown.size(); ++row)
        if (m_rows[m_shown[row]].classIndex == classIndex)
            return row;
    return -1;
}

int PredictionList::Model::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant PredictionList::Model::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_shown.size())
        return {};
    const PredictionRow& row = m_rows[m_shown[index.row()]];
    const double best = m_rows.isEmpty() ? 1 : m_rows.first().probability;
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::AccessibleTextRole:
        return tr("%1, %2 percent").arg(row.name, percentText(row.probability));
    case Qt::ToolTipRole:
        return tr("%1\nclass %2 · probability %3 · logit %4")
            .arg(row.name)
            .arg(row.classIndex)
            .arg(valueText(row.probability, 4), valueText(row.logit, 4));
    case ProbabilityRole:
        return row.probability;
    case RelativeRole:
        return best > 0 ? row.probability / best : 0.0;
    case ClassRole:
        return row.classIndex;
    case LogitRole:
        return row.logit;
    default:
        return {};
    }
}

}
