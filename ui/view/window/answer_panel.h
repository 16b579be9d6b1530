// ui/view/window/answer_panel.h: predictions, where the attention goes, what is known of the model.
#pragma once
#include "ui/view/widgets/prediction_list.h"
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace patchlight
{
class FactList;
class SegmentedControl;
class Session;
class SharesBar;

class AnswerPanel : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerPanel(Session* session, QWidget* parent = nullptr);

Q_SIGNALS:
    void modelsAsked();

private:
    void build();
    void buildPrediction(QVBoxLayout* column);
    void buildShares(QVBoxLayout* column);
    void showPredictions();
    QVector<PredictionRow> rows(bool all) const;
    void showTarget();
    void showShares();
    void showModel();
    void setAllClasses(bool all);

    Session* m_session;
    SegmentedControl* m_head; ///< distilled nets: both heads, or one
    QLabel* m_changed; ///< how the bars are to be read
    QLabel* m_noClasses;
    QLabel* m_unsure; ///< the best class is a guess; with a link to other models
    PredictionList* m_predictions;
    QLineEdit* m_filter;
    QPushButton* m_all;
    QLabel* m_sharesHeading;
    SharesBar* m_shares;
    QLabel* m_noShares; ///< why there are none
    QLabel* m_factsHeading;
    FactList* m_facts;
};

}
