// ui/view/widgets/prediction_model.cpp: rows to roles.
#include "ui/view/widgets/prediction_model.h"
#include "ui/view/theme/number_text.h"
#include <algorithm>

namespace patchlight
{

void PredictionList::Model::setMeaning(Meaning meaning)
{
    m_meaning = meaning;
    setRows(QVector<PredictionRow>(m_rows));
}

void PredictionList::Model::setRows(const QVector<PredictionRow>& rows)
{
    beginResetModel();
    m_rows = rows;
    m_best = m_meaning == Meaning::Labels ? 1 : 0;
    for (const PredictionRow& row : rows)
        m_best = std::max({m_best, row.probability, row.before});
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
        const PredictionRow& row = m_rows[i];
        const bool byNumber = isNumber && row.classIndex == number;
        if (byNumber || row.name.contains(m_words, Qt::CaseInsensitive)
            || row.ownName.contains(m_words, Qt::CaseInsensitive))
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

QString PredictionList::Model::toolTip(const PredictionRow& row) const
{
    const QString name = row.ownName.isEmpty() ? row.name : row.name + QStringLiteral(" · ") + row.ownName;
    if (m_meaning == Meaning::Values)
        return tr("%1\noutput %2 · value %3").arg(name).arg(row.classIndex).arg(valueText(row.logit, 4));
    const QString text = tr("%1\nclass %2 · probability %3 · logit %4")
                             .arg(name)
                             .arg(row.classIndex)
                             .arg(valueText(row.probability, 4), valueText(row.logit, 4));
    return row.before < 0
        ? text
        : text + tr("\nbefore %1, now %2").arg(valueText(row.before, 4), valueText(row.probability, 4));
}

QVariant PredictionList::Model::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_shown.size())
        return {};
    const PredictionRow& row = m_rows[m_shown[index.row()]];
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::AccessibleTextRole:
        if (m_meaning == Meaning::Values)
            return tr("%1, value %2").arg(row.name, valueText(row.logit, 4));
        return row.before < 0 ? tr("%1, %2 percent").arg(row.name, percentText(row.probability))
                              : tr("%1, %2 percent, before %3 percent")
                                    .arg(row.name, percentText(row.probability), percentText(row.before));
    case Qt::ToolTipRole:
        return toolTip(row);
    case BeforeRole:
        return row.before;
    case RelativeBeforeRole:
        return m_best > 0 ? row.before / m_best : 0.0;
    case ProbabilityRole:
        return row.probability;
    case RelativeRole:
        return m_best > 0 ? row.probability / m_best : 0.0;
    case ClassRole:
        return row.classIndex;
    case LogitRole:
        return row.logit;
    default:
        return {};
    }
}

}
