// ui/view/window/method_panel.h: the list of methods over the parameters of the chosen one.
#pragma once
#include "ui/adapter/core_types.h"
#include "ui/state/choices.h"
#include <QWidget>

class QLabel;
class QSlider;
class QVBoxLayout;

namespace patchlight
{
class HeadListEdit;
class LabelledRow;
class RangeSlider;
class Session;
class ValueCombo;

class MethodPanel : public QWidget
{
    Q_OBJECT
public:
    explicit MethodPanel(Session* session, QWidget* parent = nullptr);

private:
    ValueCombo* addCombo(const QString& label, const QString& objectName, LabelledRow** row);
    void addSlider(const QString& label, const QString& objectName, LabelledRow** row, QSlider** slider);
    void buildParameters(QVBoxLayout* column);
    void hearParameters();
    void sayWhatTheyDo();
    void fillChoices(); ///< lists that depend on the network: classes, queries, heads, layers
    void fillTargets(const Analysis& analysis);
    void showChoice(); ///< what is chosen, in every control
    void showLayer();
    void showRows();
    void showReading();
    Query patchesAsked(int way) const;
    void chooseQuery(int index);

    Session* m_session;
    QLabel* m_reading;
    bool m_misleadsShown = false;
    QLabel* m_heading;
    QVBoxLayout* m_rows;
    LabelledRow *m_targetRow, *m_signRow, *m_queryRow, *m_layerRow, *m_headRow, *m_fusionRow, *m_ofHeadsRow, *m_rangeRow,
        *m_alphaRow, *m_discardRow, *m_stepsRow;
    ValueCombo *m_target, *m_sign, *m_query, *m_layer, *m_head, *m_fusion, *m_steps;
    HeadListEdit* m_ofHeads;
    QLabel *m_rangeText, *m_alphaText, *m_discardText;
    RangeSlider* m_range;
    QSlider *m_alpha, *m_discard;
};

}
